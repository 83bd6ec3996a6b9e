# The bill:
billkit draft bill.toml

# Beside the sections as far as they are held:
billkit contrast bill.toml us-mt

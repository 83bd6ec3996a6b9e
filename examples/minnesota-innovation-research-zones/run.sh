# The bill:
billkit draft bill.toml

# Beside the act as far as its words are held:
billkit contrast bill.toml us-mn

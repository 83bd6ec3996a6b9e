# The bill:
billkit draft bill.toml

# Beside both sections, provision by provision:
billkit contrast bill.toml us-nd

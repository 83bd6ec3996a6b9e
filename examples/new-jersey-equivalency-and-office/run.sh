# The bill:
billkit draft bill.toml

# Beside the rule:
billkit contrast bill.toml us-nj

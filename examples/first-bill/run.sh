# The bill in plain forms of no state:
billkit draft bill.toml

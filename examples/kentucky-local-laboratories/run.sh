# The bill:
billkit draft bill.toml

# What is on record of the program:
billkit profile us-ky/local-laboratories-of-learning

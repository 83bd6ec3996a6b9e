# The bill:
billkit draft bill.toml

# Beside the rule:
billkit contrast bill.toml us-tn

# What is on record of the office:
billkit contrast bill.toml us-tn/office-of-personalized-learning -k innovation-office -k learning-network

# The bill:
billkit draft bill.toml

# Beside the statute and the rules as far as they are held:
billkit contrast bill.toml us-nh/learn-everywhere

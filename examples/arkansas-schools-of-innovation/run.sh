# The bill:
billkit draft bill.toml

# Beside the act as far as its words are held:
billkit contrast bill.toml us-ar

# Arkansas's vote beside Kentucky's and Colorado's:
billkit contrast bill.toml us-ky us-co -k approval-threshold

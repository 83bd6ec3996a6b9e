# The bill:
billkit draft bill.toml

# Beside the statute as far as it is held:
billkit contrast bill.toml us-ky/waivers

# The bill:
billkit draft bill.toml

# Beside the section as far as it is held:
billkit contrast bill.toml us-ar/waivers

# The two ways to a waiver in Arkansas and Kentucky's of 2025 in one table:
billkit contrast bill.toml us-ar us-ky/waivers -k waivable-scope -k application -k revocation

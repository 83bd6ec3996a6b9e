# The bill:
billkit draft bill.toml

# Beside the chapter on competency-based education:
billkit contrast bill.toml us-wa

# And beside the waiver sections:
billkit contrast bill.toml us-wa/waivers

# The bill:
billkit draft bill.toml

# Beside the chapter as far as it is held:
billkit contrast bill.toml us-nh

# And beside Colorado's act, from which it descends:
billkit contrast bill.toml us-co -k decision -k waivable-scope -k evaluation

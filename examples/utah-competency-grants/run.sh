# The bill:
billkit draft bill.toml

# Beside the part as far as it is held:
billkit contrast bill.toml us-ut

# How it waives, beside Tennessee's rule:
billkit contrast bill.toml us-tn -k waivable-scope -k non-waivable -k decision

# The bill:
billkit draft bill.toml

# Beside the act, provision by provision:
billkit contrast bill.toml us-ms

# And word by word; the brackets and braces hold what is not the same:
billkit compare us-ms bill.toml

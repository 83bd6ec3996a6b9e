# The bill:
billkit draft bill.toml

# What is on record of the program:
billkit profile us-ny/izone

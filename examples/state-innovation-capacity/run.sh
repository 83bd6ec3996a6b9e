# As a model act, in the forms of no state:
billkit draft bill.toml

# The same for a state that writes "five (5)" and numbers its paragraphs otherwise:
billkit draft bill.toml --jurisdiction us-ky

# What the record holds of such offices elsewhere:
billkit contrast bill.toml us-tn/office-of-personalized-learning us-ny/izone -k innovation-office -k learning-network

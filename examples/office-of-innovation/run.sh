# Kentucky's form puts short titles and appropriations at the end, outside the code:
billkit draft bill.toml

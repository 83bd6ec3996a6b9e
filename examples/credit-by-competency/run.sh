billkit draft bill.toml

# Kentucky:
billkit draft bill.toml --jurisdiction us-ky
# Mississippi:
billkit draft bill.toml --jurisdiction us-ms
# North Dakota:
billkit draft bill.toml --jurisdiction us-nd
# Minnesota:
billkit draft bill.toml --jurisdiction us-mn

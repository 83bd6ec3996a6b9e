# The state stands in the file; `--jurisdiction us-ky` would draft it for Kentucky.
billkit draft bill.toml

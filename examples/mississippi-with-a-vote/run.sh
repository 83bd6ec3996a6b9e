billkit compare us-ms bill.toml

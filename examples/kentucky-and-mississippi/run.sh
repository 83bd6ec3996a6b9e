billkit compare us-ky us-ms

billkit statutes refs us-ms/miss-code-37-179-1

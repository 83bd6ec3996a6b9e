billkit profile us-mn

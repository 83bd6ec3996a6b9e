billkit compare enacted proposed

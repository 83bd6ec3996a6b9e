billkit compare us-ar/ark-code-6-15-2803@pre-amendment us-ar/ark-code-6-15-2803@2024
# The same law as the library keeps its life:
billkit statutes history us-ar/ark-code-6-15-2803

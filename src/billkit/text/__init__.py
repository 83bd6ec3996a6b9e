"""Words, typography, numerals, citations and references: what law's text is made of."""

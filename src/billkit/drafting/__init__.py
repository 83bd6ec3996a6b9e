"""Drafting: a bill of typed clauses, in words and in a state's form, as a numbered tree."""

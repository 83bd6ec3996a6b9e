"""Drafts innovation-zone bills from typed clauses and compares them with the enacted law."""

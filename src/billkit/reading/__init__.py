"""Reads a text as an act: its typed provisions, each with its quotation and its place."""

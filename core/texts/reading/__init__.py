"""Reads a text: what each of its numbers was told of. Knows no number of a table."""

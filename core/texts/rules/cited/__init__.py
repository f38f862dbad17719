"""Finds documents, limits and numbers that are cited wrongly (N-11, N-25)."""

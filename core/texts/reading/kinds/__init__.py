"""Reads the numbers of kinds of applicants: of one kind, of a row, and the results of each."""

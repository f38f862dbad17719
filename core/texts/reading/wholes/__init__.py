"""Reads what is said of all: of a whole row, of a number told before, of all but some."""

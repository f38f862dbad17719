"""Holds what the numbers of all texts were taken for against the tables, and leaves out what is not sure."""

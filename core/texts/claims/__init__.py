"""Holds what the numbers of all texts were taken for against the tables, and leaves out what is not sure.

``claims`` gives the claims, each reading compared with its cells; ``passes`` says what is done with them, and why so.
"""

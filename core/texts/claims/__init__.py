"""Holds what the numbers of all texts were taken for against the tables, and leaves out what is not sure.

``claims`` gives the claims, each reading compared with its cells; ``passes`` says what is done with them, and why so.
The passes lie in the rooms of their subjects: cases, kinds, new_and_old, parts, of_some; ``alibi`` holds the last.
"""

"""Reads the texts of a report: what their numbers speak of, and the rules on texts (N-01 to N-26, T2-06, Y-06).

Its rooms, from below: ``language``, ``reading``, ``sums``, ``claims``, ``years``, ``rules``.
"""

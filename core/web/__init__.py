"""The report as a web page.

Pages of others are read in ``published``.
"""

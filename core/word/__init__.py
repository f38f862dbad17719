"""The Word report: style profiles, layout, writing, and reading back.

Files of others are read in ``published``.
"""

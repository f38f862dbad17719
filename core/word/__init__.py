"""The Word report: style profiles, layout, writing, reading back, and the checksum of what it shows.

Files of others are read in ``published``.
"""

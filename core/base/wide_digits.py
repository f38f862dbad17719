"""Digits as wide as Chinese characters, as input methods give them."""

HALF_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
"""Makes them plain digits."""

"""Reads what is told by a bound, a difference or a comparison, without the number itself."""

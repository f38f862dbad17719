"""Reads what a text says there is none of, and of what that is said."""

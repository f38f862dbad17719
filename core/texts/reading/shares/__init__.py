"""Reads percentages, and shares told in words: of what they are, and which of several is the largest."""

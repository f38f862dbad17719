"""Finds lists with another number of items than they are said to have (N-26)."""

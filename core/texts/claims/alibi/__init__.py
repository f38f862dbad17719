"""Asks what the words before a number narrow it to, where the number is wrong for what it was taken for."""

"""Judges claims on reviews and lawsuits: told again, together, of some, or without saying what they are about."""

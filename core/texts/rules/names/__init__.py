"""Finds names of other units, offices and persons where the unit itself ought to stand (N-10)."""

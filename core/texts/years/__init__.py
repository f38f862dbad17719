"""Holds what the texts tell of the year before against its report (Y-06)."""

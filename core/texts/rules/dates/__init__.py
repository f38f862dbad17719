"""Finds years, days and periods that are not those of the report (N-08, N-09)."""

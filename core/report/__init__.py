"""The report as a value: entries, texts with linked numbers, totals, what a published report shows, and differences.

No rule, no file and no clock is known here.
"""

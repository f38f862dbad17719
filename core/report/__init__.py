"""The report as a value, its changes, and the open report: the only place where one report follows another.

Beside it entries, texts with linked numbers, totals, what a published report shows, and differences.

No rule, no file and no clock is known here.
"""

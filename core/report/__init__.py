"""The report as a value, its changes, and the open report: the only place where one report follows another.

Beside it entries, texts with linked numbers, totals, what a published report shows, and differences.

No file and no clock is known here, and of the rules only what cannot be taken as an entry at all (C-01, C-02, C-04).
"""

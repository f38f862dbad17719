"""The open report: what is typed, its texts with linked numbers, and cleaning."""

"""What an office does with a report: rounds, sign-off, departments, deadlines, last year, comparison, export.

It knows every room below; none of them knows it.
"""

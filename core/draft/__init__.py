"""The draft: the workbook, the lock beside it, saving, versions and what the program keeps by itself.

Nothing here knows what the office does with a report.
"""

"""What a file shows its reader: paragraphs and tables in reading order, before anything in them is recognised.

Word documents are read here for both who need them: ``word`` reads back what it wrote, ``published`` reads the reports
of others. So is where the sheets of a workbook lie, for ``published`` and the register. Nothing here knows the form or
a report.
"""

"""All rules run over a report, at once or after a change; local rules, progress and the printed rule book.

The rules themselves stand in ``checks`` (numbers) and ``texts`` (words); here only those of an office's own (L-01 to
L-04).
"""

"""The official tables, to be filled in as in a spreadsheet."""

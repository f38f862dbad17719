"""The words of reports: numbers in print, patterns of grammar, the vocabulary of the form. Reads no whole text."""

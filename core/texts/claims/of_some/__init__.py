"""Judges claims on what became of some applications, which the words or the number before them tell."""

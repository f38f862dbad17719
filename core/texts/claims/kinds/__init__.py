"""Judges claims on kinds of applicants: by the head they hang on, of a row, of a part of a result."""

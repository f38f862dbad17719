"""The core of the program: form, report, checks and files, without Qt."""

__version__ = "0.1.0"

"""Scripts for developers: set-up and tests (dev.py), building the installers."""

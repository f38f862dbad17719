"""Freezes the program and makes installers of it; `build_scripts/build.py` is the way in."""

"""Finds what is left of templates, pastes and other people's data, and what was cut out (N-12, N-20, N-21)."""

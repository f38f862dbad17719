"""Finds what is left of templates, pastes and other people's data (N-12, N-21)."""

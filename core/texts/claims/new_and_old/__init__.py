"""Judges claims on new applications and those carried in, told together or apart."""

"""Finds what one number tells by the words around it: its role, what it refers to, or why it tells nothing."""

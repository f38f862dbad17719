"""How the places are marked that a Word template leaves to be filled."""

from __future__ import annotations

MARK, END = "\ue000", "\ue001"
"""What encloses the name of a place; private characters, so that no label can be taken for one."""

"""What all Word files of ours share: how the places of a template are marked, and the day of their parts."""

from __future__ import annotations

MARK, END = "\ue000", "\ue001"
"""What encloses the name of a place; private characters, so that no label can be taken for one."""

ZIP_DATE = (2000, 1, 1, 0, 0, 0)
"""The day of every part of a document: the same content gives the same bytes, and no clock shows in the file."""

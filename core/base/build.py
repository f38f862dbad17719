"""Which build of its version the program is: two builds of one version have to be told apart by whoever helps."""

from core import __version__
from core.base.resources import beside_resources

BUILD = "build.txt"
"""Beside the packages; written where the program is packed, so that there is none in a checkout."""


def version() -> str:
    """Return the version, in a packed program with the commit it was made from: ``1.0.0（2026-11-30 a0af4e0b）``."""
    build = beside_resources(BUILD).strip()
    return f"{__version__}（{build}）" if build else __version__

"""The letters of names, by which a short one is told (人社局 of 人力资源和社会保障局)."""

from __future__ import annotations


def stands_in_order(short: str, name: str) -> bool:
    """Return whether all letters of a short name stand in a name, in their order."""
    rest = iter(name)
    return all(letter in rest for letter in short)

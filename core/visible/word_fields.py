"""The fields that are open where a Word document is being read."""

from __future__ import annotations

_WITHOUT_RESULT = ("XE", "TC", "TA", "RD", "PRIVATE", "ASK", "SET", "ADVANCE")
"""Fields that never show anything."""


class Fields:
    """The fields that are open where a document is being read.

    Attributes:
        is_shown: Whether what comes next is seen: it is no instruction of a field.
    """

    def __init__(self) -> None:
        self.is_shown = True
        self._open: list[tuple[bool, str]] = []  # whether the result has begun, and the instruction

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            begun, said = self._open[-1]
            self._open[-1] = (begun, said + text)

    def step(self, kind: str) -> str:
        """Take a mark of a field: begin, separate or end; return the instruction of one that ends without a result."""
        empty = ""
        if kind == "begin":
            self._open.append((False, ""))
        elif self._open and kind == "separate":
            self._open[-1] = (True, self._open[-1][1])
        elif self._open and kind == "end":
            begun, said = self._open.pop()
            empty = "" if begun or said.split()[:1] == [] or said.split()[0].upper() in _WITHOUT_RESULT else said
        self.is_shown = all(begun for begun, _ in self._open)
        return " ".join(empty.split())

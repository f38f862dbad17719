"""Text that others wrote is shown letter by letter.

Qt takes whatever looks like HTML for HTML. A unit named ``<img src="//server/x">`` would have Windows hand the user's
logon to that server as soon as the name is shown.
"""

from __future__ import annotations

from PySide6 import QtCore  # not the name Qt: Python enumerates the whole namespace at once, in 11 ms
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that never takes its text for HTML."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wordWrap: bool = False,  # noqa: N803 - Qt's own names
        objectName: str = "",  # noqa: N803
    ) -> None:
        """Show a text; by its name, ``hint`` or ``heading``, it gets its look."""
        super().__init__(parent, textFormat=QtCore.Qt.TextFormat.PlainText, wordWrap=wordWrap)
        self.setObjectName(objectName)
        self.setText(text)


def plain_tip(text: str) -> str:
    """Return a text as a tool tip has to be given it: one with a tag in it as HTML that shows that tag."""
    if "<" not in text:
        return text
    from html import escape  # noqa: PLC0415  # its table of entities is not to be loaded at the start

    return f"<p>{escape(text)}</p>".replace("\n", "<br>")


def short_name(name: str, longest: int) -> str:
    """Return a name, with its middle cut out where it has more characters."""
    return name if len(name) <= longest else f"{name[: longest // 2]}…{name[-longest // 2 :]}"

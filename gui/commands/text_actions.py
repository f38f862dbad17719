"""Commands on all texts of the report: find and replace, put in order."""

from __future__ import annotations

from core.report.paste_cleaner import clean_pasted
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.texts import find_replace


class TextActions(CommandArea):
    """Commands of the menu 编辑 on the texts.

    Attributes:
        find: The dialog that finds and replaces; None until it was opened.
    """

    def __init__(self, given: Surroundings) -> None:
        super().__init__(given)
        self.find: find_replace.FindReplace | None = None

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("find", "查找和替换…", self.show_find, "Ctrl+H"),
            Command("tidy", "整理全部文字的格式", self.tidy_all, "Ctrl+Shift+F", changes_report=True),
        ]

    def show_find(self) -> None:
        """Search all texts, and replace words in them."""
        if self.find is None:
            self.find = find_replace.FindReplace(self._session, self._host.widget)
            self.find.jump_wanted.connect(self._host.show_finding)
        self.find.start()

    def tidy_all(self) -> None:
        """Put punctuation, blanks, broken lines and digits right in all texts, as one undo step."""
        texts = self._session.report.texts
        tidied = {code: clean_pasted(text) for code, text in texts.items()}
        count = sum(tidied[code] != text for code, text in texts.items())
        self._session.set_texts(tidied, "整理格式")
        said = f"已整理{count}处文字，可按 Ctrl+Z 撤销" if count else "没有需要整理的文字"
        self._host.say(said)

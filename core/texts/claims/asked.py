"""Numbers that note which of them were asked for, so that what was judged by them holds while those stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy

from core.base.overriding import override
from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.texts.claims.closed_up import closed_up


class AskedNumbers(Mapping[str, Number]):
    """The numbers of a report.

    Attributes:
        asked: The codes that were asked for, blank ones too; all that are known once they were gone through. Whoever
            wants to know what is asked from now on puts an empty set here.
    """

    def __init__(self, numbers: Mapping[str, Number]) -> None:
        self._numbers = numbers
        self.asked: set[str] = set()

    @override
    def __getitem__(self, code: str) -> Number:
        self.asked.add(code)
        return self._numbers[code]

    @override
    def get(self, code: str, default: Number | None = None) -> Number | None:  # type: ignore[override]
        """Return a number, or what stands for a blank."""
        self.asked.add(code)
        return self._numbers.get(code, default)

    @override
    def __contains__(self, code: object) -> bool:
        self.asked.add(str(code))
        return code in self._numbers

    @override
    def __iter__(self) -> Iterator[str]:
        self.asked.update(self._numbers)
        return iter(self._numbers)

    @override
    def __len__(self) -> int:
        self.asked.update(self._numbers)
        return len(self._numbers)


def asking(context: CheckContext) -> tuple[CheckContext, AskedNumbers]:
    """Return a context with the texts as printed, but closed up, and numbers that note what is asked, and these."""
    texts = {code: closed_up(text).text for code, text in context.texts.items()}
    noting, numbers = copy(context), AskedNumbers(context.numbers)
    noting.numbers = numbers
    if any(text != context.report.texts[code] for code, text in texts.items()):
        noting.report = context.report.with_texts(texts)
    return noting, numbers

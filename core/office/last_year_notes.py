"""What was told when last year's report was read, to be found again beside its numbers and texts."""

from __future__ import annotations

from core import published
from core.office import carry_over, report_source

_LONGEST = 300
"""Characters of a remark that are shown; a whole table that was not read has thousands."""


def last_year_notes(source: report_source.OpenedReport) -> tuple[str, ...]:
    """Return Chinese sentences: how last year's report was read, and what in it does not add up."""
    told = [*source.remarks, *((published.REMARK, said) for said in carry_over.carry_over(source.report).remarks)]
    return tuple(dict.fromkeys(_line(place, " ".join(text.split())) for place, text in told))


def _line(place: str, text: str) -> str:
    text = text.removesuffix("，请补上")  # it is published
    said = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
    if place in ("", published.REMARK):
        return said
    return f"{place}：{said}" if any(word in text for word in ("读入", "请")) else f"{place}没有读入：{said}"

"""Finds the report year compared with itself: 与2024年相比增加1205条 in a report on 2024 (N-08)."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.rules.views import Span, sentence_around

_COMPARED = pattern(
    r"(?<![，。；\d]\d年)(?:(?:与|同|和|跟|对比)(?P<year>20\d{2})\s*年(?:度|同期|全年)*(?:相比|比较|相较|对比|持平)"
    r"|(?:较之?|相较于?|(?<![占对相])比)(?P<second>20\d{2})\s*年(?:度|同期|全年)*"
    r"(?:净|略|小幅|大幅|明显|有所|再|又|分别)*(?:增|减|上升|下降|提高|提升|降低|回落|多|少|翻))",
    needs=["相比", "比", "较", "持平"],
)
_NEXT = pattern("明年|来年|下一?年|次年|将|拟|计划|预计|力争|争取|目标|打算|去年|上年|往年|预算|规划")
"""What may be compared with the report year: what is to come."""
_YEAR = pattern(r"20\d{2}\s*年")


def compared_with_itself(text: str, year: int) -> list[Span]:
    """Return the report year where it is what the year spoken of is compared with, and no other year is named."""
    found: list[Span] = []
    for match in _COMPARED.finditer(text) if str(year) in text else ():
        if int(match["year"] or match["second"]) != year:
            continue
        sentence = sentence_around(text, *match.span())
        others = {int(one[0][:4]) for one in _YEAR.finditer(sentence)} - {year}
        if not (others or _NEXT.search(sentence)):
            found.append(Span(*match.span(), str(year)))
    return found

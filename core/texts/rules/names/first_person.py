"""Finds a report that calls its unit what it is not (我镇 in that of a bureau), or is signed by another one (N-10)."""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.texts.language.phrases import FULL_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_SAID = pattern(
    r"(?:^|(?<=[。；，\n]))[ \u3000]*(?:(?:20\d\d年度?|本年度?|今年|全年|年内|一年来|目前|下一步|同时|此外)，?)?"
    r"(?P<name>[我本](?P<kind>镇|乡|街道|局|厅))(?!街|本土|居民|户籍|村民|群众|籍|下属|公安|[”》])",
    needs=["我镇", "我乡", "我街道", "我局", "我厅", "本镇", "本乡", "本街道", "本局", "本厅"],
)
"""(我镇)把信息公开纳入考核, in the report of a bureau"""
_SAID_BY = pattern(
    "[“”‘’「」《》：]|[称答]，|表示|反映|来[信电访函]|留言|申请人|例如|比如|咨询|提出|诉求|信访|投诉|撤[镇乡县]|更名|改设|原|划[入转]|挂靠|派出|驻|代[管章]"
)
"""Words of a sentence that may tell what others say of themselves, or what the unit was before."""
_CALLED_OTHERWISE = (
    ("局", ("镇", "乡", "街道", "厅")),
    ("委员会", ("镇", "乡", "街道")),
    ("厅", ("镇", "乡", "街道", "局")),
    ("镇人民政府", ("乡", "街道", "局", "厅")),
    ("乡人民政府", ("镇", "街道", "局", "厅")),
    ("街道办事处", ("镇", "乡", "局", "厅")),
    ("县人民政府", ("镇", "乡", "街道", "局", "厅")),
    ("区人民政府", ("镇", "乡", "街道", "局", "厅")),
    ("市人民政府", ("镇", "乡", "街道", "局", "厅")),
)
"""How units end, and what none of them is."""
_SIGNED = pattern(
    rf"(?:^|(?<=[。；\n（(]))[ \u3000]*(?P<name>{_HAN}{{4,30}}?(?:局|委员会|厅|人民政府|街道办事处|管委会))"
    r"[，,\s]*(?:20\d{2}|二[〇○零]..)\s*年\s*[\d一二三四]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[。）)\s]*\Z",
    needs=["日"],
)
"""(白石镇人民政府)，2025年1月15日。 at the end of a text"""
_TOWNSHIPS = ("镇人民政府", "乡人民政府", "街道办事处")
_LIKE = (_TOWNSHIPS, ("县人民政府",), ("区人民政府",), ("市人民政府",), ("局",), ("委员会",), ("厅",), ("管委会",))


@lru_cache(maxsize=256)
def called_otherwise(text: str, unit: str) -> tuple[Span, ...]:
    """Return where a text speaks of us as of a unit of another kind."""
    others = next((kinds for end, kinds in _CALLED_OTHERWISE if unit.endswith(end)), ())
    if not holds_one(text, others):
        return ()
    return tuple(
        Span(*match.span("name"), match["name"])
        for match in _SAID.finditer(text)
        if match["kind"] in others and not _SAID_BY.search(sentence_around(text, *match.span()))
    )[:1]


@lru_cache(maxsize=256)
def signed_by_others(text: str, unit: str) -> tuple[Span, ...]:
    """Return the other unit of our kind whose name and day end a text."""
    signed = _SIGNED.search(text)
    if signed is None:
        return ()
    name = signed["name"]
    is_alike = any(unit.endswith(kinds) and name.endswith(kinds) for kinds in _LIKE)
    is_other = FULL_NAME.match(name) and not is_own(name, unit)
    return (Span(*signed.span("name"), name),) if is_alike and is_other else ()

"""Reads several reasons behind a number and what came of them: 38件因不掌握、没有现成信息或补正后仍不明确，无法提供.

Where each is a row of the group, so many there are of these rows. Where one is of another group, or not understood,
the number is of more than the group that stands next to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.base.patterns import pattern
from core.texts.language.grammar import SEVERAL_REASONS
from core.texts.language.meanings import Role
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.row_of_reason import row_of_reason

_BEHIND = pattern(
    "(?:政府信息公开|信息公开|公开)?(?:申请)?(?:均|都|全)?(?:是|系)?(?:因为?|由于)(?:分别)?(?:属于?|涉及)?(?P<reasons>[^，；。：（）\\d]{4,60}?)"
    "(?P<more>等)?(?:[各多]?[种类]?(?:原因|情形|理由|因素|情况|事由))?(?:而|，)?(?:最终|均|都|依法|被|作出|予以|作)*"
    "(?P<group>不予公开|无法提供|不予处理|未能提供|没能提供|没有提供|未提供|未予提供)",
    needs=["因", "由于"],
)
_PLAIN = pattern(
    "(?:□□□本年度?|全年|年内|本年度?|今年|我[局镇乡委办厅院]|本[局镇乡委办厅院]|本?机关|另外?|此外|还|尚|共|计|总|有|对|其余|其他|余下|剩余)*的?"
)
"""(全年有)38件, (另)38件; not (其中)8件, (市本级有)90件: some of all."""
_REST = pattern("其余|其他|余下|剩余")
"""(其余)41件因第三方权益、过程性信息等原因不予公开: these, and more of the group."""
_GROUPS = {"不予公开": "denied", "无法提供": "unavailable", "不予处理": "not_processed"}
_UNSURE = "not_provided"
_KEYS = ("unknown", "single_results", "not_provided", *_GROUPS.values())
_WHY = "几种原因的，不核对"


@count_pass(texts=REQUEST_TEXTS, words=["因", "由于"], keys=_KEYS)
def reasons_behind(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, numbers with several reasons behind them as the rows of these."""
    found = list(readings)
    for number in sentence.numbers:
        told = _BEHIND.match(source.text, number.end, sentence.end)
        reasons = SEVERAL_REASONS.split(told["reasons"]) if told else []
        start = source.span(number.start, number.end)[0]
        at = next((i for i, one in enumerate(found) if one.start == start), None) if len(reasons) > 1 else None
        if told is None or at is None or found[at].key not in _KEYS or found[at].kind not in ("count", "other"):
            continue
        group = source.vocabulary.role(_GROUPS.get(told["group"], _UNSURE))
        rows = _rows(source, reasons, group)
        old = found[at]
        if rows is None:
            left = old._replace(kind="other", meaning=f"{old.meaning}（{_WHY}）", rule_id="")
            found[at] = left if old.kind == "count" else old
            continue
        is_told = len(rows.alternatives("")[0]) == 1 and old.key != "unknown"  # 第三方不同意、涉及个人隐私
        subject = source.subject(number.start)
        is_told = is_told or not _PLAIN.fullmatch(subject) or bool(told["more"] and _REST.search(subject))
        if is_told or not source.is_this_year(sentence, number.start) or number.is_rough:
            continue
        ways = (*group.alternatives("")[: bool(told["more"])], *rows.alternatives(""))
        quote = source.quote(number.start, told.end())
        what = number.value, "count", rows.key, rows.name, "N-05", ways, source.scope(number.start)
        found[at] = NumberReading(start, old.end, quote, *what, words=(subject,))
    return found


def _rows(source: SourceText, reasons: Sequence[str], group: Role) -> Role | None:
    """Return the rows of some reasons together; None where one is not understood, or is not of the group."""
    rows = [row_of_reason(source.vocabulary, reason, group) for reason in reasons]
    cells = dict.fromkeys(cell for row in rows if row for cell in row.alternatives("")[0])
    groups = (set(role.alternatives("")[0]) for role in (group, *map(source.vocabulary.role, _GROUPS.values())))
    if None in rows or not set(cells) <= next(groups) or not any(set(cells) <= known for known in groups):
        return None
    name = "、".join(dict.fromkeys(row.name for row in rows if row))
    return replace(group, name=name, key="single_results", cells={"": (tuple(cells),)})

"""Compares outcomes told of one way to court with the cells of this way: 直接起诉5件，维持2件、纠正3件.

They are of this way where its number, which is the table's, stands before them with nothing but other outcomes
between; where the way is named right before the first of them (直接起诉的维持2件); or where 分别 hands an outcome
to both ways (直接起诉和复议后起诉案件维持的分别为2件、3件). Those that make up all lawsuits are of both ways together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import AFTER_ROW, DIRECT_ROW, LAWSUIT_ROWS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.reading.sentence.share_checks import added

_OUTCOMES = {"upheld": "upheld", "corrected": "corrected", "other_outcome": "other", "pending": "pending"}
_WAYS = {"cases_direct": (DIRECT_ROW,), "cases_after": (AFTER_ROW,)}
_LAWSUITS = "cases_lawsuit"
_UPHELD = "维持|胜诉|驳回(?:原告)?(?:诉讼)?请求|驳回"
_CORRECTED = "纠正|纠错|撤销|败诉|责令重新答复|责令履行|确认违法"
_PENDING = "尚?未审结|尚?未结|尚?未判决|正在审理|仍在审理|在审理?|待审理?|审理中"
_OTHER = "其他结果|其他"
_NAMES = {"upheld": _UPHELD, "corrected": _CORRECTED, "other": _OTHER, "pending": _PENDING}
_NAME = "|".join(_NAMES.values())
_LIGHT = (
    "的|案件|案|中|里|其中|结果|均|都|已|被|经|为|是|有|人民法院|法院|依法|审理|审结|判决|裁定|目前|年底|尚|仍|正在|答复"
    "|[我本][局委办厅]|还|另|[，、：（]"
)
_BETWEEN = pattern(f"(?:{_NAME}|{_LIGHT}){{0,14}}")
"""What stands between the number of a way and its outcomes, and between these."""
_LONGEST = 30
_SUED = "(?:向(?:人民)?法院)?(?:提起|起)(?:行政)?诉讼?"
_DIRECT = f"(?:未经过?(?:行政)?复议[而、，]?)?(?:直接|径行){_SUED}"
_AFTER = f"(?:经过?)?(?:行政)?复议之?后(?:又|再)?{_SUED}"
_BEGIN = "(?:^|[，；。：（、\n])(?:其中[，：]?)?"
_NAMED = pattern(
    f"{_BEGIN}(?:(?P<direct>{_DIRECT})|(?P<after>{_AFTER}))(?:的|案件|案|中|里|，|：)*(?:结果|被|均|法院|判决)*"
    f"(?:{_NAME})(?:的|案件|共|为|有)*(?=\\d)",
    needs=["起诉", "诉讼"],
)
"""(其中直接起诉的维持)2件"""
_HANDED = (
    f"(?:结果|被|法院|判决)*(?:(?P<upheld>{_UPHELD})|(?P<corrected>{_CORRECTED})|(?P<other>{_OTHER})|(?P<pending>{_PENDING}))"
    "(?:的|案件|案)*(?:分别|依次)(?:为|有|是)?\\d{1,6}件?[、，和](?=\\d{1,6}件)"
)
_BOTH_WAYS = f"{_BEGIN}{_DIRECT}(?:案件)?[、和与及]{_AFTER}(?:的|案件|案|中|里|，|：)*"
_EACH = pattern(f"{_BOTH_WAYS}{_HANDED}", needs=["分别", "依次"])
"""(直接起诉和复议后起诉案件结果维持的分别为2件、)3件"""
_EACH_AGAIN = pattern(f"\\d+件[，；、]{_HANDED}")
_FEWEST = 2


def outcomes_of_ways(context: CheckContext, found: Found) -> Found:
    """Return the claims, outcomes of one way to court compared with its cells, whatever words stand around them."""
    codes = dict.fromkeys(claim.place.text for claim, _ in found if claim.key in _WAYS)
    for code in codes:
        _judge_handed_out(context, found, code)
        _judge_named(context, found, code)
    for i, (claim, _) in enumerate(found) if codes else ():
        if claim.key in _WAYS and claim.agrees and claim.kind == "count":
            rows, run = _WAYS[claim.key], _run(context, found, i + 1, claim.place.text, claim.place.end)
            if not _is_of_both_before(found, i) and (_is_all(found, run, claim) or _are_in(found, run, rows)):
                _compare(context, found, run, rows)
        elif claim.key == _LAWSUITS and claim.agrees and claim.kind == "count":
            _judge_of_both(context, found, i)
    return found


def _judge_of_both(context: CheckContext, found: Found, i: int) -> None:
    """Compare outcomes that make up all lawsuits: 诉讼9件，直接起诉5件、复议后起诉4件，维持6件、纠正3件."""
    behind = [*range(i + 1, i + 3)]
    ways = [found[j][0] for j in behind if j < len(found)]
    if {claim.key for claim in ways} != {*_WAYS} or not all(claim.agrees for claim in ways):
        return
    run = _run(context, found, i + 3, ways[-1].place.text, ways[-1].place.end)
    if _is_all(found, run, found[i][0]):
        _compare(context, found, run, LAWSUIT_ROWS)


def _judge_named(context: CheckContext, found: Found, code: str) -> None:
    """Compare outcomes behind the name of a way: 其中直接起诉的维持2件、纠正3件，复议后起诉的维持3件."""
    for named in _NAMED.finditer(context.report.texts[code]):
        rows = (DIRECT_ROW if named["direct"] else AFTER_ROW,)
        first = next((j for j, (claim, _) in enumerate(found) if claim.place[:2] == (code, named.end())), None)
        if first is not None and _end(found[first][0]):
            run = _run(context, found, first, code, named.end())
            whole = added((f"{rows[0]}.total",), context.numbers)
            if whole is not None and sum(found[j][0].number or 0 for j in run) <= whole:
                _compare(context, found, run, rows)


def _judge_handed_out(context: CheckContext, found: Found, code: str) -> None:
    """Compare outcomes that 分别 hands to both ways, and those that are handed out right behind them."""
    text = context.report.texts[code]
    told = _EACH.search(text)
    while told:
        behind = [j for j, (claim, _) in enumerate(found) if claim.place[:2] == (code, told.end())]
        if not behind or not behind[0] or found[behind[0] - 1][0].place.text != code:
            return
        pair = (behind[0] - 1, behind[0])
        if any(found[j][0].key in _WAYS and found[j][0].agrees is None for j in pair):
            told = _EACH.search(text, told.end())  # that was of another year, say
            continue
        for j, row in zip(pair, (DIRECT_ROW, AFTER_ROW), strict=True):
            _compare(context, found, [j], (row,), str(told.lastgroup))
        told = _EACH_AGAIN.match(text, told.end())


def _run(context: CheckContext, found: Found, i: int, code: str, start: int) -> list[int]:
    """Return which claims from one on are outcomes told one behind the other from a place of a text on.

    None where one outcome is told twice: 撤销2件，确认违法1件 count towards one cell.
    """
    run: list[int] = []
    text = context.report.texts[code]
    for j in range(i, len(found)):
        claim = found[j][0]
        if claim.place.text != code:
            break
        if claim.number is None:
            continue  # 直接起诉5件，均已审结，维持3件
        between = text[start : claim.place.start]
        is_near = len(between) <= _LONGEST
        is_judged = claim.kind == "count" and claim.agrees is not None and _end(claim) != ""
        if not (is_near and is_judged and _BETWEEN.fullmatch(between)):
            break
        if _end(claim) in [_end(found[k][0]) for k in run]:
            return []
        run.append(j)
        start = claim.place.end
    return run


def _is_all(found: Found, run: Sequence[int], whole: Claim) -> bool:
    """Whether outcomes make up a number."""
    return len(run) >= _FEWEST and sum(found[j][0].number or 0 for j in run) == whole.number


def _are_in(found: Found, run: Sequence[int], rows: Sequence[str]) -> bool:
    """Whether outcomes are read as those of some rows alone."""
    cells = [cell for j in run for cell in found[j][0].cells]
    return bool(cells) and all(cell.rpartition(".")[0] in rows for cell in cells)


def _is_of_both_before(found: Found, i: int) -> bool:
    """Whether the other way stands right before a way, so that both may be meant: 直接起诉5件、复议后起诉4件."""
    return i > 0 and found[i - 1][0].key in _WAYS and found[i - 1][0].place.text == found[i][0].place.text


def _end(claim: Claim) -> str:
    return _OUTCOMES.get(claim.key.removesuffix("_short"), "")


def _compare(context: CheckContext, found: Found, run: Sequence[int], rows: Sequence[str], end: str = "") -> None:
    """Compare claims with the cells of some rows; no words around them excuse them any more."""
    for j in run:
        claim, scope = found[j]
        found[j] = _compared(context.numbers, claim, tuple(f"{row}.{end or _end(claim)}" for row in rows)), scope


def _compared(numbers: Mapping[str, Number], claim: Claim, cells: tuple[str, ...]) -> Claim:
    table = added(cells, numbers)
    if table is None:
        return claim
    meaning = re.split("[（：]", claim.meaning)[0]
    return claim._replace(
        cells=cells, sums=(table,), agrees=claim.number == table, rule_id="N-06", meaning=meaning, is_proven=True
    )

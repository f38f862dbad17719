"""Judges kinds of applicants that add up to a number told before them, which is not that of all applications.

告知另行办理的17件，占17.3%，…，其中自然人提出的14件、企业2件、律所1件: kinds of the 17, however far they stand.
不予公开15件。自然人申请的9件，…；商业企业申请的5件，3件…，2件…；律所申请的1件: kinds of that row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS, OF_ALL_KINDS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found, different
from core.texts.claims.kinds.kinds_of_some import is_rest_of_all
from core.texts.claims.kinds.kinds_told import columns_of
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ASKED_FOR, DEALT_WITH, ONE_KIND
from core.texts.reading.sentence.share_checks import added

_ROWS = "N-05"
_DONE = "all_handled"
"""涉及食品抽检的24件，自然人16件，企业8件，均已答复: the 24."""
_JUDGED = (*ONE_KIND, _DONE)
_TOTALS = (*ASKED_FOR, *DEALT_WITH, "due", "carried_in", "carried_out")
_OF_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准|某一天|不计入|比较")
_UNITS = ("件", "宗", "份")
_FEWEST = 2
_FEW = 2
"""One so many times less than all is no slip of the number of all."""
_OF_ALL = pattern("全[年局市县区省州厅委镇乡]|年内|[本今]年|收到|新收|受理|接收|总体|所有|全部申请|(?:上述|以上)")
"""无法提供17件。(全年)自然人14件: no kinds of the 17."""
_SENTENCES = "。！？\n"
_CLOSE = pattern("[^。！？\\n]*(?:[。！？][^。！？\\n]*)?")
"""What a number is told in, or the sentence before."""
_PART_OF_KIND = pattern("[^；。！？\\n]*")
_OTHERS = pattern("[另余]|此外|结转|办结|合计|共")


def kinds_adding_up(context: CheckContext, found: Found) -> Found:
    """Return the claims, such kinds compared with the row that they add up to, or left alone."""
    if not any(c.key in _JUDGED and c.agrees is False and c.rule_id != _ROWS for c, _ in found):
        return found  # as in most reports
    judged = [*found]
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    for run in _runs(context, found):
        kinds = [found[i][0] for i in run]
        next_one = run[-1] + 1 if run else 0
        behind = found[next_one][0] if run and next_one < len(found) else None
        is_done = behind is not None and behind.key == _DONE and behind.agrees is False
        if len(run) < _FEWEST or not (is_done or any(c.agrees is False for c in kinds)):
            continue
        whole = _whole_of(context, [c for c, _ in found[: run[0]]], kinds, wholes)
        for i in run if whole else ():
            claim, scope = judged[i]
            judged[i] = _of(context, whole, claim) if whole else claim, scope
        if whole and behind and is_done and _goes_on(context, kinds[-1], behind):
            judged[next_one] = behind.left_alone(OF_SOME), found[next_one][1]
    return judged


def _is_kind(claim: Claim) -> bool:
    return claim.key in ONE_KIND and claim.number is not None and bool(claim.cells) and not claim.is_share


def _runs(context: CheckContext, found: Found) -> Iterator[list[int]]:
    """Yield the kinds told in one sentence, with no numbers between them but such as are told of a kind."""
    run: list[int] = []
    for i, (claim, _) in enumerate(found):
        if run and not _goes_on(context, found[run[-1]][0], claim):
            yield run
            run = []
        if _is_kind(claim):
            run.append(i)
    yield run


def _goes_on(context: CheckContext, kind: Claim, claim: Claim) -> bool:
    """Whether a claim is told in the sentence of a kind: the next kind, a share, or some of that kind."""
    text = context.report.texts[kind.place.text]
    if claim.place.text != kind.place.text or last_of(_SENTENCES, text, kind.place.end, claim.place.start) >= 0:
        return False
    if _is_kind(claim) or claim.is_share or claim.number is None:
        return True
    between = text[kind.place.end : max(claim.place.end, kind.place.end)]
    is_less = claim.key not in _TOTALS and claim.number <= (kind.number or 0)
    return is_less and bool(_PART_OF_KIND.fullmatch(between)) and not _OTHERS.search(between)


def _whole_of(
    context: CheckContext, before: Sequence[Claim], kinds: Sequence[Claim], wholes: Sequence[Number | None]
) -> Claim | None:
    """Return the number told before some kinds that they add up to; None where it is that of all, or there is none."""
    together = sum(kind.number or 0 for kind in kinds)
    first, received = kinds[0].place, wholes[0]
    text = context.report.texts[first.text]
    if together in wholes or received is None:
        return None
    for at, claim in reversed([*enumerate(before)]):
        between = text[claim.place.end : max(first.start, claim.place.end)]
        if claim.place.text != first.text or not _CLOSE.fullmatch(between) or _OF_ALL.search(between):
            return None
        if claim.is_share or claim.number is None or claim.number < together:
            continue  # 需要补正的11件，8件按期补正，3件逾期；其中自然人7件、企业4件
        is_some = claim.number == together and _is_of_some(text, claim, received)
        told = [c for c in before[:at] if c.number is not None and not c.is_share]
        return claim if is_some and not is_rest_of_all(text, told, claim) else None
    return None


def _is_of_some(text: str, whole: Claim, received: Number) -> bool:
    """Whether a number is that of a row, or of some applications that the tables do not tell."""
    if whole.rule_id == _ROWS and whole.agrees is not None:
        return whole.key not in ONE_KIND and all(cell.endswith(OF_ALL_KINDS) for cell in whole.cells)
    is_open = whole.agrees is None and not _OF_OTHER_TIMES.search(whole.meaning) and whole.key not in ONE_KIND
    return is_open and text.endswith(_UNITS, 0, whole.place.end) and (whole.number or 0) * _FEW <= received


def _of(context: CheckContext, whole: Claim, kind: Claim) -> Claim:
    """Return a kind compared with its column of the row that it is one of; left alone where there is no such row."""
    if whole.agrees is not True or added(whole.cells, context.numbers) != whole.number:
        return kind.left_alone(OF_SOME) if kind.agrees is False else kind
    rows = [cell.removesuffix(OF_ALL_KINDS) for cell in whole.cells]
    ways = [tuple(f"{row}.{column}" for row in rows for column in columns) for columns in columns_of(context, kind)]
    sums = [added(way, context.numbers) for way in ways]
    if not sums or None in sums:
        return kind.left_alone(OF_SOME)
    cells = ways[sums.index(kind.number)] if kind.number in sums else ways[-1]
    return kind._replace(agrees=kind.number in sums, cells=cells, sums=different(sums), rule_id=_ROWS)

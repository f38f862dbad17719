"""Leaves alone what some are said not to have done, or a part of what the same text tells rightly as a whole.

被申请行政复议19件 (the table's)…，其中7件未先行申请复议: of those seven. 维持9件；当事人对5件维持决定起诉: a part of
the nine. What is told of the year, of the unit or in all is judged, whatever else the text tells.
"""

from __future__ import annotations

from operator import add

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import COERCIONS
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.slips import is_slip

_DENIAL = "none"
_NEW = "N-01"
"""Its claims name what was carried in beside what is new."""
_OFTEN_OF_SOME = ("N-05", "N-06", "N-07")
"""Results, cases and decisions; what came in, was carried over or dealt with at all is told of all."""
_THOSE = pattern("该[案件]|此[案件]|上述|答复内容|其余|这[些几两]?[件起宗案]")
"""复议纠正1件，(该案)答复内容未被否定: of that one."""
_OF_SOME = pattern("[对就]$|当事人|街道|乡镇|个别")
_OUTCOMES = {"upheld", "corrected", "other", "pending"}
"""The columns of table four."""
_REJECTED, _TWO_DIGITS = "rejected", 10
_NOT_DONE = pattern("(?:未曾?|没有?|不曾?|无人)(?:再|先行|先|经过?|申请|提起|提出|作|予|按|登记)")
"""(未先行)申请复议, (未作)处罚: of those that the sentence is on; 未发生 is said of all."""
_STANDING = pattern("(?<=独立)的?(?:行政)?(?:许可|处罚|强制)|主体(?:资格|地位)")
"""没有独立的行政处罚主体资格，21件处罚以市局名义作出: what was decided in the name of another counts here."""
_OF_ALL = pattern(
    "全[年局市县区镇乡部]|本年|年内|今年|年度|20\\d\\d年|一年来|[我本](?:[局委办厅镇乡县市区]|机关|单位)|共|合计|总|综上"
)
_TOLD = "本段已写明件数"
_SORTS = ("强制执行", "强制措施")
_SORT_TOLD = pattern(
    "(?:^|[，；。：、\\n])(?![^，；。：、]*(?:[未无零]|没|不(?!动产)))[^，；。：、]*?(?:(?:实施|采取|作出|均为|都是|全是|全为|皆为|系|属)[^，；。：、]{0,8}?(?P<sort>强制执行|强制措施|查封|扣押|冻结)"
    "|(?P<counted>强制执行|强制措施|查封|扣押|冻结)[^，；。：、\\d]{0,6}\\d)",
    needs=["强制执行", "强制措施", "查封", "扣押", "冻结"],
)
"""行政强制均为强制措施，(没有行政强制执行)"""


def told_rightly_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge what some did not do, and parts of what the same text tells rightly as a whole."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.is_proven:
            continue
        if claim.number is None and claim.cells == (COERCIONS,) and _is_sort_denied(context, claim, found):
            found[i] = claim.left_alone(OF_SOME), scope
            continue
        text, place = context.report.texts[claim.place.text], claim.place.start
        before = text[last_of("；。", text, 0, place) + 1 : place]
        clause = f"{before.rpartition('，')[2]}{claim.quote}"
        right = [c for c, _ in found if c.agrees and c.number and not c.is_share and c.place.text == claim.place.text]
        if not _OF_ALL.search(clause) and (
            _is_denied_of_some(context, claim, before, right) or _is_part_of_told(claim, text, before, right)
        ):
            found[i] = claim.left_alone(_TOLD), scope
    return found


def _is_sort_denied(context: CheckContext, claim: Claim, found: Found) -> bool:
    """Whether one sort of 行政强制 is denied where the text tells the other, or rightly how many there are in all."""
    sorts = [sort for sort in _SORTS if sort in claim.quote]
    if len(sorts) != 1:
        return False
    text = context.report.texts[claim.place.text]
    others = {match["sort"] or match["counted"] for match in _SORT_TOLD.finditer(text)} - {*sorts}
    if sorts[0] == _SORTS[1]:
        return _SORTS[0] in others
    is_told = any(
        c.agrees and c.number and c.cells == (COERCIONS,) and c.place.text == claim.place.text for c, _ in found
    )
    return is_told or bool(others)


def _is_denied_of_some(context: CheckContext, claim: Claim, before: str, right: list[Claim]) -> bool:
    """Whether what a claim denies is told rightly beside it: 复议纠正1件。该案超期，答复内容未被否定."""
    if claim.number is not None or not claim.key.startswith(_DENIAL):
        return False
    is_standing = _STANDING.search(claim.quote)
    if not (is_standing or _NOT_DONE.search(claim.quote) or _THOSE.search(f"{before}{claim.quote}")):
        return False
    there = {cell for cell in claim.cells if context.numbers.get(cell)}
    known = (told.cells[: 1 if told.rule_id == _NEW else None] for told in right)
    return bool(there) and there <= {cell for cells in known if there.issuperset(cells) for cell in cells}


def _is_part_of_told(claim: Claim, text: str, before: str, right: list[Claim]) -> bool:
    """Whether more of the same cells is told rightly just before, and no slip makes one of it: 纠正4件，撤销的2件.

    How many cases there were is told of some only where the words say so; so is what else may be 结果维持 (驳回3件).
    """
    if not claim.number or claim.is_share or claim.rule_id not in _OFTEN_OF_SOME:
        return False
    wholes = [told for told in right if (told.number or 0) > claim.number and _is_of_same(told, claim)]
    if _OF_SOME.search(before) or _OF_SOME.search(claim.quote):
        return bool(wholes)
    if claim.key == _REJECTED or any(cell.endswith(".total") for cell in claim.cells):
        return False
    near = text.rfind("。", 0, max(text.rfind("。", 0, claim.place.start), 0)) + 1
    return any(near <= told.place.start < claim.place.start and not _is_told_again(told, claim) for told in wholes)


def _is_told_again(told: Claim, claim: Claim) -> bool:
    """Whether a number is said in the same words as another one, or is a slip for it: 予以公开20件。…公开18件."""
    words, others = ({*map(add, quote, quote[1:])} for quote in (claim.quote, told.quote))
    is_same = any(all("\u4e00" <= sign <= "\u9fff" for sign in pair) for pair in words & others)
    number, whole = claim.number or 0, told.number or 0
    return is_same or (number >= _TWO_DIGITS and is_slip(number, whole))


def _is_of_same(told: Claim, claim: Claim) -> bool:
    """Whether a number is that of the cells of another claim; 其他结果6件 may be those of 行政复议, or of all ways."""
    if told.cells == claim.cells:
        return True
    outcomes = {cell.rpartition(".")[2] for cell in (*told.cells, *claim.cells)}
    is_one_outcome = len(outcomes) == 1 and outcomes <= _OUTCOMES
    return is_one_outcome and told.number in claim.sums and {*claim.cells} <= {*told.cells}

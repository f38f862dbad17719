"""What narrows cases that are not all: answers that led to them, 跨年审理 behind them, kinds that are no disclosure."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import holds_one, last_of, pattern
from core.form.known_cells import AFTER_ROW, ALL_WAYS, DIRECT_ROW, HANDLED, REVIEW_ROW, in_row
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.sentences import CASE_TEXTS
from core.texts.reading.sentence.share_checks import added

_WAY_TO_COURT = "way_to_court"
_TOTAL = ".total"
_CASE = "(?:复议|诉讼|起诉|应诉)"
_WENT_ON = pattern(
    f"(?:其中|后|有|，)*(?:(?:申请人|当事人|对方|其中)?(?:因?不服|有异议)?(?:而)?(?:被|先后|依法|又|再)*(?:申请|提起|提出|引发)?了?(?:行政)?{_CASE})的(?:仅|只|共|计)?(?:有|为)?$"
)
"""以案卷为由不予公开14件，(被复议的)4件: of these 14."""
_OF_THESE = pattern(
    "(?:因|对|就|针对|围绕|上述|其中)?(?:这|该|上述|以上|前述|此)(?P<n>\\d+)[件宗份][^；。：\\d]{0,24}$"
)
"""(因这27件提起复议的)有5件, (针对这13件答复，申请人提起复议)2件"""
_BY_THESE = pattern(
    f"(?:由此|因此|对此|就此|因而)(?:而)?(?:被|先后|又)*(?:引发|引起|产生|提起|申请|导致)[^，；。\\d]{{0,8}}{_CASE}"
)
"""不予公开9件，(由此引发复议)3件"""
_PENDING_BEHIND = pattern(
    "[件宗起]?(?:案件)?(?:，?(?:因|由于)[^，；。\\d]{2,24}?)?(?:仍|还|尚|需|须|要|正|将|已)*(?:在?[一二]审(?:程序|审理)?(?:中|期间|阶段)?(?=[，。；])|在审理?|跨年度?(?:审理|办理|审结)?|(?:转入|结转|延至|延期至|顺延|延续)(?:20\\d\\d年)?(?:\\d+月份?)?[^，；。\\d]{0,6}(?:审理|办理|审结)"
    "|(?:未|没有?|待)(?:能|有|及|作出?|出)?(?:审结?|审理?完|开庭|判决?|宣判|下判|结案|办结|办完|了结|裁决|决定|结果|结论|定论)|悬而未决"
    "|(?:等待|等候|等)(?:判决|开庭|宣判|裁判|裁决|结果|决定))"
)
"""诉讼案件则有2件(因鉴定、送达等原因跨年审理)"""
_AGAINST_REVIEWS = pattern("[^。；]{0,30}?不服[^，；。]{0,12}(?:复议|维持)(?:维持)?(?:的)?(?:决定|结果|结论)")
_TO_COURT = pattern("起诉|诉至|诉诸|诉到|告上|提起[^，；。]{0,4}诉讼|法院")
_OF_DISCLOSURE = pattern(
    "(?:政府信息公开|信息公开|政务公开|依申请公开)(?:类|方面|领域|事项|答复|申请|案件|复议|引发|引起|的|有|为|共|只|仅)*(?P<n>\\d+)[件宗起]"
)
_IS_OF_DISCLOSURE = pattern(
    "(?P<n>\\d+)[件宗起](?:案件|案|复议|诉讼)?(?:是|为|系|则|涉及?|属于?|因|由|针对|关于|归)+(?:政府信息公开|信息公开|政务公开|依申请公开)"
)
"""复议6件，(1件属于政府信息公开)，5件由投诉处理引起"""
_NAMES_OUTCOME = pattern("维持|纠正|撤销|驳回|审结|在审|结果|终止|撤回|调解|败诉|胜诉|责令")
_COUNTED = pattern("(\\d+)[件宗起]")
_CLAUSE = pattern("[^，；。：、（）]*")
_FEWEST_PARTS = 2
_MATTER_BEHIND = pattern("[件宗起](?:案件)?(?:涉及?|属于?|针对|关于)(?!结果|其他)[^，；。\\d]{2,20}(?=[，；。])")
_OF_THOSE = pattern("(?:案件|案|复议|诉讼|起诉|的)(?:当?中|里)?，?(?:也|仅|只|共|还|另)*有$")
"""(行政复议案件有)3(件涉及征地拆迁)"""
_OTHER_SORTS = pattern(
    "(?:处罚|许可|强制|征收|征地|拆迁|补偿|举报|投诉|登记|确权|工伤|认定|行政处理|不作为|履职|履行职责|审批|收费|裁决|给付|确认|其他)[^，；。、\\d]{0,8}\\d+[件宗起]"
    "|其[余他](?:案件)?(?:均|都|多|主要)?(?:为|是|系|涉及|属于?)(?!政府信息|信息公开|公开)"
)
_CASES_COUNTED = pattern(f"(?:{_CASE}|被诉|案件)[^，；。：、\\d]{{0,10}}(?P<n>\\d+)[件宗起]")
_SORTS_NAMED = pattern("(?:复议|诉讼|案件)[^，；。\\d]{0,8}：[^。]*类$")
"""复议案件类型：(行政处罚类)7件"""
_LISTED = pattern("其中|涉及|包括|分别|[按从]|有|：")
_DONE = pattern("作出|实施|办理|下达|完成|核发|办结|查处")
_ENDS = "。！？\n"
_NONE_OF_OURS = pattern(
    "(?:涉及?|因|由|属于|关于|有关|针对)(?:政府)?信息公开[^，；。\\d]{0,10}?(?:复议|诉讼|应诉|案件)[^，；。\\d]{0,12}(?:0[件宗起]|零)"
    "|(?:未|没有?)(?:发生|收到|出现|产生|有|涉及|因|由|过)+(?:政府)?信息公开[^，；。\\d]{0,10}?(?:复议|诉讼|应诉|案件)",
    needs=["信息公开"],
)
"""全年发生行政复议案件1件，系行政处罚争议；(涉及政府信息公开的行政复议、行政诉讼均为0件)"""
_KIND_OF_ROW = {REVIEW_ROW: ("复议", "案件"), DIRECT_ROW: ("诉", "案件"), AFTER_ROW: ("诉", "案件")}
_MOST_SENTENCES = 2


def are_narrowed(told: Told, known: Number | None, numbers: Mapping[str, Number]) -> bool:
    """Whether words around a number of cases narrow it, or say how they came to court."""
    claim = told.claim
    if claim.number is None:
        last = told.before[-1] if told.before else None
        is_after_some = last is not None and last.agrees is None and OF_SOME in last.meaning and last.rule_id == "N-06"
        return is_after_some and claim.key == _WAY_TO_COURT  # 诉讼案件有2件跨年审理，均为复议后起诉
    if not all(cell.endswith(_TOTAL) for cell in claim.cells):
        return False
    return (
        _is_of_answers(told, known, numbers)
        or _is_right_for_pending(told, numbers)
        or _is_against_reviews(told, numbers)
        or _is_of_all_matters(told, known)
    )


def are_beside_none(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether cases are all of the office's, of which none is on disclosure: 复议1件；涉及信息公开的复议0件."""
    rows = {cell.rpartition(".")[0] for cell in told.claim.cells}
    if told.claim.number is None or any(numbers.get(f"{row}{_TOTAL}") != 0 for row in rows):
        return False
    place, text = told.claim.place, told.text
    begin, own = text.rfind("\n", 0, place.start) + 1, last_of("。；，\n", text, 0, place.start) + 1
    if "公开" in text[own : place.end]:
        return False
    before = "。".join(text[begin:own].split("。")[-_MOST_SENTENCES:])
    behind = "。".join(text[place.end :].partition("\n")[0].split("。")[:_MOST_SENTENCES])
    behind = "" if "公开" in before.rpartition("。")[2].rpartition("；")[2] else behind
    said = _NONE_OF_OURS.search(behind) or _NONE_OF_OURS.search(before)
    return said is not None and all(holds_one(said[0], _KIND_OF_ROW[row]) for row in rows if row in _KIND_OF_ROW)


def is_sort_of_cases(told: Told) -> bool:
    """Whether decisions are what cases are about: 行政复议案件共163件，其中行政处罚类47件."""
    claim = told.claim
    head = told.text[told.start : claim.place.end]
    if claim.number is None or not holds_one(head, ("复议", "诉", "案件")) or _DONE.search(told.own):
        return False
    if claim.place.text in CASE_TEXTS and _SORTS_NAMED.search(told.text, told.start, claim.place.start):
        return True
    if claim.place.text in CASE_TEXTS and _is_beside_disclosure(told):
        return True  # 以处罚类为主，行政处罚16件，政府信息公开5件
    counted = _CASES_COUNTED.search(head)
    if counted is None or claim.number > int(counted["n"]):
        return False
    return claim.place.text in CASE_TEXTS or bool(_LISTED.search(head, counted.end()) and not _DONE.search(head))


def _is_beside_disclosure(told: Told) -> bool:
    """Whether those on disclosure are counted in the same sentence as one kind of the same list."""
    ends = [at for at in (told.text.find(mark, told.claim.place.end) for mark in _ENDS) if at >= 0]
    return bool(_OF_DISCLOSURE.search(told.text, told.start, min(ends, default=len(told.text))))


def _is_of_answers(told: Told, known: Number | None, numbers: Mapping[str, Number]) -> bool:
    """Whether cases are those that a number of answers led to: 以案卷为由不予公开14件，被复议的4件."""
    claim = told.claim
    if known is None or claim.number is None or claim.number > known:
        return False
    these = _OF_THESE.search(told.text, told.part, claim.place.start)
    if these:
        wholes = [added(way, numbers) for way in ALL_WAYS]
        return claim.number <= int(these["n"]) and int(these["n"]) not in wholes
    if not (_WENT_ON.fullmatch(told.own.rpartition("、")[2]) or _BY_THESE.match(told.own)):
        return False
    results = [c for c in told.before if not c.is_share and c.number is not None]
    while results and results[-1].rule_id == "N-06" and results[-1].agrees is None and OF_SOME in results[-1].meaning:
        results.pop()  # 被复议的2件、被起诉的1件
    if not results or results[-1].rule_id != "N-05":
        return False
    whole, handled = results[-1].number or 0, numbers.get(HANDLED)
    is_alone = len([c for c in results if c.rule_id == "N-05"]) == 1
    return is_alone and claim.number <= whole and whole != handled


def _is_right_for_pending(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of the cases that are said behind it not to be closed."""
    if not _PENDING_BEHIND.match(told.text, told.claim.place.end):
        return False
    cells = tuple(f"{cell.removesuffix(_TOTAL)}.pending" for cell in told.claim.cells)
    return told.claim.number == added(cells, numbers)


def _is_against_reviews(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether cases are lawsuits that came behind a review: 4件案件都是当事人不服区政府复议决定，…起诉至法院."""
    claim = told.claim
    if not all(in_row(cell, REVIEW_ROW) for cell in claim.cells):
        return False
    against = _AGAINST_REVIEWS.match(told.text, claim.place.start)
    ends = [at for at in (told.text.find(mark, claim.place.end) for mark in _ENDS) if at >= 0]
    is_in_court = against is not None and _TO_COURT.search(told.text, against.end(), min(ends, default=len(told.text)))
    return bool(is_in_court) and claim.number == numbers.get(f"{AFTER_ROW}.total")


def _is_of_all_matters(told: Told, known: Number | None) -> bool:
    """Whether cases are of all matters, those on disclosure being told as one of their kinds, and right."""
    claim = told.claim
    ends = [at for at in (told.text.find(mark, claim.place.end) for mark in f"；{_ENDS}") if at >= 0]
    end = min(ends, default=len(told.text))
    behind = told.text[claim.place.end : end]
    if _OF_THOSE.search(told.own) and (about := _MATTER_BEHIND.match(told.text, claim.place.end - 1)):
        return "公开" not in about[0] and known is not None and (claim.number or 0) < known
    ours = _OF_DISCLOSURE.search(behind) or _IS_OF_DISCLOSURE.search(behind)
    is_one = ours is not None and int(ours["n"]) == known and (claim.number or 0) > int(ours["n"])
    is_one = is_one and "公开" not in told.own
    return is_one and (bool(_OTHER_SORTS.search(behind)) or _are_all_parts(behind, claim.number))


def _are_all_parts(behind: str, whole: Number | None) -> bool:
    """Whether the first numbers behind a whole add up to it, and none of them is told by what came of it."""
    counted = [*_COUNTED.finditer(behind)]
    values = [int(match[1]) for match in counted]
    for last in range(_FEWEST_PARTS, len(values) + 1):
        if sum(values[:last]) == whole:
            clause = _CLAUSE.match(behind, counted[last - 1].end())
            return not _NAMES_OUTCOME.search(behind, 0, clause.end() if clause else len(behind))
    return False

"""What the words before a number of cases narrow it to: 尚未审结的7件中，…直接起诉1件; 省厅受理的5件中维持4件."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import AFTER_ROW, ALL_WAYS, DIRECT_ROW, LAWSUIT_ROWS, LAWSUITS, REVIEW_ROW, in_row
from core.report.entry_text import Number
from core.texts.claims.alibi.cases_narrowed import are_beside_none, are_narrowed
from core.texts.claims.alibi.cases_of_respondents import is_of_one_respondent, is_of_some_cases, is_of_third_party
from core.texts.claims.alibi.denied_of_applicants import are_some_applications, is_of_these_applicants
from core.texts.claims.alibi.frames import Told, is_of_a_time
from core.texts.claims.alibi.last_of_list import is_last_of_list
from core.texts.claims.alibi.no_other_cases import is_beside_those_told
from core.texts.claims.alibi.rest_told import is_all_but_corrected, is_rest_told
from core.texts.claims.alibi.whole_told import is_part_of_outcome
from core.texts.claims.claim import Claim
from core.texts.reading.sentence.share_checks import added

_OUTCOME = pattern(
    "(?P<pending>尚?未审结|未结|在审|尚在审理|正在审理|审理中|未审结|待审)|(?P<upheld>维持|胜诉|驳回)"
    "|(?P<corrected>纠正|纠错|撤销|败诉|确认违法|责令)|(?P<other>其他结果|终止|撤回|调解)"
)
_NO_CELLS = pattern(
    "[由因](?:分局|街道|机关|[省市县区]局|[本各]级|部门|乡镇|镇街|县区|区县|中心|[^，；。\\d]{1,6}[科处所站队室])[^，；。\\d]{0,8}(?:引发|引起|产生)的"
    "|(?:自然人|公民|个人|企业|公司|律所|法人)(?:申请|提起|提出)的|二审|再审|上诉|终审|抗诉|重审|不服(?:行政)?(?:复议)?维持|不服其[他它]复议"
    "|(?:政府|分局|部门|乡镇|镇|乡|街道|[区县]县?|支队|大队)(?:本级)?作?为(?:共同|(?:行政)?复议)?(?:被申请人|被告)|(?:部门|乡镇|街镇|镇街|镇乡|分局|（街道）)(?:全年|共|合计)?被(?:申请|提起)?(?:行政)?(?:复议|起?诉)|(?:受理|审理|管辖|审查|人提起)的[^，；。\\d]{0,6}(?P<n>\\d+)[件宗起](?:案件|复议|诉讼)*(?:当?[中里])?"
    "|(?:起诉|诉讼)(?:案件)?的(?:原)?复议(?:结果|决定)|原(?:复议)?(?:决定|处理)[^。；]{0,10}$|作为(?:共同)?(?:被告|被申请人|第三人)的[^，；。\\d]{0,6}\\d+[件宗起](?:案件|复议|诉讼)*(?:当?中|里)"
)
"""Cases of one instance or of one body, of which the table has no cells."""
_OF_ONE = pattern("(?:同一|该|一)名?(?:申请人|原告|当事人|人)(?!体)[^；。]*\\d+[件宗起]")
"""(同一申请人就一份答复先复议后诉讼的4件)，复议均维持"""
_REST = pattern("其余|余下|剩余|剩下")
_WAY_TO_COURT = "way_to_court"
_OF_WHAT = pattern("复议|诉讼|起诉|应诉|法院")
_NAMED = (
    (pattern("复议后(?:又|再)?(?:向法院)?(?:提起)?(?:起诉|诉讼)|经复议"), (AFTER_ROW,)),
    (pattern("直接(?:向法院)?(?:起诉|提起诉讼)|未经复议"), (DIRECT_ROW,)),
    (pattern("复议"), (REVIEW_ROW,)),
    (pattern("诉讼|应诉|起诉"), LAWSUIT_ROWS),
)
_AGAINST_REVIEW = pattern(
    "(?:对[^，；。]{0,6}(?:维持|复议)决定(?:仍)?不服|不服[^，；。]{0,4}(?:维持|复议)决定)[^，；。\\d]{0,6}(?:诉讼|起诉)"
)
"""(对维持决定不服提起诉讼)的9件"""
_NEAR_BEHIND = 8
_NOUN_BEHIND = pattern(
    "(?:[件宗起])?[^，；。\\d]{0,6}(?:[、，和及与]+\\d+[件宗起][^，；。、\\d]{1,8}?)*的(?:行政)?(?P<noun>复议|诉讼)(?:案件|申请)?"
)
"""2件(维持、1件终止的复议案件)"""
_COUNT = pattern("(\\d{1,9})[件宗起]")
_BARE = pattern("(?:共计?|合计|计|有|为|达|总共)+")
_OF_THEM = pattern("其中|另有|有(?=$|\\d)")
_LED_TO = pattern("(?:引发|引起|导致|带来)[^，；。]{0,4}(?:复议|诉讼)")
_SOME_ANSWERS = pattern("(?:不予|部分|予以)公开|无法提供|不予处理|其他处理|信访类?申请|重复申请")
"""(不予公开的申请)一件也没有引发诉讼: others may have."""
_APPLICATIONS = pattern("(?:政府信息公开|信息公开)?(?:申请|答复|办件|事项)")
_REVIEWED = pattern("后(?:又|再|仍|不服)*(?:向法院)?(?:提起|被)?(?:起?诉)")
"""均为复议维持(后起诉): how they came to court."""
_BY_COURT = pattern("[件宗起]?[^，；。：、（）\\d]{0,6}(?:裁定|判决|法院)")
"""1件(为裁定驳回起诉)"""
_NOT_AGAIN = pattern("(?:均|都)?(?:未|没有?|无人)(?:再|又)|(?:均|都)(?:未|没有?)[^，；。]{0,6}诉")
"""纠正6件，(均未再诉)"""
_DECISION = pattern("(?:作出|下达|收到|送达)[^，；。]{0,10}(?:决定|判决|裁[判决定])书?$")
_SORTS = pattern("撤回|撤诉|终止|调解|不予受理|驳回")
_MARK = pattern("[，；。：、（）！？\n]")
_ANOTHER = pattern("(?:另外?|还)有?")
_SAYS_CASES = pattern(
    "复议|诉讼|起诉|应诉|维持|纠正|纠错|撤销|其他|审结|未结|在审|判令|责令|重新|支持|胜诉|败诉|违法|撤诉|撤回"
    "|待[决判裁]|其余|余下|剩|总|共|合计|[增减较比多少]|[上去]年"
)
"""Words of a number that is told beside the others, and is no part of theirs."""
_OF_AFTER = pattern(
    "(?:先(?:行)?(?:行政)?复议[，、]?后|复议[之以]?后(?:又|再|仍|继续)*|经(?:行政)?复议(?:后)?(?:又|再)*)(?:向法院)?(?:提起|进入)?(?:行政)?(?:诉讼|起诉|提起|应诉)的?"
    "(?P<n>\\d+)[件宗起][^，；。\\d]{0,8}(?:(?:[中里]|当中)[，：]|，其中[，：]?|，(?=复议))"
)
"""先复议后诉讼的6件案件(中，)复议维持5件；诉讼维持3件: what their reviews came to is in no cell of its own."""
_NEUTRAL = pattern(
    "(?:案件|申请)?(?:，?(?:均|都|已|全部)[^，；。]{0,16}(?:答复|办结|回复|办复|处理|办理完毕))?(?:均|都|全部)?(?:为|由)?[^，；。\\d]{0,6}(?:提出|提起|提交)?(?:，|的)*"
    "(?:人民法院|法院|复议机关|一审|二审|经|最终|结果|(?:答复|签收|办结|公开)后|申请人|当事人|对方|均|都|也|且|后|(?:对此|对答复)?(?:表示|予以)?(?:理解|认可|接受|满意|(?:没有|无|未提出?|没有提出?)异议)，?)*"
)
"""15件(，答复后)无一引发诉讼: with no other subject between."""
_NONE_AFTER = pattern("(?:未|没有?|无)[^，；。\\d]{0,10}复议[^，；。\\d]{0,4}后[^，；。\\d]*", needs=["复议"])
"""(未发生复议后又提起诉讼的情况): none came to court that way."""
_AGAIN = pattern("(?:再次|再度|重新|又)[^，；。]{0,4}(?:申请|提起|提出|引发|引起)|(?<!后)再(?:次|度)?(?:起?诉|复议)")
"""没有一件被(再次申请)复议: of those told before."""
_REVIEWS_IN_COURT = pattern(
    "复议(?:机关)?(?:的)?(?:维持|决定|结果)[^，；。\\d]{0,6}(?:中|里)的?$"
    "|(?:对|就|针对)\\d+[件起宗](?:复议)?维持的?(?:决定|结果)(?:[中里]的?|，)[^，；。\\d]{0,8}$"
)
"""当事人对6件(复议维持决定中的)4件提起诉讼"""
_SAID_OF_IT = pattern("\\d+[件起宗份](?:申请)?(?:均|都|全部)")
_COUNTED = ("件", "起", "宗", "份", "复议", "诉讼", "案件")
"""What a number of cases or applications ends with: 3件复议, before 均未被纠正."""
_DENIED = pattern("没有|无|未|零")
_ONE_SORT = pattern("确认违法|责令|变更")
_ANY_SORT = pattern("纠正|纠错|撤销|败诉|改变|推翻")
_FOR_A_REASON = pattern(
    "因(?!(?:政府信息|信息公开|政务公开|依申请|公开|此|申请))[^，；。]{2,14}?(?:而)?被[^，；。]{0,6}(?:撤销|纠|责令|确认|变更)"
)
"""没有一件复议(因逾期答复被责令)限期答复"""
_FOR_A_CAUSE = pattern("[^，；。]{0,6}[件起宗](?:案件)?(?:因|由于)")
_MARKS = "。！？\n"


def is_of_those_cases(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is right for the cases that the words around it name, or the table has none of these."""
    claim = told.claim
    if not claim.cells or not all(cell.startswith("t4.") for cell in claim.cells):
        return False
    known = added(claim.cells, numbers)
    if claim.number is None and claim.quote.endswith("维持") and _REVIEWED.match(told.text, claim.place.end):
        return True
    if claim.number is None or (known is not None and claim.number <= known):
        part, whole = told.text[told.part : claim.place.start], _whole(claim, numbers)
        is_of_one = bool(_OF_ONE.search(told.text, told.part, claim.place.end + 1))
        narrowed = [int(m["n"]) != whole if m["n"] else claim.number is not None for m in _NO_CELLS.finditer(part)]
        if is_of_one or any(narrowed) or (claim.number is not None and is_of_a_time(told)):
            return True
    if claim.kind == "some" and _FOR_A_CAUSE.match(claim.quote):
        return False  # 1件因程序瑕疵被纠正: there are so many at least, whatever it is some of
    return (
        _is_of_those_reviewed(told, numbers)
        or is_of_some_cases(told)
        or _is_right_for_outcome(told, numbers)
        or _is_right_for_kind(told, numbers)
        or is_part_of_outcome(told, known)
        or _is_right_for_those_told(told, numbers)
        or _is_of_some_answers(told, known, numbers)
        or is_of_these_applicants(told, numbers)
        or is_last_of_list(told)
        or is_rest_told(told, known)
        or is_all_but_corrected(told, numbers)
        or is_beside_those_told(told, known, numbers)
        or is_of_one_respondent(told, known)
        or is_of_third_party(told)
        or _is_sort_of_other(told, known)
        or _is_another(told, known)
        or _is_of_those_closed(told)
        or _is_one_of_parts(told, numbers)
        or _is_all_decided(told, numbers)
        or _is_of_number_before(told, numbers)
        or _is_one_way_to_lose(told)
        or _is_of_reviews_in_court(told, numbers)
        or are_narrowed(told, known, numbers)
        or are_beside_none(told, numbers)
        or (told.claim.number is None and bool(_AGAIN.search(_NONE_AFTER.sub("", told.claim.quote))))
    )


def _is_of_those_reviewed(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether an outcome is of the cases that came to court after a review: of their reviews, or right for them."""
    claim = told.claim
    frame = _OF_AFTER.search(told.text, told.start, claim.place.start)
    if frame is None or claim.number is None or claim.number > int(frame["n"]):
        return False
    if all(in_row(cell, REVIEW_ROW) for cell in claim.cells):
        return True
    ends = dict.fromkeys(cell.rpartition(".")[2] for cell in claim.cells)
    return claim.number == added(tuple(f"{AFTER_ROW}.{end}" for end in ends), numbers)


def _whole(claim: Claim, numbers: Mapping[str, Number]) -> Number | None:
    """Return how many cases there are of the kinds that a claim is on."""
    return added(tuple(dict.fromkeys(f"{cell.rpartition('.')[0]}.total" for cell in claim.cells)), numbers)


def _is_right_for_outcome(told: Told, numbers: Mapping[str, Number]) -> bool:
    """维持9件（直接起诉3件）; 纠正2件，均为复议后起诉: of the outcome named before."""
    if not all(cell.endswith(".total") for cell in told.claim.cells):
        return False
    part = told.plain_head if told.own.startswith("其中") else told.plain_head[told.part - told.start :]
    if told.claim.number is None:
        clauses = [clause for clause in part.split("，") if clause]
        part = clauses[-1] if told.claim.key == _WAY_TO_COURT and clauses and "、" not in clauses[-1] else ""
    outcomes = [*_OUTCOME.finditer(part)]
    if not outcomes:
        return False
    end = outcomes[-1].lastgroup
    cells = tuple(f"{cell.removesuffix('.total')}.{end}" for cell in told.claim.cells)
    if added(cells, numbers) == (told.claim.number or 0):
        return True
    if told.claim.number is None or not _BARE.fullmatch(told.own):
        return False
    clause = part.split("，")[-2] if "，" in part else ""  # 其余纠正发生在复议环节，共5件
    named = next((groups for words, groups in _NAMED if words.search(clause)), ())
    return told.claim.number == added(tuple(f"{group}.{end}" for group in named), numbers)


def _is_right_for_kind(told: Told, numbers: Mapping[str, Number]) -> bool:
    """其余4件中，3件维持: of the kind of cases spoken of before, or named behind: 2件维持、1件终止的复议案件."""
    claim = told.claim
    ends = {cell.rpartition(".")[2] for cell in claim.cells}
    if claim.number is None or len(ends) != 1:
        return False
    if _AGAINST_REVIEW.search(told.text, told.part, claim.place.end):
        return claim.number == added(tuple(f"{AFTER_ROW}.{end}" for end in ends), numbers)
    if _OF_WHAT.search(told.own):
        return False
    behind_it = told.text[claim.place.end : claim.place.end + _NEAR_BEHIND]
    if (
        told.own.endswith("的")
        and not _OF_WHAT.search(behind_it)
        and any(
            claim.number == added(tuple(f"{row}.{end}" for row in rows for end in ends), numbers)
            for words, rows in _NAMED
            if words.search(told.head)
        )
    ):
        return True  # 复议维持17件中有6件继续起诉；纠正的4件均已重新答复
    behind = _NOUN_BEHIND.match(told.text, claim.place.end)
    words = behind["noun"] if behind else ""
    if not words and _REST.search(told.head):
        words = told.head[: [m.start() for m in _REST.finditer(told.head)][-1]]
    named = [groups for words_of, groups in _NAMED if words_of.search(words)]
    if not words and _BY_COURT.match(told.text, claim.place.end):
        named = [LAWSUIT_ROWS]
    ways = [tuple(f"{group}.{end}" for group in groups for end in ends) for groups in named]
    return claim.number in [added(way, numbers) for way in ways]


def _is_right_for_those_told(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether an outcome is that of the cases counted before it: 复议后起诉11件，占诉讼的68.8%，其中维持6件.

    经复议的11件，未经复议的5件，维持合计9件: of both, outside of brackets.
    """
    ends = {cell.rpartition(".")[2] for cell in told.claim.cells}
    if (
        told.claim.number is None
        or len(ends) != 1
        or ends == {"total"}
        or _OF_WHAT.search(told.claim.quote.replace("法院", ""))
    ):
        return False
    part = told.text[told.part : told.claim.place.start]
    since = told.start if "法院" in part or part.startswith("其中") else told.part
    counted = [c for c in told.before if c.key.startswith("cases_") and c.number is not None and c.place.start >= since]
    if not counted:
        return False
    ways = [counted[-1].cells]
    if "（" not in told.plain_head and {c.key for c in counted} >= {"cases_direct", "cases_after"}:
        ways.append(LAWSUITS)
    sums = [added(tuple(f"{cell.rpartition('.')[0]}.{end}" for cell in way for end in ends), numbers) for way in ways]
    return told.claim.number in sums


def _is_of_some_answers(told: Told, known: Number | None, numbers: Mapping[str, Number]) -> bool:
    """Whether cases are those of some answers: 第三方权益8件，其中1件经复议纠正; 行政查询5件、内部事务2件均无诉讼."""
    last = told.before[-1] if told.before else None
    if told.claim.number is None and _LED_TO.search(told.claim.quote):
        return bool(_SOME_ANSWERS.search(told.text, told.part, told.claim.place.end))
    if last is None or any(c.rule_id == "N-06" for c in told.before):
        return False
    if told.claim.number is None:
        is_within = last.place.start >= told.claim.place.start - len(told.own)
        is_some = last.rule_id == "N-05" or _is_of_some_applications(told, last, numbers)
        return is_some and is_within and told.claim.key.startswith("none_")
    is_some = known is not None and told.claim.number <= min(known, last.number or 0)
    is_result = any(c.rule_id == "N-05" for c in told.before)
    return is_some and is_result and bool(_OF_THEM.match(told.own) or told.own.startswith(("经复议", "经行政复议")))


def _is_of_some_applications(told: Told, last: Claim, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of applications of which the words before it name a part: 经补正的6件申请零复议."""
    between = told.text[last.place.end : told.claim.place.start]
    return last.agrees is None and last.number not in _all_of_them(numbers) and bool(_APPLICATIONS.match(between))


def _all_of_them(numbers: Mapping[str, Number]) -> list[Number | None]:
    return [added(way, numbers) for way in ALL_WAYS]


def _is_another(told: Told, known: Number | None) -> bool:
    """2件复议被责令重新答复；另1件复议跨年审理: one more beside some of them."""
    stem = told.claim.cells[0].rpartition(".")[0]
    beside = [c for c in told.before if c.number and c.cells and c.cells[0].startswith(stem)]
    if not beside or told.claim.number is None or known is None or not _ANOTHER.fullmatch(told.own):
        return False
    return told.claim.number + (beside[-1].number or 0) <= known


def _is_of_those_closed(told: Told) -> bool:
    """复议纠正6件，均未再诉: none of these went to court."""
    last = told.before[-1] if told.before else None
    if last is None or told.claim.number is not None or not _NOT_AGAIN.match(told.claim.quote):
        return False
    is_outcome = all(in_row(c, REVIEW_ROW) and not c.endswith(".total") for c in last.cells or ("",))
    return is_outcome and bool(last.number) and last.place.start >= told.part


def _is_one_of_parts(told: Told, numbers: Mapping[str, Number]) -> bool:
    """以市局名义答复引发的复议18件，以分局名义答复引发的11件: with those beside it that are not named it is all.

    原告撤诉1件、法院按撤诉处理1件: of all lawsuits, where the words leave open of what.
    """
    claim, text = told.claim, told.text
    if claim.number is None:
        return False
    ends = [at for at in (text.find(mark, claim.place.end) for mark in f"{_MARKS}；") if at >= 0]
    counted = [*_COUNT.finditer(text, told.part, min(ends, default=len(text)))]
    own = next((i for i, m in enumerate(counted) if m.end() > claim.place.start), None)
    if own is None or int(counted[own][1]) != claim.number:
        return False
    starts = [told.part, *(m.end() for m in counted)]
    stops = [next((at.start() for at in _MARK.finditer(text, m.end())), len(text)) for m in counted]
    is_open = [_is_beside(claim, text[start:stop]) for start, stop in zip(starts, stops, strict=False)]
    ways = [claim.cells, tuple(c for c in claim.cells if not in_row(c, REVIEW_ROW)), claim.cells[:1]]
    ways += [_turned_down(claim)] if "驳回" in text[starts[own] : stops[own]] else []
    first = next((i + 1 for i in range(own - 1, -1, -1) if not is_open[i]), 0)
    last = next((i for i in range(own + 1, len(counted)) if not is_open[i]), len(counted))
    values = [int(m[1]) for m in counted]
    if last > own + 2 and sum(values[own + 1 : last]) == values[own]:
        return False  # 对4件其他结果案件，撤回2件、驳回申请2件: the whole of those behind it
    sums = [sum(values[a:b]) for a in range(first, own + 1) for b in range(own + 1, last + 1) if b - a > 1]
    return any(added(way, numbers) in sums for way in ways if way)


def _is_beside(claim: Claim, words: str) -> bool:
    """Whether the words of another number name no cases, or the same outcome: 撤销1件、确认违法1件 were corrected."""
    outcomes = {m.lastgroup for m in _OUTCOME.finditer(words)}
    own = {cell.rpartition(".")[2] for cell in claim.cells}
    if claim.cells[0].endswith(".other") and _SORTS.search(words):
        return outcomes <= {"upheld", "other"}
    return outcomes == own if outcomes else not _SAYS_CASES.search(words)


def _turned_down(claim: Claim) -> tuple[str, ...]:
    """Return the cells of what was upheld: 驳回诉讼请求9件、驳回起诉1件 are entered as it, or as other outcomes."""
    return tuple(f"{cell.rpartition('.')[0]}.upheld" for cell in claim.cells)


def _is_sort_of_other(told: Told, known: Number | None) -> bool:
    """其他结果17件，主要为申请人撤回11件、驳回申请2件: a sort of those told before; 听证2件，调解1件: some of all."""
    number = told.claim.number
    if number is None or not _SORTS.search(told.own):
        return False
    outcomes = [c for c in told.before if c.place.start >= told.part and c.cells and not c.cells[0].endswith("total")]
    others = [c for c in outcomes if c.agrees and all(cell.endswith(".other") for cell in c.cells)]
    if others:
        return number < (others[-1].number or 0)
    behind = re.split(f"[{_MARKS}；]", told.text[told.claim.place.end :])[0]
    is_alone = not any(c.rule_id == "N-06" for c in outcomes) and not _OUTCOME.search(behind)
    return is_alone and known is not None and number < known


def _is_all_decided(told: Told, numbers: Mapping[str, Number]) -> bool:
    """区政府作出复议决定13件: of those that are closed."""
    stems = dict.fromkeys(cell.rpartition(".")[0] for cell in told.claim.cells)
    cells = tuple(f"{stem}.{end}" for stem in stems for end in ("upheld", "corrected", "other"))
    is_whole = all(cell.endswith(".total") for cell in told.claim.cells)
    return is_whole and bool(_DECISION.search(told.own)) and told.claim.number == added(cells, numbers)


def _is_of_number_before(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether what is said of all is said of the cases counted right before it: 自然资源局涉诉5件，均获支持."""
    last = told.before[-1] if told.before else None
    is_of_all = told.claim.number is None and told.claim.key != _WAY_TO_COURT
    if last is None or not is_of_all or last.agrees is not None or last.place.start < told.part:
        return False
    between = told.text[last.place.end : told.claim.place.start]
    is_counted = told.text[: last.place.end].endswith(_COUNTED) or bool(_SAID_OF_IT.search(last.quote))
    whole = added(tuple(dict.fromkeys(f"{c.rpartition('.')[0]}.total" for c in told.claim.cells)), numbers)
    is_few = last.number is not None and (last.rule_id == "N-01" or (whole is not None and last.number < whole))
    is_few = is_few or are_some_applications(told, last, numbers)
    return is_counted and is_few and last.number not in _all_of_them(numbers) and bool(_NEUTRAL.fullmatch(between))


def _is_one_way_to_lose(told: Told) -> bool:
    """Whether there is none of one sort of losses, or for one reason: 没有确认违法的情形, 没有因逾期答复被撤销的."""
    said = told.own + told.claim.quote
    if told.claim.number is not None or not _DENIED.search(said):
        return False
    return bool(_ONE_SORT.search(said) and not _ANY_SORT.search(said)) or bool(_FOR_A_REASON.search(said))


def _is_of_reviews_in_court(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether lawsuits are told of what reviews came to: 对6件复议维持决定中的4件提起诉讼 came behind a review."""
    claim = told.claim
    before = told.text[told.part : claim.place.start]
    is_of_reviews = {*claim.cells} == {*LAWSUITS} and bool(_REVIEWS_IN_COURT.search(before))
    return is_of_reviews and (claim.number or 0) <= numbers.get(f"{AFTER_ROW}.total", 0)

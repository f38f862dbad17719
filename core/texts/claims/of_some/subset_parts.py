"""Claims on what became of some applications that are told as a sum of their own: 涉及征地的61件，答复58件、结转3件.

What stands behind a number of some applications and adds up to it is compared with nothing: 其余18件涉及保障房等，
答复14件、结转4件. Where it does not, only what directly follows words of a matter is left alone: 涉及征地的61件中，
答复58件.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.claims.of_some.outcomes_of_kind import outcomes_of_kind_left_out
from core.texts.language.left_alone import OF_SOME
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.share_checks import added
from core.texts.reading.told.references import THESE

_DONE_OR_LEFT = frozenset(["handled", "handled_all", "handled_such", "processed", "carried", "carried_out"])
_DOCUMENTS = "normative"
"""How the keys of documents begin."""
_PART, _SENTENCE = "。；！？\n", "。！？\n"
_UNITS = ("件", "宗", "份")
_OF_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准|某一天|年初|不计入")
_MATTER = pattern(
    "(?:涉及|关于|针对|有关|类|要求|申请公开|反映|通过|网[上络]|信函|邮寄|当面|平台|其余|余下|剩余|剩下|其他)[^，；。：]*$"
)
"""(涉及征地的)61件: words that narrow a number of applications."""
_OF_A_TIME = pattern("(?:季度|上半年|下半年|\\d月|◆)[^。；]{0,16}$")
"""一季度最多，(为)34件，办结29件"""
_SAID_BEHIND = pattern("[^，。；：、（）\\d]{4,20}，")
"""4件(征求了第三方意见，)3件公开、1件不予公开"""
_REST = pattern("(?:其余|余下|剩余|剩下|其他)的?$")
_AT_ONCE = pattern(
    "(?:的)?(?:申请|件)?(?:[中里]|当中|之中)?(?:，|：)?(?:现|目前|年内|当年)?(?:已|均|共)*(?:按期|依法)?(?:答复|办结|结转|\\d)"
)
_WITHIN = pattern("(?:的)?(?:申请|件)?(?:[中里]|当中|之中)[，：]?")
_AMONG = pattern("其中[^，；。：]*$")
_SORT = pattern("类(?:申请|事项|信息)?\\d+[件宗份]$")
_MORE_THAN = pattern("(?:比|较)[^，；。]{2,12}[多少]\\d+[件宗份]$")
"""义务教育类21件，(比幼教类多12件)；公开12件: how much more it is, no part of it."""
_DIGITS = pattern("[\\d〇一二两三四五六七八九十百{]")
_NEAR = 20
_FEWEST, _FEWEST_APART = 2, 3
"""So many numbers that add up to one are its parts: right behind it, or behind a semicolon."""
_SLACK = 0.1


def subset_parts_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge what became of some applications, told behind the number of these; first that of a kind of them."""
    if not any(c.agrees is False and _is_outcome(c) for c, _ in found):
        return found
    found = outcomes_of_kind_left_out(context, found)
    for i, (claim, scope) in enumerate(found):
        beside = [other for other, _ in (*found[max(i - 1, 0) : i], *found[i + 1 : i + 2])]
        is_of = claim.agrees is False and any(_is_of(other, claim) or _is_content(other, claim) for other in beside)
        if is_of or (claim.agrees is False and _is_rate_of_two([c for c, _ in found[:i]], claim)):
            found[i] = claim.left_alone(OF_SOME), scope
    vocabulary = load_vocabulary(context.report.form_id)
    keys = _DONE_OR_LEFT | {role.key for role in vocabulary.roles if role.is_result}
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    counts = [
        i for i, (c, _) in enumerate(found) if c.number is not None and not c.is_share and _has_digits(context, c)
    ]
    for n, i in enumerate(counts):
        frame = found[i][0]
        text = context.report.texts[frame.place.text]
        if frame.number in wholes or not _is_told_plainly(text, frame) or _is_again(text, found[:i], frame):
            continue
        behind = _those_of(text, found, counts[n:], keys)
        of_sort = [i] if frame.agrees is False and len(behind) >= _FEWEST_APART else []
        for j in (*of_sort, *(behind if of_sort or frame.agrees is None else ())):
            claim, scope = found[j]
            if claim.agrees is False and _is_outcome(claim):
                found[j] = claim.left_alone(OF_SOME), scope
    return found


def _those_of(text: str, found: Found, counts: Sequence[int], keys: frozenset[str]) -> list[int]:
    """Return which claims behind the first of some tell what became of its applications."""
    frame = found[counts[0]][0]
    near = _run_behind(text, found, counts, keys, _PART)
    many = _many_of(text, frame, [found[j][0] for j in near]) if _is_narrowed(text, frame) else 0
    behind = _run_behind(text, found, counts, keys, _SENTENCE)
    told = [found[j][0] for j in behind]
    many = many or _many_adding_up(frame, told, _FEWEST_APART)
    if many and sum(c.number or 0 for c in told[:many]) == frame.number:
        many += _many_adding_up(frame, told[many:], _FEWEST)  # 同意9件、不同意14件；经审查公开12件、不予公开11件
    return [*behind[:many], *(behind[j] for j in _left_of(frame, told) if j >= many)]


def _left_of(frame: Claim, told: Sequence[Claim]) -> list[int]:
    """Return where it is told how many are left of a number: 征地类62件，办结60件，其中公开30件；余2件在办."""
    done = told[0].number if told and told[0].key.startswith("handled") else None
    left = (frame.number or 0) - done if done is not None else 0
    return [j for j, c in enumerate(told) if j and c.key.startswith("carried") and c.number == left]


def _has_digits(context: CheckContext, claim: Claim) -> bool:
    """Whether a claim is a number in print, and not what is said of one: 不予公开13件（均为执法案卷）."""
    place = claim.place
    return bool(_DIGITS.search(context.report.texts[place.text], place.start, place.end))


def _run_behind(text: str, found: Found, counts: Sequence[int], keys: frozenset[str], marks: str) -> list[int]:
    """Return which claims, from the first of some up to a mark, tell what became of applications."""
    frame = found[counts[0]][0].place
    end = min((at for at in (text.find(mark, frame.end) for mark in marks) if at >= 0), default=len(text))
    behind: list[int] = []
    for i in counts[1:]:
        claim = found[i][0]
        is_known = claim.key in keys or claim.key == "unknown" or claim.key.startswith(_DOCUMENTS)
        if claim.place.text != frame.text or claim.place.start >= end or not is_known:
            break
        if not _MORE_THAN.search(claim.quote):
            behind.append(i)
    return behind


def _is_of(before: Claim, claim: Claim) -> bool:
    """Whether 全部办结 belongs to a number that was left alone: 其他31件全部办结."""
    if claim.key != "all_handled":
        return False
    is_left_alone = before.key == "handled_all" and before.agrees is None and before.place.text == claim.place.text
    return is_left_alone and 0 <= claim.place.start - before.place.end < len("申请已经")


def _is_rate_of_two(told: Sequence[Claim], claim: Claim) -> bool:
    """Whether a percentage is that of the two numbers before it, no totals: 征收类61件已答复58件，答复率95.1%."""
    counts = [c for c in told if c.place.text == claim.place.text and not c.is_share][-2:]
    if not claim.is_share or not claim.number or len(counts) < 2:
        return False
    whole, part = counts
    near = claim.place.start - part.place.end < _NEAR and whole.agrees is None and part.agrees is not False
    if not near or not whole.number or not part.number or part.number > whole.number:
        return False
    return abs(float(part.number) * 100 / float(whole.number) - float(claim.number)) <= _SLACK


def _is_content(beside: Claim, claim: Claim) -> bool:
    """Whether a sort of matters stands beside one that is in no table: 投诉举报类151件，登记档案类64件."""
    if claim.rule_id != "N-05" or beside.key != "unknown" or beside.place.text != claim.place.text:
        return False
    near = abs(beside.place.start - claim.place.start) < _NEAR
    return near and bool(_SORT.search(beside.quote) and _SORT.search(claim.quote))


def _is_outcome(claim: Claim) -> bool:
    return claim.rule_id in ("N-03", "N-04", "N-05") or claim.key.startswith(_DOCUMENTS)


def _is_told_plainly(text: str, told: Claim) -> bool:
    """Whether a number of things is one of this year that nothing is known of."""
    if told.agrees is False and told.rule_id == "N-05" and _SORT.search(told.quote):
        return True  # 投诉举报类申请151件: of what they are about, where their results follow
    is_other = told.agrees is not None or not told.number or _OF_OTHER_TIMES.search(told.meaning)
    return not (is_other or told.rule_id) and text[: told.place.end].endswith(_UNITS)


def _is_again(text: str, before: Found, told: Claim) -> bool:
    """Whether a number is one that was told before it and is right: 不予公开17件。上述17件里，…."""
    is_these = THESE.search(text[: told.place.start])
    return bool(is_these) and any(c.agrees and c.number == told.number for c, _ in before)


def _is_narrowed(text: str, told: Claim) -> bool:
    """Whether words before a number, or behind it, say that it is that of some applications."""
    head = text[: told.place.start]
    return bool(_MATTER.search(head) or _OF_A_TIME.search(head) or _SAID_BEHIND.match(text, told.place.end))


def _many_adding_up(frame: Claim, behind: Sequence[Claim], fewest: int) -> int:
    """Return how many of the numbers behind one add up to it; 0 for none."""
    run: Number = 0
    for many, claim in enumerate(behind, 1):
        run += claim.number or 0
        if run == frame.number and many >= fewest:
            return many
    return 0


def _many_of(text: str, frame: Claim, behind: Sequence[Claim]) -> int:
    """Return how many of the outcomes behind a number are those of its applications."""
    many = _many_adding_up(frame, behind, _FEWEST)
    if many:
        return many
    head = text[: frame.place.start]
    is_listed = _AMONG.search(head) and not _WITHIN.match(text, frame.place.end)
    is_listed = is_listed or not _MATTER.search(head)
    if not behind or is_listed or (_REST.search(head) and behind[0].key not in _DONE_OR_LEFT):
        return 0
    is_at_once = _AT_ONCE.match(text, frame.place.end) and behind[0].key in _DONE_OR_LEFT
    return int(bool(is_at_once) and (behind[0].number or 0) <= (frame.number or 0))

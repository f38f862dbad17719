"""Claims on kinds of applicants by the head they hang on: 新收11件，其中自然人2件、法人或其他组织9件.

A kind alone may be told with those carried in. Behind a head that is the number of the new ones, it is that of the new
ones; behind one that is the number of both together, it is that of both; behind those dealt with, one of these. Kinds
of what is left of a whole are not judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import (
    CARRIED_IN,
    CARRIED_IN_ROW,
    CARRIED_OUT,
    CARRIED_OUT_ROW,
    HANDLED,
    HANDLED_ROW,
    RECEIVED,
    RECEIVED_ROW,
    in_row,
)
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ASKED_FOR, DEALT_WITH, ONE_KIND
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.share_checks import added

Rows = tuple[str, ...]

_OF_DONE = "N-04"
"""Those dealt with are compared under the rule of their own row."""
_OPENS = pattern(
    "[^。；]{0,12}(?:其中|包括|按申请人|：|（)[^。；\\d]*|(?:申请)?(?:当?中|里|之中)[，：、有]{0,2}[^，。；（\\d]{0,8}|[^，。；（\\d]{0,8}，(?!.*(?:结转|上年))[^。；（\\d]{0,14}"
    "|[。；](?:其中|按申请人|从申请(?:人|主体))[^。；\\d]*"
)
"""新收108件(，其中自然人)100件; 新收108件(申请，个人提的占大头，)100件; 新收108件(。其中自然人)100件"""
_AGAIN = pattern("(?:这|上述|以上|在)*[\\d ]+[件宗份]")
_WITHIN = pattern("(?:申请)?(?:当?中|里|之中)[，：、有]?")
"""新收155件，…。(155件里，)自然人129件: the number of the new ones again."""
_OTHER_FRAME = pattern("办结|答复|处理|办理|公开(?!申请|事项|办件)|结转|上年|去年")
"""新收11件，(已办结，其中自然人)2件: of those dealt with."""
_AMONG = pattern("其中|包括|（|：")
_GOES_ON = pattern(
    "[^。；（）\\d]{0,24}|[^。；（）\\d]{0,16}；[^。；（）\\d]{0,10}|[^。；（）]{0,12}%）?[，；、][^。；（）\\d]{0,20}"
)
"""自然人2件(，占18.2%；法人)9件"""
_BRACKETED = pattern("[^，。；（\\d]{0,8}（[^。；（）]*")
"""收到13件(（含上年结转)2件）, 共28件(（上年结转1件，新收)27件）"""
_OLD_BESIDE = pattern("[^。；\\d（]{0,4}[、，和及与][^。；\\d（]{0,16}")
"""新收11件(、上年结转)2件"""
_OF_THE_REST = pattern("(?:余下?|剩余?|剩下|其余|另外?|尚|还|仍)有?的?\\d+[件宗份]（[^）]*$")
"""余下3件（自然人2件"""
_OF_NEW = pattern(
    "(?:新收|本年收|当年收|今年收)(?:到|来)?的?(?:申请)?[件宗份]?(?:申请|部分)?(?:当?中|里|之中|而言|来看|来说)|新[来收]?件(?:申请)?(?:当?中|里|之中)"
)
"""应办145件；(新收件中)自然人112件"""
_NUMBER_OF_SHARE = pattern("(?:，|（|即|为|共|共计|计|有)*")
"""新收228件，自然人占81.6%(，共)186件；法人42件: the number of a kind behind its share."""


def kinds_by_their_head(context: CheckContext, found: Found) -> Found:
    """Compare kinds with the rows that the number before them is the sum of."""
    if not (context.numbers.get(CARRIED_IN) or context.numbers.get(CARRIED_OUT)):
        return found  # all ways to reckon them are the same
    taken: set[int] = set()
    for i, (whole, _) in enumerate(found):
        rows = _rows_of(context, whole)
        kinds = [j for j in _kinds_behind(context, found, i) if j not in taken] if rows else []
        if kinds and kinds[0] > i + 1:
            taken.update(kinds)  # not of what is told in brackets behind their whole
        if kinds and rows != (RECEIVED_ROW,) and _are_named_new(context, found, i, kinds):
            rows = (RECEIVED_ROW,)
        elif kinds and rows != (RECEIVED_ROW,) and _are_new(context, found, i, kinds):
            rows = () if whole.key in DEALT_WITH else (RECEIVED_ROW,)
        if not rows and i and whole.key == "carried_in" and whole.agrees:
            kinds = _kinds_behind(context, found, i)
            rows = _rows_of_both(context, found, i, kinds)
        is_open = not (kinds and whole.key == "handled" and _are_of_done(context, found, i, kinds))
        for j in kinds if rows else ():
            claim, scope = found[j]
            found[j] = compared(context, claim, rows, is_open=is_open), scope
    return found


def kinds_of_the_rest(context: CheckContext, found: Found) -> Found:
    """Do not judge kinds in brackets behind what is left of a whole: 余下3件（自然人2件、企业1件）结转."""
    for i, (claim, scope) in enumerate(found):
        if claim.key in ONE_KIND and claim.agrees is False:
            text = context.report.texts[claim.place.text]
            sentence = text[max(text.rfind(mark, 0, claim.place.start) for mark in "。；\n") + 1 : claim.place.start]
            if _OF_THE_REST.search(sentence):
                found[i] = claim.left_alone(OF_SOME), scope
    return found


def _rows_of(context: CheckContext, whole: Claim) -> Rows:
    """Return the rows that the number of a head is the sum of; () for no head."""
    if whole.key in DEALT_WITH and whole.agrees and whole.number == context.numbers.get(HANDLED):
        return (HANDLED_ROW,)
    text = context.report.texts[whole.place.text]
    is_again = whole.key == "unknown" and _AGAIN.fullmatch(whole.quote) and _WITHIN.match(text, whole.place.end)
    if not is_again and (whole.key not in (*ASKED_FOR, "due") or whole.agrees is not True):
        return ()
    if whole.number == context.numbers.get(RECEIVED):
        return (RECEIVED_ROW,)
    return (RECEIVED_ROW, CARRIED_IN_ROW) if whole.number == added((RECEIVED, CARRIED_IN), context.numbers) else ()


def _are_new(context: CheckContext, found: Found, i: int, kinds: Sequence[int]) -> bool:
    """Whether kinds in a sentence behind both together are the new ones: 新收11件，…，共13件。从申请人看，….

    So is one behind those dealt with that is right of the new ones told before these:
    新收9件、办结8件，以个人（9件）为主.
    """
    text = context.report.texts[found[i][0].place.text]
    between = text[found[i][0].place.end : found[kinds[0]][0].place.start].rstrip("（")
    is_done = found[i][0].key in DEALT_WITH
    is_beside = not is_done and _is_beside_new(context, found, i)
    is_apart = "。" in between or ((is_done or is_beside) and not _AMONG.search(between))
    is_new = _told_together(text, [found[j][0] for j in kinds]) == context.numbers.get(RECEIVED)
    is_new = is_new or (is_done and _is_beside_new(context, found, i) and all(found[j][0].agrees for j in kinds))
    return is_apart and (is_new or _is_each_new(context, [found[j][0] for j in kinds]))


def _is_each_new(context: CheckContext, kinds: Sequence[Claim]) -> bool:
    """Whether each kind is that of the new ones, and more than one had old ones beside them: that is no chance."""
    sets = [columns_of(context, kind) for kind in kinds]
    told = [kind.number in [_new(context, columns) for columns in some] for kind, some in zip(kinds, sets, strict=True)]
    old = [any(context.numbers.get(f"{CARRIED_IN_ROW}.{c}") for columns in some for c in columns) for some in sets]
    return all(told) and sum(old) > 1


def _are_named_new(context: CheckContext, found: Found, i: int, kinds: Sequence[int]) -> bool:
    """Whether words right before the first kind say that they are of the new ones: 应办145件；新收件中自然人112件."""
    text, first = context.report.texts[found[i][0].place.text], found[kinds[0]][0].place
    return _OF_NEW.search(text, found[i][0].place.end, first.end) is not None


def _told_together(text: str, kinds: Sequence[Claim]) -> Number:
    """Return what kinds add up to, without those that are told as some of another: 法人26件，其中企业18件."""
    together = kinds[0].number or 0
    for before, kind in pairwise(kinds):
        if _AMONG.search(text, before.place.end, kind.place.end):
            break
        together += kind.number or 0
    return together


def _is_beside_new(context: CheckContext, found: Found, i: int) -> bool:
    """Whether the new ones are told before a number in its part of the sentence."""
    place = found[i][0].place
    text = context.report.texts[place.text]
    begin = max(text.rfind(mark, 0, place.start) for mark in "。；\n") + 1
    return any(c.key in ASKED_FOR and c.place.text == place.text and c.place.start >= begin for c, _ in found[:i])


def _are_of_done(context: CheckContext, found: Found, i: int, kinds: Sequence[int]) -> bool:
    """Whether kinds behind those dealt with are of these alone: not all that were received, nor told of both."""
    new, old, done = (context.numbers.get(cell) for cell in (RECEIVED, CARRIED_IN, HANDLED))
    told = sum(found[j][0].number or 0 for j in kinds)
    if done == new or told in (new, (new or 0) + (old or 0)):
        return False
    text, place = context.report.texts[found[i][0].place.text], found[i][0].place
    between = text[place.end : found[kinds[0]][0].place.start]
    return not _is_beside_new(context, found, i) or bool(_AMONG.match(between.lstrip("，")) or _WITHIN.match(between))


def _rows_of_both(context: CheckContext, found: Found, i: int, kinds: Sequence[int]) -> Rows:
    """Return the rows of kinds behind both heads, by what they add up to: 新收11件、上年结转2件，其中….

    Those of the ones carried in alone are compared with these already.
    """
    head, old = found[i - 1][0], found[i][0]
    text = context.report.texts[old.place.text]
    is_beside = head.place.text == old.place.text and _rows_of(context, head) == (RECEIVED_ROW,)
    if len(kinds) < 2 or not is_beside or not _OLD_BESIDE.fullmatch(text, head.place.end, old.place.start):
        return ()
    told = sum(found[j][0].number or 0 for j in kinds)
    new, carried = head.number or 0, old.number or 0
    rows: dict[Number, Rows] = {new + carried: (RECEIVED_ROW, CARRIED_IN_ROW), new: (RECEIVED_ROW,)}
    return rows.get(told, ()) if told != carried else ()


def _kinds_behind(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims list the kinds of applicants of a number, up to the end of its part of the sentence."""
    text = context.report.texts[found[i][0].place.text]
    kinds: list[int] = []
    is_open = False
    before, first = found[i][0], i + 1
    while first < len(found) and _is_within(text, found[i][0], found[first][0]):
        before, first = found[first][0], first + 1
    for j in range(first, len(found)):
        claim = found[j][0]
        if claim.key.startswith(("most", "word_share")) or (kinds and claim.is_share):
            continue  # 个人提的占大头
        between = text[before.place.end : claim.place.start]
        if not kinds and claim.place.text == before.place.text and _leads_on(claim, between, is_open=is_open):
            before, is_open = claim, True  # 自然人占81.6%，共186件；法人42件
            continue
        is_kind = claim.key in ONE_KIND and claim.number is not None and bool(claim.cells)
        is_kind = is_kind and not in_row(claim.cells[0], CARRIED_OUT_ROW)  # 办结45件，其余2件为自然人申请
        if not is_kind or claim.is_share or claim.place.text != before.place.text:
            break
        is_first = not (kinds or is_open)
        if not (_OPENS if is_first else _GOES_ON).fullmatch(between) or (is_first and _OTHER_FRAME.search(between)):
            break
        kinds.append(j)
        before = claim
    return kinds


def _leads_on(claim: Claim, between: str, *, is_open: bool) -> bool:
    """Whether a claim is the share of the first kind of a list, or the number told behind that share."""
    if is_open:
        return claim.key == "unknown" and bool(_NUMBER_OF_SHARE.fullmatch(between))
    is_share = claim.key in ONE_KIND and claim.is_share
    return is_share and bool(_OPENS.fullmatch(between)) and not _OTHER_FRAME.search(between)


def _is_within(text: str, whole: Claim, old: Claim) -> bool:
    """Whether those carried in, or the new ones beside them, are told in brackets as some of a whole."""
    is_old = old.key in ("carried_in", *ASKED_FOR) and old.place.text == whole.place.text
    return is_old and bool(_BRACKETED.fullmatch(text, whole.place.end, old.place.start))


def compared(context: CheckContext, claim: Claim, rows: Rows, *, is_open: bool) -> Claim:
    """Return a kind compared with some rows of its columns."""
    sets = columns_of(context, claim)
    ways = [tuple(f"{row}.{column}" for row in rows for column in columns) for columns in sets]
    if (
        rows == (HANDLED_ROW,)
        and is_open
        and claim.number in [added(_both(columns), context.numbers) for columns in sets]
    ):
        return claim  # 办理13件: perhaps those received and carried in
    sums = [added(way, context.numbers) for way in ways]
    if not sums or None in sums or claim.agrees is None:
        return claim
    shown = sums[:1] if claim.key != "applicants" else sums
    cells = ways[0] if claim.key != "applicants" else ways[-1]
    is_right = claim.number in sums and (claim.agrees is True or claim.rule_id != "N-01")
    return claim._replace(
        agrees=is_right, cells=cells, sums=different(shown), rule_id=_OF_DONE if rows == (HANDLED_ROW,) else "N-01"
    )


def _both(columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{row}.{column}" for row in (RECEIVED_ROW, CARRIED_IN_ROW) for column in columns)


def columns_of(context: CheckContext, claim: Claim) -> list[tuple[str, ...]]:
    """Return the columns that a kind may mean: 企业 are those of firms, or all but natural persons."""
    if claim.key != "applicants":
        role = load_vocabulary(context.report.form_id).role(claim.key)
        return [tuple(c[-2:] for c in way) for way in role.alternatives("request") if _is_in(way, RECEIVED_ROW)]
    columns = tuple(dict.fromkeys(cell[-2:] for cell in claim.cells))
    sets = [some for some in dict.fromkeys([columns[:1], columns]) if _new(context, some) in claim.sums]
    return sets or [columns]


def _is_in(way: Sequence[str], row: str) -> bool:
    return all(in_row(cell, row) for cell in way)


def _new(context: CheckContext, columns: Sequence[str]) -> Number | None:
    return added(tuple(f"{RECEIVED_ROW}.{column}" for column in columns), context.numbers)

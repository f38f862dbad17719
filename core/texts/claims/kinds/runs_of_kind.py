"""Knows by the figures that a stretch of a text is of one kind of applicants, which was named before it.

自然人是申请的主体，全年新收142件，连同上年结转6件，当年答复141件，公开61件: each is wrong for all and right in the
column of natural persons. One slip makes one number wrong, so that three of them are told of that kind, whatever its
grammar. What stands between them is then of that kind too, and so is the rest of its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, HANDLED_ROW, OF_ALL_KINDS, RECEIVED, RECEIVED_ROW
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Columns, kinds_named
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND
from core.texts.language.vocabulary import TextVocabulary, load_vocabulary
from core.texts.reading.sentence.share_checks import added

_RULES = frozenset(["N-01", "N-02", "N-03", "N-04", "N-05"])
_FEWEST = 3
"""So many numbers are not those of one kind by chance, where two of them at least are wrong for all kinds."""
_FEWEST_WRONG = 2
_RESULT = "N-05"
_SLACK = 0.06
_SENTENCE = "。！？\n"
_OF_ALL = pattern("全(?:[局市县区州省委厅院镇乡系]|部申请)|总[数量计共体]|各类申请人?|所有申请")
Ways = Sequence[Sequence[str]]


def runs_of_kind(context: CheckContext, found: Found) -> Found:
    """Return the claims, those of a run that is of one kind compared with its column."""
    wrong: dict[tuple[str, int], list[int]] = {}
    for i, (claim, _) in enumerate(found):
        if claim.agrees is False and claim.rule_id in _RULES and _is_of_all_kinds(claim):
            text = context.report.texts[claim.place.text]
            wrong.setdefault((claim.place.text, _begin(text, claim.place.start)), []).append(i)
    for (code, begin), places in wrong.items():
        if len(places) >= _FEWEST_WRONG:
            _judge_line(context, found, context.report.texts[code], begin, places)
    return found


def _is_of_all_kinds(claim: Claim) -> bool:
    return bool(claim.cells) and all(cell.endswith(OF_ALL_KINDS) for cell in claim.cells)


def _begin(text: str, place: int) -> int:
    """Return where a paragraph begins, with the heading before it."""
    begin = text.rfind("\n", 0, place) + 1
    above = text.rfind("\n", 0, max(begin - 1, 0)) + 1
    is_heading = begin and not any(c.isdigit() or c in "。，" for c in text[above:begin])
    return above if is_heading else begin


def _judge_line(context: CheckContext, found: Found, text: str, begin: int, places: Sequence[int]) -> None:
    """Compare the wrong numbers of a paragraph with the columns that three of them and more are right in."""
    names = kinds_named(text, begin, found[places[-1]][0].place.start)
    vocabulary = load_vocabulary(context.report.form_id)
    firsts = {columns: place for place, meant in reversed(names) for columns in meant}
    left = [*places]
    runs: list[tuple[Columns, list[int]]] = []
    for columns, place in firsts.items():
        own = [
            i for i in left if found[i][0].place.start >= place and _is_right(context, vocabulary, found[i][0], columns)
        ]
        if _are_enough(found, columns, own, place):
            runs.append((columns, own))
    for columns, own in sorted(runs, key=lambda run: -len(run[1])):
        own = [i for i in own if i in left]
        if len(own) < _FEWEST_WRONG:
            continue
        others = _others_of_run(found, text, names, columns, own, left)
        if len(others) >= len(own):
            continue
        for i in (*own, *others):
            claim, scope = found[i]
            found[i] = _compared(context, vocabulary, claim, columns), scope
        left = [i for i in left if i not in own and i not in others]


def _are_enough(found: Found, columns: Columns, own: Sequence[int], name: int) -> bool:
    """Whether so many numbers are right for a kind that they are told of it, with those that were read as its own."""
    counted = [found[i][0] for i in own if _is_telling(found[i][0])]
    if len(counted) < _FEWEST_WRONG:
        return False
    code, last = counted[-1].place.text, counted[-1].place.start
    known = [
        c
        for c, _ in found
        if c.place.text == code and name <= c.place.start < last and c.agrees and c.cells and c.key not in ONE_KIND
    ]
    read = sum({cell.rpartition(".")[2] for cell in c.cells} == {*columns} and not c.is_share for c in known)
    return len(counted) + read >= _FEWEST


def _is_telling(claim: Claim) -> bool:
    """Whether a number that is right is hardly so by chance, as none at all or a share of 0 % or 100 % may be."""
    return claim.number is not None and not (claim.is_share and claim.number in (0, 100))


def _others_of_run(
    found: Found,
    text: str,
    names: Sequence[tuple[int, Sequence[Columns]]],
    columns: Columns,
    own: Sequence[int],
    wrong: Sequence[int],
) -> list[int]:
    """Return the other wrong numbers of a run: from the name of its kind to the end of its last sentence."""
    first, last = found[own[0]][0].place.start, found[own[-1]][0].place.end
    begin = max(place for place, meant in names if place <= first and columns in meant)
    end = min((e for mark in _SENTENCE if (e := text.find(mark, last)) >= 0), default=len(text))
    inside = [i for i in wrong if i not in own and begin <= found[i][0].place.start < end]
    return [i for i in inside if not _is_apart(found[i][0], text, names, columns, [found[j][0] for j in own])]


def _is_apart(
    claim: Claim,
    text: str,
    names: Sequence[tuple[int, Sequence[Columns]]],
    columns: Columns,
    own: Sequence[Claim],
) -> bool:
    """Whether another kind, or all of them, are named between a number and that of the run before it."""
    since = max((c.place.end for c in own if c.place.start < claim.place.start), default=0)
    since = since or max(place for place, meant in names if place <= claim.place.start and columns in meant)
    is_other = any(since <= place <= claim.place.start and columns not in meant for place, meant in names)
    is_behind = claim.place.start > own[-1].place.start
    return is_other or (is_behind and bool(_OF_ALL.search(text, since, claim.place.start)))


def _is_right(context: CheckContext, vocabulary: TextVocabulary, claim: Claim, columns: Columns) -> bool:
    if claim.is_share:
        return any(abs(share - float(claim.number or 0)) < _SLACK for share in _shares(context.numbers, claim, columns))
    told = 0 if claim.number is None else claim.number
    return told in [added(way, context.numbers) for way in _ways(vocabulary, claim, columns)]


def _compared(context: CheckContext, vocabulary: TextVocabulary, claim: Claim, columns: Columns) -> Claim:
    """Return a claim compared with the column of a kind."""
    if claim.is_share:
        shares = _shares(context.numbers, claim, columns)
        if not shares or not _is_right(context, vocabulary, claim, columns):
            return claim.left_alone(OF_SOME)
        return claim._replace(agrees=True, shown=f"{shares[0]:.2f}%")
    ways = _ways(vocabulary, claim, columns)
    sums = [added(way, context.numbers) for way in ways]
    if sums[0] is None:
        return claim.left_alone(OF_SOME)
    told = 0 if claim.number is None else claim.number
    right = next((n for n, known in enumerate(sums) if known == told), None)
    shown = sums[:1] if right is None else sums[right : right + 1]
    meaning = f"{_name_of(context, columns)}的{claim.meaning}"
    cells = tuple(ways[right or 0])
    return claim._replace(agrees=right is not None, cells=cells, sums=different(shown), meaning=meaning, is_proven=True)


def _name_of(context: CheckContext, columns: Columns) -> str:
    """Return what the form calls some kinds of applicants."""
    names = [context.form.cells[f"{RECEIVED_ROW}.{column}"].name.rpartition("·")[2] for column in columns]
    return names[0] if not names[1:] else f"{names[0]}等{len(names)}类申请人"


def _ways(vocabulary: TextVocabulary, claim: Claim, columns: Columns) -> list[tuple[str, ...]]:
    """Return the ways to reckon a number in the column of a kind."""
    ways = [claim.cells]
    if claim.rule_id != _RESULT:
        ways = [(cell,) for cell in claim.cells]
        ways += [(RECEIVED, CARRIED_IN)] if claim.rule_id in ("N-01", "N-02") else []
    elif vocabulary.knows(claim.key):  # 不公开18件: 不予公开, or whatever was not given
        ways += vocabulary.role(claim.key).alternatives("request")
    return [tuple(f"{cell.removesuffix(OF_ALL_KINDS)}.{c}" for cell in way for c in columns) for way in ways]


def _shares(numbers: Mapping[str, Number], claim: Claim, columns: Columns) -> list[float]:
    """Return what a result has of all applications of a kind, in percent."""
    parts = [f"{cell.removesuffix(OF_ALL_KINDS)}.{c}" for cell in claim.cells[:-1] for c in columns]
    part = added(tuple(parts), numbers)
    wholes = [added(tuple(f"{row}.{c}" for c in columns), numbers) for row in (HANDLED_ROW, RECEIVED_ROW)]
    return [float(part) * 100 / float(whole) for whole in wholes if whole] if part is not None else []

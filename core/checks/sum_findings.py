"""Findings about sums: one for each cause, naming the wrong number where control totals give it away.

Without control totals only the balances of table 三 can break: they give the difference and the column, and no number
is blamed. With control totals the table is compared as a whole, and each slip is one finding with its repairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from string import Formatter

from core.checks.findings import Finding, RepairStep, inner_quotes
from core.checks.localisation import BY_TOTALS, group_suspects, localise
from core.checks.slip_findings import SHOWN_REPAIRS, SlipFindings
from core.form.form_definition import Equation, FormDefinition
from core.report.entry_text import Entry, Number, Refused, format_number
from core.report.totals import SumState, holds


def sum_findings(form: FormDefinition, sums: SumState, replaced: Iterable[str] = ()) -> list[Finding]:
    """Return one finding for each cause behind the equalities that do not hold.

    Args:
        form: The form of the report.
        sums: Its sums as they are now.
        replaced: Columns whose balance another rule speaks of (T3-11).
    """
    if sums.all_hold:
        return []
    broken: dict[str, list[int]] = {}
    for i in sums.broken():
        broken.setdefault(_shapes(form)[i].table, []).append(i)
    result: list[Finding] = []
    for table, inside in broken.items():
        if sums.controls and is_crossed(form, table) and not sums.controls.isdisjoint(form.tables[table].cells):
            result += _crossed_findings(form, table, inside, sums, frozenset(replaced))
        else:
            result += _plain_findings(form, inside, sums, frozenset(replaced))
    return result


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is looked up for an equality at each keystroke.

    Attributes:
        item: Key of its column, for a balance; "" for an equality that computes a total.
        own: What its difference is filed under.
        parts: The same of the columns whose equalities this one repeats, for an equality of a total column.
    """

    codes: tuple[str, ...]
    table: str
    item: str
    own: tuple[str, str]
    parts: tuple[tuple[str, str], ...]


@cache
def _shapes(form: FormDefinition) -> tuple[_Shape, ...]:
    shapes = []
    for equation in form.equations:
        first = equation.left[0][0]
        wholes = (e for e in form.equations if e.computes == first and e.rule_id != equation.rule_id)
        whole = next((e for e in wholes if len({form.cells[code].row for code in e.codes}) == 1), None)
        columns = len({form.cells[code].column for code in equation.codes})
        parts = tuple((equation.rule_id, whole.keys[code]) for code, _ in whole.right) if whole and columns == 1 else ()
        item = "" if equation.computes else equation.item
        own = equation.rule_id, equation.item
        shapes.append(_Shape(equation.codes, form.cells[first].table, item, own, parts))
    return tuple(shapes)


@cache
def is_crossed(form: FormDefinition, table: str) -> bool:
    """Return whether the sums of a table meet each other, so that a wrong number shows in several."""
    times = Counter(code for e in form.equations for code in e.codes if form.cells[code].table == table)
    return max(times.values(), default=0) > 1


def blank_repairs(form: FormDefinition, table: str, sums: SumState, blanks: Iterable[str]) -> tuple[RepairStep, ...]:
    """Return the values that control totals give to the blanks of a table, where they do (rule C-03).

    None, where the sums do not hold besides: what is wrong may stand in any cell.
    """
    if sums.controls.isdisjoint(form.tables[table].cells):
        return ()
    located = localise(form, table, _given(form, table, sums))
    values = {} if located.repairs else located.blanks
    return tuple(RepairStep(code, None, values[code], BY_TOTALS) for code in blanks if code in values)


def wrong_totals(
    form: FormDefinition, finding: Finding, controls: Mapping[str, Entry], sums: SumState
) -> tuple[str, ...]:
    """Return which control totals a finding is about: no number, or not the sum now.

    Other rules look at the same cells, such as a comparison of the texts with the table: paper is no matter of theirs.
    Nor is it one of a balance that would not hold with the sums either.
    """
    wrong = tuple(code for code in finding.cells if code in controls and controls[code] != sums.computed.get(code))
    equations = [equation for equation in form.equations if equation.rule_id == finding.rule_id] if wrong else []
    if not equations:
        refused = {code: entry for code in wrong if isinstance(entry := controls[code], Refused)}
        return tuple(code for code, entry in refused.items() if entry.rule_id == finding.rule_id)
    balance = next((e for e in equations if e.codes == finding.cells and not e.computes), None)
    if balance is not None:
        numbers = {**sums.printed, **sums.computed}
        sides = (balance.left, balance.right)
        left, right = (sum(times * numbers.get(code, 0) for code, times in side) for side in sides)
        if not holds(balance.operator, left - right):
            return ()
    return wrong


def sum_sentence(
    form: FormDefinition, equation: Equation, printed: Mapping[str, Number], computed: Mapping[str, Number]
) -> str:
    """Return what is said of an equality that does not hold, all of whose cells are numbers.

    A total of the paper that is not the computed one is called so: the clerk would look for it in the table in vain.
    """
    messages = form.rules[equation.rule_id].messages
    left = sum([coefficient * printed[code] for code, coefficient in equation.left])
    right = sum([coefficient * printed[code] for code, coefficient in equation.right])
    numbers: dict[str, Number] = {"left": left, "right": right, "difference": max(left - right, right - left)}
    for code, key in equation.keys.items():
        numbers[key] = printed[code]
    is_of_parts = is_told_of_parts(form, equation) and printed[equation.computes] == computed.get(equation.computes)
    words, names = _sentence_parts(messages["computed" if is_of_parts else ""], equation.item_name)
    shown = {name: format_number(numbers[name]) for name in names}
    for code in paper_numbers(form, equation):
        if printed[code] != computed.get(code):
            shown[equation.keys[code]] = messages["paper"].format(number=format_number(printed[code]))
    return words % tuple([shown[name] for name in names])


def is_told_of_parts(form: FormDefinition, equation: Equation) -> bool:
    """Return whether an equality may fail over totals of the paper that its own total is computed from."""
    has_totals = any(form.cells[code].is_derived for code, _ in equation.right)
    return bool(equation.computes) and has_totals and "computed" in form.rules[equation.rule_id].messages


def paper_numbers(form: FormDefinition, equation: Equation) -> tuple[str, ...]:
    """Return the totals of a balance that are marked where the paper has other ones than the table."""
    if equation.computes or "paper" not in form.rules[equation.rule_id].messages:
        return ()
    return tuple(code for code in equation.codes if form.cells[code].is_derived)


@cache
def _sentence_parts(message: str, item: str) -> tuple[str, tuple[str, ...]]:
    """Return a sentence about a row or column with its name in place and %s for each number, and which numbers.

    Prepared once, since a keystroke that breaks a balance makes its sentence anew.
    """
    words: list[str] = []
    names: list[str] = []
    for literal, name, _, _ in Formatter().parse(message):
        words.append(literal.replace("%", "%%"))
        if name == "item":
            words.append(item.replace("%", "%%"))
        elif name is not None:
            words.append("%s")
            names.append(name)
    return "".join(words), tuple(names)


# ---------------------------------------------------------------- equality by equality


def _plain_findings(
    form: FormDefinition, broken: Iterable[int], sums: SumState, replaced: frozenset[str]
) -> list[Finding]:
    """Return a finding an equality; the total column is left out where it only repeats what is named already."""
    shapes, printed = _shapes(form), sums.printed
    missing = {shapes[i].own: sums.residual(i) or 0 for i in broken}
    result = []
    for i in broken:
        shape = shapes[i]
        if shape.item and shape.item in replaced:
            continue
        parts = [missing[part] for part in shape.parts if part in missing]
        if parts and sum(parts) == missing[shape.own]:
            continue
        values = tuple(map(printed.__getitem__, shape.codes)), tuple(map(sums.computed.get, shape.codes))
        result.append(_plain_finding(form, i, *values))
    return result


@lru_cache(maxsize=1024)
def _plain_finding(
    form: FormDefinition, index: int, values: tuple[Number, ...], totals: tuple[Number | None, ...]
) -> Finding:
    """Return the finding of an equality with these numbers; kept, since most do not change from key to key."""
    equation, shape = form.equations[index], _shapes(form)[index]
    printed = dict(zip(shape.codes, values, strict=True))
    rule = form.rules[equation.rule_id]
    repairs = () if is_crossed(form, shape.table) else group_suspects(form, equation, printed)
    computed = {code: total for code, total in zip(shape.codes, totals, strict=True) if total is not None}
    sentence = inner_quotes(sum_sentence(form, equation, printed, computed))
    return Finding(rule.id, rule.level, sentence, shape.codes, repairs=repairs[:SHOWN_REPAIRS])


# ---------------------------------------------------------------- rows and columns together


def _crossed_findings(
    form: FormDefinition, table: str, broken: Sequence[int], sums: SumState, replaced: frozenset[str]
) -> list[Finding]:
    """Return a finding for each slip that the sums give away, and one for each equality that these leave open."""
    given = _given(form, table, sums)
    if any(code not in given and not form.cells[code].is_derived for code in form.tables[table].cells):
        return _plain_findings(form, broken, sums, replaced)  # a blank may be what is missing
    sentences = {i: inner_quotes(sum_sentence(form, form.equations[i], sums.printed, sums.computed)) for i in broken}
    told, settled = SlipFindings(form, given, localise(form, table, given), sentences, sums).told()
    left = [i for i in broken if i not in settled]
    return [*told, *_plain_findings(form, left, sums, replaced)]


def _given(form: FormDefinition, table: str, sums: SumState) -> dict[str, int]:
    """Return the numbers that stand in a table: entered ones and control totals, no computed ones."""
    printed, controls, computed = sums.printed, sums.controls, sums.computed
    codes = [code for code in form.tables[table].cells if code in controls or code not in computed]
    return {code: int(printed[code]) for code in codes if code in printed}

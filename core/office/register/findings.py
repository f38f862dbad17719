"""The rules REG-1 to REG-16: what of a register the clerk should look at, each by 登记号."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition, Rule
from core.office.register.counting import Counted
from core.office.register.days import working_days_after
from core.office.register.problems import quoted
from core.office.register.rows import Case, RowKey, UnreadRow
from core.office.register.vocabulary import OPEN, register_rules, vocabulary
from core.report.counted_cells import kept_cases
from core.report.report import Report
from core.report.totals import report_numbers

_NAMED = 20


@dataclass(frozen=True, slots=True)
class RegisterFinding:
    """One thing in a register that the clerk should look at.

    Attributes:
        rule: Number of the rule.
        rows: The rows of the register it is about.
        message: A Chinese sentence with the 登记号 in it.
    """

    rule: str
    rows: tuple[RowKey, ...]
    message: str


def unread_findings(unread: Sequence[UnreadRow]) -> Iterable[RegisterFinding]:
    """Return what the unread rows are told for: one a rule and row, of rows that may be one request one for all."""
    doubled: dict[str, list[UnreadRow]] = {}
    for row in unread:
        for rule in dict.fromkeys(p.rule for p in row.problems if p.rule):
            why = "；".join(p.said for p in row.problems if p.rule == rule)
            if rule == "REG-1":
                doubled.setdefault(why, []).append(row)
            else:
                yield RegisterFinding(rule, (row.key,), f"{_named(row.key)}：{why}。")
    for why, rows in doubled.items():
        yield RegisterFinding("REG-1", tuple(row.key for row in rows), f"{_named(rows[0].key)}：{why}。")


def case_findings(counted: Counted, year: int, fields: Collection[str]) -> Iterable[RegisterFinding]:
    """Return REG-7 to REG-9 and REG-12, in the order of the register."""
    rules = register_rules()
    yield from _overdue(rules["REG-7"], counted, year, fields)
    yield from _without_notice(rules["REG-8"], counted, fields)
    beyond = rules["REG-9"]
    for case in counted.beyond:
        variant = "received" if case.received.year > year else "closed"
        yield _finding(beyond, case, variant, closed=case.closed, received=case.received, year=year)
    yield from _long_ago(rules["REG-12"], counted, year)


def count_findings(counts: Iterable[tuple[RowKey, str, str]]) -> Iterable[RegisterFinding]:
    """Return REG-10: the rows whose own count is not one, with the header of its column and what stands there."""
    rule = register_rules()["REG-10"]
    for key, head, text in counts:
        said = rule.messages[""].format(head=quoted(head), text=quoted(text))
        yield RegisterFinding(rule.id, (key,), f"{_named(key)}：{said}。")


def _overdue(rule: Rule, counted: Counted, year: int, fields: Collection[str]) -> Iterable[RegisterFinding]:
    extended, days = rule.params["extended"], rule.params["days"]
    variant = "" if extended in fields else "unknown"
    for case in counted.pending:
        if extended not in case.days and working_days_after(case.received, date(year, 12, 31)) > days:
            yield _finding(rule, case, variant, received=case.received, year=year, days=days)


def _without_notice(rule: Rule, counted: Counted, fields: Collection[str]) -> Iterable[RegisterFinding]:
    labels, table = vocabulary().outcome_labels, vocabulary().data["outcomes"]["table"]
    closed = {case.key: case for code, cases in counted.cases.items() for case in cases if code.startswith(f"{table}.")}
    pending = {case.key for case in counted.pending}
    for case in closed.values():
        field = rule.params.get(case.outcome)
        if field in fields and field not in case.days and case.key not in pending and case.outcome != OPEN:
            yield _finding(rule, case, outcome=labels[case.outcome], field=field)


def _long_ago(rule: Rule, counted: Counted, year: int) -> Iterable[RegisterFinding]:
    outcomes = vocabulary().data["outcomes"]
    carried = f"{outcomes['table']}.{outcomes['carried_in']}."
    cases = {case.key: case for code, found in counted.cases.items() if code.startswith(carried) for case in found}
    for case in cases.values():
        if case.received.year < year - rule.params["years"]:
            yield _finding(rule, case, received=case.received, year=year)


def carried_findings(form: FormDefinition, counted: Counted, last_year: Report) -> Iterable[RegisterFinding]:
    """Return REG-6: one finding a column, by 登记号 where last year's draft kept them."""
    rule, outcomes = register_rules()["REG-6"], vocabulary().data["outcomes"]
    table = outcomes["table"]
    before, kept = report_numbers(last_year), kept_cases(last_year)
    for column, line in form.tables[table].columns.items():
        code = f"{table}.{outcomes['carried_in']}.{column}"
        last_code = f"{table}.{outcomes['carried_out']}.{column}"
        last = before.get(last_code)
        if last is None or form.cells[code].is_derived:
            continue
        cases = counted.cases[code]
        numbers = Counter(case.key.number for case in cases)
        told = _moved(numbers, Counter(kept[last_code])) if last_code in kept else ""
        rows = tuple(case.key for case in cases)
        if len(cases) != last:
            message = rule.messages[""].format(
                column=line.name, count=len(cases), last=last, difference=abs(len(cases) - last), cases=told
            )
            yield RegisterFinding(rule.id, rows, message + "。")
        elif told:
            yield RegisterFinding(rule.id, rows, rule.messages["cases"].format(column=line.name, cases=told) + "。")


def _moved(now: Counter[str], before: Counter[str]) -> str:
    """Say which cases are only on one side; "" where they are the same."""
    more, fewer = list((now - before).elements()), list((before - now).elements())
    said = [f"只在台账中的登记号：{listed(more)}"] if more else []
    said += [f"只在上年报告中的登记号：{listed(fewer)}"] if fewer else []
    return "（" + "；".join(said) + "）" if said else ""


def listed(numbers: Sequence[str]) -> str:
    """Return 登记号 as a list that stays readable."""
    return some_of(numbers, _NAMED, "件")


def _finding(rule: Rule, case: Case, variant: str = "", **values: object) -> RegisterFinding:
    return RegisterFinding(rule.id, (case.key,), f"{_named(case.key)}：{rule.messages[variant].format(**values)}。")


def _named(key: RowKey) -> str:
    return f"登记号{key.number}" if key.number else f"第{key.row}行（没有登记号）"

"""What the register makes of single words, days and numbers: one line each, what is given before the arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from core.office.register.case_counts import other_count
from core.office.register.closing_rows import is_footer, is_total
from core.office.register.days import is_of_no_calendar, read_day, serial_day, working_days_after
from core.office.register.headers import column_of, header_at, offered_columns, offered_header
from core.office.register.mapping import RegisterMapping, contradiction, mapping_problem
from core.office.register.problems import quoted
from core.office.register.rows import number_of
from core.office.register.same_numbers import compared_number, names_several, shorter_numbers
from core.office.register.several_outcomes import several_outcomes
from core.office.register.short_days import before_the_turn, holds_amounts, short_day
from core.office.register.values import CellFault, RegisterRow, Value, value_text
from core.office.register.vocabulary import (
    kind_word,
    offered_outcome,
    outcome_word,
    plain,
    plain_label,
    register_rules,
    vocabulary,
)
from tests.kept.rooms.registers import layouts

_WORDS = Path(__file__).parents[2] / "data" / "registers" / "words.txt"
"""The texts by what they are given to: a line each below ``# name``."""

_DAYS = (20250305, 45721, 45721.75, 0, 1, 99999, 100000, 2025.5, -1, 32874, 32873, 72686, 73050, 73051)
_SHORT_DAYS = (2.1, 2.3, 2.4, 12.1, 2.25, 3, 15)
_NO_TEXTS = (date(2025, 3, 5), CellFault("#N/A"))


def words() -> str:
    """Return what is made of all of them."""
    given = dict(_given())
    lines = _lines(
        "read_day",
        (*given["read_day"], *_DAYS, *_NO_TEXTS),
        _whole_day,
    )
    lines += _lines(
        "short_day",
        (*given["short_day"], *_SHORT_DAYS, *_NO_TEXTS),
        _short_day,
    )
    lines += _lines("word", given["word"], _word)
    lines += _lines("number", given["number"], _number)
    lines += _lines("closing", given["closing"], _closing)
    lines += _lines("working days", _SPANS, lambda span: str(working_days_after(*span)))
    lines += _lines("serial", (0, 0.5, 1, 32873, 32874, 73050, 73051, 99999, 100000), _serial)
    lines += _lines(
        "text", _VALUES, lambda value: f"{value_text(value)} | {number_of(value)} | {quoted(value_text(value))}"
    )
    lines += _lines("count", ("1", "1件", "１", "2", "0", "无", "", "两件", "1.0", "-"), _count)
    lines += _lines(
        "several", given["several"], lambda text: several_outcomes(RegisterMapping(outcomes={"给了": "R03"}), text)
    )
    lines += [*_problems(), *_turns(), *_headers(), *_vocabulary()]
    return "\n".join(lines) + "\n"


def _given() -> Iterator[tuple[str, list[str]]]:
    for block in _WORDS.read_text(encoding="utf-8").rstrip("\n").split("\n# "):
        name, *texts = block.rstrip("\n").split("\n")
        yield name.removeprefix("# "), [text.replace("\\n", "\n").replace("\\t", "\t") for text in texts]


def _lines(name: str, given: Iterable[object], answer: Callable[..., str]) -> list[str]:
    return [f"=== {name}", *(f"{one!r} → {answer(one)}".rstrip() for one in given)]


def _whole_day(day: Value) -> str:
    return f"{read_day(day)} {read_day(day, from_1904=True)}{' no such day' * is_of_no_calendar(day)}"


def _short_day(day: Value) -> str:
    return f"{_short(day)} | {_short(day, is_of_text_file=True)}"


def _closing(text: str) -> str:
    return f"{'total ' * is_total(text)}{'footer' * is_footer(text)}"


def _several(text: str) -> str:
    return several_outcomes(RegisterMapping(outcomes={"给了": "R03"}), text)


def _short(day: Value, **settings: bool) -> str:
    found = short_day(day, 2025, **settings)
    return "-" if found is None else f"{found.day}{f' or {found.other}' if found.other else ''}"


def _word(text: str) -> str:
    mapping = RegisterMapping(outcomes={"公开": "R04", "（一）公开": "R03"}, kinds={"公民": "C6"})
    known = f"{plain(text)} | {plain_label(text)} | {kind_word(text)}:{mapping.kind_of(text)}"
    return f"{known} | {outcome_word(text)}:{mapping.outcome_of(text)} offered {offered_outcome(text)}"


def _number(text: str) -> str:
    return f"{compared_number(text)} {shorter_numbers(text)}{' several' * names_several(text)}"


def _serial(number: float) -> str:
    return f"{serial_day(number, from_1904=False)} {serial_day(number, from_1904=True)}"


def _count(text: str) -> str:
    return other_count(RegisterRow(1, {3: text}), 3)


_SPANS = [
    (date(2025, 1, day), date(2025, 1, last))
    for day, last in ((1, 1), (1, 2), (3, 4), (3, 6), (4, 5), (5, 6), (6, 13), (7, 31))
] + [(date(2025, 12, 31), date(2025, 12, 1))]
_VALUES = (
    *(
        None,
        1,
        1.0,
        1.5,
        1e15,
        -2.0,
        date(2025, 3, 5),
        CellFault("#REF!"),
        " a\nb\t c\x07 ",
        "长" * 39,
        "长" * 40,
        "长" * 41,
    ),
    *("号" * 59, "号" * 60, "号" * 61, "a\u200bb"),
)


def _problems() -> list[str]:
    """Return what is wrong with records of a mapping."""
    records: tuple[dict[str, object], ...] = (
        {},
        {
            "columns": {"登记号": "编号", "收到日期": "收件"},
            "outcomes": {"给了": "R03", "看看": "请选择"},
            "kinds": {"人": "C1"},
        },
        {"colums": {}},
        {"columns": []},
        {"columns": {"登记": "编号"}},
        {"columns": {"登记号": "编号", "收到日期": "编号"}},
        {"columns": {"登记号": 3}},
        {"outcomes": {"给了": "R02"}},
        {"outcomes": {"给了": "R24"}},
        {"outcomes": {"给了": "尚未办结", "不给": "不计"}},
        {"kinds": {"人": "C7"}},
        {"kinds": None},
    )
    lines = [f"{record!r} → {mapping_problem(record)}" for record in records]
    odd: tuple[dict[str, object], ...] = (
        {"outcomes": {"给了": "R03", "给 了": "R04"}},
        {"outcomes": {"给了": "R03", "给 了": "R03"}},
        {"outcomes": {"予以公开": "R04"}},
        {"outcomes": {"（一）予以公开": "R03"}},
        {"outcomes": {"不计": "R03"}},
        {"outcomes": {"尚未办结": "不计"}},
        {"kinds": {"自然人": "C2"}},
        {"kinds": {"自 然人": "C1", "某人": "C2"}},
        {"kinds": {"某人": "C2", "法人或其他组织－某人": "C3"}},
    )
    lines += [f"{record!r} → {contradiction(record)}" for record in odd]
    mapping = RegisterMapping(
        {"登记号": "编号"}, {"给了": "R03", "给 了": "R04", "拿走": "R05"}, {"人": "C1", "某人": "C2"}
    )
    less = (
        mapping.without_word("outcomes", "给 了"),
        mapping.without_word("kinds", "某 人"),
        mapping.without_word("kinds", "给了"),
    )
    more = mapping.with_words({"拿走": "R06"}, {"新人": "C3"})
    said = [
        mapping.said_of(part, word)
        for part in ("outcomes", "kinds")
        for word in ("给 了", "给了。", "人", "某 人", "没")
    ]
    return ["=== mappings", *lines, *(str(one.as_record()) for one in (*less, more)), str(said)]


def _turns() -> list[str]:
    """Return which rows rather are of the year before, and which columns hold amounts."""
    columns: tuple[tuple[Value, ...], ...] = (
        ("12.25", "12.28", "1.3", "1.8", "7.1"),
        ("1.3", "1.8", "7.1"),
        ("12.25", "1.3", "12.26", "1.4"),
        ("7.3", "7.1", "1.3", "1.8"),
        ("6.30", "1.1"),
        ("7.1", "1.1"),
        ("6.30", "6.28", "12.31", "1.1"),
        ("12.25", "看不清", "2025-12-26", "1.3"),
        ("5.5", "10.2", "30"),
        ("5.5", "45000"),
        (2.3, date(2025, 1, 2), "2.3元"),
        (2.31,),
        (),
    )
    lines = []
    for values in columns:
        rows = [RegisterRow(number, {2: value}) for number, value in enumerate(values, 1)]
        turned = {number: day.isoformat() for number, day in before_the_turn(rows, 2, 2025).items()}
        lines.append(f"{values!r} → {turned}{' amounts' * holds_amounts(rows, 2, 2025)}")
    return ["=== turns", *lines]


def _headers() -> list[str]:
    """Return what is offered for the headers of all small registers."""
    lines = []
    for layout in layouts():
        for sheet in layout.sheets:
            header = offered_header(sheet)
            if header is not None:
                beside = {
                    key: at for key in ("申请人", "内容", "承办科室", "收到日期") if (at := column_of(header, key))
                }
                offered = {key: name for key, name in offered_columns(header.names).items() if key != name}
                lines.append(f"{layout.name} {sheet.name}: {header.first}-{header.last} {offered} {beside}")
            second = header_at(sheet, 2)
            lines += [f"  {second.first}-{second.last} {list(second.names.values())[:2]}"] if second else ["  none"]
    return ["=== headers", *dict.fromkeys(lines)]


def _vocabulary() -> list[str]:
    words = vocabulary()
    lines = [
        f"{name}: {getattr(words, name)}"
        for name in ("outcome_labels", "outcome_choices", "kind_labels", "reviews", "lawsuits")
    ]
    lines += [f"{words.needed} {list(words.outcomes.items())[:60]}", str(list(words.ends))]
    return [
        "=== vocabulary",
        *lines,
        *(f"{rule.id} {rule.level} {rule.basis} {rule.params}" for rule in register_rules().values()),
    ]

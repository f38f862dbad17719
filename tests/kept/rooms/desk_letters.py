"""Letters and what became of them, numbers that changed since, and what the desk remembers of it all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from core.base.errors import ReportError
from core.form.form_reader import load_form
from core.office.collection.changed_numbers import take_numbers
from core.office.collection.decisions import Decision, own_item
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import desk_settings
from core.office.collection.letter_answers import answered, cells_in_words
from core.office.collection.letter_items import LetterItem, basis_of, in_form_order, letter_items, quoting
from core.office.collection.letters import (
    LetterFacts,
    items_to_send,
    letter_bytes,
    plan_letters,
    show_rounds,
    write_letters,
)
from core.office.collection.make_desk import make_desk
from core.office.collection.papers import Paper, fits_on_a_page, paper_bytes
from core.office.collection.state import (
    STATE_FILE,
    DeskState,
    UnitRounds,
    known_head,
    load_state,
    records_of,
    save_state,
)
from core.office.collection.unit_list import ListedUnit
from tests.core.office.collection.desk_samples import FINDING, ITEM, YEAR, file
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.rooms.desk_records import DOUBT

_FORM = load_form()
_CELLS = [f"t3.R{row:02}.C{column}" for row in (3, 4) for column in range(1, 7)]
_BLANKS = LetterItem(
    "C-03", "error", "第三部分", "予以公开（各栏）", "6格空白", "没有填，请补填。", "C-03，官方表样", tuple(_CELLS[:6])
)
_TEXT = LetterItem("N-01", "warning", "第五部分", "第五部分", "没有文字", "第五部分没有文字。", "N-01，惯例")
_LETTER = LetterItem("B-10", "warning", "整份报告", "整份报告", "报送函", "只收到报送函，请补报。", "B-10，惯例")
_OWN = own_item("第五部分", "请写具体。")
_LONG = ITEM._replace(place="长" * 130, written="写" * 110, check="查" * 230, basis="据" * 70)


def documents(folder: Path) -> str:
    """Return all of it."""
    lines = ["=== items", *_items(), "=== letters", *_letters(), "=== answers", *_answers(), "=== changed", *_changed()]
    lines += [
        "=== rounds",
        *_rounds(folder / "rounds"),
        "=== states",
        *_states(folder),
        "=== papers",
        *_papers(),
        *_full_pages(),
    ]
    return "\n".join(lines) + "\n"


def _items() -> Iterator[str]:
    """Yield what a letter would say of reports in which much is wrong, as drafts and as papers."""
    form = load_form()
    row = [code for code in form.entered if code.startswith("t3.R05.")]
    column = [code for code in form.entered if code.startswith("t3.") and code.endswith(".C2")]
    blank = reports.filled(reports.empty()).with_cells(dict.fromkeys([*row, "t3.R07.C1", "t2.rules.issued"]))
    odd = blank.with_texts(
        {"meta.title": "总结", "meta.year": "2024", "s5": "一是公开不够。" * 4, "s6": "收费{t3.R01.C1}元。"}
    )
    marks = [(form.tables["t3"].name, "无", 2)]
    for report in (reports.large(), reports.empty(), blank, odd, reports.empty().with_cells(dict.fromkeys(column, 3))):
        result = reports.checked(report)
        told = []
        for is_draft in (True, False):
            items = quoting(letter_items(report, result, is_draft=is_draft), report, marks)
            told.append("\n".join(_item(item) for item in in_form_order(form, items)))
        yield f"--- {report.unit[:6]}, as a draft, and what a paper has otherwise"
        yield from (told[0], beside(told[0], told[1]))
    yield from (f"{rule.id} {basis_of(rule)}" for rule in form.rules.values())


def _item(item: LetterItem) -> str:
    shown = " | ".join(map(_short, (item.part, item.place, item.written, item.check, item.basis)))
    return f"{item.rule_id} {item.level} {shown} {len(item.blanks)}"


def _unit(*names: str, **facts: Any) -> UnitResult:
    files = [file("甲局", name, digest=name, **facts) for name in names or ("甲局.docx",)]
    return UnitResult(ListedUnit("甲局"), files=files, record=files[0].record, has_report=True)


def _letters() -> Iterator[str]:
    """Yield the words of letters with items and answers of all kinds."""
    facts = LetterFacts("2026-1-25", "王五 0000-1234567；", "县政府办")
    two = replace(_unit("a.docx", "b.docx"))
    undecided = replace(two, record=None)
    letters_only = replace(two, record=None, has_report=False)
    fewer = _BLANKS._replace(blanks=tuple(_CELLS[4:8]))
    again = [ITEM, ITEM._replace(check="“自然人”列：相差2。"), ITEM._replace(written="新收9")]
    sent: list[tuple[UnitResult, int, list[LetterItem], list[LetterItem], LetterFacts]] = [
        (_unit(), 1, [ITEM], [], facts),
        (_unit(), 2, [again[0], DOUBT], [ITEM], LetterFacts("下周五前", "")),
        (_unit(), 2, [again[1], _TEXT], [ITEM, DOUBT], LetterFacts()),
        (_unit(), 3, [again[2], fewer, _OWN], [ITEM, _BLANKS, _OWN, DOUBT, _TEXT], facts),
        (two, 1, [_LETTER], [], facts),
        (undecided, 1, [_OWN, own_item("", "请盖章。")], [], facts),
        (letters_only, 1, [_LETTER, ITEM], [], facts),
        (_unit(), 1, [DOUBT, _TEXT], [], facts),
        (_unit(), 1, [_BLANKS, ITEM._replace(part="第三部分", place="予以公开（各栏）"), _LONG], [], facts),
        (_unit(), 1, [_LONG._replace(place=f"{i}{_LONG.place}") for i in range(4)], [], facts),
        (_unit(), 1, [_LONG._replace(place=f"{i}{_LONG.place}") for i in range(13)], [], facts),
        (
            _unit(),
            2,
            [_BLANKS._replace(blanks=tuple(_CELLS[:1]))],
            [ITEM._replace(place="（一）予以公开（自然人）")],
            facts,
        ),
    ]
    for unit, number, items, before, said in sent:
        document = docx.Document(BytesIO(letter_bytes(unit, number, items, before, said, date(2026, 1, 20), YEAR)))
        yield "--- " + " / ".join(p.text for p in document.paragraphs if p.text)
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows[1:]]
        yield from (" | ".join(_short(text) for text in row) for row in rows[:4])
        sizes = [run.font.size for run in document.tables[0].rows[1].cells[0].paragraphs[0].runs]
        yield f"{len(rows)} rows of {[size.pt for size in sizes if size]}"


def _short(text: str) -> str:
    return text if len(text) < 75 else f"{text[:3]}…{text[-2:]}({len(text)})"


def _answers() -> Iterator[str]:
    """Yield what is said of items that were told and of those that are found now."""
    other = ITEM._replace(written="新收9")
    fewer, others = (_BLANKS._replace(blanks=tuple(cells)) for cells in (_CELLS[3:6], _CELLS[6:9]))
    more = _BLANKS._replace(blanks=tuple(_CELLS[2:8]))
    emptied = _BLANKS._replace(blanks=("t3.R03.C1",))
    cell = ITEM._replace(place="（一）予以公开（自然人）")
    old = _BLANKS._replace(blanks=())
    pairs: list[tuple[Sequence[LetterItem], Sequence[LetterItem]]] = [
        ([ITEM], []),
        ([ITEM], [ITEM]),
        ([ITEM], [other]),
        ([ITEM], [ITEM._replace(check="“自然人”列：相差2。")]),
        ([ITEM], [ITEM._replace(check="“自然人”列还是相差1。")]),
        ([ITEM], [ITEM._replace(place="商业企业列")]),
        ([ITEM], [ITEM._replace(rule_id="T3-02")]),
        ([ITEM, DOUBT], [DOUBT, _TEXT]),
        ([ITEM, other], [other]),
        ([_BLANKS], [fewer]),
        ([_BLANKS], [others]),
        ([_BLANKS], [more]),
        ([_BLANKS], [_BLANKS._replace(written="空白", blanks=_BLANKS.blanks[::-1])]),
        ([old], [fewer]),
        ([cell], [emptied]),
        ([cell, _BLANKS], [emptied]),
        ([_OWN, ITEM], [ITEM]),
        ([_OWN], []),
    ]
    for told, now in pairs:
        unit = UnitResult(ListedUnit("甲局"), files=[file("甲局", digest="new")], items=list(now))
        found = answered(unit, UnitRounds(1, ("old",), tuple(told), is_open=True))
        if found is None:
            yield "none"
            continue
        parts = [
            f"{cells_in_words(p.filled)}｜{cells_in_words(p.left)}｜{cells_in_words(p.added)}{p.added_in_words}"
            for p in found.partly
        ]
        kinds = {
            name: [i.written for i in getattr(found, name)] for name in ("mended", "open", "changed", "new", "own")
        }
        yield f"{found.in_words} { ({name: items for name, items in kinds.items() if items}) } {parts or ''}"
    unit = UnitResult(ListedUnit("甲局"), files=[file("甲局", digest="new")], items=[ITEM, DOUBT])
    key = ("T2-03", "行政许可", "空白")
    struck = answered(unit, UnitRounds(1, ("old",), (ITEM,)), [key])
    odd = [answered(unit, rounds) for rounds in (UnitRounds(), UnitRounds(1, ("new",), (ITEM,)))]
    nothing_came = answered(UnitResult(ListedUnit("甲局")), UnitRounds(1, ("a",), (ITEM,)))
    yield f"{struck.in_words if struck else ''} {odd} {nothing_came}"
    yield cells_in_words(_CELLS) + cells_in_words([*_CELLS, "t2.rules.issued"]) + cells_in_words(["t9.x"])


def _changed() -> Iterator[str]:
    """Yield what is said of the files of one unit that follow each other, and what is remembered of them."""
    asked = {**FINDING, "cells": ["t3.R01.C1"]}
    total = {**FINDING, "cells": ["t3.R01.C7"]}
    numbers = {"t3.R01.C1": 3, "t3.R01.C2": 4, "fee.billed": 1}
    settled, returned = {"published": "2026-1-9"}, {"returned": 1}
    steps: dict[str, list[dict[str, Any]]] = {
        "numbers": [{}, {"t3.R01.C1": 4}, {"t3.R01.C1": 4, "fee.billed": None}, {"t3.R01.C2": None}],
        "texts": [{}, {"shown": "other"}, {"shown": "third", **settled}],
        "many": [{}, {f"t3.R{row:02}.C2": row for row in range(3, 12)}],
        "accepted": [{}, {"t3.R01.C1": 5}, {"t3.R01.C1": 6}, {"t3.R01.C1": 6, "adopted": "已核实"}, {"t3.R01.C1": 7}],
        "published": [settled, {**settled, "shown": "other"}, {**settled, "t3.R01.C1": 9, "adopted": "看过"}, settled],
        "returned": [{"findings": [asked], **returned}, {"t3.R01.C1": 8}, {"t3.R01.C1": 8, "t3.R01.C2": 9}],
        "returned for a total": [{"findings": [total], **returned}, {"t3.R01.C1": 8, "t3.R01.C2": 9, "t3.R02.C1": 1}],
        "returned for all": [{"findings": [asked, total], **returned}, {"t3.R01.C1": 8}],
        "refused": [{"refused": {"t3.R01.C3": "无"}}, {"refused": {"t3.R01.C3": "没有"}}],
        "another year": [{"year": 2024}, {"year": None}, {}],
    }
    for name, files in steps.items():
        yield f"--- {name}"
        state = DeskState(YEAR)
        for number, one in enumerate(files):
            yield _judged(state, str(number), dict(one), numbers)
        yield from (f"{unit}: {replace(kept, numbers={}, former=None)}" for unit, kept in state.numbers.items())


def _judged(state: DeskState, digest: str, facts: dict[str, Any], numbers: dict[str, Any]) -> str:
    published, adopted = facts.pop("published", ""), facts.pop("adopted", "")
    returned, findings = facts.pop("returned", 0), tuple(facts.pop("findings", ()))
    known = {key: facts.pop(key) for key in ("shown", "refused", "year") if key in facts}
    figures = {code: n for code, n in {**numbers, **facts}.items() if n is not None}
    items = (DOUBT,) if returned else ()
    sent = file("甲局", digest=digest, figures=figures, findings=findings, items=items, **known)
    decisions = {"甲局": Decision(adopted=(digest,), reason=adopted)} if adopted else {}
    state.decisions = {**state.decisions, **decisions}
    desk = make_desk(
        [sent], [ListedUnit("甲局", published_on=published)], YEAR, _FORM, desk_settings(), state.decisions
    )
    take_numbers(desk, state)
    unit = desk.units[0]
    if returned:
        state.units["甲局"] = UnitRounds(1, unit.digests, (DOUBT,), is_open=True)
    return f"{unit.state} {unit.reopened} {unit.changed} {unit.adopted}"


def _rounds(out: Path) -> Iterator[str]:
    """Yield which letters are written as units answer, and what is remembered of each."""
    state = DeskState(YEAR)
    out.mkdir()
    day = date(2026, 1, 20)
    steps: list[tuple[str, dict[str, tuple[LetterItem, ...]], set[str] | None]] = [
        ("first", {"甲局": (ITEM,), "乙局": (DOUBT,), "丙/局": ()}, None),
        ("first", {"甲局": (ITEM,), "乙局": (DOUBT,), "丙/局": ()}, None),
        ("first", {"甲局": (ITEM, DOUBT), "乙局": (DOUBT,), "丙/局": ()}, {"乙局"}),
        ("second", {"甲局": (DOUBT,), "乙局": (), "丙/局": (ITEM,)}, None),
        ("third", {"甲局": (), "乙局": (ITEM,), "丙/局": (ITEM,)}, set()),
        ("third", {"甲局": (), "乙局": (ITEM,), "丙/局": (ITEM,)}, None),
    ]
    for digest, items, only in steps:
        files = [file(name, digest=f"{digest}{name}", items=found) for name, found in items.items()]
        desk = make_desk(files, [ListedUnit(name) for name in items], YEAR, _FORM, desk_settings(), state.decisions)
        show_rounds(desk, state)
        yield f"--- {[(unit.name, unit.state, unit.found, unit.returned, unit.letter) for unit in desk.units]}"
        plan = plan_letters(desk, state, out, LetterFacts(), day, only)
        yield f"{[p.name for p in plan.written]} {[p.name for p in plan.aside]} {[p.name for p in plan.mended]}"
        (out / "退回修改意见").mkdir(exist_ok=True)
        yield str(write_letters(plan))
        yield from map(_round, state.units.values())
        for path in (out / "退回修改意见").glob("*.docx") if digest == "second" else ():
            path.write_bytes(b"changed")
    yield str(sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx")))
    yield from _unsent(desk, state)


def _round(rounds: UnitRounds) -> str:
    told = [[item.rule_id for item in items] for items in (rounds.items, rounds.before)]
    return f"  {rounds.returned} {rounds.files} {told} {bool(rounds.letter)} {bool(rounds.former)} {rounds.is_open}"


def _unsent(desk: Desk, state: DeskState) -> Iterator[str]:
    """Yield what is sent to units that are adopted, or of which something was struck."""
    unit = next(unit for unit in desk.units if unit.items)
    yield str(
        [len(items_to_send(replace(unit, **facts), state)) for facts in ({}, {"adopted": "因为"}, {"is_own": True})]
    )
    state.decisions = {
        unit.plain: Decision(struck=(("T3-01", "自然人列", "新收3"),), added=(_OWN,), about=unit.digests)
    }
    yield str([item.check for item in items_to_send(unit, state)])


def _states(folder: Path) -> Iterator[str]:
    """Yield what is remembered, and what is made of files that are older, newer, spoilt or of another year."""
    place = folder / "state"
    place.mkdir()
    state = DeskState(YEAR, "basis", places={"list": "名单.xlsx"}, outputs={"a": ("1", "2")}, shown={"a": "3"})
    state.units = {"甲局": UnitRounds(2, ("a",), (ITEM,), "l", "f", is_open=True, before=(_OWN, _BLANKS))}
    state.decisions = {"甲局": Decision(reason="r"), "乙局": Decision()}
    state.take_list("digest", (ListedUnit("甲局", "机关"), ListedUnit("乙局")))
    state.records = {
        "k": replace(file("甲局", items=(_BLANKS,), figures={"fee.billed": 2, "t3.R01.C1": 1}).record, lines=("x",))
    }
    state.records |= {"n": file("丙局", year=2024).record, "o": file("乙局", findings=(FINDING,)).record}
    digest = save_state(place, state)
    again = load_state(place, YEAR, "basis")
    known = replace(state, decisions={"甲局": Decision(reason="r")})
    yield f"{again == known} {save_state(place, again, digest) == digest}"
    other = load_state(place, YEAR, "another basis")
    listed = other.listed[0], len(other.listed[1])
    yield f"{other.records} {listed} {other.shown} {other.outputs} {len(other.units)} {other.basis}"
    yield f"{known_head(place, YEAR)} {known_head(place, 2024)} {known_head(folder, YEAR)}"
    yield str([record.unit for record in records_of(place / STATE_FILE)])
    other.take_list("d", (ListedUnit("甲局", "机关"),))
    again.take_list("d", (ListedUnit("甲局", "机关"), ListedUnit("乙局", "机关")))
    yield f"{list(again.records)} {again.listed[0]}"
    kept = json.loads((place / STATE_FILE).read_text(encoding="utf-8"))
    yield str([sorted(kept), {key: sorted(record) for key, record in kept["records"].items()}])
    changes: tuple[dict[str, Any], ...] = (
        {"format": 4},
        {"format": 3, "year": 2024},
        {"units": {"a": {}}},
        {"records": {"k": {"x": 1}}},
        {"list": []},
        {"format": "x"},
    )
    for change in changes:
        (place / STATE_FILE).write_text(json.dumps({**kept, **change}), encoding="utf-8")
        try:
            found = load_state(place, YEAR, "basis")
            yield f"{change}: {found.told} {len(found.units)} {known_head(place, YEAR)[0]}"
        except ReportError as error:
            yield f"{change}: {error.summary} {error.advice}"
        try:
            yield str(len(records_of(place / STATE_FILE)))
        except ReportError as error:
            yield error.summary


def _full_pages() -> Iterator[str]:
    """Yield how many rows are the most that fit on a page, with and without who signs, a day and lines around."""
    row = ["1", "字" * 30, "字" * 9]
    for lines, sign, day in (
        (1, "", ""),
        (1, "", "1日"),
        (1, "局", "1日"),
        (3, "", ""),
        (1, "局" * 50, "1日"),
        (9, "", "1日"),
    ):
        papers = [
            Paper("标题", ["前" * 45] * lines, ("序号", "内容", "别的"), (1, 4, 3), [row] * n, ["后"], sign, day, 99)
            for n in range(1, 70)
        ]
        fitting = sum(map(fits_on_a_page, papers))
        sizes = [_table_size(paper) for paper in papers[: fitting + 2 : 4]]
        yield f"{lines} {sign[:1]} {day}: {fitting} {sizes}"


def _table_size(paper: Paper) -> float:
    document = docx.Document(BytesIO(paper_bytes(paper)))
    size = document.tables[0].rows[1].cells[0].paragraphs[0].runs[0].font.size
    return size.pt if size else 0


def _papers() -> Iterator[str]:
    """Yield the sizes and heights of papers that are just full, and one row more."""
    for count, words, signed, most in (
        (3, 5, "", 0),
        (8, 60, "县政府办", 12),
        (12, 60, "", 12),
        (12, 160, "长" * 60, 12),
        (13, 9, "x", 12),
    ):
        rows = [[str(i), "字" * words, "a" * words] for i in range(count)]
        day = "2026年1月20日" if signed else ""
        paper = Paper(
            "标题",
            ["前" * 50],
            ("序号", "内容", "别的"),
            (1, 4, 3),
            rows,
            ["后" * 40] if count != 3 else [],
            signed,
            day,
            most,
        )
        document = docx.Document(BytesIO(paper_bytes(paper)))
        sizes = {
            run.font.size.pt
            for row in document.tables[0].rows
            for c in row.cells
            for p in c.paragraphs
            for run in p.runs
            if run.font.size
        }
        lines = [
            (p.text[:6], p.paragraph_format.left_indent, p.paragraph_format.keep_with_next) for p in document.paragraphs
        ]
        yield f"{count}×{words}: {fits_on_a_page(paper)} {sorted(sizes)} {[(t, i and i.pt, k) for t, i, k in lines]}"
        yield str([column.width for column in document.tables[0].columns])

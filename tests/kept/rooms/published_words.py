"""What the reader of published reports takes words and lines for: cells, labels, headings, titles, signatures."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from core.form.form_definition import Cell
from core.form.form_reader import load_form
from core.published import part_headings as parts
from core.published.broken_names import with_whole_addressee, with_whole_signer
from core.published.frame import foot_of, printed_foot_of
from core.published.headings import find_sections, section_of
from core.published.labels import bracket_words, is_past, label_core, plain_label, similarity, without_brackets
from core.published.number_cells import has_digits, is_value, printed_unit, read_number, shortened
from core.published.title import (
    document_number,
    find_title,
    is_date,
    is_frame,
    signature,
    signs,
    title_of_page,
    unit_in_lead,
    year_in,
    year_of_period,
)
from core.published.vocabulary import is_form_label, vocabulary
from core.report.entry_text import Entry, Refused
from core.visible.blocks import Paragraph
from tests.kept.rooms import published_lines as lines
from tests.kept.rooms import published_names as names

_FORM, _OLD = load_form("2021"), load_form("2019")
_COUNT, _MONEY = _FORM.cells["t3.R01.C1"], _FORM.cells["t2.fees.amount"]
_SIGNED = _OLD.cells["t2_2019.licensing.change"]
_KINDS: tuple[tuple[str, Cell, str], ...] = (("count", _COUNT, ""), ("signed", _SIGNED, ""), ("money", _MONEY, ""))
_UNITS: tuple[tuple[str, Cell, str], ...] = (
    ("in 元", _MONEY, "元"),
    ("in 件", _COUNT, "件"),
    ("in 千元", _MONEY, "千元"),
    ("in 美元", _MONEY, "美元"),
    ("in 万件", _COUNT, "万件"),
    ("in 亿元", _MONEY, "亿元"),
    ("in 元／万元", _MONEY, "元／万元"),
)
"""One of these in turn for each text, beside all of the kinds."""
_MANY, _OF_UNIT = 30, "表上写的单位是"
"""Texts from which on it is no longer told that another unit is refused."""
_RUN = re.compile(r"(.)\1{9,}")


def documents() -> dict[str, str]:
    """Return what each line is taken for."""
    return {
        "numbers": _text(_numbers()),
        "labels": _text(_labels()),
        "headings": _text([*_headings(), *_rows_of_headings()]),
        "parts": _text([*_parts(), *_rows_of_parts()]),
        "titles": _text([*_titles(), *_ends()]),
    }


def _text(told: Iterable[str]) -> str:
    return _RUN.sub(lambda run: f"{run[1]}×{len(run[0])}", "\n".join(told)) + "\n"


def entry_text(entry: Entry) -> str:
    """Return what a cell holds in one line."""
    if isinstance(entry, Refused):
        return f"✗{entry.text!r} {entry.rule_id} {entry.reason}"
    return "blank" if entry is None else str(entry)


def _numbers() -> Iterable[str]:
    for at, text in enumerate(lines.NUMBERS):
        told: dict[str, list[str]] = {}
        for name, cell, unit in (*_KINDS, _UNITS[at % len(_UNITS)]):
            found = read_number(text, cell, unit)
            said = entry_text(found.entry)
            said += f" [{found.mark}]" if found.mark else ""
            said += f" ({found.remark})" if found.remark else ""
            told.setdefault(said, []).append(name)
        most = max(told, key=lambda said: len(told[said]))
        yield f"{shortened(text)!r}{' value' * is_value(text)}{' digits' * has_digits(text)}: {most}"
        told = {said: names for said, names in told.items() if said != most and (at < _MANY or _OF_UNIT not in said)}
        others = (f"  {', '.join(names)}: {said}" for said, names in told.items())
        yield from (line.replace("没有写单位，按万元读入，请核对", "no unit") for line in others)
    for labels in lines.UNITS:
        yield f"{labels}: {printed_unit(*labels)!r}"


def _labels() -> Iterable[str]:
    """Each label of the form as it is misprinted in some ways, and what it is taken for."""
    chance = random.Random(2912)
    for role, tables in vocabulary().roles.items():
        for table in tables if role == "s2" else tables[:1]:
            yield f"=== {role} {table.form_id}"
            for kind, labels, own in (
                ("row", table.rows, table.table.rows),
                ("column", table.columns, table.table.columns),
            ):
                for line in own.values():
                    for printed in _misprints(line.label, chance):
                        match = labels.match(printed)
                        is_right = match is not None and match.key == line.key
                        taken = "" if is_right else f" → {match.key if match else '–'}"
                        score = f" {match.score:.3f}" if match else ""
                        near = "" if is_right else f" {labels.likeness(printed, line.key):.3f}"
                        yield f"{kind} {line.key} {printed!r}{taken}{score}{near}{' printed' * is_form_label(printed)}"
    yield "=== cores"
    for text in lines.LABELS:
        plain, bare, behind = plain_label(text), without_brackets(text), bracket_words(text)
        facts = [f"plain {plain!r}"] * (plain != text) + [f"without {bare!r}"] * (bare != plain)
        facts += [f"in brackets {behind!r}"] * bool(behind) + ["past"] * is_past(text)
        yield " ".join([f"{text!r}: {label_core(text)!r}", *facts, *["printed"] * is_form_label(text)])
    for one, other in lines.PAIRS:
        yield f"{one!r} {other!r}: {similarity(one, other):.4f} {similarity(other, one):.4f}"


def _misprints(label: str, chance: random.Random) -> list[str]:
    """Return a label with a character wrong, one left out, one too many, and one that is far from it."""
    chars = "年件数公开不申请的其他"
    made = []
    for wrong in (1, 2, max(len(label) // 3, 1)):
        text = list(label)
        for _ in range(wrong):
            at = chance.randrange(len(text) + 1)
            match chance.randrange(3):
                case 0:
                    text.insert(at, chance.choice(chars))
                case 1 if len(text) > 2:
                    del text[min(at, len(text) - 1)]
                case _:
                    text[min(at, len(text) - 1)] = chance.choice(chars)
        made.append("".join(text))
    return made[:1] if len(label) < 4 else made[1:] if len(label) < 12 else made[2:]


def _headings() -> Iterable[str]:
    for text in lines.HEADINGS:
        found = section_of(text)
        said = "–" if found is None else f"{found.key} {found.score:.3f}{' own number' * found.is_numbered}"
        rest = f" then {shortened(found.rest)!r}" if found and found.rest else ""
        yield f"{shortened(text)!r}: {said}{rest}"


def _rows_of_headings() -> Iterable[str]:
    for row in lines.ROWS_OF_HEADINGS:
        found = find_sections([Paragraph(line) for line in row])
        yield " ".join(f"{line[:4]}…{len(line)}" if len(line) > 12 else line for line in row)
        yield "  " + " ".join(f"{one.at}={one.heading.key}:{one.heading.score:.2f}" for one in found)


def _part(found: parts.PartHeading | None) -> str:
    if found is None:
        return "–"
    said = f"{'+'.join(found.codes)} {found.words!r}{' in brackets' * found.is_bracketed}{' own' * found.is_own}"
    return f"{said} then {found.rest!r}" if found.rest else said


def _parts() -> Iterable[str]:
    for text in lines.PARTS:
        named, like = "+".join(parts.named_in(text)), parts.looks_like_heading(text)
        yield f"{text!r}: {_part(parts.part_of(text))}{f'; names {named}' * bool(named)}{'; like one' * like}"
        if bare := parts.bare_part_of(text):
            yield f"  bare: {_part(bare)}"


def _rows_of_parts() -> Iterable[str]:
    for row in lines.ROWS_OF_PARTS:
        yield " | ".join(row)
        yield from (f"  {at}: {_part(found)}" for at, found in sorted(parts.find_parts(row).items()))


def _paragraphs(row: Sequence[str]) -> list[Paragraph]:
    """Return lines as paragraphs; ``group|look|text`` says where they stand and how they look."""
    made = []
    for line in row:
        group, look, text = line.split("|", 2) if line.count("|") > 1 else ("0", "", line)
        made.append(Paragraph(text, int(group), look, style=look if look in ("落款", "主送机关") else ""))
    return made


def _titles() -> Iterable[str]:
    for row, body in names.TITLES:
        found = find_title(_paragraphs(row), body)
        yield f"{' / '.join(row)}{f' – {body}' * bool(body)}"
        yield f"  {found.text!r} unit {found.unit!r} year {found.year!r} lines {found.first} to {found.last}"
    for text in names.TITLES_OF_PAGES:
        found = title_of_page(text)
        yield f"page {text!r}: {found.text!r} unit {found.unit!r} year {found.year!r}"
    for text in names.YEARS:
        yield f"{text!r}: year {year_in(text)!r} period {year_of_period(text)!r} unit {unit_in_lead(text)!r}"
    for text in names.SINGLE:
        facts = ("date" * is_date(text), "signs" * signs(plain_label(text), ""), "frame" * is_frame(text))
        number = document_number(text)
        yield f"{text!r}: {' '.join(filter(None, facts)) or '–'}{f' number {number!r}' * bool(number)}"


def _ends() -> Iterable[str]:
    for row, unit in names.SIGNATURES:
        own = _paragraphs(row)
        whole, name = with_whole_signer(own, unit)
        shown = [block.text for block in whole if isinstance(block, Paragraph)]
        yield f"{' / '.join(row)} ({unit}): {signature([one.text for one in own], unit)}"
        if shown != [one.text for one in own] or name != unit:
            yield f"  whole: {' / '.join(shown)}, {name!r}: {signature(shown, name)}"
    for row in names.ADDRESSEES:
        whole_lines, name = with_whole_addressee(_paragraphs(row))
        yield f"{' / '.join(row)}: {' / '.join(one.text for one in whole_lines)}, {name!r}"
    for row in names.FEET:
        yield f"{' / '.join(row)}: {foot_of(row)}, printed {printed_foot_of(row)}"

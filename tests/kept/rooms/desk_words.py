"""What the desk makes of names of units, pasted tables, sentences and texts: one line each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from core.office.collection.counted_twice import may_be_same
from core.office.collection.decisions import Decision, decision_json, decision_of, own_item
from core.office.collection.desk import publication_fault
from core.office.collection.desk_rules import DeskSettings, desk_rules, desk_settings
from core.office.collection.file_owner import FileNames
from core.office.collection.file_record import names_in_letter
from core.office.collection.likeness import alike_texts
from core.office.collection.masking import masked
from core.office.collection.other_names import OtherNames, any_of, is_superior, short_names
from core.office.collection.pasted_places import pasted_places
from core.office.collection.short_unit_names import is_short_for, units_named
from core.office.collection.unit_list import ListedUnit, nearest, plain_name, types_in
from tests.core.office.collection.desk_samples import ITEM

_GIVEN = Path(__file__).parents[2] / "data" / "desks" / "words.txt"
"""The texts by what they are given to: a line each below ``# name``."""


def words() -> str:
    """Return what is made of all of them."""
    given = dict(_given())
    units = given["units"]
    lines = ["=== names", *(_name(name, units) for name in given["names"])]
    lines += ["=== files", *_files(given["files"], units)]
    lines += ["=== texts", *(_spoken(text, units) for text in given["texts"])]
    lines += ["=== pasted", *(line for text in _tables(given["pasted"]) for line in _pasted(text, units))]
    lines += ["=== masked", *(f"{text} → {masked(text)}" for text in given["masked"])]
    lines += ["=== letters", *(_sender(text, units) for text in given["letters"])]
    lines += ["=== alike", *_alike(given["alike"], units)]
    lines += ["=== published", *(f"{day} → {publication_fault(day, 2025)}" for day in given["published"])]
    lines += ["=== decisions", *_decisions(), "=== rules", *_rules()]
    return "\n".join(lines) + "\n"


def _given() -> Iterator[tuple[str, list[str]]]:
    for block in _GIVEN.read_text(encoding="utf-8").rstrip("\n").split("\n# "):
        name, *texts = block.split("\n")
        yield name.removeprefix("# "), [text.replace("\\n", "\n").replace("\\t", "\t") for text in texts]


def _name(name: str, units: list[str]) -> str:
    plain = plain_name(name)
    short = [unit for unit in units if is_short_for(plain, unit)]
    same = [unit for unit in units if may_be_same(plain, unit)]
    near = [nearest(name, units, least) for least in (50, 60, 90)]
    superior = " superior" * is_superior(plain)
    return f"{name} → {plain} short for {short} named {units_named(plain, units)} same {same} near {near}{superior}"


def _files(names: list[str], units: list[str]) -> Iterator[str]:
    yield str(short_names(units))
    known = FileNames(units)
    yield from (f"{name} → {known.named(name)}" for name in names)


def _spoken(text: str, units: list[str]) -> str:
    """Return which units a text names as if they were its own: as a section, as the lead, of two units."""
    names = OtherNames(units)
    found = [names.copied(own, {code: text}) for own in (units[0], units[1], units[7]) for code in ("s1", "lead")]
    told = [{other: "full" if full else names.short_name(other) for other, (full, _) in one.items()} for one in found]
    return f"{text!r} → {told}"


def _tables(lines: list[str]) -> list[str]:
    return "\n".join(lines).split("\n--\n")


def _pasted(text: str, units: list[str]) -> Iterator[str]:
    found = pasted_places(text, units, 2025, date(2026, 3, 1), {units[1]: "未报"})
    yield f"{text!r}"
    yield from (f"  {unit}: {day} {url}" for unit, (day, url) in found.found.items())
    yield from (f"  lost {said}" for said in found.lost)
    yield from (f"  note {said}" for said in found.notes)


def _sender(text: str, units: list[str]) -> str:
    return f"{text!r} → {names_in_letter(text.split(chr(10)), units)}"


def _alike(texts: list[str], units: list[str]) -> Iterator[str]:
    """Yield which texts are alike by the shipped limits, and by others."""
    codes = ("s5", "s1")
    written = {f"{unit}{code}": {code: text} for code in codes for unit, text in zip(units, texts, strict=False)}
    for settings in (desk_settings(), DeskSettings(50, 10, 12, 70, 20, 40, 60)):
        yield str(settings)
        yield from map(str, alike_texts(written, units, settings))
    patterns = [any_of(["a"]), any_of(["ab", "ac", "b."]), any_of(["ab", "ac"], 1)]
    yield f"{alike_texts({}, [], desk_settings())} {patterns}"


def _decisions() -> Iterator[str]:
    """Yield decisions as they are kept, and what is made of older and of odd ones."""
    full = Decision(
        ("a", "b"),
        "因为",
        "c",
        "否",
        (("T3-01", "自然人列", "新收：3"),),
        (own_item("", "请盖章。"),),
        ("a",),
        "2026-1-9",
        "u",
        ("g",),
    )
    for one in (full, Decision(), Decision(struck=full.struck)):
        yield f"{decision_json(one)} {decision_of(decision_json(one)) == one}"
    older = decision_of(
        {"struck": [["T3-01", "自然人列", "自然人：新收3"]], "added": [list(own_item("甲", "乙"))[:7]], "given": [1]}
    )
    yield str(older)
    for odd in ({"adopted": 3}, {"struck": [["a"]]}, {"added": [["a"]]}):
        try:
            yield str(decision_of(odd))
        except (KeyError, TypeError, ValueError) as error:
            yield type(error).__name__
    struck = Decision(struck=(("T3-01", "自然人列", "新收3"),), added=(own_item("", "请盖章。"),), about=("f",))
    found = [ITEM, ITEM._replace(place="别处"), ITEM._replace(written="新收：3"), ITEM._replace(rule_id="T3-02")]
    for files in (("f",), ("g",), ()):
        yield str([(item.rule_id, item.place, item.written) for item in struck.items(found, files)])
    unit = ListedUnit("甲局", counts="是", published_on="2026-1-1", published_url="v")
    types = types_in([unit, ListedUnit("乙 局", "机关")]), types_in(None)
    yield f"{full.listed(unit)} {Decision().listed(unit) == unit} {types}"


def _rules() -> Iterator[str]:
    rules: Any = desk_rules()
    yield from (f"{rule.id} {rule.level} {rule.basis} {list(rule.messages)}" for rule in rules.values())

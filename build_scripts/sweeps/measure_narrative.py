"""Measures the rules on texts over a set of labelled texts.

    python -m build_scripts.sweeps.measure_narrative SET.jsonl [--out FOUND.jsonl]
    python -m build_scripts.sweeps.measure_narrative tests/data/narrative  # writes what is kept of the sets anew

A line of SET is
``{"id", "year", "section", "unit", "text", "cells": {code: n}, "expect": [{"rule", "about": [code], "alt": [rule]}],
"may": [{"rule", "about"}], "cause"}``, one of FOUND ``{"id", "found": [{"rule", "level", "about": [code]}]}``. ``alt``
are other rules that are equally right, ``may`` findings that are neither right nor wrong, ``cause`` what the text tries
(optional); a rule that does not exist yet is missed. Cells of a table that are not given are 0 where the given ones
leave room for that (a set lists what is not zero), else blank; a table without any cell given is not filled in.
Precision and the share of correct texts with a false alarm count errors and warnings; hints are shown apart, and so is
what is said of a section as a whole (too short, does not speak of …), since a line may be an excerpt. A finding is
right where the text expects its rule about one of its cells.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from build_scripts.sweeps.judgements import judgement
from core.base.late import load_now
from core.checks.findings import Finding
from core.checks.rules import FUNCTIONS, CheckContext
from core.form.form_reader import load_form
from core.report.entry_text import Number
from core.report.report import Report
from core.report.totals import compute_totals
from core.texts.language.phrases import ASPECTS
from core.validation import validation

load_now(validation)  # registers the rule functions

_WHOLE_SECTION = {"N-14", "N-14b", "N-14c", "N-15", "N-16", "N-18", "N-19"}
"""Rules on what a whole section must say: counted only where a line expects them, since it may be an excerpt of one."""

_OTHER_RULES = {"T2-06", "X-02"}
"""Rules on texts, and on amounts that stand in a text only, beside those whose ids begin with N-."""

_RULE_ID = re.compile(r"[A-Z]\w?-\d{2}[a-z]?")

_SECTIONS = {"s1.intro": "lead"}
"""What sets call a text that has another code: what stands before section 一 is its lead (引言)."""

_NUMERALS = {"一": "s1", "二": "s2", "三": "s3", "四": "s4", "五": "s5", "六": "s6"}


def text_code(section: str, text: str = "") -> str:
    """Return the code of the text that a section means: a code, a number, a Chinese numeral or a title.

    A paragraph of section 一 that speaks of one of its five aspects stands under the heading of that aspect.
    """
    section = _SECTIONS.get(section, section)
    if section in load_form().texts:
        return section
    first = section.strip().removeprefix("第")[:1]
    code = f"s{first}" if first in "123456" and first else _NUMERALS.get(first, "s1")
    aspects = [aspect for aspect, words in ASPECTS.items() if words.search(text)] if code == "s1" else []
    return aspects[0] if len(aspects) == 1 and "\n" not in text.strip() else code


_filled: dict[str, dict[str, Number]] = {}
"""The numbers of the tables by those that a line gives: some eight lines of a set speak of the same office."""


def numbers_of(given: dict[str, Number]) -> dict[str, Number]:
    """Return the numbers of the tables: given ones, zeros where they leave room, and totals."""
    key = repr(sorted(given.items()))
    if key not in _filled:
        _filled[key] = _filled_in(given)
    return dict(_filled[key])


def _filled_in(given: dict[str, Number]) -> dict[str, Number]:
    form = load_form()
    numbers: dict[str, Number] = {}
    for table in form.tables.values():
        known = {code: given[code] for code in table.cells if code in given}
        if known:
            numbers |= _table_numbers(table.id, known)
    return numbers | {code: value for code, value in given.items() if code in form.cells and not form.cells[code].table}


def _table_numbers(table_id: str, known: dict[str, Number]) -> dict[str, Number]:
    """Fill a table with zeros, and empty again the parts of given totals that they do not add up to."""
    form = load_form()
    numbers: dict[str, Number] = {**dict.fromkeys(form.tables[table_id].cells, 0), **known}
    for _ in range(3):  # totals of totals
        for code, total in compute_totals(form, numbers).items():
            if code in numbers and code not in known:
                numbers[code] = total
    unknown: set[str] = set()
    for equation in form.equations:
        left, right = (sum(k * numbers.get(c, 0) for c, k in side) for side in (equation.left, equation.right))
        codes = [code for code in equation.codes if code in numbers]
        if codes and left != right and any(code in known for code in codes):
            unknown.update(code for code in codes if code not in known and code != "t3.R02.C7")
    for equation in reversed(form.equations):  # parts of an unknown total are unknown too
        if equation.computes in unknown:
            unknown.update(code for code, _ in equation.right if code in numbers and code not in known)
    numbers = {code: value for code, value in numbers.items() if code not in unknown}
    return numbers | _applicant_columns(numbers, unknown) if table_id == "t3" else numbers


def _applicant_columns(numbers: dict[str, Number], unknown: set[str]) -> dict[str, Number]:
    """Return a column of applicants whose new applications alone are given: none carried in, all dealt with."""
    found: dict[str, Number] = {}
    for column in range(1, 7):
        new = numbers.get(f"t3.R01.C{column}")
        if new is not None:
            found |= {f"t3.R02.C{column}": 0, f"t3.R24.C{column}": new - numbers.get(f"t3.R25.C{column}", 0)}
    return {code: value for code, value in found.items() if code in unknown}


def context_of(line: dict[str, Any]) -> CheckContext:
    """Return what the rules on texts are asked with for a line of a set."""
    unit = line.get("unit", "")
    meta = {"meta.unit": unit, "meta.year": str(line["year"]), "meta.form": "2021"}
    meta["meta.unit_type"] = "各级人民政府" if unit.endswith("人民政府") else "政府部门"
    report = Report(meta=meta).with_texts({text_code(str(line.get("section", "")), line["text"]): line["text"]})
    return CheckContext(report, numbers_of(line.get("cells", {})), None, date(int(line["year"]) + 1, 1, 15))


def findings_of(line: dict[str, Any]) -> list[Finding]:
    """Return what the rules on texts find in a line of a set, all that the window would show."""
    return _findings(context_of(line), int(line["year"]))


def _findings(context: CheckContext, year: int) -> list[Finding]:
    found: list[Finding] = []
    for rule in context.form.rules.values():
        is_text_rule = rule.id.startswith("N-") or rule.id in _OTHER_RULES
        if is_text_rule and rule.first_year <= year <= rule.last_year:
            found += FUNCTIONS[rule.function].function(context, rule)
    return found


def is_about_a_whole(finding: Finding) -> bool:
    """Whether a finding says what a section lacks as a whole."""
    return finding.rule_id in _WHOLE_SECTION or (finding.rule_id == "N-17" and "没有写" in finding.message)


def about(finding: Finding) -> list[str]:
    """Return the cells that a finding is about; the texts where it is about no cell."""
    return list(finding.cells or dict.fromkeys(place.text for place in finding.places))


def is_expected(finding: Finding, expected: Iterable[dict[str, Any]]) -> bool:
    """Whether a text expects this finding: one of its rules, about one of its cells, if it is about cells at all."""
    cells = load_form().cells
    for one in expected:
        named = set(one.get("about") or ())
        is_open = not named or not finding.cells or not named & cells.keys()
        rules = (one["rule"], *one.get("alt", ()))
        if finding.rule_id in rules and (is_open or not named.isdisjoint(about(finding))):
            return True
    return False


def measure(lines: list[dict[str, Any]]) -> dict[str, Any]:
    """Return precision, recall, share of correct texts with a false alarm, and what was found by line.

    ``rules`` and ``causes`` count right, wrong and missed findings by rule and by what the texts try; ``judged`` is
    what is kept of each text.
    """
    hints = alarms = wholes = 0
    found: dict[str, list[Finding]] = {}
    judged: list[str] = []
    problems: list[str] = []
    rules: dict[str, Counter[str]] = {}
    causes: dict[str, Counter[str]] = {}
    for line in lines:
        expected, may = line.get("expect", []), line.get("may", [])
        context = context_of(line)
        findings = found[line["id"]] = _findings(context, int(line["year"]))
        judged.append(judgement(line["id"], context, findings))
        right = [f for f in findings if is_expected(f, expected)]
        other = [f for f in findings if not is_expected(f, [*expected, *may])]
        false = [f for f in other if f.level != "hint" and not is_about_a_whole(f)]
        hints += sum(f.level == "hint" for f in other)
        wholes += sum(f.level != "hint" for f in other) - len(false)
        unmet = [e for e in expected if not any(is_expected(f, [e]) for f in right)]
        alarms += bool(false and not expected)
        verdicts = [("right", e["rule"]) for e in expected if e not in unmet]
        verdicts += [("wrong", f.rule_id) for f in false] + [("missed", e["rule"]) for e in unmet]
        for verdict, rule_id in verdicts:
            rules.setdefault(rule_id, Counter())[verdict] += 1
            causes.setdefault(line.get("cause", ""), Counter())[verdict] += 1
        problems += [f"{line['id']} 误报 {f.rule_id}：{f.message}（{line['text']}）" for f in false]
        problems += [f"{line['id']} 漏报 {e['rule']} {e.get('about', '')}（{line['text']}）" for e in unmet]
    total = sum(rules.values(), Counter())
    correct = sum(not line.get("expect") for line in lines)
    return {
        "precision": _share(total["right"], total["wrong"]),
        "recall": _share(total["right"], total["missed"]),
        "false_alarms": alarms / correct if correct else 0.0,
        "right": total["right"],
        "wrong": total["wrong"],
        "missed": total["missed"],
        "hints": hints,
        "wholes": wholes,
        "rules": rules,
        "causes": causes,
        "found": found,
        "judged": judged,
        "problems": problems,
    }


def shortened(problem: str) -> str:
    """Return id, kind and rule of a problem without the sentences that tell it."""
    return " ".join(re.split("[ ：]", problem, maxsplit=3)[:3])


def known_problems(results: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what is judged wrongly today, by set: what no change may add to without a word."""
    known = {
        name: {"hints": result["hints"], "problems": sorted(map(shortened, result["problems"]))}
        for name, result in results.items()
    }
    return {name: told for name, told in known.items() if told["hints"] or told["problems"]}


def _share(right: int, other: int) -> float:
    return right / (right + other) if right + other else 1.0


class SetRefusedError(ValueError):
    """A set cannot be measured; says which line and why, in Chinese."""


def read_set(path: Path) -> list[dict[str, Any]]:
    """Read a set of labelled texts.

    Raises:
        SetRefusedError: A line is no object, lacks what it must have, or names cells or rules that do not exist.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SetRefusedError(f"{path} 读不出来，请确认文件存在并且是 UTF-8 编码。") from error
    lines: list[dict[str, Any]] = []
    ids: set[str] = set()
    for number, row in enumerate(text.split("\n"), 1):
        if row.strip():
            line = _checked(number, row)
            if line["id"] in ids:
                raise SetRefusedError(f"第{number}行的 id“{line['id']}”与前面重复，请改成不同的。")
            ids.add(line["id"])
            lines.append(line)
    return lines


def _checked(number: int, row: str) -> dict[str, Any]:
    """Return a line in the shape that is measured, or say what is wrong with it."""
    form = load_form()
    try:
        line = json.loads(row, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise SetRefusedError(f"第{number}行不是 JSON：{row.strip()[:40]}") from error
    if not isinstance(line, dict):
        raise SetRefusedError(f'第{number}行应是一个对象，形如 {{"id": …}}。')
    missing = [key for key in ("id", "year", "text") if line.get(key) in (None, "") and key not in ("text",)]
    missing += ["text"] if not isinstance(line.get("text"), str) else []
    if missing:
        raise SetRefusedError(f"第{number}行缺少 {'、'.join(missing)}。")
    if not re.fullmatch(r"\d{4}", str(line["year"])):
        raise SetRefusedError(f"第{number}行的 year“{line['year']}”不是四位数的年份。")
    cells = line.get("cells") or {}
    if not isinstance(cells, dict):
        raise SetRefusedError(f"第{number}行的 cells 应是 {{代码: 数字}}。")
    unknown = [code for code in cells if code not in form.cells]
    if unknown:
        raise SetRefusedError(f"第{number}行的 cells 中没有这样的代码：{'、'.join(unknown)}。")
    for code, value in cells.items():
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | Decimal)):
            raise SetRefusedError(f"第{number}行的 {code} 不是数字：{value}")
    expect = line.get("expect") or []
    may = line.get("may") or []
    for name, records in (("expect", expect), ("may", may)):
        if not isinstance(records, list) or not all(map(_names_rules, records)):
            raise SetRefusedError(f"第{number}行的 {name} 应是 [{{rule, about}}]，rule 是规则编号：{records}")
    filled = {code: value for code, value in cells.items() if value is not None}
    shaped = {"id": str(line["id"]), "cells": filled, "expect": expect, "may": may}
    return {**line, **shaped, "unit": str(line.get("unit") or "")}


def _names_rules(record: object) -> bool:
    """Whether a record has the id of a rule, which need not exist yet, and others in ``alt``, if any."""
    if not isinstance(record, dict):
        return False
    ids = [record.get("rule"), *(record.get("alt") or ())]
    return all(isinstance(rule_id, str) and _RULE_ID.fullmatch(rule_id) for rule_id in ids)


def _keep(folder: Path) -> None:
    """Write anew what the tests compare: what is judged wrongly, and what is said of each text."""
    results = {path.stem: measure(read_set(path)) for path in sorted(folder.glob("*_*.jsonl"))}
    text = json.dumps(known_problems(results), ensure_ascii=False, indent=1)
    (folder / "known_problems.json").write_text(text + "\n", encoding="utf-8")
    for name, result in results.items():
        (folder / "judged" / f"{name}.txt").write_text("\n".join([*result["judged"], ""]), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Measure a set and print precision, recall and the share of correct texts with a false alarm."""
    parser = argparse.ArgumentParser(description="衡量文字规则的准确率和查出率")
    parser.add_argument("set", type=Path, help="a set, or a folder of sets whose known problems are written anew")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--quiet", action="store_true", help="do not list the texts that went wrong")
    options = parser.parse_args(arguments)
    if options.set.is_dir():
        _keep(options.set)
        return 0
    try:
        lines = read_set(options.set)
    except SetRefusedError as refused:
        print(refused, file=sys.stderr)
        return 2
    result = measure(lines)
    if options.out:
        rows = [
            {"id": i, "found": [{"rule": f.rule_id, "level": f.level, "about": about(f)} for f in findings]}
            for i, findings in result["found"].items()
        ]
        options.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    if not options.quiet:
        print("\n".join(result["problems"]))
    correct = sum(not line.get("expect") for line in lines)
    print(f"texts {len(lines)}, correct {correct}")
    print(f"precision {result['precision']:.4f} ({result['right']} right, {result['wrong']} wrong)")
    print(f"recall {result['recall']:.4f} ({result['missed']} missed)")
    print(f"correct texts with a false alarm {result['false_alarms']:.4f}")
    print(f"hints not expected {result['hints']}, findings on whole sections {result['wholes']}")
    for counts in (result["rules"], result["causes"]):
        for name, by in sorted(counts.items()):
            print(f"{name or '-':12} {by['right']} right, {by['wrong']} wrong, {by['missed']} missed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

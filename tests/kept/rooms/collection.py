"""What the desk writes that collects the reports of all units: at first, and once units have answered."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from core.base.resources import resource_path
from core.cli.collect import collection_json
from core.draft.workbook import draft_bytes, load_draft, save_draft
from core.office.collection.alike_groups import grouped
from core.office.collection.collected import Collected, Request
from core.office.collection.decisions import Decision, item_key, own_item
from core.office.collection.letters import FOLDER, LetterFacts
from core.office.collection.masking import masked
from core.office.collection.offered_items import offered_items
from core.office.collection.open_desk import OpenDesk
from core.office.collection.pasted_places import pasted_places
from core.office.collection.sum_parts import kept_parts, parts_text
from core.office.collection.unit_list import plain_name
from core.office.remarks_in_word import read_remarks
from core.report.report import new_report
from core.word.report import report_bytes
from tests.kept.kept import beside
from tests.kept.reports import filled
from tests.kept.word_dump import word_text
from tests.kept.workbook_dump import workbook_text
from tests.kept.xml_lines import SharedParts

_SHIPPED = resource_path("samples", "汇总审核")
_SUM = "汇总稿.xlsx"


def documents(folder: Path) -> dict[str, str]:
    """Return the files of two runs over the shipped sample, and what the command answers."""
    shared = SharedParts()
    shutil.copytree(_SHIPPED / "来件", folder / "来件")
    facts = LetterFacts("2026年1月25日前", "王五 0000-7654321")
    last, (year, today) = folder / "上年.xlsx", (2025, date(2026, 1, 20))
    save_draft(filled(new_report("青澜县人民政府", "各级人民政府", 2024)), last)
    request = Request(folder / "来件", year, folder / "结果", today, _SHIPPED / "名单.xlsx", last, facts)
    found: dict[str, str] = {}
    with OpenDesk(request) as desk:
        first = desk.finish(desk.read())
        files = _files(request.out, shared)
        letter = next(name for name in files if name.startswith(FOLDER))
        found |= {
            f"first-{name}": beside(files[letter], text) if name.startswith(FOLDER) and name != letter else text
            for name, text in files.items()
        }
        found["first-told"] = _told(first, request)
        _answer(folder / "来件", first)
        desk.decide(_decisions(first))
        second = desk.finish(desk.read())
        again = _files(request.out, shared)
        found["more"] = "\n".join(_more(desk, second, request)) + "\n"
    found |= {
        f"second-{name}": beside(files[name], text) if name in files else text
        for name, text in again.items()
        if text != files.get(name)
    }
    found["second-told"] = beside(found["first-told"], _told(second, request))
    return {**found, "shared-parts": shared.text}


def _files(out: Path, shared: SharedParts) -> dict[str, str]:
    found = {}
    for path in sorted(path for path in out.rglob("*") if path.suffix in (".docx", ".xlsx")):
        text = workbook_text(path.read_bytes()) if path.suffix == ".xlsx" else word_text(path.read_bytes(), shared)
        text = beside(_empty_draft(), text) if path.name == _SUM else text
        found[path.relative_to(out).with_suffix("").as_posix().replace("/", "-")] = text
    return found


@cache
def _empty_draft() -> str:
    return workbook_text(draft_bytes(new_report("", "", 2025)))


def _told(collected: Collected, request: Request) -> str:
    """Return the answer of the command, and what was taken from whom."""
    answer = collection_json(collected, replace(request, folder=Path("来件"), out=Path("结果")))
    lines = [line for unit in answer.pop("units") for line in _unit(unit)]
    total: Mapping[str, Any] = answer.pop("sum")
    lines += [f"sum: {total['units']} {total['last_year']}"]
    lines += [f"  {code}: {number}" for code, number in total["cells"].items() if number]
    lines += [json.dumps(answer, ensure_ascii=False, indent=1).replace("\\\\", "/")]
    return "\n".join([*lines, *collected.told, parts_text(collected.ledger)]) + "\n"


def _unit(unit: dict[str, Any]) -> list[str]:
    findings = unit.pop("findings")
    said = [f"  {finding['rule']} {finding['level']} {finding['cells']} {finding['message']}" for finding in findings]
    return [json.dumps(unit, ensure_ascii=False).replace("\\\\", "/"), *said]


def _answer(folder: Path, first: Collected) -> None:
    """Let units answer: one mends its report, another changes it too, a third sends one that is not asked for."""
    health = folder / "青澜县医疗保障局.xlsx"
    report = load_draft(health).report
    health.with_suffix(".docx").write_bytes(
        report_bytes(report.with_cells({"t2.fees.amount": 0, "t2.rules.issued": 2}))
    )
    health.unlink()
    forestry = folder / "青澜县林业局.xlsx"
    report = load_draft(forestry).report
    wrong = report.with_cells({"t3.R01.C1": 77, "t2.licensing.decisions": 9}).with_texts({"s5": "一是。", "lead": ""})
    forestry.with_suffix(".docx").write_bytes(report_bytes(wrong))
    forestry.unlink()
    (folder / "来历不明.docx").write_bytes(report_bytes(report.with_texts({"meta.unit": "青澜县某某局"})))
    missing = next(unit.name for unit in first.desk.units if not unit.has_report)
    (folder / "补报.docx").write_bytes(report_bytes(report.with_texts({"meta.unit": missing})))


def _decisions(first: Collected) -> dict[str, Decision]:
    """Return decisions of every kind, each about the first unit that it fits."""
    units = first.desk.units
    several = next(unit for unit in units if len({file.record.shown for file in unit.reports}) > 1)
    sent = [unit for unit in units if unit.items and unit is not several]
    settled = [unit for unit in units if unit.has_report and not unit.items and unit is not several]
    digests = tuple(file.record.digest for file in sent[0].files)
    return {
        plain_name(several.name): Decision(chosen=several.reports[-1].record.digest),
        plain_name(sent[0].name): Decision(adopted=digests, reason="已电话核实"),
        plain_name(sent[1].name): Decision(
            struck=(item_key(sent[1].items[0]),),
            added=(own_item("第五部分", "请写具体。"), own_item("", "请盖章。")),
            about=tuple(file.record.digest for file in sent[1].files),
        ),
        plain_name(settled[0].name): Decision(
            published_on="2026-01-18", published_url="https://www.example.gov.cn/1.html"
        ),
        plain_name(settled[1].name): Decision(published_on="2026年2月9日", counts="否"),
    }


def _more(desk: OpenDesk, collected: Collected, request: Request) -> list[str]:
    """Return what the office is told besides: offered items, what was pasted, its own report beside the sum."""
    judged = collected.desk
    lines = [f"{unit.name}: {item}" for unit in judged.units for item in offered_items(judged, unit)]
    lines += [f"{found.rule_id} {masked(found.message)}" for found in grouped(judged.batch, judged.alike)]
    names = [unit.name for unit in judged.units]
    pasted = (
        f"单位\t日期\t网址\n{names[0]}\t2026-1-18\thttps://a.cn/1.html\n{names[1]}\t1月30日\n{names[2]}\t46040\t无\n"
        f"{names[3]}  2027-01-01  http://b.cn/\n{names[4]},2026年1月9日,https://a.cn/1.html\n没有这个单位\t2026-1-9\n"
        f"{names[5]}\thttps://c.cn/index.html\n{names[5]}\t2026-1-3\n{names[6]}\n"
    )
    lines += [str(pasted_places(pasted, names, 2025, date(2026, 1, 20), {plain_name(names[0]): "未报"}))]
    own = request.folder.parent / "政府.docx"
    report = load_draft(request.out / _SUM).report
    own.write_bytes(report_bytes(report.with_cells({"t2.licensing.decisions": 3, "t3.R01.C1": None})))
    lines += [f"{found.rule_id} {found.message}" for found in desk.compare_own(own)]
    lines += [f"{code}: {kept_parts(report, code)}" for code in ("t2.licensing.decisions", "t3.R01.C1", "t3.R01.C7")]
    for path in sorted((request.out / FOLDER).glob("*.docx")):
        read = read_remarks(path, "2021")
        lines += [path.stem, *map(str, (read.by, read.unit, read.year, read.answer_by)), *read.remarks]
        lines += [read.about_another(report.with_texts({"meta.unit": names[1], "meta.year": "2024"}))]
    return lines

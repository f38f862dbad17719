"""The papers of the office: 审签单, annexes, corrections, comparisons, papers from templates, the archive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from core.draft.workbook import draft_bytes
from core.office import deadline
from core.office.annex import CHANGE_LIST, annex_facts, change_annex, changes, findings_annex
from core.office.annex_layout import annex_bytes
from core.office.archive.found_files import files_in, look_at
from core.office.archive.selection import SIGNOFF, WORD, archive_folder_name, choose_files, way_to
from core.office.archive.verification import verify_archive
from core.office.archive.writing import write_archive
from core.office.carry_over import carry_over, imbalances
from core.office.compare import check_chain, compare_reports, side_of
from core.office.comparison_html import chain_html, comparison_html
from core.office.correction import correction_bytes
from core.office.department_split import keep_split, split_of
from core.office.papers.known import paper_values
from core.office.papers.paper import fill_paper, paper_name, report_remarks, shipped_papers
from core.office.papers.placeholder_list import placeholder_list_html
from core.office.remark_list import remarks_in_words
from core.office.review import report_state
from core.office.signoff import changes_since_printed, note_printed, signoff_bytes
from core.office.summary import summary, unfinished
from core.office.way import way
from core.office.whole_rule_book import whole_rule_book
from core.report.report import Report, new_report
from core.validation.local_sample import sample_local_rules
from core.validation.validation import Checker
from core.web.html_report import report_html
from core.word.report import page_mark, report_bytes, report_file_name
from core.word.style_profile import preset
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.word_dump import word_text
from tests.kept.workbook_dump import workbook_text
from tests.kept.xml_lines import SharedParts, masked, shortened

_SHORT = dict.fromkeys(("s1.request", "s5", "s3"), "一是公开2项。") | dict.fromkeys(
    ("lead", "s1", "s1.active", "s1.manage", "s1.platform", "s1.oversight", "s2", "s4", "s6"), ""
)
_EACH = 23  # placeholder is kept
NOW = datetime(2026, 2, 3, 10, 20)
_OF_FILES = (
    (r"\b[0-9a-f]{64}\b", "(digest)"),
    (r"(?<=\(digest\)  )\d+", "(size)"),
    (r"(?m)^(G\d+ S\w+) \d+$", r"\1 (size)"),
    (r"\b20\d\d-\d\d-\d\d \d\d:\d\d\b(?<!2026-02-03 10:20)", "(day)"),
)
"""What differs from machine to machine in the lists of an archive."""


def signoffs(_folder: Path) -> dict[str, str]:
    """Return what goes with a report to those who sign it."""
    shared, style = SharedParts(), preset()
    large, returned, corrected = reports.large(), reports.returned(), reports.corrected()
    found = {
        name: word_text(signoff_bytes(report, reports.checked(report, last), today=reports.TODAY, stage=stage), shared)
        for name, report, last, stage in (
            ("signoff-large", large, reports.year_before(), "送审稿第1稿"),
            ("signoff-sample", reports.sample(), None, "定稿"),
            ("signoff-empty", reports.empty(), None, ""),
            ("signoff-form-2019", reports.form_2019(), None, "草稿"),
            ("signoff-returned", returned, reports.year_before(), "送审稿第2稿"),
        )
    }
    first = found["signoff-large"]
    found = {name: beside(first, text) if name != "signoff-large" else text for name, text in found.items()}
    mark = page_mark(returned, "review", 2)
    facts = annex_facts(returned, "送审稿第2稿", reports.TODAY, mark)
    for name, annex in (
        ("changes", change_annex(returned)),
        ("changes-again", change_annex(reports.returned_twice())),
        ("first-changes", change_annex(reports.empty())),
        ("findings", findings_annex(returned, reports.checked(returned, reports.year_before()))),
        ("findings-empty", findings_annex(reports.empty(), reports.checked(reports.empty()))),
        ("findings-sample", findings_annex(reports.sample(), reports.checked(reports.sample()))),
    ):
        data = annex_bytes(annex, facts, unit=returned.unit, mark=mark, profile=style)
        found[name] = word_text(data, shared)
    found["correction"] = word_text(correction_bytes(corrected, date(2026, 2, 4), style), shared)
    return {**found, "shared-parts": shared.text}


def sentences(_folder: Path) -> dict[str, str]:
    """Return what the office is told about reports on their way."""
    lines = []
    for name in ("empty", "sample", "large", "returned", "returned_twice", "signed", "corrected", "form_2019"):
        report: Report = getattr(reports, name)()
        last = reports.year_before() if name in ("large", "returned") else None
        checker = Checker(report, last_year=last, today=reports.TODAY)
        result = reports.checked(report, last)
        printed = note_printed(reports.large(), reports.TODAY).applied_to(reports.large())
        since = replace(report, status={**report.status, **printed.status})
        lines += [
            f"=== {name}",
            f"{annex_facts(report, '草稿', reports.TODAY)} {report_state(report, result)}",
            str(way(report, result)),
            *(shortened(str(difference)) for difference in changes(report)),
            remarks_in_words(report),
            *(changes_since_printed(since) if name == "returned" else []),
            deadline.deadline_line(report, {"submit": "01-15", "file": "01-20"}, reports.TODAY),
        ]
        for stage in ("review", "final"):
            lines += [summary(checker, stage).proof, *map(_part, summary(checker, stage).parts)]
            lines += map(_part, unfinished(report, stage))
    split = keep_split(reports.year_before(), split_of(reports.year_before()) | {"t2.penalty": "执法科", "t3": ""})
    older = replace(reports.form_2019(), meta={**reports.form_2019().meta, "meta.year": "2025"})
    for last in (split.applied_to(reports.year_before()), older):
        carried = carry_over(last)
        lines += ["=== carried over", *(f"{name}: {value}" for name, value in _named(carried).items())]
        lines += [*imbalances(last), str(carried.start_report().status), str(carried.start_report().meta)]
    return {"sentences": "\n".join(lines) + "\n"}


def _part(part: object) -> str:
    return " / ".join(shortened(str(getattr(part, name))) for name in ("heading", "lines", "is_question"))


def _named(value: object) -> Mapping[str, object]:
    return {name: getattr(value, name) for name in value.__slots__ if name != "report"}  # type: ignore[attr-defined]


def comparisons(_folder: Path) -> dict[str, str]:
    """Return the pages that compare reports, and the lists that are pages."""
    mine, theirs = side_of(reports.returned(), "本年"), side_of(reports.large(), "第1稿")
    last, old = side_of(reports.year_before(), "上年"), side_of(reports.form_2019().with_texts(_SHORT), "2020年")
    same = reports.filled(
        new_report("云岭市林业局", "政府部门", 2024), reports.STEP_2019
    )  # mostly as in the older form
    short = side_of(same.with_texts(_SHORT | {"s3": "", "s5": "一是公开3项。\n二是其他。"}), "2024年")
    form = reports.sample().form
    chain = check_chain(
        [reports.form_2019(), reports.year_before(), reports.large(), reports.large(), reports.sample()]
    )
    found = {
        "versions": comparison_html(compare_reports(mine, theirs), only_differences=True),
        "years": comparison_html(compare_reports(mine, last), only_differences=True, marks_numbers=True),
        "filled": comparison_html(compare_reports(side_of(reports.empty(), "本年"), last, only_filled=True)),
        "older-form": comparison_html(compare_reports(short, old), only_differences=True),
        "chain": chain_html(chain),
        "placeholders": placeholder_list_html(form),
        "local-rules": sample_local_rules(form),
        "rules": _some_rules(whole_rule_book(form, None)),
    }
    found["placeholders"] = re.sub(r"<tr><td>[^<]*·[^<]*·.*?</tr>", "", found["placeholders"])  # one for each cell
    told = {name: text.replace("><", ">\n<") + "\n" for name, text in found.items()}
    return {**told, **{name: beside(told["older-form"], told[name]) for name in ("years", "filled", "versions")}}


def from_templates(_folder: Path) -> dict[str, str]:
    """Return the papers that come with the program, filled."""
    shared, found, told = SharedParts(), {}, []
    large, sample = reports.returned(), reports.signed()
    for path in shipped_papers():
        texts = []
        for report, last in ((large, reports.year_before()), (sample, None)):
            result = reports.checked(report, last)
            values = paper_values(report, result, today=reports.TODAY, last_year=last)
            filled = fill_paper(path, report.form_id, values)
            is_book = path.suffix == ".xlsx"
            texts.append(workbook_text(filled.data) if is_book else word_text(filled.data, shared))
            name = paper_name("【年度】年【单位全称】", report.form, values, path.suffix)
            told += [path.name, name, str(filled.count), *filled.remarks, *report_remarks(result, filled)]
        found[path.stem] = texts[0] + "\n=== 示例\n" + beside(*texts)
    values = paper_values(large, reports.checked(large), today=reports.TODAY, last_year=reports.year_before())
    told += [f"{name}={value}" for i, (name, value) in enumerate(sorted(values.items())) if i % _EACH == 0]
    return {**found, "told": "\n".join(told) + "\n", "shared-parts": shared.text}


def archives(folder: Path) -> dict[str, str]:
    """Return the lists of an archive, and what verifying it tells."""
    report, made = reports.signed(), folder / "成稿"
    made.mkdir()
    name = report_file_name(report, "final")
    changed = report.with_cells({"t2.licensing.decisions": 7})
    files = {
        name: report_bytes(report, stage="final"),
        name.replace(".docx", ".html"): report_html(report),
        "审签单.docx": signoff_bytes(report, reports.checked(report), today=reports.TODAY),
        "旧的定稿.docx": report_bytes(changed, stage="final"),
        "无关.txt": b"x",
    }
    for file, data in files.items():
        (made / file).write_bytes(data)
    draft = folder / "草稿.xlsx"
    draft.write_bytes(draft_bytes(report, day=reports.TODAY))
    chosen = choose_files(report, look_at(draft), [look_at(path) for path in files_in(made)], None)
    target = folder / archive_folder_name(report)
    write_archive(target, report, chosen, NOW)
    lines = [target.name, *chosen.missing, *chosen.left, *map(way_to, (*chosen.missing, WORD, SIGNOFF, CHANGE_LIST))]
    lines += [f"{piece.name} {piece.what} {piece.pages} {piece.checksum} {piece.note}" for piece in chosen.pieces]
    (target / name).unlink()
    (target / "多出.txt").write_text("x", encoding="utf-8")
    verified = verify_archive(target)
    lines += [difference.sentence for difference in verified.differences]
    lines += [f"{verified.count} {verified.report and verified.report.name} {bool(verified.code)}"]
    return {
        "publication": (target / "公布信息.txt").read_bytes().decode(),
        "list": _without_digests(workbook_text((target / "目录.xlsx").read_bytes())),
        "check": _without_digests(masked((target / "校验.txt").read_bytes().decode())),
        "told": "\n".join(lines) + "\n",
    }


def _without_digests(text: str) -> str:
    """Return a list without digests, sizes and days of files, which hang on the libraries and on the day."""
    for pattern, instead in _OF_FILES:
        text = re.sub(pattern, instead, text)
    return text


def _some_rules(page: str) -> str:
    """Return a book of rules with the first rule of each group alone: what a rule says stands in its own tests."""
    head, *rules = page.split('<div class="rule"')
    return '<div class="rule"'.join([head, *(rule for rule in rules if re.match(r' id="\w+-01"', rule))])

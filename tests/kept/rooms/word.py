"""Word reports and web pages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from core.report.differences import differences
from core.report.report import new_report
from core.report.shown_report import shown_report
from core.web.html_report import report_fragment, report_html, report_text, signature_fault
from core.word.reader import read_report
from core.word.report import page_mark, read_back, report_bytes, report_file_name, report_paragraphs, stage_mark
from core.word.shipped_styles import DEFAULT_PROFILE, PRESETS
from core.word.style_profile import preset, sample_profile
from tests.core.word.edited_files import EDITS, edited, sent_report
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.word_dump import word_text
from tests.kept.xml_lines import SharedParts

_EACH = 3  # edit is kept; the others have their own tests


def documents(folder: Path) -> dict[str, str]:
    """Return all reports in Word that are kept."""
    shared = SharedParts()
    large, sample = reports.large(), reports.sample()
    full = word_text(report_bytes(large), shared)
    found = {"large": full}
    others = {
        "sample": report_bytes(sample, stage="final"),
        "empty": report_bytes(reports.empty()),
        "form-2019": report_bytes(reports.form_2019(), stage="review", round_number=1),
    }
    others |= {"large-review": report_bytes(reports.returned(), stage="review", round_number=2)}
    others |= {
        f"large-{name}": report_bytes(large, profile=preset(name)) for name in PRESETS if name != DEFAULT_PROFILE
    }
    own = preset()._replace(
        number_style="plain", number_position="center", is_table_whole=False, characters=24, pitch=20.0
    )
    others["large-own-style"] = report_bytes(large, profile=own)
    others["large-no-numbers"] = report_bytes(large, stage="final", profile=own._replace(number_style="none"))
    found |= {name: beside(full, word_text(data, shared)) for name, data in others.items()}
    found["shared-parts"] = shared.text
    found["plans"] = "\n".join(_plans()) + "\n"
    found["names"] = "\n".join([*_names(folder), *(sample_profile(name) for name in PRESETS)])
    return found


def _names(folder: Path) -> list[str]:
    lines = []
    for report in (reports.sample(), reports.large(), reports.empty(), reports.form_2019()):
        path = folder / "报告.docx"
        path.write_bytes(report_bytes(report))
        lines += [
            report_file_name(report, "draft"),
            report_file_name(report, "review", 2),
            report_file_name(report, "final"),
            page_mark(report, "review", 2),
            read_back(report, path).sentence,
        ]
    return [*lines, stage_mark("draft"), stage_mark("review", 3), stage_mark("review"), stage_mark("final")]


def _plans() -> list[str]:
    """Return how paragraphs are kept together at the ends of pages, by how long texts and notes are."""
    lines: list[str] = []
    signed = reports.signed().with_texts({"note.t2": "注：一件。", "note.t4": "注：另有2件。\n2.再注。", "s4": ""})
    last: dict[str, str] = {}
    for profile in (preset(), preset("founder")):
        for length in (*range(0, 1300, 65), 2600):
            texts = {"s6": f"第一段。\n{'内容' * (length // 2)}。", "note.t3": f"注：{'说明' * (length // 12)}。"}
            report = signed.with_texts({**texts, "s3": "文字。" * (length // 9)})
            found = {
                code: " ".join(kind + "↵" * text.count("\n") for kind, text in told)
                for code, told in report_paragraphs(report.form, shown_report(report), profile).items()
            }
            lines.append(f"=== {profile.id} {length}")
            lines += [f"{code}: {text}" for code, text in found.items() if last.get(code) != text]
            last = found
    return lines


def returned(folder: Path) -> dict[str, str]:
    """Return what is told of Word files that leaders have changed."""
    lines = []
    for edit in EDITS[::_EACH]:
        path = folder / "退回.docx"
        path.write_bytes(edited(sent_report(), edit))
        found = read_report(path, "2021")
        lines += [f"=== {edit.name}", *found.remarks, *map(str, found.notes), *map(str, found.more)]
        lines += [difference.sentence for difference in differences(sent_report(), found)]
    return {"edited": "\n".join(lines) + "\n"}


def pages(_folder: Path) -> dict[str, str]:
    """Return all web pages that are kept, and the same as plain text."""
    large = report_html(reports.large(), mark="草稿").decode()
    found = {
        "large": large,
        "sample": beside(large, report_html(reports.signed()).decode()),
        "form-2019": beside(large, report_fragment(reports.form_2019(), mark="送审稿第1稿")),
        "empty": beside(large, report_fragment(reports.empty())),
    }
    text = report_text(reports.large())
    others = (report_text(report) for report in (reports.signed(), reports.form_2019(), reports.empty()))
    texts = [text, *(beside(text, other) for other in others)]
    undated = reports.signed().with_texts({"meta.date": ""})
    wide = new_report("某市", "各级人民政府", 2025).with_cells({"t2.fees.amount": Decimal("0.5"), "t2.rules.issued": 0})
    faults = [signature_fault(report) for report in (reports.large(), undated, reports.signed(), wide)]
    found["texts"] = "\n\n".join([*texts, beside(text, report_text(wide)), *(str(fault) for fault in faults)]) + "\n"
    return found

"""The Word files against the Office Open XML schemas, with a validator from PyPI (a test tool)."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.form.blocks import blocks_of
from core.office.annex import change_annex, findings_annex
from core.office.annex_layout import annex_bytes
from core.office.review import submit
from core.office.signoff import signoff_bytes
from core.report.report import Origin
from core.validation.validation import check_report
from core.word.report import report_bytes
from core.word.shipped_styles import PRESETS
from core.word.style_profile import preset
from tests.core.report.sample_reports import random_report, written_report

DAY = date(2026, 1, 10)


def _findings(data: bytes, path: Path) -> list[str]:
    audit = pytest.importorskip("openxml_audit", reason="没有安装 openxml-audit")
    path.write_bytes(data)
    return [str(error) for error in audit.OpenXmlValidator().validate(path).errors]


@pytest.mark.parametrize("profile_id", PRESETS)
@pytest.mark.parametrize("stage", ["draft", "review", "final"])
def test_report_is_valid(stage: str, profile_id: str, tmp_path: Path) -> None:
    report = written_report()
    report = report.with_texts(
        {
            "meta.doc_number": "某水〔2026〕3号",
            "meta.addressee": "办公室",
            "meta.sign_off": "局",
            "meta.date": "2026年1月",
        }
    )
    data = report_bytes(report, stage=stage, round_number=1, profile=preset(profile_id))  # type: ignore[arg-type]
    assert _findings(data, tmp_path / "a.docx") == []


@pytest.mark.parametrize("seed", range(3))
def test_random_report_is_valid(seed: int, tmp_path: Path) -> None:
    assert _findings(report_bytes(random_report(seed)), tmp_path / "a.docx") == []


def test_the_signoff_sheet_is_valid(tmp_path: Path) -> None:
    report = written_report()
    result = check_report(report, final=True, today=DAY)
    assert _findings(signoff_bytes(report, result, today=DAY), tmp_path / "a.docx") == []


def test_the_signoff_sheet_with_a_second_page_is_valid(tmp_path: Path) -> None:
    report = written_report()
    blocks = [block.code for block in blocks_of(report.form)][:9]
    report = replace(report, origins={code: Origin(f"{code}科", "张三", "2026-01-05", "") for code in blocks})
    data = signoff_bytes(report, check_report(report, today=DAY), today=DAY)
    assert _findings(data, tmp_path / "a.docx") == []


@pytest.mark.parametrize("profile_id", PRESETS)
def test_the_annexes_are_valid(tmp_path: Path, profile_id: str) -> None:
    report = submit(written_report(), DAY).applied_to(written_report())
    report = report.with_cells({"t2.licensing.decisions": 7}).with_texts({"s6": "改。"})
    for annex in (change_annex(report), findings_annex(report, check_report(report, today=DAY))):
        data = annex_bytes(annex, "草稿", unit="某局", mark="草稿", profile=preset(profile_id))
        assert _findings(data, tmp_path / "a.docx") == []


def test_the_validator_does_find_faults(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(report_bytes(written_report()))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "word/document.xml":
                content = content.replace("<w:cantSplit/>", "<w:cannotSplit/>", 1)
            new.writestr(name, content)
    assert _findings(out.getvalue(), tmp_path / "a.docx")

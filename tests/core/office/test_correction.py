"""更正: what was published is kept when the 定稿 is taken back, and the 更正说明 says what changed and why."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from core.base.errors import ReportError
from core.draft.workbook import load_draft, save_draft
from core.office.correction import correction_bytes, corrections, note_reasons
from core.office.review import finalise, note_publication, submit, unlock
from core.report.report import Report
from core.word.style_profile import preset
from tests.core.report.sample_reports import written_report


def unlocked(*, was_published: bool = True) -> Report:
    report = written_report().with_cells({"t3.R01.C1": 5, "t3.R01.C2": 2})
    report = finalise(report, date(2026, 1, 10)).applied_to(report)
    if was_published:
        report = note_publication(report, "https://www.example.gov.cn/1.html", date(2026, 1, 12)).applied_to(report)
    return unlock(report, "发现数字有误", date(2026, 1, 20)).applied_to(report)


def corrected() -> Report:
    report = unlocked().with_cells({"t3.R01.C1": 6})
    return report.with_texts({"s5": report.texts["s5"] + "\n补充一段\ue000。"})


def test_what_was_published_is_kept_through_the_draft(tmp_path: Path) -> None:
    save_draft(finalise(corrected(), date(2026, 1, 21)).applied_to(corrected()), tmp_path / "a.xlsx")
    found = [(c.place, c.before, c.after, c.usual) for c in corrections(load_draft(tmp_path / "a.xlsx").report)]
    total = sum(n for c, n in corrected().cells.items() if c.startswith("t3.R01.") and isinstance(n, int))
    assert found[:2] == [
        ("依申请公开：本年新收·自然人", "5", "6", "发现数字有误"),
        ("依申请公开：本年新收·总计", str(total - 1), str(total), "随各项数字的更正重新相加"),
    ]
    assert found[-1][1:3] == ("", "补充一段\ue000。")
    assert any(place.endswith("依申请公开") for place, *_ in found[2:])  # its text prints the total


def test_the_note_says_each_place_old_new_and_why() -> None:
    report = note_reasons(corrected(), {"t3.R01.C1:0": "漏计\n1件", "s5:4": " "}).applied_to(corrected())
    document = Document(io.BytesIO(correction_bytes(report, date(2026, 1, 21), preset())))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["序号", "位置", "原", "现", "原因"]
    assert rows[1] == ["1", "依申请公开：本年新收·自然人", "5", "6", "漏计1件"]
    assert rows[-1][2:] == ["（空白）", "补充一段\ue000。", "发现数字有误"]
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "已于2026年1月12日公布（https://www.example.gov.cn/1.html）" in text
    assert f"现对其中{len(rows) - 1}处更正如下" in text
    assert text.endswith("某某县水利局\n2026年1月21日")


def test_a_long_unit_below_the_note_is_broken_between_its_words() -> None:
    report = corrected().with_texts({"meta.unit": "大理白族自治州云岭县人民政府三里屯街道办事处"})
    document = Document(io.BytesIO(correction_bytes(report, date(2026, 1, 21), preset())))
    assert document.paragraphs[-2].text == "大理白族自治州云岭县人民政府\n三里屯街道办事处"


def test_nothing_is_corrected_that_was_not_published_or_not_changed() -> None:
    with pytest.raises(ReportError, match="没有公布后又解除定稿"):
        corrections(unlocked(was_published=False))
    with pytest.raises(ReportError, match="与公布时的内容相同"):
        corrections(unlocked())


@pytest.mark.parametrize("spoilt", ["", "[1]", "{", "7", '{"t3.R01.C1": 5}', "[" * 100_000])
def test_what_was_spoilt_in_excel_is_no_crash(spoilt: str) -> None:
    report = corrected()
    with pytest.raises(ReportError):
        corrections(replace(report, status={**report.status, "published_shown": spoilt}))
    with_reasons = replace(report, status={**report.status, "correction_reasons": spoilt})
    assert corrections(with_reasons) == corrections(report)


def test_what_was_published_is_known_though_the_draft_was_changed_behind_its_lock() -> None:
    report = written_report().with_cells({"t3.R01.C1": 5})
    report = submit(report, date(2026, 1, 9)).applied_to(report)
    report = finalise(report, date(2026, 1, 10)).applied_to(report)
    report = note_publication(report, "u", date(2026, 1, 12)).applied_to(report).with_cells({"t3.R01.C1": 6})
    report = unlock(report, "在表格软件中改过", date(2026, 1, 20)).applied_to(report)
    first = corrections(report)[0]
    assert (first.before, first.after) == ("5", "6")

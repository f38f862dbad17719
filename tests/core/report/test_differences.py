import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from build_scripts.sweeps.libreoffice import convert
from core.base.errors import FileError, ReportError
from core.report.checksum import checksum, report_checksum
from core.report.differences import Difference, differences, take_over
from core.report.report import Report
from core.report.totals import report_numbers
from core.word.reader import read_report
from core.word.report import report_bytes
from tests.core.report.sample_reports import random_report, written_report


def _edited(data: bytes, *changes: tuple[str, str], name: str = "word/document.xml") -> bytes:
    """The .docx with strings of its XML replaced, each where it occurs first."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member).decode()
            if member == name:
                for before, after in changes:
                    assert before in content, before
                    content = content.replace(before, after, 1)
            new.writestr(member, content)
    return out.getvalue()


def _sentences(report: Report, data: bytes) -> list[str]:
    return [difference.sentence for difference in differences(report, read_report(data))]


def _tables_with_distinct_numbers() -> Report:
    report = written_report()
    for i, code in enumerate(report.form.entered):
        report = report.with_cells({code: 5_100_000 + i * 13})
    return report


def test_a_changed_digit_is_reported_in_each_of_the_200_places() -> None:
    report = _tables_with_distinct_numbers()
    data = report_bytes(report)
    codes = [code for table in report.form.tables.values() for code in table.cells]
    pattern = re.compile(r"(<w:r><w:rPr><w:sz w:val=\"\d+\"/><w:szCs w:val=\"\d+\"/></w:rPr><w:t>)(\d+)(</w:t>)")
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    places = list(pattern.finditer(xml))
    assert len(places) == len(codes) == 200
    for first in range(40):  # five in each file, far from each other
        changes, expected = [], []
        for place, code in zip(places[first::40], codes[first::40], strict=True):
            number = place[2]
            wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
            changes.append((place[0], f"{place[1]}{wrong}{place[3]}"))
            expected.append((code, (number,), (wrong,)))
        found = differences(report, read_report(_edited(data, *changes)))
        assert [(d.code, d.ours, d.theirs) for d in found] == expected


def test_a_changed_digit_in_a_text_is_reported_with_its_paragraph() -> None:
    report = written_report()
    found = differences(report, read_report(_edited(report_bytes(report), ("92条", "93条"))))
    assert [(d.kind, d.code, d.start) for d in found] == [("text", "lead", 0)]
    assert found[0].sentence.startswith("引言：填报为“……，全年主动公开政府信息92条")


def test_a_change_in_the_middle_of_a_long_paragraph_is_shown() -> None:
    before, after = "前面的话" * 30, "后面的话" * 30
    difference = Difference("text", "s5", "问题及改进", (f"{before}不够广{after}",), (f"{before}仍不够广{after}",))
    assert difference.sentence == (
        "问题及改进：填报为“……前面的话前面的话前面的话不够广后面的话后面的话后……”，"
        "文件中为“……前面的话前面的话前面的话仍不够广后面的话后面的话后……”"
    )


def test_a_paragraph_that_was_only_divided_is_shown_as_two() -> None:
    difference = Difference("text", "s5", "问题及改进", ("问题。措施。",), ("问题。", "措施。"))
    assert difference.sentence == "问题及改进：填报为“问题。措施。”，文件中为“问题。（另起一段）措施。”"


def test_tracked_insertions_count_and_deletions_do_not(tmp_path: Path) -> None:
    report = written_report()
    report = report.with_texts({"s6": "旧的一段。\n保留的一段。"})
    text = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">旧的一段。</w:t></w:r>'
    author = 'w:id="1" w:author="某人" w:date="2026-01-01T00:00:00Z"'
    deleted = f"<w:del {author}>{text.replace('<w:t ', '<w:delText ').replace('</w:t>', '</w:delText>')}</w:del>"
    inserted = f"<w:ins {author}><w:r><w:t>新的一段。</w:t></w:r></w:ins>"
    path = tmp_path / "改过.docx"
    path.write_bytes(_edited(report_bytes(report), (text, deleted + inserted)))
    assert _sentences(report, path.read_bytes()) == [
        "其他事项：其他需要报告的事项：填报为“旧的一段。”，文件中为“新的一段。”"
    ]
    assert read_report(path).texts["s6"] == ("新的一段。", "保留的一段。")
    report = report.with_texts({"s6": "新的一段。\n保留的一段。"})
    assert checksum(read_report(path)) == report_checksum(report)


def test_a_paragraph_whose_mark_is_deleted_goes_on_with_the_next() -> None:
    report = written_report()
    report = report.with_texts({"s6": "前半段，\n后半段。"})
    mark = '<w:rPr><w:del w:id="1" w:author="某人" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>'
    run = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">前半段，'
    changed = _edited(
        report_bytes(report), (f'<w:pStyle w:val="BodyText"/></w:pPr>{run}', f'<w:pStyle w:val="BodyText"/>{mark}{run}')
    )
    assert read_report(changed).texts["s6"] == ("前半段，后半段。",)


def test_hidden_text_and_codes_of_fields_are_not_seen() -> None:
    report = written_report()
    run = '<w:t xml:space="preserve">本年新收'
    unseen = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    hidden = f"<w:t>x</w:t></w:r>{unseen}<w:r><w:instrText>PAGE</w:instrText>{run}"
    changed = _edited(report_bytes(report), (run, hidden))
    assert read_report(changed).texts["s1.request"][0].startswith("x本年新收")


def test_text_that_a_style_hides_is_not_seen() -> None:
    report = written_report()
    run = '<w:t xml:space="preserve">本年新收'
    hidden = f'<w:t>x</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Aside"/></w:rPr><w:t>看不见</w:t></w:r><w:r>{run}'
    style = '<w:style w:type="character" w:styleId="Aside"><w:name w:val="aside"/><w:rPr><w:vanish/></w:rPr></w:style>'
    changed = _edited(report_bytes(report), (run, hidden))
    changed = _edited(changed, ("</w:styles>", f"{style}</w:styles>"), name="word/styles.xml")
    assert read_report(changed).texts["s1.request"][0].startswith("x本年新收")


def test_a_number_that_is_struck_out_is_not_what_the_paper_says() -> None:
    report = _tables_with_distinct_numbers()
    changed = _edited(report_bytes(report), ("<w:sz ", "<w:strike/><w:sz "))
    shown = read_report(changed)
    assert [d.theirs for d in differences(report, shown)] == [()]
    assert shown.remarks == ("原文有1处文字划了删除线，按已删除处理，没有读入，请核对：第1个表格第3行“5100000”",)


def test_a_number_in_two_lines_is_another_number() -> None:
    report = _tables_with_distinct_numbers()
    changed = _edited(report_bytes(report), ("<w:t>5100000</w:t>", "<w:t>5100</w:t><w:br/><w:t>000</w:t>"))
    assert [d.theirs for d in differences(report, read_report(changed))] == [("5100 000",)]


def test_spans_that_mean_nothing_count_one_and_giant_ones_are_refused() -> None:
    report = written_report()
    for span in ("0", "x", ""):
        changed = _edited(report_bytes(report), ('<w:gridSpan w:val="', f'<w:gridSpan w:val="{span}" w:was="'))
        assert differences(report, read_report(changed)) == []
    giant = _edited(report_bytes(report), ('<w:gridSpan w:val="', '<w:gridSpan w:val="2000000000" w:was="'))
    with pytest.raises(FileError, match="超出年度报告的正常范围"):
        read_report(giant)


def test_number_taken_over_goes_into_its_cell() -> None:
    report = written_report()
    report = report.with_cells({"t3.R01.C1": 656})
    report = take_over(report, Difference("number", "t3.R01.C1", "", ("656",), ("665",)))
    assert report.cells["t3.R01.C1"] == 665
    report = take_over(report, Difference("number", "t3.R01.C1", "", ("665",), ()))
    assert "t3.R01.C1" not in report.cells
    report = take_over(report, Difference("number", "t3.R01.C7", "", ("8",), ("9",)))
    assert report.controls["t3.R01.C7"] == 9  # compared with the computed total, never put in its place


def test_text_taken_over_keeps_its_links() -> None:
    report = written_report()
    total = report_numbers(report)["t3.R01.C7"]
    old, new = f"本年新收政府信息公开申请{total}件", f"本年共新收政府信息公开申请{total}件"
    changed = _edited(report_bytes(report), (old, new))
    (found,) = differences(report, read_report(changed))
    report = take_over(report, found)
    assert report.texts["s1.request"].startswith("本年共新收政府信息公开申请{t3.R01.C7}件，上年结转{t3.R02.C7}件")


def test_a_number_changed_by_hand_is_no_link_any_more() -> None:
    report = written_report()
    total = report_numbers(report)["t3.R01.C7"]
    changed = _edited(report_bytes(report), (f"申请{total}件", f"申请1{total}件"))
    (found,) = differences(report, read_report(changed))
    report = take_over(report, found)
    assert f"申请1{total}件，上年结转{{t3.R02.C7}}件" in report.texts["s1.request"]


@pytest.mark.parametrize("seed", range(40))
def test_after_taking_over_everything_report_and_file_show_the_same(seed: int) -> None:
    report, other = random_report(seed), random_report(seed + 1000)
    shown = read_report(report_bytes(other))
    for _ in range(500):
        open_differences = [d for d in differences(report, shown) if not (d.kind == "number" and _is_total(report, d))]
        if not open_differences:
            break
        report = take_over(report, open_differences[-1])
    report = replace(report, controls={})
    assert differences(report, shown) == []


def _is_total(report: Report, difference: Difference) -> bool:
    return report.form.cells[difference.code].is_derived


def test_a_difference_that_is_gone_is_not_taken_over() -> None:
    report = written_report()
    with pytest.raises(ReportError, match="在核对之后又改过"):
        take_over(report, Difference("text", "s6", "其他事项", ("没有这一段。",), ("新的一段。",)))


def test_paragraph_inserted_and_paragraph_removed_are_taken_over() -> None:
    report = written_report()
    report = report.with_texts({"s6": "第一段。\n第二段。\n第三段。"})
    other = written_report()
    other = other.with_texts({"s6": "零段。\n第一段。\n第三段。\n末段{{}}。"})
    shown = read_report(report_bytes(other))
    while found := differences(report, shown):
        report = take_over(report, found[0])
    assert report.texts["s6"] == "零段。\n第一段。\n第三段。\n末段{{}}。"


def test_a_paragraph_typed_in_a_style_of_its_own_is_text_and_no_heading() -> None:
    report = written_report()
    document = docx.Document(io.BytesIO(report_bytes(report)))
    following = next(p for p in document.paragraphs if p.text == "（三）政府信息管理")
    following.insert_paragraph_before("另加的一段。", style="Normal")
    out = io.BytesIO()
    document.save(out)
    shown = read_report(out.getvalue())
    (difference,) = differences(report, shown)
    assert (difference.code, difference.theirs) == ("s1.request", ("另加的一段。",))
    assert shown.remarks == ()


def test_other_documents_are_refused(tmp_path: Path) -> None:
    data = report_bytes(written_report())
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    path = tmp_path / "别的.docx"
    body = xml[xml.index("<w:body>") : xml.index("</w:body>")]
    path.write_bytes(_edited(data, (body, "<w:body><w:p/>")))
    with pytest.raises(FileError, match="没有找到年度报告的六个部分"):
        read_report(path)
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(ReportError):
        read_report(path)


def test_changed_headings_and_labels_are_named() -> None:
    report = written_report()
    changed = _edited(
        report_bytes(report),
        ("五、存在的主要问题及改进情况", "五、存在问题"),
        ("本年废止件数", "本年作废件数"),
        (">（三）政府信息管理<", ">（三）信息管理<"),
    )
    shown = read_report(changed)
    assert differences(report, shown) == []
    assert shown.remarks == (
        "标题“（三）政府信息管理”改成了“（三）信息管理”",
        "标题“五、存在的主要问题及改进情况”改成了“五、存在问题”",
        "主动公开情况表有1处栏目与官方表样不一致",
    )


@pytest.mark.needs_libreoffice
def test_files_saved_by_libreoffice_have_the_same_checksum(tmp_path: Path) -> None:
    reports = {tmp_path / "written.docx": written_report(), tmp_path / "random.docx": random_report(3)}
    for file, report in reports.items():
        file.write_bytes(report_bytes(report))
    converted = convert(list(reports), "docx", tmp_path / "out", tmp_path / "office")
    for (file, report), saved in zip(reports.items(), converted, strict=True):
        assert checksum(read_report(saved)) == report_checksum(report) == checksum(read_report(file)), file

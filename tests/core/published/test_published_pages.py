"""What portals and editors do to a report: bad spans, tables in pieces, titles in many forms, page frames."""

import base64
import quopri
import random
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import compress
from pathlib import Path
from zipfile import ZipFile

import pytest

from core.base.errors import ReportError
from core.published import Imported, import_report
from core.published.title import find_title
from core.report.entry_text import Entry
from core.visible.blocks import Paragraph
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item, disturbed, lopsided, relabelled
from tests.core.published.published_samples import ONE_FEE, Sample, all_samples
from tests.core.published.published_shapes import pieces
from tests.core.published.test_published_report import check

ADDED = 5  # what `disturbed` puts behind a row
SAMPLES = {s.name: s for s in all_samples()}
NEW, OLD = SAMPLES["small"], SAMPLES["trial format"]


def read(folder: Path, page: str) -> Imported:
    path = folder / "a.html"
    path.write_text(page, encoding="utf-8")
    return import_report(path)


def body(sample: Sample, change: shapes.Change | None = None) -> str:
    return shapes.web_body(pieces(sample, change))


# ---------------------------------------------------------------- spans that are wrong


def resized(change: Callable[[Item], Item]) -> shapes.Change:
    return lambda _, grid: [[[change(item) for item in row] for row in grid]]


WRONG_SPANS: dict[str, shapes.Change] = {
    "rowspan one too small": resized(lambda i: replace(i, height=i.height - 1) if i.height > 5 else i),
    "rowspan one too large": resized(lambda i: replace(i, height=i.height + 1) if i.height > 5 else i),
    "rowspan two too large": resized(lambda i: replace(i, height=i.height + 2) if i.height > 5 else i),
    "colspan of labels one too small": resized(
        lambda i: replace(i, width=i.width - 1) if i.width in (2, 3) and not i.code else i
    ),
    "no colspan": resized(lambda i: replace(i, width=1)),
    "no rowspan": resized(lambda i: replace(i, height=1)),
}


@pytest.mark.parametrize("sample", [NEW, OLD], ids=lambda s: s.form_id)
@pytest.mark.parametrize("name", WRONG_SPANS)
def test_wrong_spans_shift_no_number(name: str, sample: Sample, tmp_path: Path) -> None:
    check(read(tmp_path, shapes.portal(body(sample, WRONG_SPANS[name]))), sample)


@pytest.mark.parametrize("sample", [NEW, OLD], ids=lambda s: s.form_id)
def test_a_table_that_was_mended_by_a_program_is_read_by_the_order_of_its_labels(
    sample: Sample, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(shapes.word_body(pieces(sample, lambda _, grid: [lopsided(grid)]))))
    check(import_report(path), sample)


@pytest.mark.parametrize("sample", [NEW, OLD], ids=lambda s: s.form_id)
def test_whatever_is_done_to_a_table_no_number_lands_in_another_place(sample: Sample, tmp_path: Path) -> None:
    codes = list(sample.printed)
    wanted: dict[str, Entry] = {code: number for number, code in enumerate(codes, 100)}
    numbered = replace(sample, printed={code: str(number) for number, code in enumerate(codes, 100)})
    found = 0
    for seed in range(40):
        chance = random.Random(seed)
        report = pieces(numbered, lambda _, grid, chance=chance: [disturbed(grid, chance)])  # type: ignore[misc]
        for name, data in (
            ("a.html", shapes.portal(shapes.web_body(report)).encode()),
            ("a.docx", shapes.docx(shapes.word_body(report))),
        ):
            path = tmp_path / name
            path.write_bytes(data)
            for code, entry in import_report(path).printed.items():
                assert entry in (None, wanted[code], ADDED), (seed, name, code)
                found += entry is not None
    assert found > 0.8 * 80 * len(codes)


# ---------------------------------------------------------------- labels that are hard to make out


@pytest.mark.parametrize(
    ("label", "misprint", "what"), [("法律服务机构", "法律服务组织", "列"), ("2.重复申请", "2.重复提出", "行")]
)
def test_a_label_that_only_its_place_gives_away_is_taken_and_told(
    label: str, misprint: str, what: str, tmp_path: Path
) -> None:
    imported = read(tmp_path, shapes.portal(body(NEW, lambda _, g: [relabelled(g, {label: misprint})])))
    check(imported, NEW)
    assert [r for r in imported.remarks if misprint in r] == [
        f"收到和处理政府信息公开申请情况表的“{label}”{what}在原文中是“{misprint}”，已按位置读入，请核对"
    ]


def test_a_header_that_is_missing_is_told(tmp_path: Path) -> None:
    imported = read(tmp_path, shapes.portal(body(NEW, lambda n, g: [g[3:]] if n == "t3" else [g])))
    check(imported, NEW)
    assert imported.remarks == [
        "收到和处理政府信息公开申请情况表的表头未能识别，已按官方表样的列次读入，请核对",
        ONE_FEE,
    ]


def test_a_band_of_table_two_whose_header_is_missing_is_read_and_told(tmp_path: Path) -> None:
    imported = read(tmp_path, shapes.portal(body(NEW, lambda n, g: [[*g[:5], *g[6:]]] if n == "t2" else [g])))
    check(imported, NEW)
    assert imported.remarks == ["主动公开情况表的表头未能识别，已按官方表样的列次读入，请核对", ONE_FEE]


def test_rows_of_two_formats_without_a_header_are_not_told_apart(tmp_path: Path) -> None:
    """Only the header above 行政处罚 is left: both formats have three numbers for 规章, not the same ones."""

    def headless(name: str, grid: Grid) -> list[Grid]:
        below = [*grid[1:], grid[-1]]
        kept = [
            row[0].text != "信息内容" or next_row[0].text == "行政处罚"
            for row, next_row in zip(grid, below, strict=True)
        ]
        return [list(compress(grid, kept))] if name == "t2" else [grid]

    imported = read(tmp_path, shapes.portal(body(NEW, headless)))
    assert all(imported.printed[f"t2.rules.{column}"] is None for column in ("issued", "repealed", "in_force"))
    assert imported.printed["t2.penalty.decisions"] == NEW.expected["t2.penalty.decisions"]


# ---------------------------------------------------------------- tables in pieces


def by_bands(name: str, grid: Grid) -> list[Grid]:
    """Table 二 as one table for each part of article 20."""
    if not name.startswith("t2"):
        return [grid]
    parts: list[Grid] = []
    for row in grid:
        if row[0].text.startswith("第二十条"):
            parts.append([])
        parts[-1].append(row)
    return parts


def without_bands(name: str, grid: Grid) -> list[Grid]:
    return [[row for row in grid if not row[0].text.startswith("第二十条")]]


def reviews_and_lawsuits(name: str, grid: Grid) -> list[Grid]:
    """Table 四 as one table for 行政复议 and one for 行政诉讼."""
    if name != "t4":
        return [grid]
    reviews = [[grid[0][0]], [replace(i, height=1) for i in grid[1][:5]], grid[3][:5]]
    return [reviews, [[grid[0][1]], grid[1][5:], grid[2], grid[3][5:]]]


@pytest.mark.parametrize("sample", [NEW, OLD], ids=lambda s: s.form_id)
@pytest.mark.parametrize("change", [by_bands, without_bands, reviews_and_lawsuits])
def test_a_table_in_pieces_is_put_together(change: shapes.Change, sample: Sample, tmp_path: Path) -> None:
    check(read(tmp_path, shapes.portal(body(sample, change))), sample)


# ---------------------------------------------------------------- editors


def test_a_page_exported_by_word_is_read(tmp_path: Path) -> None:
    cell = (
        "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-family:宋体'>"
        "{}<o:p></o:p></span></p>"
    )
    spacer = "<![if !supportMisalignedColumns]><tr height=0><td width=50></td><td width=50></td></tr><![endif]>"

    def table(grid: Grid) -> str:
        return shapes.web_table(grid, cell=cell).replace("</tbody>", f"{spacer}</tbody>")

    check(read(tmp_path, shapes.portal(shapes.web_body(pieces(NEW), table))), NEW)


def test_struck_out_text_marked_as_deleted_does_not_count(tmp_path: Path) -> None:
    page = body(NEW).replace("开展培训2次", "开展培训<del>1次</del><ins>2次</ins>")
    check(read(tmp_path, shapes.portal(page)), NEW)


def test_typed_fields_count_and_choices_do_not(tmp_path: Path) -> None:
    def table(grid: Grid) -> str:
        return re.sub(r"<td>(\d+)</td>", r"<td><input type=text value='\1'></td>", shapes.web_table(grid))

    menu = "<select><option>2022年</option><option>2021年</option></select>"
    check(read(tmp_path, shapes.portal(menu + shapes.web_body(pieces(NEW), table))), NEW)


def test_headings_of_parts_in_the_line_of_their_text_are_told_from_it(tmp_path: Path) -> None:
    page = re.sub(r"<p>(&nbsp;)*(（[一二三四五]）[^<]*)</p>\s*<p>(&nbsp;)*", r"<p>&nbsp;<b>\2。</b>", body(NEW))
    check(read(tmp_path, shapes.portal(page)), NEW)


def test_sections_in_blocks_of_their_own_are_read(tmp_path: Path) -> None:
    parts = re.split(r"(?=<p>(?:&nbsp;)*[一二三四五六]、)", body(NEW))
    check(read(tmp_path, shapes.portal("".join(f"<div class=part>{part}</div>" for part in parts))), NEW)


@pytest.mark.parametrize("mark", ["：", "。", " ", ""])
def test_a_section_whose_text_goes_on_behind_its_title_is_read(mark: str, tmp_path: Path) -> None:
    page = re.sub(r"六、其他需要报告的事项</p>\s*<p>(&nbsp;)*", f"六、其他需要报告的事项{mark}", body(NEW))
    check(read(tmp_path, shapes.portal(page)), NEW)


def test_a_sentence_that_goes_on_from_the_words_of_a_title_is_text(tmp_path: Path) -> None:
    sentence = "六、其他需要报告的事项的说明附在本报告之后，请一并查阅。"
    sample = replace(NEW, texts={**NEW.texts, "s5": [*NEW.texts["s5"], sentence]})
    check(read(tmp_path, shapes.portal(body(sample))), sample)


def test_a_table_of_contents_is_not_taken_for_the_sections(tmp_path: Path) -> None:
    form = NEW.form
    contents = "".join(f"<p>{section.title}……{n}</p>" for n, section in enumerate(form.sections.values(), 1))
    page = body(NEW).replace("</h1>", f"</h1><p>目录</p>{contents}", 1)
    imported = read(tmp_path, shapes.portal(page))
    check(imported, NEW)
    assert imported.unrecognised == [("标题与第一部分之间", "目录")]


def test_text_hidden_by_a_script_is_read_and_told(tmp_path: Path) -> None:
    imported = read(tmp_path, f"<html><body><div style='display:none'>{body(NEW)}</div></body></html>")
    check(imported, NEW)
    assert any("隐藏" in remark for remark in imported.remarks)


def test_parts_that_come_to_the_front_by_a_click_are_read_and_told(tmp_path: Path) -> None:
    first, mark, rest = body(NEW).partition("<p>&nbsp;&nbsp;&nbsp;&nbsp;二、")
    imported = read(tmp_path, f"<html><body>{first}<div style='display:none'>{mark}{rest}</div></body></html>")
    check(imported, NEW)
    assert any("隐藏" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    ("encoding", "encode"), [("quoted-printable", quopri.encodestring), ("base64", base64.encodebytes), ("8bit", bytes)]
)
def test_a_page_in_a_single_file_is_read(encoding: str, encode: Callable[[bytes], bytes], tmp_path: Path) -> None:
    written = encode(shapes.portal(body(NEW)).encode())
    head = f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    small = b"Content-Type: text/html\n\n<p>1</p>"
    kind = b'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x-x"\n\n'
    path = tmp_path / "a.mht"
    path.write_bytes(b"%b--x-x\n%b\n--x-x\n%b%b\n--x-x--\n" % (kind, small, head, written))
    check(import_report(path), NEW)

    kind = b"From: <=?gb2312?B?08kgSUU=?=>\nSubject: x\n" + kind.partition(b"\n")[2]
    path.write_bytes(b"%b--x-x\n%b%b\n--x-x--\n" % (kind, head, written))  # as a browser in Chinese begins it
    check(import_report(path), NEW)

    path.write_bytes(kind)
    with pytest.raises(ReportError, match="已损坏或不完整"):
        import_report(path)
    path.write_bytes(kind + kind * 200)
    with pytest.raises(ReportError, match="内容过大"):
        import_report(path)


# ---------------------------------------------------------------- frame of the page


def test_signature_and_page_foot_are_no_part_of_section_six(tmp_path: Path) -> None:
    foot = "<p align=right>安丰镇人民政府</p><p align=right>2023年1月12日</p><p>附件：</p><p>1.表格.docx</p>"
    imported = read(tmp_path, shapes.portal(body(NEW) + foot))

    check(imported, NEW)
    assert imported.report.meta["meta.sign_off"] == "安丰镇人民政府"
    assert imported.report.meta["meta.date"] == "2023年1月12日"
    assert any("页面末尾有2行" in remark for remark in imported.remarks)


def test_a_signature_and_its_date_in_one_line_are_told_apart(tmp_path: Path) -> None:
    imported = read(tmp_path, shapes.portal(body(NEW) + "<p align=right>安丰镇人民政府2023年1月12日</p>"))

    check(imported, NEW)
    assert imported.report.meta["meta.sign_off"] == "安丰镇人民政府"
    assert imported.report.meta["meta.date"] == "2023年1月12日"


@pytest.mark.parametrize(("line", "signer"), [("市监局", "市监局"), ("县府办", "县府办"), ("无问题", "")])
def test_a_short_name_above_the_date_signs(line: str, signer: str, tmp_path: Path) -> None:
    foot = f"<p align=right>{line}</p><p align=right>2023年1月12日</p>"
    imported = read(tmp_path, shapes.portal(body(NEW) + foot))
    assert imported.report.meta.get("meta.sign_off", "") == signer
    assert (line in imported.report.texts["s6"]) is (signer == "")


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (["安丰县自然资源和规划局高新技术产业", "开发区分局"], "安丰县自然资源和规划局高新技术产业开发区分局"),
        (["安丰镇人民政府", "安丰县水利局"], "安丰县水利局"),  # two units sign
    ],
)
def test_lines_of_a_signature_are_one_name_unless_each_is_a_unit(lines: list[str], signer: str, tmp_path: Path) -> None:
    foot = "".join(f"<p align=center>{line}</p>" for line in [*lines, "2023年1月12日"])
    imported = read(tmp_path, shapes.portal(body(NEW) + foot))
    assert imported.report.meta["meta.sign_off"] == signer
    assert (lines[0] in imported.report.texts["s6"]) is (lines[1] == signer)


def test_an_addressee_in_two_lines_is_one(tmp_path: Path) -> None:
    lines = "<p>东平县人民政府办公室、东平县自然资源和规划局、<br>东平县水利局：</p>"
    imported = read(tmp_path, shapes.portal(body(NEW).replace("</h1>", f"</h1>{lines}")))
    check(imported, NEW)
    assert imported.report.meta["meta.addressee"] == "东平县人民政府办公室、东平县自然资源和规划局、东平县水利局"


@pytest.mark.parametrize(
    "line", ["政府网站建设不断加强。", "分享经验材料3篇。", "关闭网站1个；整改2个。", "来源：本级政府部门统计数据。"]
)
def test_a_sentence_that_begins_like_a_page_foot_stays(line: str, tmp_path: Path) -> None:
    sample = replace(NEW, texts={**NEW.texts, "s6": [line, "无其他需要报告的事项。"]})
    check(read(tmp_path, shapes.portal(body(sample))), sample)


# ---------------------------------------------------------------- titles


@pytest.mark.parametrize(
    "title",
    [
        ["2022年度安丰镇人民政府政府信息公开工作年度报告"],
        ["安丰镇人民政府2022年度政府信息公开工作年度报告"],
        ["安丰镇人民政府政府信息公开工作年度报告（2022年度）"],
        ["安丰镇人民政府政府信息公开工作年度报告", "（2022年）"],
        ["安丰镇人民政府关于2022年政府信息公开工作的年度报告"],
        ["安丰镇人民政府政府信息公开工作2022年年度报告"],
        ["安丰镇人民政府", "2022年政府信息公开工作年度报告"],
        ["安丰镇人民", "政府2022年政府信息公开", "工作年度报告"],
    ],
)
def test_unit_and_year_are_told_from_titles_of_every_form(title: list[str], tmp_path: Path) -> None:
    sample = replace(NEW, title=title)
    for name, data in (
        ("a.html", shapes.portal(body(sample)).encode()),
        ("a.docx", shapes.docx(shapes.word_body(pieces(sample)))),
        ("a.txt", shapes.cells_as_lines(pieces(sample)).encode()),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        check(import_report(path), sample)


def test_a_line_that_links_to_two_reports_names_no_unit() -> None:
    line = "甲局2022年政府信息公开年度报告乙局2022年政府信息公开年度报告"
    assert find_title([Paragraph(line)], "").unit == ""


def test_the_title_of_the_portal_above_that_of_the_report_does_no_harm(tmp_path: Path) -> None:
    page = (
        body(NEW)
        .replace("<h1>", "<p align=center><b>")
        .replace("</h1>", "</b></p><p align=center>（2023年1月12日）</p>")
    )
    imported = read(tmp_path, shapes.portal(f"<h1>{NEW.title[0]}</h1>{page}"))
    check(imported, NEW)
    assert imported.unrecognised == [("标题与第一部分之间", "（2023年1月12日）")]


def test_a_report_without_tables_is_read_for_its_texts_and_says_so(tmp_path: Path) -> None:
    page = re.sub(r"<table.*?</table>", "<img src='t.png'>", body(NEW), flags=re.DOTALL)
    imported = read(tmp_path, shapes.portal(page))

    assert imported.summary == {"t2": "0/10", "t3": "0/175", "t4": "0/15"}
    assert imported.report.texts["s5"] == "\n".join(NEW.texts["s5"])
    assert [r for r in imported.remarks if r.startswith("没有找到")] == [
        "没有找到主动公开情况表，可能是图片、附件，或没有排成表格，请对照原文填写",
        "没有找到收到和处理政府信息公开申请情况表，可能是图片、附件，或没有排成表格，请对照原文填写",
        "没有找到行政复议、行政诉讼情况表，可能是图片、附件，或没有排成表格，请对照原文填写",
    ]


# ---------------------------------------------------------------- Word


def test_rows_and_paragraphs_that_tracked_changes_took_away_do_not_count(tmp_path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>2.重复申请</w:t></w:r></w:p></w:tc>"
    row = f'<w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr>{cell}</w:tr>'
    xml = shapes.word_body(pieces(NEW)).replace("<w:tr>", f"{row}<w:tr>", 30)
    joined = (
        '<w:p><w:pPr><w:rPr><w:del w:id="2" w:author="x"/></w:rPr></w:pPr><w:r><w:t>开展培训2次，</w:t></w:r></w:p>'
    )
    xml = xml.replace('<w:t xml:space="preserve">开展培训2次，', '<w:t xml:space="preserve">')
    xml = xml.replace(
        '<w:p><w:r><w:t xml:space="preserve">接受社会监督', f'{joined}<w:p><w:r><w:t xml:space="preserve">接受社会监督'
    )
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(xml))
    check(import_report(path), NEW)


def test_cells_merged_in_the_old_way_are_read(tmp_path: Path) -> None:
    def old_way(match: re.Match[str]) -> str:
        width = int(match[1])
        rest = '<w:tc><w:tcPr><w:hMerge w:val="continue"/></w:tcPr><w:p/></w:tc>' * (width - 1)
        return f'<w:tc><w:tcPr><w:hMerge w:val="restart"/>{match[2]}</w:tcPr>{match[3]}</w:tc>{rest}'

    xml = re.sub(
        r'<w:tc><w:tcPr><w:gridSpan w:val="([2-9]|10)"/>(.*?)</w:tcPr>(.*?)</w:tc>',
        old_way,
        shapes.word_body(pieces(NEW)),
    )
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(xml))
    check(import_report(path), NEW)


def test_the_text_of_a_word_file_is_found_where_the_file_says_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(BytesIO(shapes.docx(shapes.word_body(pieces(NEW))))) as usual, ZipFile(path, "w") as other:
        for name in usual.namelist():  # Word on the web writes word/document2.xml
            part = usual.read(name).replace(b"word/document.xml", b"word/document2.xml")
            other.writestr(name.replace("document.xml", "document2.xml"), part)
    check(import_report(path), NEW)


def test_paragraphs_and_tables_inside_a_control_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(f"<w:sdt><w:sdtContent>{shapes.word_body(pieces(NEW))}</w:sdtContent></w:sdt>"))
    check(import_report(path), NEW)


def test_a_cell_that_shows_the_prompt_of_its_control_is_blank(tmp_path: Path) -> None:
    sample = replace(
        NEW, printed={**NEW.printed, "t2.rules.issued": "77777"}, expected={**NEW.expected, "t2.rules.issued": None}
    )
    cell = re.search(r"<w:tc>(?:(?!<w:tc>).)*77777.*?</w:tc>", shapes.word_body(pieces(sample)))
    assert cell is not None
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{cell[0]}</w:sdtContent></w:sdt>"
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(shapes.word_body(pieces(sample)).replace(cell[0], control)))
    check(import_report(path), sample)


def test_an_official_document_gives_its_number_and_addressee(tmp_path: Path) -> None:
    page = body(NEW).replace("</h1>", "</h1><p align=center>安政发〔2023〕3号</p><p>东平县人民政府办公室：</p>")
    imported = read(tmp_path, shapes.portal(page))
    check(imported, NEW)
    assert imported.report.meta["meta.doc_number"] == "安政发〔2023〕3号"
    assert imported.report.meta["meta.addressee"] == "东平县人民政府办公室"


# ---------------------------------------------------------------- Word: what goes on in the next paragraph


def test_a_paragraph_whose_mark_is_deleted_does_not_go_on_in_a_table(tmp_path: Path) -> None:
    author = 'w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"'
    open_paragraph = f"<w:p><w:pPr><w:rPr><w:del {author}/></w:rPr></w:pPr><w:r><w:t>到此为止9</w:t></w:r></w:p>"
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(shapes.word_body(pieces(NEW)).replace("<w:tbl>", f"{open_paragraph}<w:tbl>")))
    imported = import_report(path)
    assert {code: str(entry) for code, entry in imported.printed.items()} == NEW.printed
    assert sum("到此为止9" in text for text in imported.report.texts.values()) > 1

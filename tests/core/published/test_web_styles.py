"""What a page's own style sheets strike out, raise, hide or paint like paper joins no number, and is told."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from core.published.web_sight import PageSights, is_hidden
from core.published.web_styles import PageStyles
from core.report.entry_text import Entry, Refused
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import all_samples
from tests.core.published.published_shapes import pieces
from tests.core.published.test_published_report import read

NEW = next(s for s in all_samples() if s.name == "small")
CELL = "t3.R01.C1"
SEVEN = replace(NEW, printed={**{c: "0" if t == "7" else t for c, t in NEW.printed.items()}, CELL: "7"})


def page(cell: str, sheet: str = "", *, head: str = "") -> bytes:
    """A page with a style sheet and this in place of the 7 in its table."""
    body = shapes.web_body(pieces(SEVEN)).replace("<td>7</td>", cell if cell.startswith("<td") else f"<td>{cell}</td>")
    return shapes.portal(f"{head}<style>{sheet}</style>{body}").encode()


def plain(folder: Path) -> dict[str, Entry]:
    """What is printed where the cell holds a 7 and nothing else."""
    printed = read(folder, "plain.html", page("7")).printed
    assert printed[CELL] == 7
    return dict(printed)


SHEETS = [
    (".zx{text-decoration:line-through}", "划了删除线"),
    ("<!--table\n.xl66 {mso-x:1}\n.zx\n\t{color:black;text-decoration:line-through;}\n-->", "划了删除线"),
    ("td .zx , .other { text-decoration-line: underline line-through }", "划了删除线"),
    ("table td > span.zx{text-decoration:line-through !important} .zx{text-decoration:none}", "划了删除线"),
    (".zx{display:none}", "隐藏"),
    (".zx,.no{display:none}", "隐藏"),
    (".zx{opacity:0}", "隐藏"),
    (".zx{color:#fff}", "隐藏"),
    (".zx{color:rgba(0,0,0,0)}", "隐藏"),
    (".zx{position:absolute;left:-9999px}", "隐藏"),
    (".zx{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}", "隐藏"),
    (".zx{position:absolute !important;clip:rect(1px, 1px, 1px, 1px)}", "隐藏"),
    (".zx{clip-path:inset(50%)}", "隐藏"),
    (".zx{font-size:1px}", "隐藏"),
    ("@media screen{.zx{display:none}}", "隐藏"),
    ("@media print{.a{color:red}} @media only screen and (min-width: 1200px){.b{color:red} .zx{display:none}}", "隐藏"),
    ("td{background:#003366} .zx{color:#036}", "隐藏"),
]


@pytest.mark.parametrize(("sheet", "told"), SHEETS)
def test_what_a_style_sheet_strikes_out_or_hides_is_left_out_and_told(sheet: str, told: str, tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page('<span class="zx">9</span>7', sheet))
    assert imported.printed == plain(tmp_path)
    assert any(told in remark and "“9”" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.zx{display:none}}",
        "@media (max-width:700px){.zx{display:none}}",
        "@media screen and (min-width:3000px){.zx{text-decoration:line-through}}",
        ".zx{text-decoration:line-through} span.zx{text-decoration:underline}",
        "#nowhere .zx{display:none}",
        "div > .zx{display:none}",
        ".zx:hover{display:none}",
        ".zx{display:none",  # an end that is missing is that of the sheet
        "td{background-color:navy} .zx{color:white}",
        ".zx{opacity:0.5;color:#777}",
    ],
)
def test_what_holds_for_others_hides_nothing(sheet: str, tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page('<span class="zx">7</span>', sheet))
    if sheet.endswith("none"):
        assert imported.printed[CELL] is None
    else:
        assert imported.printed == plain(tmp_path)


def test_a_digit_that_a_style_sheet_raises_is_told_and_no_part_of_the_number(tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page('7<font class="font6">1</font>', ".font6{vertical-align:super;}"))
    assert imported.printed == plain(tmp_path)
    assert any("数字后有上标¹" in remark for remark in imported.remarks)


def test_a_cell_that_a_style_sheet_strikes_out_is_blank_and_told_with_its_place(tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page("<td class=xl66>7</td>", ".xl66{text-decoration:line-through}"))
    assert imported.printed[CELL] is None
    assert any("1处文字划了删除线" in remark and "行“7”" in remark for remark in imported.remarks)


def test_boxes_of_a_style_sheet_keep_their_digits_apart(tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page("<i class=b>1</i><i class=b>7</i>", ".b{display:inline-block}"))
    assert isinstance(imported.printed[CELL], Refused)


@pytest.mark.parametrize(
    ("cell", "sheet", "head"),
    [
        ('7<span class="zx">9</span>', ".zx{color:#ddd}", ""),
        ('7<span class="zx">9</span>', ".zx{font-size:3px}", ""),
        ('7<span class="zx">9</span>', ".zx{color:white}", "<link rel=stylesheet href=a.css>"),
        ('<td style="background:url(a.png)">7<font color=white>9</font></td>', "", ""),
    ],
)
def test_digits_that_some_see_and_others_do_not_are_no_number(cell: str, sheet: str, head: str, tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page(cell, sheet, head=head))
    assert isinstance(imported.printed[CELL], Refused)
    assert any("颜色太淡或太小" in remark and "“9”" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    "cell",
    [
        "<bdo dir=rtl>17</bdo>",
        '<i style="direction:rtl;unicode-bidi:bidi-override">17</i>',
        "\u202e17\u202c",
        "\u202e17",
    ],
)
def test_digits_that_run_from_right_to_left_are_no_number(cell: str, tmp_path: Path) -> None:
    imported = read(tmp_path, "a.html", page(cell))
    entry = imported.printed[CELL]
    assert isinstance(entry, Refused)
    assert entry.text == "〓17"  # a draft does not take it either
    assert any("从右到左显示" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    "style",
    ["margin-left:-20px", "position:absolute;left:10px", "text-indent:2em", "opacity:1", "clip:rect(0,99px,20px,0)"],
)
def test_what_is_only_moved_a_little_is_seen(style: str) -> None:
    root = etree.fromstring(f'<p style="{style}">7</p>')
    assert not is_hidden(PageStyles(root).of(root))


def test_the_nearest_background_counts() -> None:
    inner = '<table bgcolor="#003366"><tr style="background:none"><td style="color:#fff">7</td></tr></table>'
    root = etree.fromstring(f"<body><div>{inner}</div></body>")
    (cell,) = root.iter("td")
    sight = PageSights(root, PageStyles(root)).of(cell)
    assert not sight.is_unseen
    assert not sight.is_faint


@pytest.mark.parametrize(
    "sheet",
    [
        "a" * 200_000,
        "a{" * 100_000,
        "." * 200_000,
        "/*" * 100_000,
        ".a " * 60_000 + "{color:red}",
        "@media " * 30_000,
        ",".join(f".a .a{n}" for n in range(20_000)) + "{color:red}",
        "x{" + "a" * 100_000 + " " * 90_000 + "!",
    ],
)
def test_hostile_style_sheets_take_no_time(sheet: str) -> None:
    root = etree.fromstring("<div class='a'>" * 50 + "<p class='a'/>" * 500 + "</div>" * 50)
    root.insert(0, etree.Element("style"))
    root[0].text = sheet
    start = time.perf_counter()
    styles = PageStyles(root)
    for element in root.iter():
        styles.of(element)
    assert time.perf_counter() - start < 5

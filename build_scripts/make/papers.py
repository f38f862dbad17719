"""Make the shipped templates of the office's papers anew, after the form or a style changed.

    python -m build_scripts.make.papers

They lie in ``resources/papers``: 报送函, 备案表, 统计表, 解读提纲. An office may copy and change them; they are filled
like any template of its own. A test says when they are out of date.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter
from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from core.base.resources import resource_path
from core.office.papers.known import COMPARED, known_placeholders
from core.report.report import Report
from core.word.elements import (
    add_paragraph,
    add_runs,
    bordered_table,
    element,
    in_style,
    new_document,
    run,
    saved,
    table_cell,
)
from core.word.plan import text_width
from core.word.style_profile import preset
from core.word.template import read_template

FORM = Report().form
_NUMBERS = {known.code: known for known in known_placeholders(FORM) if known.code}
_DATE = datetime(2000, 1, 1)  # the same form gives the same bytes
_ANNEX = "附件：【报告标题】"
_INDENT = 2
_HEAD_HEIGHT = 42  # points
_FILING_SIZE = 12  # 小四
_MARGIN = 0.6  # inches: with the usual ones some rows stand alone on a last page
_UNIT_YEAR = "【填报单位】【年度】年"


def main() -> None:
    """Write the templates that changed."""
    for name, data in papers().items():
        path = resource_path("papers") / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            print(name)


def papers() -> Mapping[str, bytes]:
    """Return the templates by file name."""
    return {
        "报送函.docx": _letter(),
        "备案表.docx": _filing(),
        "统计表.xlsx": _statistics(),
        "解读提纲.docx": _outline(),
    }


def _put(code: str, begin: str = "") -> str:
    """Return the placeholder of a number by its code; of a sum by the codes of its parts."""
    return f"【{begin}{_NUMBERS[code].name}】"


def _counted(code: str, words: str = "") -> str:
    """Return words, the placeholder of a number, and its unit."""
    return f"{words}{_put(code)}{_NUMBERS[code].unit}"


def _group(row: str) -> str:
    """Return the code of the sum, in the column of totals, that begins with a row."""
    return next(code for code in _NUMBERS if code.startswith(f"{row}.C7 "))


# ------------------------------------------------------------------ Word


def _letter() -> bytes:
    document = new_document(preset())
    for style, text in (
        ("Title", "关于报送【年度】年政府信息公开工作年度报告的函"),  # of the unit that signs: a long name fills a page
        ("AfterTitle", ""),
        ("Addressee", "【主送机关】："),
        (
            "BodyText",
            "根据《中华人民共和国政府信息公开条例》第四十九条，我单位编制了【年度】年政府信息公开工作年度报告，"
            "数据统计期限为【年度】年1月1日至【年度】年12月31日。现予报送，请审阅。",
        ),
        ("Closing", "报告校验码：【校验码】。联系人：【联系人或联系科室】，联系电话：【联系电话】。"),
        ("SealRoom", ""),  # 正文下空一行 (GB/T 9704)
        ("Annex", _ANNEX),
        ("SealRoom", ""),
        ("SealRoom", ""),
        ("SignOff", "【落款单位】"),
        ("SignDate", "【下年度】年　月　日"),
    ):
        if style == "Annex":
            _add_annex(document, text)
        elif style == "Closing":
            add_runs(document, "BodyText", [(text, False)], *_kept())
        else:
            add_paragraph(document, style, text)
    return _finished(document, "报送函")


def _add_annex(document: Document, text: str) -> None:
    """Add 附件：… two characters in; further lines begin below the first character of its title (GB/T 9704)."""
    size = round(preset().sizes["body"] * 20)
    before = _ANNEX.index("：") + 1
    indents: dict[str, object] = {
        "leftChars": (_INDENT + before) * 100,
        "left": (_INDENT + before) * size,
        "hangingChars": before * 100,
        "hanging": before * size,
    }
    look = element("w:ind", indents), element("w:jc", {"val": "left"})  # its lines end between words
    add_runs(document, "BodyText", [(text, False)], *_kept(), *look)


def _kept() -> tuple[BaseOxmlElement, ...]:
    """Return what keeps a short paragraph on the page of the unit below the letter, so that its seal is not alone."""
    return element("w:keepNext", {}), element("w:keepLines", {})


def _filing() -> bytes:
    usual = preset()  # its table is read and signed as the letter is, not looked up as those of the report
    fonts, sizes = {**usual.fonts, "table": usual.fonts["body"]}, {**usual.sizes, "table": _FILING_SIZE}
    document = new_document(usual._replace(fonts=fonts, sizes=sizes))
    add_paragraph(document, "Title", "政府信息公开工作年度报告备案表")
    add_paragraph(document, "AfterTitle", "")
    suits = f"{_counted('t4.direct.total', '未经复议 ')}\n{_counted('t4.after_review.total', '复议后 ')}"
    rows = [
        ("单位全称", "【填报单位】"),
        ("报告标题", "【报告标题】"),
        ("单位类型", "【单位类型】", "报告年度", "【报告年度】"),
        ("统计范围", "【统计范围】"),
        ("定稿日期", "【定稿日期】", "公布日期", "【公布日期】"),
        ("公布网址", "【登记的公布网址】"),
        ("本年新收申请", _counted("t3.R01.C7"), "上年结转申请", _counted("t3.R02.C7")),
        ("办理结果总计", _counted("t3.R24.C7"), "结转下年度", _counted("t3.R25.C7")),
        ("行政复议", _counted("t4.review.total"), "行政诉讼", suits),
        ("校验码", "【校验码】", "填表日期", "【今天】"),
        ("填报人", "【填报人】", "联系电话", "【联系电话】"),
    ]
    width = text_width(usual)
    widths = [width * 19 // 100, width * 31 // 100] * 2
    widths[-1] += width - sum(widths)
    made = [_row(_cells(texts, widths), 520) for texts in rows]
    margins = {"top": 60, "left": 108, "bottom": 60, "right": 108}
    sealed = ("单位意见", "备案机关意见")
    made += [_row([*_cells((label,), widths), _seal(sum(widths[1:]))], 1700) for label in sealed]
    document.element.body.insert_element_before(bordered_table(widths, margins, made), "w:sectPr")
    add_paragraph(document, "TableNote", "")  # Word wants a paragraph after a table
    return _finished(document, "备案表")


def _outline() -> bytes:
    document = new_document(preset())
    groups = (("t3.R05", "不予公开"), ("t3.R13", "无法提供"), ("t3.R16", "不予处理"), ("t3.R21", "其他处理"))
    results = [_counted("t3.R03.C7", "予以公开"), _counted("t3.R04.C7", "部分公开")]
    results += [f"{words}{_put(_group(row))}件" for row, words in groups]
    compared = [
        f"{words}{_put(code, COMPARED)}"
        for code, words in (("t3.R01.C7", "本年新收申请"), ("t3.R24.C7", "办理结果总计"))
    ]
    cases = (("t4.review", "行政复议"), ("t4.direct", "未经复议直接起诉"), ("t4.after_review", "复议后起诉"))
    kinds = (("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"))
    kept = (("licensing", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制"))
    decisions = [_counted(f"t2.{row}.decisions", f"{words}处理决定") for row, words in kept]
    published = f"{'，'.join(decisions)}；{_counted('t2.fees.amount', '行政事业性收费')}。"
    received = (
        f"{_counted('t3.R01.C7', '本年新收')}，{_counted('t3.R02.C7', '上年结转')}；"
        f"{_counted('t3.R24.C7', '办理结果总计')}，{_counted('t3.R25.C7', '结转下年度')}。"
    )
    for style, text in (
        ("Title", f"{_UNIT_YEAR}政府信息公开工作年度报告解读提纲"),
        ("AfterTitle", ""),
        ("BodyText", "本提纲只列报告中的事实，供起草解读材料使用；“（未填）”是报告中没有的内容。"),
        ("Heading1", "一、报告的基本情况"),
        (
            "BodyText",
            "统计期限：【年度】年1月1日至【年度】年12月31日。统计范围：【统计范围】。公布日期：【公布日期】。",
        ),
        ("Heading1", "二、主动公开"),
        ("BodyText", published),
        ("Heading1", "三、依申请公开"),
        ("BodyText", received),
        ("BodyText", f"办理结果：{'，'.join(results)}。"),
        ("BodyText", f"与上年对照：{'；'.join(compared)}。"),
        ("Heading1", "四、行政复议和行政诉讼"),
        *(
            (
                "BodyText",
                f"{words}{_put(f'{row}.total')}件：" + "，".join(_counted(f"{row}.{k}", w) for k, w in kinds) + "。",
            )
            for row, words in cases
        ),
        ("Heading1", "五、存在的主要问题及改进情况（报告原文）"),
        ("BodyText", "【问题及改进】"),
    ):
        ends = [element("w:widowControl", {})] if style == "BodyText" else []  # no line of it alone on a page
        look = "BodyAddress" if style == "BodyText" else style  # numbers, which no line is broken in, would stretch it
        add_runs(document, look, [(text, False)] if text else [], *ends)
    return _finished(document, "解读提纲")


def _cells(texts: Sequence[str], widths: Sequence[int]) -> list[BaseOxmlElement]:
    """Return labels and what stands beside them by turns; the last one goes to the edge of a table of four columns."""
    cells = []
    for number, (text, width) in enumerate(zip(texts, widths, strict=False)):
        is_rest = number == 1 == len(texts) - 1
        style = "TableRow" if number % 2 else "TableLabel"
        lines = [element("w:p", {}, in_style(style), run(line)) for line in text.split("\n")]
        cells.append(table_cell(sum(widths[1:]) if is_rest else width, lines, columns=3 if is_rest else 1))
    return cells


def _seal(width: int) -> BaseOxmlElement:
    """Return the cell, over the last three columns, in which a unit puts its seal on the date."""
    lines = []
    for text in ("（盖章）", "年　　月　　日"):
        centred = element("w:ind", {"left": width // 2}), element("w:jc", {"val": "center"})
        lines.append(element("w:p", {}, in_style("TableRow"), run(text)))
        lines[-1][0].extend(centred)
    return table_cell(width, lines, columns=3, align="bottom")


def _row(cells: Sequence[BaseOxmlElement], height: int) -> BaseOxmlElement:
    """Return a row, at least so many twips high, in which no page ends."""
    least = element("w:trHeight", {"val": height, "hRule": "atLeast"})
    return element("w:tr", {}, element("w:trPr", {}, element("w:cantSplit", {}), least), *cells)


def _finished(document: Document, title: str) -> bytes:
    """Return the document with its title in the properties and no mark of a stage."""
    return read_template(saved(document), preset()).fill({"title": title}, {})


# ------------------------------------------------------------------ Excel


def _statistics() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    font = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
    line = {**font, "border": 1}
    wrapped = {**font, "text_wrap": True}  # a long name would widen what is printed, and the whole sheet shrink
    title = book.add_format({**wrapped, "bold": True, "font_size": 14, "align": "center"})
    note = book.add_format({**wrapped, "align": "center"})
    head = book.add_format({**line, "bold": True, "align": "center", "bg_color": "#E8EEF5"})
    text, number = book.add_format({**line, "text_wrap": True}), book.add_format({**line, "align": "center"})
    sheet = book.add_worksheet("统计表")
    sheet.set_column(0, 0, 58)
    sheet.set_column(1, 1, 8)
    sheet.set_column(2, 2, 18)  # of a fee with all its decimals
    facts = "填报人：【填报人】　联系电话：【联系电话】　填表日期：【今天】　校验码：【校验码】"
    for top, words, look in ((0, f"{_UNIT_YEAR}政府信息公开工作统计表", title), (1, facts, note)):
        sheet.merge_range(top, 0, top, 2, words, look)
        sheet.set_row(top, _HEAD_HEIGHT)  # of two lines: Excel does not fit a row to merged cells
    for column, label in enumerate(("指标", "单位", "数")):
        sheet.write_string(3, column, label, head)
    row = 4
    for known in _NUMBERS.values():
        if " " not in known.code:
            sheet.write_string(row, 0, known.name, text)
            sheet.write_string(row, 1, known.unit, number)
            sheet.write_string(row, 2, f"【{known.name}】", number)
            row += 1
    sheet.write_string(row, 0, "已填的指标数", text)
    sheet.write_string(row, 1, "个", number)
    sheet.write_formula(row, 2, f"=COUNT(C5:C{row})", number)
    sheet.repeat_rows(3)
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(9)
    sheet.set_margins(top=_MARGIN, bottom=_MARGIN)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.freeze_panes(4, 0)
    book.set_properties({"title": "统计表", "created": _DATE})
    book.close()
    return stream.getvalue()


if __name__ == "__main__":
    main()

"""The sheet 说明: what the file is, how it is filled in without the program, what the colours mean."""

from __future__ import annotations

from core.draft.workbook.sheet_plan import SheetPlan, Style
from core.report.report import Report

_LINES = (
    ("这是什么", Style.HEADING),
    ("《政府信息公开工作年度报告》的填报草稿。可以用本程序继续填写，也可以直接用 Excel、WPS 表格填写。", Style.GUIDE),
    ("怎样填写", Style.HEADING),
    ("1. 先填“基本信息”，再逐张填写各部分的表和文字；浅黄色的格要填，灰色的合计自动算出，不用填。", Style.GUIDE),
    ("2. 每一格都要填数字，没有的事项填0，不要留空，也不要填“/”或“无”；数字格里不要写公式。", Style.GUIDE),
    ("3. 文字一格写一段；格子不够时，在下面插入一行写下一段。左边标有“接上格”的，与上一格是同一段。", Style.GUIDE),
    ("4. 文字中的 {t3.R01.C7} 一类记号由程序换成表中的数字，请不要改动；要写大括号本身时写两次。", Style.GUIDE),
    ("5. 可以插入行、改工作表名称；请不要删除隐藏的第一行和第一列。程序打开时以你在表中填的内容为准。", Style.GUIDE),
    ("6. “核对合计”一般不用填；另有纸质或已公布的表要核对时，才把它的合计照抄进去。", Style.GUIDE),
    ("颜色和结论", Style.HEADING),
    ("每张表上方有一行结论：绿色是已填完且勾稽成立，黄色是还有空格，红色是有错误，并写明哪项、差多少。", Style.GUIDE),
    ("表右边逐项列出勾稽关系：√ 成立，× 不成立，“未填完”是还有空格。红色的格与不成立的勾稽关系有关。", Style.GUIDE),
    ("深黄色的格是文字数字（如“1,234件”）：程序打开后按数字读，但表格软件不能相加，请改成只有数字。", Style.GUIDE),
    ("勾稽不成立时不要改数凑平，请对照台账找出填错的那一格。", Style.GUIDE),
    ("填完以后", Style.HEADING),
    ("保存这个文件，交给装有本程序的电脑：点“继续填写”打开，检查文字，生成 Word 报告和审签单。", Style.GUIDE),
)

_WIDTH = 95  # characters that fit a page


def guide_sheet(report: Report) -> SheetPlan:
    """Return the sheet 说明."""
    sheet = SheetPlan("guide", "说明")
    sheet.put(1, 1, f"{report.title}（填报草稿）", Style.LONG_TITLE)
    for row, (text, style) in enumerate(_LINES, 2):
        sheet.put(row, 1, text, style)
    sheet.widths.update({1: _WIDTH, 2: 1})
    # LibreOffice makes a sheet of one column no smaller, where its font is wider than ours, but cuts it off
    sheet.print_area = (1, 1, len(_LINES) + 1, 2)
    return sheet

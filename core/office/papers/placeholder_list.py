"""The list of all placeholders, as a chapter of the rule book."""

from __future__ import annotations

from html import escape
from itertools import groupby

from core.form.form_definition import FormDefinition
from core.office.papers.known import CHANGE, COMPARED, LAST, NO_COMPARISON, NO_LAST_YEAR, Known, known_placeholders
from core.word.placeholders import UNFILLED


def placeholder_list_html(form: FormDefinition) -> str:
    """Return the chapter as HTML."""
    known = known_placeholders(form)
    example = escape(next(one.name for one in known if one.code))
    lines = [
        "<h2>本单位的其他材料：占位</h2>",
        "<p>在本单位的 Word 文档（.docx）或 Excel 工作簿（.xlsx）里写上下面的占位，程序按报告填好，其余照原样保留。"
        "有一个占位不认识，或者“【”后面没有“】”，就列出来，不生成。空格、全角半角不影响。</p>",
        "<p>数字按下面的单位填。前后紧挨着数字、小数点、负号、万、亿、%或者别的单位，用了〔〕一类的括号，写在域代码、"
        "图表、公式里，或者 Excel 的格是日期、百分比等格式的，也列出写在哪里、怎么改，不生成。</p>",
        "<p>报告中没有内容的占位，独占一段或一格时留空，只多一个冒号的（【主送机关】：）也留空；"
        f"写在句子里时填“{UNFILLED}”。填的内容末尾的单位和后面写的一样时只印一次：【报告年度】年填成“2025年”。</p>",
        f"<p>每个数字和小计前面可以加“{LAST}”“{CHANGE}”，例如【{LAST}{example}】和【{CHANGE}{example}】；"
        f"没有上年报告时填“{NO_LAST_YEAR}”。加“{COMPARED}”的写成一句“上年12件，减少5件”，没有上年报告时写"
        f"“{NO_COMPARISON}”。数字也可以按表样的全称写。"
        "Excel 里一格只写一个数字的占位时，填入的是数，可以参与公式；工作表的名称和公式里面的占位不填。</p>",
    ]
    for group, members in groupby(known, key=lambda one: one.group):
        rows = "".join(map(_row, members))
        lines.append(f"<h3>{escape(group)}</h3><table><tr><th>占位</th><th>填什么</th></tr>{rows}</table>")
    return "\n".join([*lines, ""])


def _row(known: Known) -> str:
    what = f"{known.help}，单位：{known.unit}".lstrip("，") if known.unit else known.help
    return f"<tr><td>【{escape(known.name)}】</td><td>{escape(what)}</td></tr>"

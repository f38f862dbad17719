"""Small plain texts and workbooks, each with something that the reader of published reports meets."""

from __future__ import annotations

_TABLE = "行政许可\t656\n行政处罚\t12"
_SENTENCE = "本年度办理情况见下表。"
PLAIN = (
    f"{_SENTENCE}\n\n{_TABLE}\n\n后面的字。",
    f"{_TABLE}\n\n{_TABLE}\n \n后面\t\n的字。\n",
    "\t行政许可\n\t656\n\n\t行政处罚\n\t12\n接着\n\n后面的字。",
    "\t行政许可\n\t656\n\n\t行政处罚\n\t12\n三、收到和处理",
    "\t行政许可\n\n\t656\n\n\t行政处罚\n\n\t12\n\n\n\n后",
    "\t行政许可\n\t\n\t行政处罚\n\t12\n",
    "行政许可\n\t\n656\n\n\t\n0\n行政处罚\n \t\n12\n\t\n0\n其他\n\t\n1\n\t\n2\n\t\n3\n",
    "行政许可\n\t\n656\n\t\n0\n行政处罚\n\t\n12\n",
    "\n".join("|行政许可|656|" for _ in range(10)),
    "\n".join("|行政许可|656|" for _ in range(9)),
    "\n".join(
        ["# 一、总体情况", "|---|:--:|", *("│行政许可│656" for _ in range(10)), "├─┼─┤", "====", "甲｜乙。", "甲｜乙"]
    ),
    "\n".join(["|行政许可|", *("a ┃ b ┃ c" for _ in range(10)), "|", "||", "  ## 标题  "]),
    f"\t{_SENTENCE}\n\t一、总体情况\n\t{_SENTENCE}\n\t2\n\t{_SENTENCE}",
    f"\t{_SENTENCE}\n\t短行\n\t{_SENTENCE}\n\t其他\n\t{_SENTENCE}\n",
    f"\t{'字' * 60}\n\t{'字' * 61}\n\t12",
    "\t某局2024年政府信息公开工作年度报告\n\t（一）主动公开\n\t五、其他",
    "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\n规章\t1\t2\n第二十条第（五）项\n行政许可\t3\n",
    "第二十条第（一）项\n\n\n信息内容\t本年制发件数\n",
    "第二十条第（一）项\n\n\n\n信息内容\t本年制发件数\n",
    "第二十条第（一）项\n\t信息内容\n\t本年制发件数\n",
    '甲\t"乙\n丙"\t丁\n"一""二\n三"\t3\n"未完\t4',
    "甲\t\n行政许可\t\n \u3000乙\u3000\t丙 \t",
    "甲\r\n乙\r丙\x0b丁\ufeff戊\n\n己",
    "甲\n\n\n乙\n丙",
    "\t" * 5 + "\n" + "\t\t12\t\n",
    "1\t2\n\t3\n\t4\n5\t6\n",
    "\n".join([f"{n}\t{n}" for n in range(3)] + [f"\t{n}" for n in range(50)]),
    "字" * 1_000_001,
    "",
    " \n\t\n",
)


def _cell(place: str, value: str, *, kind: str = "", style: str = "", formula: str = "") -> str:
    facts = f' t="{kind}"' * bool(kind) + f' s="{style}"' * bool(style) + f' r="{place}"' * bool(place)
    inner = f"<is><t>{value}</t></is>" if kind == "inlineStr" else f"<v>{value}</v>" * bool(value)
    return f"<c{facts}>{f'<f>{formula}</f>' * bool(formula)}{inner}</c>"


def _text(place: str, text: str) -> str:
    return _cell(place, text, kind="inlineStr")


def _rows(*rows: tuple[str, ...]) -> str:
    """A sheet with texts and numbers; "" for a cell that is not there."""
    made = []
    for number, row in enumerate(rows, 1):
        cells = [(f"{'ABCDEFGHIJ'[at]}{number}", text) for at, text in enumerate(row) if text]
        drawn = (_cell(place, text) if text.isdecimal() else _text(place, text) for place, text in cells)
        made.append(f'<row r="{number}">{"".join(drawn)}</row>')
    return f"<sheetData>{''.join(made)}</sheetData>"


_SECTIONS = (
    *(
        ("一、总体情况",),
        ("全年工作平稳有序。",),
        ("二、主动公开政府信息情况",),
        ("行政许可", "656"),
        ("三、收到和处理政府信息公开申请情况",),
    ),
    *(
        ("见附页",),
        ("四、政府信息公开行政复议、行政诉讼情况",),
        ("五、存在的主要问题及改进情况",),
        ("（一）问题",),
        ("问题不少。",),
    ),
    *(("六、其他需要报告的事项",), ("无。",), ("县水利局",), ("2025年1月20日",)),
)
WORKBOOKS: dict[str, dict[str, object]] = {
    "numbers and texts": {"bodies": {"一": _rows(("甲", "1", ""), ("", "", "2"), ("乙", "", "3"))}},
    "two tables side by side": {"bodies": {"一": _rows(("甲", "1", "", "乙", "2"), ("丙", "3", "", "丁", "4"))}},
    "kept together by a merged cell": {
        "bodies": {
            "一": _rows(("甲", "1", "", "乙"), ("丙", "3", "", "丁"))
            + '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>'
        }
    },
    "merged": {
        "bodies": {
            "一": _rows(("题", "", ""), ("甲", "1", "2"), ("", "3", "4"))
            + '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>'
        }
    },
    "hidden rows, columns, sheets": {
        "bodies": {
            "一": '<cols><col min="2" max="2" hidden="1"/><col min="4" max="9" hidden="0"/></cols>'
            + _rows(("甲", "1", "2", "5"), ("乙", "3", "4")).replace('<row r="2"', '<row r="2" hidden="true"'),
            "二": _rows(("藏", "9")),
            "三": _rows(("丙", "1")),
        },
        "hidden": "二",
    },
    "kinds of cells": {
        "bodies": {
            "一": "<sheetData><row>"
            + _cell("", "0", kind="s")
            + _cell("", "1", kind="s")
            + _cell("", "9", kind="s")
            + _cell("G1", "1", kind="b")
            + _cell("H1", "0", kind="b")
            + _cell("I1", "文字_x000a_二", kind="str")
            + _cell("J1", "#N/A", kind="e")
            + "</row><row>"
            + _cell("A2", "12.340000000000002")
            + _cell("", "1E+3")
            + _cell("", "1e-7")
            + _cell("", "1e40")
            + _cell("", "NaN")
            + _cell("", "x")
            + _cell("", "123456789012345678")
            + '</row><row r="7">'
            + _cell("A7", "", formula="1+1")
            + _cell("B7", "2", formula="1+1")
            + _cell("C7", "", formula="A7")
            + _cell("D7", " ")
            + "</row></sheetData>"
        },
        "texts": "<si><t>共享_x0041_</t></si><si><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r>"
        "<r><t>字</t></r><r><rPr><strike/></rPr><t>删</t></r><rPh><t>音</t></rPh></si>",
    },
    "struck out": {
        "bodies": {
            "一": "<sheetData><row>" + _cell("A1", "5", style="1") + _cell("B1", "6", style="0") + "</row></sheetData>"
        },
        "styles": "<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId='0'/><xf fontId='1'/></cellXfs>",
    },
    "lines in a cell": {"bodies": {"一": _rows(("甲\n\n 乙 ", "1"))}},
    "a whole report and a sheet behind it": {
        "bodies": {
            "封面": _rows(("某局2024年政府信息公开工作年度报告",)),
            "报告": _rows(*_SECTIONS),
            "填表说明": _rows(("说明", "按格式\n填"), ("", "二")),
        }
    },
    "a part of the report behind it": {"bodies": {"报告": _rows(*_SECTIONS), "表": _rows(("行政许可", "656"))}},
    "four sections": {"bodies": {"报告": _rows(*_SECTIONS[:7]), "填表说明": _rows(("说明", "按格式填"))}},
    "a layout of two columns": {
        "bodies": {"报告": _rows(("一、总体情况", "旁注"), *_SECTIONS[1:6], ("总计", "5", "6"), (("字" * 60),))}
    },
    "unit and day in one row": {"bodies": {"报告": _rows(*_SECTIONS[:12], ("县水利局", "2025年1月20日"))}},
    "an empty sheet": {"bodies": {"一": "<sheetData/>", "二": ""}},
}
FORMATS = (
    *(
        "0",
        "0.00",
        "#,##0",
        "0%",
        "0.0%",
        "0.00E+00",
        "# ?/?",
        "yyyy-mm-dd",
        "m月d日",
        "h:mm",
        "[h]:mm",
        "[hh]",
        "General",
        "@",
    ),
    *(
        "#,##0&quot;元&quot;",
        "0&quot;件&quot;",
        "0&quot;千元&quot;",
        "¥#,##0",
        "&quot;共&quot;0",
        "0,",
        "0.0,",
        "0,,",
        "0!.0,",
        "0\\.0",
    ),
    *(
        ";;;",
        "0;;",
        "0;-0;",
        "0;;0",
        "[Red]0",
        "[DBNum1]0",
        "[=0]&quot;无&quot;;0",
        "[&gt;100]0;0&quot;元&quot;",
        "0_ ",
        "*-0",
        "0.00&quot;万元&quot;;-0.00",
    ),
)
BUILT_IN = (0, 1, 9, 11, 12, 14, 22, 27, 36, 37, 44, 45, 47, 48, 49, 50, 58, 59)
VALUES = ("0", "1", "-3", "0.5", "1234.5", "45678", "60", "2957003", "2957004", "-0.25", "1000000", "999.999")

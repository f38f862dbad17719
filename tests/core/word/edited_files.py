"""Word reports as a leader sends them back: one edit a file, with what the program has to list for it."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import docx
from docx.document import Document

from core.report.report import Report
from core.word.report import report_bytes
from tests.core.report.sample_reports import written_report
from tests.core.word.word_edits import (
    OVERSIGHT,
    PLATFORM,
    add_paragraph,
    add_row,
    add_table,
    at,
    below,
    cell,
    comment,
    comment_over_two_paragraphs,
    comment_twice,
    day,
    drop_unit,
    footnote,
    insert_heading,
    move_before,
    picture,
    plain_title,
    plain_unit,
    remove_column,
    remove_row,
    remove_table,
    restyle_all,
    retitle,
    retype,
    reword,
    strike,
    strike_and_renumber,
    strike_behind_moved,
    strike_part,
    table_in_cell,
    text_box,
    track,
    track_row,
    tracked_paragraph_mark,
    two_comments,
    unit,
    write_in_margin,
)

_ASPECTS = ("active", "request", "manage", "platform", "oversight")


@dataclass(frozen=True)
class Edit:
    """What a leader did.

    Attributes:
        do: Does it to the document.
        listed: For each thing that has to be listed a part of its sentence, in any order; nothing else may be listed.
        offered: Codes that have to be offered for taking over.
    """

    name: str
    do: Callable[[Document], None]
    listed: tuple[str, ...]
    offered: tuple[str, ...] = ()


def sent_report() -> Report:
    """Return a report with a text of its own in every place, and all the fields of a formal document."""
    report = written_report()
    own = {
        f"s1.{aspect}": f"这里是{aspect}的第一段文字。\n这里是{aspect}的第二段，共{{t3.R01.C7}}件。"
        for aspect in _ASPECTS
    }
    fields = {
        "meta.doc_number": "某水〔2026〕3号",
        "meta.addressee": "某某县人民政府",
        "meta.sign_off": "某某县水利局",
        "meta.date": "2026年1月",
    }
    notes = {
        "note.t4": "注：复议诉讼数为本机关数。",
        "s3": "申请情况如下。",
        "s6": "本年度未收取信息处理费。\n无其他事项。",
    }
    return report.with_texts({**own, **fields, **notes})


def edited(report: Report, edit: Edit) -> bytes:
    """Return the report as Word, edited."""
    document = docx.Document(io.BytesIO(report_bytes(report)))
    edit.do(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


EDITS = (
    Edit("nothing", lambda d: None, ()),
    Edit(
        "comment on a text",
        lambda d: comment(d, below(d, OVERSIGHT), "写得太空"),
        ("（五）监督保障“这里是oversight的第一段文字。”：写得太空",),
    ),
    Edit("comments on a text and a number", two_comments, ("补充解读条数", "依申请公开：本年新收·自然人“")),
    Edit(
        "comment over two paragraphs",
        comment_over_two_paragraphs,
        ("（五）监督保障“这里是oversight的第一段文字。这里是ov……”：这两段合并",),
    ),
    Edit(
        "comment on a heading",
        lambda d: comment(d, at(d, "五、"), "补充措施"),
        ("五、存在的主要问题及改进情况“五、存在的主要问题及改进情况”：补充措施",),
    ),
    Edit("footnote", footnote, ("（三）政府信息管理：数据截至12月31日",)),
    Edit("endnote", lambda d: footnote(d, "endnote"), ("（三）政府信息管理：数据截至12月31日",)),
    Edit("text box", text_box, ("六、其他需要报告的事项：同意，请抓紧公布",)),
    Edit(
        "tracked insertion",
        lambda d: track(below(d, "（三）"), "ins", "另加一句。"),
        ("政府信息管理：填报为",),
        ("s1.manage",),
    ),
    Edit("tracked deletion", lambda d: track(below(d, "（三）"), "del"), ("政府信息管理：文件中缺少",), ("s1.manage",)),
    Edit(
        "tracked number",
        lambda d: track(cell(d.tables[1], 3, 1), "ins", "9"),
        ("本年新收·自然人：填报为",),
        ("t3.R01.C1",),
    ),
    Edit("tracked paragraph mark", tracked_paragraph_mark, ("政府信息公开平台建设：填报为",), ("s1.platform",)),
    Edit("heading struck, text left", lambda d: strike(at(d, PLATFORM)), (f"缺少标题“{PLATFORM}”",)),
    Edit("heading struck as a tracked change", lambda d: track(at(d, PLATFORM), "del"), (f"缺少标题“{PLATFORM}”",)),
    Edit("comment with a reply", comment_twice, ("：写得太空", "：已补充")),
    Edit("row taken out as a tracked change", track_row, ("收到和处理政府信息公开申请情况表少了1行",)),
    Edit(
        "heading and text struck",
        lambda d: strike(at(d, PLATFORM), below(d, PLATFORM), below(d, PLATFORM, 2)),
        (f"缺少标题“{PLATFORM}”和其下的文字",),
    ),
    Edit(
        "struck, the next one renumbered",
        strike_and_renumber,
        (f"缺少标题“{PLATFORM}”和其下的文字", "标题“（五）监督保障”改成了“（四）监督保障”"),
    ),
    Edit(
        "text below a heading struck",
        lambda d: strike(below(d, PLATFORM), below(d, PLATFORM, 2)),
        ("政府信息公开平台建设：文件中缺少",),
        ("s1.platform",),
    ),
    Edit("section heading struck", lambda d: strike(at(d, "五、")), ("缺少标题“五、",)),
    Edit(
        "section struck",
        lambda d: strike_part(d, "五、", "六、"),
        ("缺少标题“五、存在的主要问题及改进情况”和其下的文字",),
    ),
    Edit(
        "section with table struck",
        lambda d: strike_part(d, "四、政", "五、"),
        ("缺少标题“四、政府信息公开行政复议、行政诉讼情况”和其下的文字和表格",),
    ),
    Edit("aspect moved", lambda d: move_before(d, OVERSIGHT, 3, PLATFORM), ("换了位置",)),
    Edit("aspect moved, the heading behind it struck", strike_behind_moved, (f"缺少标题“{PLATFORM}”",)),
    Edit(
        "title worded anew without style",
        retitle,
        ("报告标题：文件中缺少", "引言：文件中多出“某某县水利局2025年工作报告”"),
    ),
    Edit("heading moved alone", lambda d: move_before(d, PLATFORM, 1, "二、"), ("换了位置",)),
    Edit("section moved", lambda d: move_before(d, "六、", 3, "五、"), ("换了位置",)),
    Edit("aspect without style", lambda d: setattr(at(d, PLATFORM), "style", d.styles["Normal"]), ()),
    Edit("aspects in the style of texts", restyle_all, ()),
    Edit("section without style", lambda d: setattr(at(d, "五、"), "style", below(d, "（一）").style), ()),
    Edit("section in the style of an aspect", lambda d: setattr(at(d, "五、"), "style", at(d, PLATFORM).style), ()),
    Edit("title without style", plain_title, ()),
    Edit("signature without style", plain_unit, ()),
    Edit(
        "aspect worded anew", lambda d: reword(at(d, PLATFORM), "政府信息公开平台", "平台"), ("改成了“（四）平台建设”",)
    ),
    Edit(
        "section worded anew",
        lambda d: reword(at(d, "五、"), "存在的主要问题及改进情况", "问题"),
        ("改成了“五、问题”",),
    ),
    Edit(
        "aspect added",
        lambda d: insert_heading(d, "二、", "（六）队伍建设", "heading 2"),
        ("监督保障：文件中多出“（六）队伍建设”",),
    ),
    Edit(
        "row added in table 3",
        lambda d: add_row(d, 1, 5, "（三）另外的情形"),
        ("收到和处理政府信息公开申请情况表多出1行（“（三）另外的情形”）",),
    ),
    Edit("row taken out of table 3", lambda d: remove_row(d, 1, 24), ("收到和处理政府信息公开申请情况表少了1行",)),
    Edit("row added in table 2", lambda d: add_row(d, 0, 3, "另外的文件"), ("主动公开情况表多出1行（“另外的文件”）",)),
    Edit("row taken out of table 2", lambda d: remove_row(d, 0, 3), ("主动公开情况表少了1行（“行政规范性文件”）",)),
    Edit("column taken out of table 3", remove_column, ("的行列与官方表样对不上，其中的数字没有核对",)),
    Edit("table 4 struck", lambda d: remove_table(d, 2), ("缺少行政复议、行政诉讼情况表",)),
    Edit("table added before table 3", add_table, ("“三、收到和处理政府信息公开申请情况”下多出一个表格",)),
    Edit(
        "label worded anew",
        lambda d: retype(cell(d.tables[0], 5, 0), "第二十条第五项"),
        ("主动公开情况表有1处栏目与官方表样不一致",),
    ),
    Edit(
        "number retyped",
        lambda d: retype(cell(d.tables[1], 3, 1), "4321"),
        ("本年新收·自然人：填报为",),
        ("t3.R01.C1",),
    ),
    Edit(
        "number struck", lambda d: retype(cell(d.tables[1], 4, 2), ""), ("上年结转·商业企业：填报为",), ("t3.R02.C2",)
    ),
    Edit(
        "number in a text retyped",
        lambda d: reword(below(d, "（一）", 2), "共", "共1"),
        ("主动公开：填报为",),
        ("s1.active",),
    ),
    Edit("paragraph added", add_paragraph, ("政府信息管理：文件中多出“另加的一段。”",), ("s1.manage",)),
    Edit(
        "title worded anew",
        lambda d: retype(at(d, "某某县水利局2025"), "某某县水利局2025年工作报告"),
        ("报告标题：填报为",),
        ("meta.title",),
    ),
    Edit(
        "document number changed",
        lambda d: reword(at(d, "某水"), "3号", "4号"),
        ("发文字号：填报为“某水〔2026〕3号”，文件中为“某水〔2026〕4号”",),
        ("meta.doc_number",),
    ),
    Edit(
        "addressee changed",
        lambda d: retype(at(d, "某某县人民政府"), "某某县人民政府办公室："),
        ("主送机关：填报为",),
        ("meta.addressee",),
    ),
    Edit(
        "signature changed",
        unit("某某县水务局"),
        ("落款单位：填报为“某某县水利局”，文件中为“某某县水务局”",),
        ("meta.sign_off",),
    ),
    Edit("signature struck", drop_unit, ("落款单位：文件中缺少“某某县水利局”",), ("meta.sign_off",)),
    Edit("words in the header", write_in_margin("header", "内部资料"), ("页眉中多出“内部资料”",)),
    Edit("words in the footer", write_in_margin("footer", "第1页共5页"), ("页脚中多出“第1页共5页”",)),
    Edit("table in a cell", table_in_cell, ("的表格里又放了一个表格，没有核对：“另计3件”",)),
    Edit("picture", picture, ("（五）监督保障：图片",)),
    Edit("day filled in", day, ("成文日期：填报为“2026年1月　日”，文件中为“2026年1月20日”",), ("meta.date",)),
)

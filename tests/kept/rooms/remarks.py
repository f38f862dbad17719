"""What is made of remarks of others, and of the stages of a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from core.office import deadline
from core.office.remark_numbers import missing_numbers
from core.office.remark_places import find_place
from core.office.returned_copy import returned_copy
from core.office.review import (
    finalise,
    note_archive,
    note_page_check,
    publication_doubts,
    remarks_by_number,
    report_state,
    rounds_to_return,
    split_remarks,
    submit,
    unlock,
)
from core.office.signoff import note_printed
from core.office.way import way
from core.report.report import Report
from core.report.shown_report import shown_report
from tests.kept import reports
from tests.kept.rooms.papers import NOW
from tests.kept.xml_lines import shortened

_REMARKS = (
    "标题中的单位名称不对",
    "引言漏写统计期限",
    "一、总体情况写得太简单",
    "第一部分（三）政府信息管理：补写制度3项",
    "（二）依申请公开中新收8件与表不一致",
    "表三自然人列本年新收改为25件",
    "第三部分表中“（三）不予公开”3.危及三安全一稳定填写有误",
    "三、（五）2.重复申请 科研机构 改成2",
    "结转下年度继续办理总计核对",
    "行政处罚7件是否含简易程序，应为12件",
    "行政许可改为656件，行政强制改为0件",
    "行政事业性收费应为1234567.891234万元",
    "规章现行有效件数",
    "规范性文件废止数填错",
    "表四行政复议结果纠正应为1件",
    "未经复议直接起诉的总计对不上",
    "复议后起诉 尚未审结",
    "第五部分问题与上年雷同，至少写3个问题",
    "改进情况要写具体",
    "第六部分收费通知应为12件，总金额3456.7元",
    "其他需要报告的事项没有写",
    "落款日期补全",
    "成文日期写到日",
    "发文字号核对",
    "第七部分多余",
    "监督保障没有写考核",
    "注的位置不对",
    "统一把“我局”改为“本局”",
    "请于1月20日前报回",
    "",
)
_LISTS = (
    "1.核对表三\n2、补写第五部分；\n（3）落款",
    "一、第一部分\n①数据有误②错别字\n⑵ 请重报",
    "请修改：一是核对数据；二是补充内容。",
    "- 单位全称\n- 日期\n\n没有编号的一行很长，写到了行末还没有写完，因为原来的文件里这一行被折断了，\n所以接着写",
    "二、三部分都要改\n2025年数据核对",
)


def documents(_folder: Path) -> dict[str, str]:
    """Return where remarks lead to, and how the way of a report goes on."""
    report = reports.returned()
    lines = []
    for remark in _REMARKS:
        lines.append(f"{remark}: {tuple(find_place(report.form, remark))} {missing_numbers(report, remark)}")
        older = find_place(reports.form_2019().form, remark)
        lines += [f"  2019: {tuple(older)}"] if older != find_place(report.form, remark) else []
    for text in _LISTS:
        lines += [
            f"=== {text!r}",
            *split_remarks(text),
            *map(repr, remarks_by_number(["1、请改：" + text, *text.split("\n")])),
        ]
    changed = reports.large().with_cells({"t2.penalty.decisions": 55, "t2.rules.issued": 6})
    changed = changed.with_texts({"s5": f"新的第一段。\n{changed.texts['s5']}", "s3": "批注后加的。", "s6": "没有。"})
    for shown in (changed, reports.returned_twice()):
        copy = shown_report(shown)._replace(mark=f"送审稿第1稿　校验码 {report.rounds[0].checksum}")
        for one in (copy, copy._replace(mark="")):
            found = returned_copy(reports.returned_twice(), one)
            lines += [f"=== copy of {found.made and found.made.name}", *map(shortened, map(str, found.differences))]
    return {"remarks": "\n".join(lines) + "\n", "ways": "\n".join(_ways()) + "\n"}


def _ways() -> list[str]:
    sample, day = reports.sample(), reports.TODAY
    out = submit(sample, day).applied_to(sample)
    printed = note_printed(out, day).applied_to(out)
    final = finalise(printed, day).applied_to(printed)
    published = reports.published(printed)
    faulty = note_page_check(published, "3处", day).applied_to(published)
    equal = note_page_check(published, "", day).applied_to(published)
    archived = note_archive(equal, NOW, "24DB-71C4").applied_to(equal)
    behind = final.with_cells({"t2.penalty.decisions": 3})
    unlocked = unlock(final, "漏了一类", day).applied_to(final)
    returned = reports.returned()
    answered = replace(returned, rounds=tuple(made._replace(remarks=()) for made in returned.rounds))
    stages: dict[str, Report] = {
        "sample": sample,
        "out": out,
        "printed": printed,
        "changed since": printed.with_cells({"t2.penalty.decisions": 3}),
        "final": final,
        "final changed": behind,
        "published": published,
        "page differs": faulty,
        "page is equal": equal,
        "archived": archived,
        "unlocked": unlocked,
        "unlocked and changed": unlocked.with_cells({"t2.penalty.decisions": 3}),
        "corrected": reports.corrected(),
        "returned": returned,
        "answered": answered,
        "returned twice": reports.returned_twice(),
    }
    local = {"departments": "01-08", "submit": "01-15", "file": "01-20", "publish": "01-26", "summary": "02-10"}
    lines = []
    for name, report in stages.items():
        result = reports.checked(report)
        lines += [f"{name}: {report_state(report, result)} {way(report, result, '3格')}"]
        lines += [f"  {made.name} {made.checksum} {made.is_final}" for made in rounds_to_return(report, day)]
        lines += [f"  {deadline.deadline_line(report, local, at)}" for at in _DAYS]
    for kind in ("政府部门", "各级人民政府", "街道办事处", "管委会"):
        lines += [str(one) + one.sentence for one in deadline.deadlines(2025, kind, local, date(2026, 1, 20))]
        lines += [str(one) for one in deadline.deadlines(2025, kind, {}, date(2026, 4, 1), level="乡镇级")]
    lines += [deadline.clock_fault(year, at) for year in (2025, 2020, None) for at in (*_DAYS, date(1980, 1, 1))]
    for url, on in (("https://www.example.gov.cn/gxrs", date(2025, 12, 1)), ("https://a.cn/1.html", date(2027, 1, 1))):
        lines += publication_doubts(final, url, on, day)
    return lines


_DAYS = (date(2026, 1, 8), date(2026, 1, 25), date(2026, 1, 31), date(2026, 2, 20))

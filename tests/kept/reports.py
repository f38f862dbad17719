"""The reports that the kept documents are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from build_scripts.make.sample import sample_report
from core.checks.findings import CheckResult
from core.form.form_reader import load_form
from core.office.remark_list import remarks_to_do
from core.office.review import answer_remark, finalise, note_publication, register_return, split_remarks, submit, unlock
from core.report.change import status_change
from core.report.checksum import report_checksum
from core.report.entry_text import Refused
from core.report.report import Explanation, LogEntry, Origin, Report, new_report
from core.validation.validation import check_report

TODAY = date(2026, 1, 12)
NEXT_UNIT = "某某县水利局"
LONG_UNIT = "云岭市高新技术产业开发区管理委员会（云岭综合保税区管理委员会、云岭市国际物流枢纽建设办公室）"
_PROSE = (
    "全年主动公开政府信息1234条，其中通过门户网站https://www.example.gov.cn/zwgk/公开1000条、政务新媒体公开234条；"
    "印发《云岭市高新技术产业开发区政务公开工作要点》（云高管发〔2025〕7号），完成率98.5%，“一网通办”事项达到3,000余项——"
    "群众满意度持续提升……"
)
STEP_2019 = 7
_NUMBERS = (0, 1, 7, 23, 456, 1_234_567)


def checked(report: Report, last_year: Report | None = None) -> CheckResult:
    """Return the checks of a report for a paper that goes out."""
    return check_report(report, last_year=last_year, final=True, today=TODAY, checksum=report_checksum)


@cache
def sample() -> Report:
    """Return the shipped sample."""
    return sample_report()


@cache
def empty() -> Report:
    """Return a report of which nothing but unit and year is filled in."""
    return new_report("某某县水利局", "政府部门", 2025)


def filled(report: Report, step: int = 1) -> Report:
    """Return a report with a number in each cell."""
    cells = {code: _NUMBERS[i * step % len(_NUMBERS)] for i, code in enumerate(report.form.entered)}
    signed = [code for code in cells if report.form.cells[code].is_signed]
    return report.with_cells({**cells, **dict.fromkeys(signed, -7)})


@cache
def large() -> Report:
    """Return a report of a government with everything a report may have, and much that is wrong with it."""
    report = filled(new_report(LONG_UNIT, "各级人民政府", 2025))
    report = report.with_cells(
        {
            "t2.fees.amount": Decimal("1234567.891234"),
            "fee.notices": 12,
            "fee.billed": Decimal("3456.7"),
            "fee.collected": Decimal("1200.05"),
            "t3.R05.C3": Refused("3-4", "C-01", "“3-4”不是一个数，请填写整数"),
            "t3.R07.C2": None,
            "t3.R24.C7": 99,
            "t4.review.total": 1_234_600,
        }
    )
    report = report.with_texts(
        {
            "meta.scope": "汇总",
            "meta.level": "市级",
            "meta.contact": "党政办公室（政务公开科）",
            "meta.phone": "0000-1234567",
            "meta.website": "https://www.example.gov.cn/gxq",
            "meta.author": "张三",
            "meta.doc_number": "云高管报〔2026〕3号",
            "meta.addressee": "云岭市人民政府办公室、云岭市大数据局",
            "meta.sign_off": LONG_UNIT,
            "meta.date": "2026年1月",
            **_texts(report),
        }
    )
    warnings = [finding for finding in checked(report).findings if finding.level == "warning"]
    said = {f.key: Explanation("已与台账核对\n无误", "张三", "2026-01-08", f.message) for f in warnings[::2]}
    origins = {
        "t2.penalty": Origin("综合执法局", "李四", "2026-01-05", "行政处罚台账"),
        "t2.licensing": Origin("行政审批局", "", "2026-01-06", ""),
        "t4.review": Origin("法治办公室", "王五", "2026-01-07", "复议台账\n第3页"),
    }
    log = (LogEntry("2026-01-05 09:30", "第四部分：15个空格填为0"), LogEntry("2026-01-06 10:00", "“自然人”列：改为7"))
    return replace(report, explanations=said, origins=origins, log=log)


def _texts(report: Report) -> dict[str, str]:
    said = {code: f"{i}.{_PROSE}" for i, code in enumerate(report.form.texts) if not code.startswith("note.")}
    return {
        **said,
        "lead": f"根据《中华人民共和国政府信息公开条例》要求，{LONG_UNIT}编制本报告。{_PROSE}",
        "s1": "一个总述。",
        "s1.request": "新收{t3.R01.C7}件，上年结转{t3.R02.C7}件，予以公开{t3.R03.C7}件，结转{{下年}}{t3.R25.C7}件。",
        "s1.manage": f'（一）制度建设\n1.审查制度。{_PROSE}\n（1）清理。<旧>&"新"\n（二）文件管理。{_PROSE}',
        "s3": "",
        "note.t2": "注：行政规范性文件数含清理后重新统计的16件，行政许可包括下放到镇街的事项。\n2.另注一行。",
        "note.t3": "注：其他处理中“其他”为申请人撤回。",
        "note.t4": "注：另有1件行政赔偿。",
        "s5": f"（一）存在的主要问题\n一是{_PROSE}\n二是政策解读形式较单一。\n（二）改进措施\n一是{_PROSE}",
        "s6": "发出收费通知{fee.notices}件，总金额{fee.billed}元，实际收取{fee.collected}元。\n𠮷龘﨑，　没有其他。",
    }


@cache
def year_before() -> Report:
    """Return the report of the same unit of the year before, with other numbers."""
    report = filled(new_report(LONG_UNIT.replace("、云岭市国际", "、云岭国际"), "各级人民政府", 2024), 5)
    return report.with_texts({**_texts(report), "s5": "一是公开不够主动。\n二是解读单一。2024年已改进3项。"})


@cache
def form_2019() -> Report:
    """Return a filled report in the format of 2019."""
    report = filled(new_report("云岭市林业局", "政府部门", 2020), STEP_2019)
    return report.with_texts(
        {**_texts(report), "s2": "采购{t2_2019.procurement.items}项。", "meta.title": "自拟的标题&<附件>"}
    )


@cache
def returned() -> Report:
    """Return the large report whose first 送审稿 came back, and which was then changed: the second is due."""
    report = large()
    report = submit(report, date(2026, 1, 6)).applied_to(report)
    remarks = [
        "1.第三部分自然人列核对台账",
        "（2）第一部分“一个总述”太短；",
        "行政处罚7件是否含简易程序",
        "标题不用改",
        "第五部分写具体",
    ]
    report = register_return(report, "李主任", date(2026, 1, 8), remarks).applied_to(report)
    for number, answer, reason in ((1, "已改", ""), (3, "已改", ""), (4, "不改", "以公章为准")):
        waiting = next(to_do for to_do in remarks_to_do(report) if to_do.number == number)
        report = answer_remark(report, waiting, answer, reason).applied_to(report)
    changed = report.texts["s5"].replace("二是政策解读形式较单一。", "二是政策解读形式单一，图解占比低。")
    report = report.with_texts(
        {"s1": "", "s4": report.texts["s4"].replace("98.5%", "99%"), "s3": "新的一段。", "s5": changed}
    )
    return report.with_cells({"t3.R05.C3": 4, "t3.R07.C2": 8, "t2.rules.issued": None})


@cache
def signed() -> Report:
    """Return the sample as it was published."""
    report = sample().with_texts({"meta.sign_off": sample().unit, "meta.date": "2026年1月12日"})
    report = submit(report, date(2026, 1, 5)).applied_to(report)
    return published(report)


@cache
def returned_twice() -> Report:
    """Return the report whose second 送审稿 came back too, as others number their remarks."""
    report = submit(returned(), date(2026, 1, 9)).applied_to(returned())
    remarks = split_remarks(
        "一、表格\n1、行政许可7件改为9件；2、第六部分补写。\n②网址有误，请改成本级政府网站的网址\n请重报"
    )
    report = register_return(report, "", date(2026, 1, 11), remarks).applied_to(report)
    return report.with_cells({"t2.licensing.decisions": 8})


def published(report: Report) -> Report:
    """Return a report signed and published as it is, whatever its checks say."""
    report = finalise(report, date(2026, 1, 10)).applied_to(report)
    return note_publication(report, "https://www.example.gov.cn/1.html", TODAY).applied_to(report)


@cache
def corrected() -> Report:
    """Return the published sample, unlocked and put right."""
    report = signed()
    report = unlock(report, "行政许可数漏计\n一类", date(2026, 2, 3)).applied_to(report)
    report = report.with_cells({"t2.licensing.decisions": 661, "t3.R01.C1": 2, "t3.R03.C1": 2})
    report = report.with_texts(
        {"s6": "", "s5": report.texts["s5"].replace("三项", "五项"), "s3": "全年新收2件。\n都已答复。"}
    )
    return status_change(report, {"correction_reasons": '{"t2.licensing.decisions:0": "漏计一类"}'}).applied_to(report)


def next_format(form_id: str, year: int) -> Report:
    """Return a filled report in one of the fictitious formats, which have to be in place."""
    assert load_form(form_id).id == form_id
    report = filled(new_report(NEXT_UNIT, "政府部门", year), 5)
    return report.with_texts({code: f"{year}年开展工作{i}项。" for i, code in enumerate(report.form.texts)})

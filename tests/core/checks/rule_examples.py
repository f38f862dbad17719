"""For every rule one report that breaks it, the sentence it then says, and what makes it silent when it is blank.

A rule that has no example here fails ``test_rules.py``. The report to start from breaks none of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from core.checks.findings import CheckResult, Finding
from core.checks.rules import PrintedForm
from core.form.form_definition import Level
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from core.report.status_names import READING_DOUBTS, REGISTER_CASES, SUM_GAPS
from core.validation.demands import Demand, RepetitionLimit
from core.validation.local_rules import LocalRules, Statement
from core.validation.validation import check_report

TODAY = date(2026, 1, 10)

_CELLS = {
    "t2.rules.issued": 0,
    "t2.rules.repealed": 0,
    "t2.rules.in_force": 0,
    "t2.normative.issued": 3,
    "t2.normative.repealed": 1,
    "t2.normative.in_force": 14,
    "t2.licensing.decisions": 656,
    "t2.penalty.decisions": 12,
    "t2.coercion.decisions": 0,
    "t3.R01.C1": 14,
    "t3.R02.C1": 2,
    "t3.R03.C1": 9,
    "t3.R05.C1": 3,
    "t3.R13.C1": 2,
    "t3.R25.C1": 2,
    "t3.R01.C2": 5,
    "t3.R03.C2": 4,
    "t3.R23.C2": 1,
    "t4.review.upheld": 2,
    "t4.review.pending": 1,
    "t4.after_review.upheld": 1,
    "fee.notices": 1,
    "fee.billed": 100,
    "fee.collected": 100,
}
_LAST = {
    "t2.normative.issued": 2,
    "t2.normative.in_force": 12,
    "t2.licensing.decisions": 600,
    "t2.penalty.decisions": 10,
    "t3.R01.C1": 12,
    "t3.R03.C1": 10,
    "t3.R25.C1": 2,
    "t4.review.pending": 1,
}
TEXTS = {
    "lead": (
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）的规定，编制本报告。"
        "数据统计期限自2025年1月1日至2025年12月31日。"
    ),
    "s1.active": "2025年，本局通过政府网站主动公开政府信息92条。",
    "s1.request": "2025年，本局新收政府信息公开申请{t3.R01.C7}件，上年结转{t3.R02.C7}件。",
    "s1.manage": "本局对主动公开的信息逐件审查，动态调整公开目录。",
    "s1.platform": "本局维护政府网站公开专栏，及时更新栏目内容。",
    "s1.oversight": "本局由办公室负责信息公开工作，组织业务培训2次。",
    "s5": (
        "存在的主要问题：一是公开内容不够丰富，政策解读形式单一。改进情况：二是增加图文解读，及时公开水利工程建设信息。"
    ),
    "s6": "本年度发出收费通知{fee.notices}件，总金额{fee.billed}元，实际收取信息处理费{fee.collected}元。",
}


@dataclass
class Case:
    """A report and all that a check is given with it."""

    report: Report
    last_year: Report | None = None
    final: bool = True
    today: date = TODAY
    local: LocalRules | None = None
    checksum: str = "3F7A-91C2"
    printed_form: PrintedForm | None = None

    def check(self) -> CheckResult:
        return check_report(
            self.report,
            last_year=self.last_year,
            final=self.final,
            today=self.today,
            local=self.local,
            checksum=lambda _: self.checksum,
            printed_form=self.printed_form,
        )

    def found(self, rule: str) -> list[Finding]:
        return [finding for finding in self.check().findings if finding.rule_id == rule]

    def cells(self, **changes: int | Decimal) -> None:
        """Set cells; ``t3__R01__C1=3`` stands for ``t3.R01.C1``."""
        for name, number in changes.items():
            self.report = self.report.with_cells({name.replace("__", "."): number})

    def last(self, **changes: int | None) -> None:
        assert self.last_year
        for name, number in changes.items():
            self.last_year = self.last_year.with_cells({name.replace("__", "."): number})


@dataclass(frozen=True)
class Example:
    """How a rule is broken.

    Attributes:
        breaks: Changes the case so that the rule speaks.
        sentence: What it then says, to the letter.
        blanks: Cells, texts or metadata: the rule is silent while one of them is blank. Empty only for rules that
            speak of blanks, or of nothing that can be blank.
    """

    rule: str
    level: Level
    breaks: Callable[[Case], None]
    sentence: str
    blanks: tuple[str, ...] = field(default=())


def good_report(year: int, cells: dict[str, int]) -> Report:
    report = new_report("某某县水利局", "政府部门", year, with_zeros=True)
    report = report.with_texts({"meta.level": "县级", "meta.scope": "本机关"})
    report = report.with_cells({code: 0 for code in report.form.entered if code.startswith("t2.")})
    report = report.with_cells({"t2.fees.amount": Decimal("3.2")})
    report = report.with_cells(cells)
    return report.with_texts(TEXTS)


def good_case() -> Case:
    """Return a complete report that breaks no rule, with last year's."""
    last_year = good_report(2024, _LAST)
    last_year = replace(last_year, texts={})
    return Case(good_report(2025, _CELLS), last_year)


EXAMPLES: list[Example] = []


def example(rule: str, level: Level, sentence: str, *blanks: str) -> Callable[[Callable[[Case], None]], None]:
    """Enter an example; the function breaks the rule."""

    def enter(breaks: Callable[[Case], None]) -> None:
        EXAMPLES.append(Example(rule, level, breaks, sentence, blanks))

    return enter


# ---------------------------------------------------------------- cells


@example("C-01", "error", "“行政许可·本年处理决定数量”填的是“-1”：不能是负数，请核对后填0或正数。")
def _(case: Case) -> None:
    case.report = case.report.with_cells(
        {"t2.licensing.decisions": Refused("-1", "C-01", "不能是负数，请核对后填0或正数")}
    )


@example("C-01", "error", "“（七）总计·总计”纸上的合计写的是“1.5”：件数应是整数，不能带小数点。")
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t3.R24.C7": Refused("1.5", "C-01", "件数应是整数，不能带小数点")})


@example("C-02", "error", "“行政事业性收费·本年收费金额”填的是“1.1234567”：小数最多6位，请核对单位。")
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t2.fees.amount": Refused("1.1234567", "C-02", "小数最多6位，请核对单位")})


@example("C-03", "error", "收到和处理政府信息公开申请情况表还有1格未填，第一格是“结转下年·自然人”；没有的事项请填0。")
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t3.R25.C1": None})


@example("C-03", "error", "没有找到第四部分的表（行政复议、行政诉讼情况表），请补上；是图片或附件的，请改成表格。")
def _(case: Case) -> None:
    case.report = case.report.with_cells(dict.fromkeys(case.report.form.tables["t4"].cells))
    case.printed_form = PrintedForm(missing_tables=("t4",))


@example("C-03", "error", "文字中插入了“收费通知总金额”，这一项还没有填，印出来是空白；没有的请填0。")
def _(case: Case) -> None:
    case.report = case.report.with_cells({"fee.billed": None})
    case.report = case.report.with_texts({"s6": "本年度信息处理费收费通知总金额{fee.billed}元。"})


@example("C-03", "error", "第五部分“存在的主要问题及改进情况”还没有文字，请补写。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"s5": "——"})


@example("C-04", "error", "“行政复议·其他结果”填的是“1O”：“O”不是数字，请改为数字0。")
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t4.review.other": Refused("1O", "C-04", "“O”不是数字，请改为数字0")})


@example(
    "C-05", "hint", "“行政许可·本年处理决定数量”12345678，数字很大，请核对是否多输入了数字。", "t2.licensing.decisions"
)
def _(case: Case) -> None:
    case.cells(t2__licensing__decisions=12_345_678)


@example("C-05", "hint", "比上年多很多：“行政处罚·本年处理决定数量”上年10、本年101，请核对。", "t2.penalty.decisions")
def _(case: Case) -> None:
    case.cells(t2__penalty__decisions=101)


# ---------------------------------------------------------------- table 二


@example(
    "T2-01",
    "warning",
    "“行政规范性文件”：上年现行有效12＋制发3－废止1＝14，本年现行有效填的是11，相差3，请核对或说明原因。",
    "t2.normative.in_force",
    "t2.normative.issued",
    "t2.normative.repealed",
)
def _(case: Case) -> None:
    case.cells(t2__normative__in_force=11)


@example(
    "T2-02",
    "warning",
    "“行政规范性文件”：现行有效1件，少于本年制发3－废止1＝2件，请核对。",
    "t2.normative.in_force",
    "t2.normative.issued",
    "t2.normative.repealed",
)
def _(case: Case) -> None:
    case.last_year = None
    case.cells(t2__normative__in_force=1)


@example(
    "T2-03",
    "warning",
    "规章填了“规章·本年制发件数”2件，但本单位是县级政府部门，一般没有规章制定权，请核对是否应填在“行政规范性文件”。",
    "t2.rules.issued",
    "meta.unit_type",
)
def _(case: Case) -> None:
    case.cells(t2__rules__issued=2)


@example(
    "T2-04",
    "warning",
    "“行政规范性文件”：本年废止20件，多于上年现行有效12＋本年制发3＝15件，请核对。",
    "t2.normative.repealed",
    "t2.normative.issued",
)
def _(case: Case) -> None:
    case.cells(t2__normative__repealed=20)


@example(
    "T2-05",
    "warning",
    "行政事业性收费填的是32000万元，上年是3.2万元，是上年的10000倍，请核对是否误填为元（32000元应填3.2）。",
    "t2.fees.amount",
)
def _(case: Case) -> None:
    case.cells(t2__fees__amount=Decimal(32000))


@example(
    "T2-05",
    "warning",
    "行政事业性收费填的是12500万元，即1.25亿元，请核对是否误填为元（12500元应填1.25）。",
    "t2.fees.amount",
)
def _(case: Case) -> None:
    case.last_year = None
    case.cells(t2__fees__amount=Decimal(12500))


@example(
    "T2-07",
    "hint",
    "上年行政许可、行政处罚决定共610件，本年两项都是0，请核对是否漏填。",
    "t2.licensing.decisions",
    "t2.penalty.decisions",
)
def _(case: Case) -> None:
    case.cells(t2__licensing__decisions=0, t2__penalty__decisions=0)


# ---------------------------------------------------------------- table 三


@example(
    "T3-01",
    "error",
    "“自然人”列：新收14＋结转2＝16；办理总计15＋结转下年2＝17，相差1。",
    "t3.R01.C1",
    "t3.R02.C1",
    "t3.R03.C1",
    "t3.R25.C1",
)
def _(case: Case) -> None:
    case.cells(t3__R03__C1=10)


@example(
    "T3-02",
    "error",
    "“自然人”列：纸上的（七）总计是14，现在（一）至（六）各项相加是95，相差81。"
    "“（一）予以公开·自然人”填的是90，按合计推算，疑似应为9（多了一个0，差10倍），请核对台账。",
)
def _(case: Case) -> None:
    with_own_controls(case)
    case.cells(t3__R03__C1=90)


@example("T3-02", "error", "“本年新收·总计”纸上的合计是91，现在各项相加是19（两位数字颠倒），请核对原表的这个合计。")
def _(case: Case) -> None:
    with_own_controls(case)
    case.report = case.report.with_cells({"t3.R01.C7": 91})


@example("T3-03", "error", "“（七）总计·商业企业”纸上的合计是6，现在各项相加是5（多计1件），请核对原表的这个合计。")
def _(case: Case) -> None:
    with_own_controls(case)
    case.report = case.report.with_cells({"t3.R24.C2": 6})


@example(
    "T3-06", "hint", "“（六）2.逾期未缴费”填了3件，但第六部分只发出收费通知1件，请核对。", "t3.R22.C1", "fee.notices"
)
def _(case: Case) -> None:
    case.cells(t3__R22__C1=3, t3__R03__C1=6)


@example(
    "T3-07",
    "hint",
    "“（六）3.其他”有10件，占办理总计19件的53%，请核对其中是否有应归入具体情形的。",
    "t3.R23.C1",
    "t3.R03.C1",
)
def _(case: Case) -> None:
    case.cells(t3__R23__C1=9, t3__R03__C1=0)


@example(
    "T3-08",
    "hint",
    "结转下年度继续办理6件，占本年新收19件的32%，请核对是否有已办结未计入的。",
    "t3.R25.C1",
    "t3.R01.C1",
)
def _(case: Case) -> None:
    case.cells(t3__R25__C1=6, t3__R03__C1=5)


@example("T3-08", "hint", "结转下年度继续办理24件，比本年新收19件还多，请核对。", "t3.R25.C1", "t3.R01.C1")
def _(case: Case) -> None:
    case.cells(t3__R25__C1=24, t3__R02__C1=24)


@example(
    "C-06",
    "warning",
    "总计栏空白：行政复议、行政诉讼情况表有1格没有印总计，第一格是“行政复议·总计”，各项相加是3，请补上。",
    "t4.review.upheld",
)
def _(case: Case) -> None:
    case.printed_form = PrintedForm(blank_totals=("t4.review.total",))


@example("T3-10", "warning", "表格中有官方表样没有的小计：“（三）不予公开小计”行、“小计”列，请去掉。")
def _(case: Case) -> None:
    case.printed_form = PrintedForm(subtotals=("“（三）不予公开小计”行", "“小计”列"))


@example(
    "T3-11",
    "error",
    "本年新收和上年结转都是0，“商业企业”列却有办理结果共5件，请核对本年新收数量。",
    "t3.R03.C2",
    "t3.R01.C1",
)
def _(case: Case) -> None:
    case.cells(t3__R01__C1=0, t3__R01__C2=0, t3__R02__C1=16)


# ---------------------------------------------------------------- table 四


@example(
    "T4-01", "error", "“行政复议”：纸上的总计是5，维持2＋纠正0＋其他0＋尚未审结1＝3，相差2。", "t4.review.corrected"
)
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t4.review.total": 5})


@example(
    "T4-02",
    "error",
    "“未经复议直接起诉”：纸上的总计是10，维持0＋纠正0＋其他0＋尚未审结0＝0，相差10。",
    "t4.direct.upheld",
)
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t4.direct.total": 10})


@example(
    "T4-03", "error", "“复议后起诉”：纸上的总计是2，维持1＋纠正0＋其他0＋尚未审结0＝1，相差1。", "t4.after_review.other"
)
def _(case: Case) -> None:
    case.report = case.report.with_cells({"t4.after_review.total": 2})


@example(
    "T4-05",
    "hint",
    "本年没有办结的申请，行政复议、行政诉讼却有4件，请核对这些案件是否因政府信息公开引起。",
    "t3.R03.C1",
)
def _(case: Case) -> None:
    case.last_year = None
    no_requests(case)


@example(
    "T4-05",
    "hint",
    "本年和上年都没有办结的申请，行政复议、行政诉讼却有4件，请核对这些案件是否因政府信息公开引起。",
    "t3.R03.C1",
)
def _(case: Case) -> None:
    no_requests(case)
    case.last(t3__R03__C1=0)


@example(
    "T4-06",
    "hint",
    "“未经复议直接起诉”有1件。2024年起，不服不予公开的应先申请行政复议，请核对这些案件是否确实没有经过复议。",
    "t4.direct.upheld",
)
def _(case: Case) -> None:
    case.cells(t4__direct__upheld=1, t4__after_review__upheld=0)


@example("T4-07", "hint", "“复议后起诉”有1件。本机关只作为复议机关、共同被告的案件不计，请核对。", "meta.unit_type")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.unit_type": "各级人民政府"})


# ---------------------------------------------------------------- last year


@example(
    "Y-01",
    "warning",
    "上年结转与上年报告的“结转下年度继续办理”不一致：“自然人”本年填5、上年报告是2，请核对。",
    "t3.R02.C1",
)
def _(case: Case) -> None:
    case.cells(t3__R02__C1=5, t3__R01__C1=11)


@example(
    "Y-01",
    "hint",
    "上年报告的“结转下年度继续办理”有1格是空白（自然人），空白不等于0，这几格的上年结转没有核对。",
    "t3.R02.C1",
)
def _(case: Case) -> None:
    case.last(t3__R25__C1=None)


@example(
    "Y-03",
    "hint",
    "“行政复议”：上年有7件尚未审结，本年总计只有3件，请核对上年未审结的案件是否计入。",
    "t4.review.upheld",
)
def _(case: Case) -> None:
    case.last(t4__review__pending=7)


@example("Y-04", "warning", "三张表的全部数字与上年报告完全相同，请核对是否误用了上年数据。", "t3.R09.C4")
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = replace(case.last_year, cells=dict(case.report.cells))


@example(
    "Y-04",
    "warning",
    "“收到和处理政府信息公开申请情况表”的数字与上年报告完全相同，请核对是否误用了上年数据。",
    "t3.R09.C4",
)
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = case.last_year.with_cells({c: n for c, n in case.report.cells.items() if c.startswith("t3.")})


@example(
    "Y-04",
    "warning",
    "“行政许可·本年处理决定数量”600、“行政处罚·本年处理决定数量”10、“行政事业性收费·本年收费金额”2105.3，"
    "都与上年报告相同，请核对是否误用了上年数据。",
    "t2.penalty.decisions",
)
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = case.last_year.with_cells({"t2.fees.amount": Decimal("2105.3")})
    case.cells(t2__licensing__decisions=600, t2__penalty__decisions=10, t2__fees__amount=Decimal("2105.3"))


@example(
    "Y-05", "warning", "所选的上年报告是2023年度的，本报告是2025年度，没有用它对照；请选择2024年度的报告。", "meta.year"
)
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = case.last_year.with_texts({"meta.year": "2023"})


@example(
    "Y-05",
    "warning",
    "上年报告的单位是“某某县水务局”，本报告的单位是“某某县水利局”，请确认是不是同一单位。",
    "meta.unit",
)
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = case.last_year.with_texts({"meta.unit": "某某县水务局"})


@example("Y-05", "warning", "所选的上年报告中找不到年度，当作2024年度的对照，请核对是不是。", "meta.year")
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = case.last_year.with_texts({"meta.year": ""})


@example(
    "Y-05",
    "warning",
    "上年报告的统计范围是“汇总”，本报告是“本机关”，两年的数字不能直接比较，请核对是否选对。",
    "meta.scope",
)
def _(case: Case) -> None:
    assert case.last_year
    case.report = case.report.with_texts({"meta.scope": "本机关"})
    case.last_year = case.last_year.with_texts({"meta.scope": "汇总"})


@example(
    "Y-06",
    "warning",
    "第一部分“依申请公开”写的是“较上年增加6件”，上年报告中新收申请是12件，本年是19件，应是增加7件，请核对。",
    "t3.R01.C1",
)
def _(case: Case) -> None:
    told = "2025年，本局新收政府信息公开申请{t3.R01.C7}件，较上年增加6件。"
    case.report = case.report.with_texts({"s1.request": told})


@example(
    "Y-06",
    "warning",
    "第一部分“依申请公开”写的是“较上年增加6件”，上年报告中新收申请是12件（连同上年结转12件），"
    "本年是19件（连同上年结转21件），请核对。",
    "t3.R01.C1",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"s1.request": "2025年，本局政府信息公开申请量较上年增加6件。"})


@example(
    "Y-06",
    "warning",
    "第四部分表前文字写的是“上年2件”，上年报告中行政复议是1件，本年是3件，请核对。",
    "t4.review.upheld",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"s4": "因信息公开引起的行政复议3件（上年2件）。"})


# ---------------------------------------------------------------- 信息处理费


@example(
    "X-01",
    "hint",
    "信息处理费实际收取100元，多于第二部分的行政事业性收费0.005万元（50元），请与财务确认是否计入。",
    "fee.collected",
    "t2.fees.amount",
)
def _(case: Case) -> None:
    case.cells(t2__fees__amount=Decimal("0.005"))


@example("X-02", "warning", "信息处理费实际收取100元，多于收费通知总金额40元，请核对。", "fee.collected", "fee.billed")
def _(case: Case) -> None:
    case.cells(fee__billed=40)


@example("X-02", "warning", "发出收费通知填的是0件，收费通知总金额却是100元，请核对。", "fee.notices", "fee.billed")
def _(case: Case) -> None:
    case.cells(fee__notices=0)


@example("X-02", "warning", "发出收费通知1件，收费通知总金额却是0元，请核对。", "fee.notices", "fee.billed")
def _(case: Case) -> None:
    case.cells(fee__billed=0, fee__collected=0)


# ---------------------------------------------------------------- form and process


@example("F-01", "error", "单位全称未填，请在“基本信息”中填写与公章一致的全称。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.unit": ""})


@example("F-01", "error", "报告年度未填，请在“基本信息”中填写。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.year": ""})


@example("F-01", "error", "报告年度填的是“2025年”，请在“基本信息”中改为四位数字的年份。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.year": "2025年"})


@example("F-01", "error", "标题、引言和落款中没有读到单位全称，请在标题中写明与公章一致的全称。")
def _(case: Case) -> None:
    case.report, case.printed_form = case.report.with_texts({"meta.unit": ""}), PrintedForm()


@example("F-01", "error", "标题和统计期限中没有读到报告年度，请在标题中写明年度。")
def _(case: Case) -> None:
    case.report, case.printed_form = case.report.with_texts({"meta.year": "25"}), PrintedForm()


@example("F-01", "warning", "单位类型未选，请在“基本信息”中选择。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.unit_type": ""})


@example("F-01", "warning", "行政层级未选，请在“基本信息”中选择。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.level": ""})


@example("F-01", "hint", "统计范围未选，备案表等材料中是空白，建议在“基本信息”中选择“本机关”或“汇总”。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.scope": ""})


@example("F-01", "warning", "公布网址“example”不是完整的网址，请核对；多个网址用空格隔开。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.website": "example"})


@example(
    "F-01",
    "warning",
    "公布网址“www.a.gov.cn/2024nb.html”里有“2024”，像是上年报告的网址，请核对；2025年度报告的网址还没有定的，先写网站首页或专栏的网址。",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.website": "www.a.gov.cn/2024nb.html"})


@example("F-01", "hint", "联系电话“办公室”里没有电话号码，请核对。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.phone": "办公室"})


@example(
    "F-01",
    "hint",
    "联系电话“０５７１－８８８８”用了全角数字或横线，报告中照印，请改为“0571-8888”。",
    "meta.phone",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.phone": "０５７１－８８８８"})


@example("F-01", "hint", "联系人“王五　０５７１－８８８８”用了全角数字或横线，报告中照印，请改为“王五　0571-8888”。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.contact": "王五　０５７１－８８８８"})


@example(
    "F-01",
    "warning",
    "公布网址“ｗｗｗ．ａ．ｇｏｖ．ｃｎ”用了全角字符，打不开，报告中照印，请改为“www.a.gov.cn”。",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.website": "ｗｗｗ．ａ．ｇｏｖ．ｃｎ"})


@example("F-01", "hint", "发文字号“清水函〔2026〕 号”还没有编号，印发时请补上。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.doc_number": "清水函〔2026〕 号"})


@example("F-01", "hint", "成文日期填的是“2026年2月5日”，晚于条例规定的公布期限（2026年1月31日），请核对。")
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.date": "2026.2.5"})


@example(
    "F-01", "warning", "行政层级填的是“乡级”，不在可选的几项之中，没有按它检查，请在“基本信息”中选择。", "meta.level"
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.level": "乡级"})


@example(
    "F-01", "hint", "行政层级选的是“乡镇级”，与单位全称“某某县水利局”不符，从名称看是“县级”，请核对。", "meta.level"
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.level": "乡镇级"})


@example("F-01", "warning", "报告年度2025年还没有结束，统计截至12月31日，请年终核对全部数字后再定稿。")
def _(case: Case) -> None:
    case.today = date(2025, 12, 20)


@example(
    "F-03",
    "error",
    "2020年度的报告不应使用国办公开办函〔2021〕30号格式，请核对报告年度，或新建该年度的报告。",
    "meta.year",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.year": "2020"})


@example(
    "F-03",
    "warning",
    "2020年度的报告使用了国办公开办函〔2021〕30号格式，与该年度的通行格式不同，请核对报告年度。",
    "meta.year",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.year": "2020"})
    case.report = replace(case.report, status={**case.report.status, "imported_from": "2020年报.docx"})


@example("F-04", "warning", "审签单打印之后内容有改动：打印时的校验码是3F7A-91C2，现在是0000-AAAA，请重新打印审签单。")
def _(case: Case) -> None:
    case.report = replace(case.report, status={**case.report.status, "printed_checksum": "3F7A-91C2"})
    case.checksum = "0000-AAAA"


@example(
    "C-07",
    "warning",
    "工作表“二、主动公开（表）”中第10行的名称是“行政处罚”（表样是“行政许可”），请对照台账逐格核对。",
)
def _(case: Case) -> None:
    told = "工作表“二、主动公开（表）”中第10行的名称是“行政处罚”（表样是“行政许可”），请对照台账逐格核对。"
    doubts = json.dumps({"t2.licensing.decisions": told}, ensure_ascii=False)
    case.report = replace(case.report, status={READING_DOUBTS: doubts})


@example(
    "F-06",
    "error",
    "草稿现在的内容与定稿不同：定稿的校验码是3F7A-91C2，现在是0000-AAAA，可能在 Excel 中改过；"
    "改错了的请恢复，确实要改的，先解除定稿。",
)
def _(case: Case) -> None:
    locked = {"locked_on": "2026-01-20", "locked_checksum": "3F7A-91C2"}
    case.report = replace(case.report, status={**case.report.status, **locked})
    case.checksum = "0000-AAAA"


@example("C-08", "warning", "汇总时应计入4个单位，计入了3个：还没有报1个：某县信访局。")
def _(case: Case) -> None:
    gaps = {"units": "汇总时应计入4个单位，计入了3个：还没有报1个：某县信访局。"}
    case.report = replace(case.report, status={SUM_GAPS: json.dumps(gaps, ensure_ascii=False)})


@example("C-09", "warning", "有1格与台账数出的不同，请核对：（六）3.其他·自然人：台账2件，现在是0。", "t3.R23.C1")
def _(case: Case) -> None:
    counted = {"t3.R23.C1": ["2025-001", "2025-002"], "t3.R23.C3": []}
    case.report = replace(case.report, status={REGISTER_CASES: json.dumps(counted)})


@example(
    "F-05",
    "warning",
    "报告标题“某县水利局2025年政府信息公开工作总结”没有写明是政府信息公开工作年度报告，请核对。",
    "meta.title",
)
def _(case: Case) -> None:
    case.report = case.report.with_texts({"meta.title": "某县水利局2025年政府信息公开工作总结"})


@example("L-01", "warning", "“监督保障”没有写到“社会评议”；本地口径的要求：市里通知。", "s1.oversight")
def _(case: Case) -> None:
    case.local = LocalRules("某市口径", (), (Statement("s1.oversight", ("社会评议",), "市里通知"),))


_NOTICE = "《某市2025年编制通知》"


@example(
    "L-02", "hint", "第五部分与上年报告约有51%相同，超过50%的界限（《某市2025年编制通知》），请写本年的情况。", "s5"
)
def _(case: Case) -> None:
    assert case.last_year
    case.last_year = case.last_year.with_texts({"s5": TEXTS["s5"].partition("改进情况")[0]})
    case.local = LocalRules("某市口径", (), (), limits=(RepetitionLimit("s5", 50, "hint", _NOTICE),))


@example(
    "L-03", "warning", "第五部分没有写出政策解读的条数（《某市2025年编制通知》要求），请补写，例如“政策解读5条”。", "s5"
)
def _(case: Case) -> None:
    case.local = LocalRules("某市口径", (), (), demands=(Demand("s5", ("政策解读",), ("条",), _NOTICE),))


@example(
    "L-04",
    "warning",
    "“主动公开”写的是“政府信息92条”，“行政规范性文件·本年制发件数”填的是3件，"
    "两个数应当相同（《某市2025年编制通知》要求），请核对。",
    "s1.active",
    "t2.normative.issued",
)
def _(case: Case) -> None:
    demand = Demand("s1.active", ("政府信息",), ("条",), _NOTICE, "t2.normative.issued")
    case.local = LocalRules("某市口径", (), (), demands=(demand,))


# ---------------------------------------------------------------- what the examples share


def with_own_controls(case: Case) -> None:
    """Give the report its own totals as control totals."""
    from core.report.totals import report_numbers

    numbers = report_numbers(case.report)
    case.report = case.report.with_cells({code: numbers[code] for code in case.report.form.derived})


def no_requests(case: Case) -> None:
    """Have the report say that nobody asked for anything."""
    codes = [code for code in case.report.form.entered if code.startswith("t3.")]
    case.report = case.report.with_cells(dict.fromkeys(codes, 0))

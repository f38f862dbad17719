"""Rules on texts: each holds, breaks and stays silent on blanks as its example says; correct texts raise nothing."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.checks.findings import Finding, inner_quotes
from core.checks.rules import PrintedForm
from core.form.form_reader import load_form
from core.published import import_report
from core.report.report import Report, new_report
from core.texts.language.numbers import numbers_in, plain_text
from core.validation.validation import Checker, check_report
from tests.core.texts.text_rule_examples import EXAMPLES, TEXTS, TextRuleExample, report_with
from tests.core.validation.following import followed

DATA = Path(__file__).parent.parent.parent / "data"
TODAY = date(2025, 1, 10)
TEXT_RULES = [rule.id for rule in load_form().rules.values() if rule.id.startswith("N-")] + ["T2-06"]


def found(report: Report, rule_id: str, last_year: Report | None = None) -> list[Finding]:
    result = check_report(report, last_year=last_year, today=TODAY)
    return [finding for finding in result.findings if finding.rule_id == rule_id]


def last_year_of(example: TextRuleExample) -> Report | None:
    if not example.last_year:
        return None
    report = new_report("青原县水利局", "政府部门", 2023)
    return report.with_texts(example.last_year)


LONG = "青原县人民政府办公室政务公开与信息化建设管理二科" * 12
SHORT_IN_LEAD = "现公布县水利局2024年政府信息公开工作年度报告。"
"""A name of 24 characters, pasted twelve times."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule_id)
def test_each_rule_on_texts_holds_breaks_and_is_silent_on_blanks(example: TextRuleExample) -> None:
    last_year = last_year_of(example)

    assert found(report_with(example.holds, zeros=example.zeros), example.rule_id, last_year) == []

    broken = report_with(example.breaks, zeros=example.zeros)
    findings = found(broken, example.rule_id, last_year)
    assert example.message in [finding.message for finding in findings]
    finding = next(f for f in findings if f.message == example.message)
    assert finding.level == example.level
    if example.places:
        assert tuple(broken.texts[p.text][p.start : p.end] for p in finding.places) == example.places
    if example.cells:
        assert finding.cells == example.cells

    if example.blanks:
        blank = report_with(example.breaks, example.blanks, example.zeros)
        assert example.message not in [f.message for f in found(blank, example.rule_id, last_year)]


def test_every_rule_on_texts_has_an_example() -> None:
    assert {example.rule_id for example in EXAMPLES} == set(TEXT_RULES)


def test_rules_on_texts_never_block_except_for_our_own_placeholders() -> None:
    for rule_id in TEXT_RULES:
        rule = load_form().rules[rule_id]
        levels = {variant: rule.level_of(variant) for variant in rule.messages}
        errors = [variant for variant, level in levels.items() if level == "error"]
        assert errors == (["own", "unknown", "damaged", "field"] if rule_id == "N-12" else [])


def test_our_own_placeholder_is_an_error_and_a_blank_linked_number_is_none() -> None:
    (finding,) = found(report_with({"s6": "信息处理费【请填写：金额】元。"}), "N-12")
    assert (finding.level, finding.message) == ("error", "第六部分中还有待填的内容：“【请填写：金额】”，请补填或删除。")
    assert found(report_with({"s6": "未收取信息处理费{fee.collected}元。"}), "N-12") == []


@pytest.mark.parametrize("number", ["110105 19491231 002X", "110105-19491231-002X", "11010519491231002X"])
def test_the_last_sign_of_an_identity_number_is_no_placeholder(number: str) -> None:
    report = report_with({"s1.manage": f"申请人身份证号{number}已登记。"})
    assert found(report, "N-21")
    assert found(report, "N-12") == []
    assert found(report_with({"s1.manage": "申请人编号002X已登记。"}), "N-12")


@pytest.mark.parametrize("text", ["0", " ０。", "12", "1,234", "3.5%", "{t3.R01.C7}"])
def test_a_number_alone_is_no_text(text: str) -> None:
    for code in ("lead", "s1", "s1.active", "s2", "s4"):
        (finding,) = [f for f in found(report_with({code: text}), "N-12") if f.places[0].text == code]
        assert finding.level == "warning"
        assert finding.message.endswith("没有文字，请补写或删除。")
        assert [(p.start, p.end) for p in finding.places] == [(0, len(text))]
    assert found(report_with({"lead": "引言只有“0”"}), "N-12") == []
    (short,) = found(report_with({"s5": text}), "N-16")
    assert short.message.startswith("第五部分")
    assert found(report_with({"s5": text}), "N-12") == []


@pytest.mark.parametrize("text", ["无", "无。", "暂无", " 没有。", "不涉及。", "目前暂无；"])
def test_nothing_is_no_overview(text: str) -> None:
    """An office that writes 无 under all headings of section 一 has told nothing."""
    report = report_with({code: text for code in TEXTS if code.startswith("s1")})
    findings = found(report, "N-12")
    assert [f.level for f in findings] == ["warning"] * 5
    said = "请写明本年的情况，没有的事项请写成完整的一句话。"
    assert findings[0].message == f"第一部分“主动公开”只写了“{text.strip()}”，{said}"
    assert found(report_with({"s1": text}), "N-12")
    one = report_with({"s1.active": text})
    assert [f.rule_id for f in found(one, "N-12") + found(one, "N-14c")] == ["N-12"]  # said once
    assert found(report_with({"s2": text, "s4": text, "s6": text}), "N-12") == []
    assert found(report_with({"s1.request": "本年度没有收到政府信息公开申请。"}), "N-12") == []
    assert [f.message for f in found(report_with({"s5": text}), "N-16")] == [
        "第五部分“存在的主要问题及改进情况”没有写出内容（只写“无”不算），请写主要问题和改进措施。"
    ]


def test_a_lead_of_one_digit_is_named() -> None:
    (finding,) = found(report_with({"lead": "0"}), "N-12")
    assert finding.message == "引言只有“0”，没有文字，请补写或删除。"


@pytest.mark.parametrize(
    "lead",
    [
        "青原县水利局（以下简称县水利局）现公布县水利局2024年政府信息公开工作年度报告。",
        "现公布我局2024年政府信息公开工作年度报告。",
        "现公布本局2024年政府信息公开工作年度报告。",
        "现将青原县水利局2024年政府信息公开工作年度报告公布如下。",
        "县水利局认真编制，现公布2024年政府信息公开工作年度报告。",
    ],
)
def test_a_short_name_is_a_fault_only_where_the_format_has_the_name_of_the_unit(lead: str) -> None:
    assert found(report_with({"lead": lead, "meta.sign_off": "青原县水利局"}), "N-10") == []


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("更新《政府信息公开指南》（以下简称《指南》），《指南》每年核对。", ""),
        ("修订《保密审查规程》（以下简称“规程”），对照规程审查。", ""),
        ("青原政务服务网（以下简称“服务网”）更新信息，服务网设5个专栏。", ""),
        ("对照《指南》受理。更新《政府信息公开指南》（以下简称《指南》）。", "指南"),
        ("按规程审查。修订《保密审查规程》（以下简称“规程”）。", "规程"),
        ("平台运行稳定。建设“一网通办”平台（以下简称“平台”），平台每日更新。", "平台"),
        ("建设“一网通办”平台（以下简称“平台”），平台每日更新。", ""),
    ],
)
def test_a_short_name_within_its_full_name_is_not_used_yet(text: str, alias: str) -> None:
    told = [f.message for f in found(report_with({"s1.active": text}), "N-10") if "简称之前" in f.message]
    assert [alias in message for message in told] == [True] * bool(alias)


def test_a_short_name_in_the_lead_alone_is_a_hint() -> None:
    (finding,) = found(report_with({"lead": SHORT_IN_LEAD, "meta.sign_off": "青原县水利局"}), "N-10")
    assert (finding.level, [p.text for p in finding.places]) == ("hint", ["lead"])


@pytest.mark.parametrize("code", ["t3.R99.C7", "t3.other_2019.C7", "control.t3.R01.C7", "meta.unit"])
def test_a_linked_number_that_the_form_does_not_have_is_an_error(code: str) -> None:
    (finding,) = found(report_with({"s6": f"共{{{code}}}件，{{{{原文}}}}。"}), "N-12")
    assert finding.level == "error"
    assert finding.message.startswith(f"第六部分中的“{{{code}}}”不是本报告的数字，印出来是空白")
    assert [(p.text, p.start, p.end) for p in finding.places] == [("s6", 1, 3 + len(code))]


@pytest.mark.parametrize(
    ("changes", "rule_id", "message"),
    [
        (
            {"meta.title": "2022年度政府信息公开工作年度报告"},
            "N-08",
            "报告标题“2022年度政府信息公开工作年度报告”中的年份与报告年度2024年不一致，请核对。",
        ),
        (
            {"meta.title": "林业局2024年年报"},
            "N-10",
            "报告标题“林业局2024年年报”中没有单位全称“青原县水利局”，请核对。",
        ),
        ({"meta.unit": "临江县水利局："}, "N-10", "单位全称“临江县水利局：”中有“：”，请与公章核对。"),
        ({"meta.unit": "临江县水利局?*"}, "N-10", "单位全称“临江县水利局?*”中有“?*”，请与公章核对。"),
        ({"meta.unit": f"{LONG}青原"}, "N-10", f"单位全称有290字，“{LONG[:24]}”重复了12遍，疑似粘贴了多次，请核对。"),
        ({"meta.unit": "青原县水利局" + "下属各单位" * 8}, "N-10", "单位全称有46字，一般不超过40字，请核对。"),
        ({"meta.unit": "局"}, "N-10", "单位全称“局”只有1字，请写全称，与公章一致。"),
        ({"meta.unit": "水利局"}, "N-10", "单位全称“水利局”只有3字，请写全称，与公章一致。"),
        ({"meta.unit": "青原县/水利:局:"}, "N-10", "单位全称“青原县/水利:局:”中有“/:”，请与公章核对。"),
        ({"meta.sign_off": "青原县林业局"}, "N-10", "落款单位“青原县林业局”与单位全称“青原县水利局”不一致，请核对。"),
        (
            {"lead": SHORT_IN_LEAD, "meta.sign_off": "县水利局"},
            "N-10",
            "引言和落款写的单位是“县水利局”，与单位全称“青原县水利局”不一致，请核对。",
        ),
        (
            {"lead": SHORT_IN_LEAD},
            "N-10",
            "引言写的是“现公布县水利局”，格式这里写行政机关名称，建议写单位全称“青原县水利局”。",
        ),
        (
            {"lead": "水利分局编制本报告。青原县水利局（以下简称“水利分局”）负责。"},
            "N-10",
            "引言在说明简称之前已使用“水利分局”，请先写全称并注明（以下简称“水利分局”）。",
        ),
        (
            {"lead": "根据国办公开办函[2021]30号编制。"},
            "N-11",
            "引言的引用请核对：“国办公开办函[2021]30号”的年份应放在六角括号〔〕中。",
        ),
        (
            {"s5": "（一）问题不少\n（三）将改进措施落实到位，完善各项制度，加强监督检查，提升公开水平"},
            "N-13",
            "第五部分的编号不连续：“（一）”之后应是“（二）”，请核对。",
        ),
        (
            {"s5": "1.公开不及时\n2.解读不够\n4.将改进措施落实到位，完善各项制度，加强监督检查，提升公开水平"},
            "N-13",
            "第五部分的编号不连续：“2.”之后应是“3.”，请核对。",
        ),
        (
            {"s5": "二是问题较多，三是解读不够，下一步将改进工作方法，完善各项制度，提升公开水平。"},
            "N-13",
            "第五部分的编号从“二是”开始，缺少“一是”，请核对。",
        ),
        (
            {"s5": TEXTS["s5"] + "\n6、 其他需要报告的事项"},
            "N-13",
            "第五部分的标题“6、其他需要报告的事项”应写作“六、其他需要报告的事项”，请核对。",
        ),
        ({"s5": "公开不够及时，将改进。"}, "N-16", "第五部分只有11字，请写清主要问题和改进措施。"),
        (
            {"s5": "今后我局将继续完善公开机制，加强业务培训，优化网站栏目设置，做好各项公开工作，服务群众。"},
            "N-16",
            "第五部分没有看到存在的问题，请补写。",
        ),
        ({"s6": "未收取信息公开处理费。"}, "N-17", "第六部分写的是“信息公开处理费”，规范名称为“信息处理费”。"),
        *(
            ({"lead": lead}, "N-10", "引言写的单位是“青原县教育局”，基本信息中的单位是“青原县水利局”，请核对。")
            for lead in (
                "根据条例规定，青原县教育局现公布2024年度政府信息公开工作年度报告。",
                "现向社会公布青原县教育局2024年政府信息公开工作年度报告。",
                "本报告由青原县教育局根据《中华人民共和国政府信息公开条例》编制。",
            )
        ),
        ({"meta.phone": "13800138000"}, "N-21", "联系电话“13800138000”是手机号，请确认可以公开，建议改用办公电话。"),
        (
            {"meta.phone": "138 0013 8000"},
            "N-21",
            "联系电话“138 0013 8000”是手机号，请确认可以公开，建议改用办公电话。",
        ),
        (
            {"lead": "咨询请致电138-0013-8000，身份证号330102 19800101 1234，卡号6222 0210 0111 6245 702。"},
            "N-21",
            "引言出现手机号、身份证号、银行卡号：“138-0013-8000”、“330102 19800101 1234”、“6222 0210 0111 6245 702”，"
            "请确认可以公开。",
        ),
        (
            {"s1.request": "", "s3": "2024年，我局共收到政府信息公开申请3件。"},
            "N-02",
            "第三部分表前文字写的是“我局共收到政府信息公开申请3件”，表中本年新收0件，请核对。",
        ),
    ],
)
def test_other_sentences_of_the_rules(changes: dict[str, str], rule_id: str, message: str) -> None:
    zeros = ("t3",) if rule_id == "N-02" else ()
    assert message in [f.message for f in found(report_with(changes, zeros=zeros), rule_id)]


def test_the_amounts_of_the_fee_are_compared_with_what_was_entered() -> None:
    report = report_with({"s6": "发出信息处理费收费通知2件，总金额300元，实际收取100元。"})
    report = report.with_cells({"fee.notices": 2, "fee.billed": 300, "fee.collected": 200})
    (finding,) = found(report, "N-17")
    assert finding.message == "第六部分写的是“实际收取100元”，填报的“实际收取总金额”是200元，请核对。"


def test_an_untouched_report_is_being_filled_in_and_nothing_is_said_of_its_texts() -> None:
    report = new_report("青原县水利局", "政府部门", 2024)
    result = check_report(report, today=TODAY)
    assert [f.rule_id for f in result.findings if f.rule_id in TEXT_RULES] == []
    assert result.verdict == "填写中"
    wanted = check_report(report, final=True, today=TODAY)
    assert [f.rule_id for f in wanted.findings if f.rule_id in TEXT_RULES] == []
    assert [f.message for f in wanted.findings if f.rule_id == "C-03" and f.places] == [
        "第一部分“总体情况”还没有文字，请补写。",
        "第五部分“存在的主要问题及改进情况”还没有文字，请补写。",
        "第六部分“其他需要报告的事项”还没有文字，请补写。",
    ]


def test_what_empty_texts_lack_is_said_as_soon_as_nothing_is_blank() -> None:
    report = new_report("青原县水利局", "政府部门", 2024)
    report = report.with_texts({"meta.level": "县级", **TEXTS, "s1.manage": "", "s6": ""})
    report = report.with_cells(dict.fromkeys(report.form.entered, 0))
    report = report.with_cells({"t3.R25.C6": None})
    checker = Checker(report, today=TODAY)

    def said() -> list[str]:
        return [f.rule_id for f in checker.result().findings if f.rule_id in ("C-03", "N-14c")]

    assert said() == []
    report = followed(checker, report, report.with_cells({"t3.R25.C6": 0}))
    assert (said(), checker.result().verdict) == ([], "填写中")  # section six is blank
    report = followed(checker, report, report.with_texts({"s6": TEXTS["s6"]}))
    assert (said(), checker.result().verdict) == (["N-14c"], "待核实")
    report = followed(checker, report, report.with_cells({"t3.R25.C6": None}))
    assert said() == []


@pytest.mark.parametrize(
    "said",
    [
        *("群众查找不便", "办件时间偏长，答复较慢", "老旧信息难以查找", "个别栏目有错漏"),
        *("短处是经办人手少", "答复书有瑕疵", "解读仍是弱项", "宣传多、解读少是老毛病"),
    ],
)
def test_a_problem_may_be_told_without_the_word(said: str) -> None:
    report = report_with({"s5": f"网站栏目设置较多，{said}。已合并重复栏目，下一步将逐月检查。"})
    assert "N-16" not in {f.rule_id for f in check_report(report, today=TODAY).findings}


@pytest.mark.parametrize(
    "said", ["2026年打算在每条政策后头附上电话", "新办法：每月一条短视频", "答复书改用全市统一样式"]
)
def test_a_measure_may_be_told_in_plain_words(said: str) -> None:
    report = report_with({"s5": f"老毛病没有除根，稿子写得热闹，政策讲得不透，不少居民还是看不懂。{said}。"})
    assert "N-16" not in {f.rule_id for f in check_report(report, today=TODAY).findings}


def test_a_text_that_says_too_little_is_named_while_numbers_are_missing() -> None:
    report = new_report("青原县水利局", "政府部门", 2024)
    report = report.with_texts({"s5": "公开不够及时，将改进。"})
    found_rules = [f.rule_id for f in check_report(report, today=TODAY).findings if f.rule_id in TEXT_RULES]
    assert found_rules == ["N-16"]


def correct_reports() -> list[dict[str, Any]]:
    text = (DATA / "narrative" / "correct_reports.toml").read_text(encoding="utf-8")
    reports: list[dict[str, Any]] = tomllib.loads(text, parse_float=Decimal)["reports"]
    return reports


def made(record: dict[str, Any]) -> Report:
    report = new_report(record["unit"], record["unit_type"], record["year"])
    report = report.with_texts({"meta.scope": record.get("scope", "本机关"), "meta.level": record.get("level", "县级")})
    report = report.with_cells(dict.fromkeys(report.form.entered, 0))
    report = report.with_cells(record["cells"])
    return report.with_texts(record["texts"])


@pytest.mark.parametrize("record", correct_reports(), ids=lambda r: r["unit"])
def test_a_correct_report_has_no_error_and_at_most_five_findings(record: dict[str, Any]) -> None:
    result = check_report(made(record), final=True, today=date(record["year"] + 1, 1, 10))

    assert [f.message for f in result.findings if f.level == "error"] == []
    assert [f.message for f in result.findings if f.level == "warning"] == []
    assert len(result.findings) <= 5


def test_a_published_report_of_a_government_is_known_by_its_name() -> None:
    report = made(next(r for r in correct_reports() if r["unit_type"] == "各级人民政府"))
    said = {"s1.oversight": "公开工作由专人负责，全年培训两次。", "meta.unit_type": "", "meta.level": ""}
    found = {f.rule_id for f in check_report(report.with_texts(said), printed_form=PrintedForm()).findings}
    assert "N-15" in found


def test_what_is_planned_for_the_next_year_is_an_improvement() -> None:
    said = "养护计划公布较晚，群众不知道哪一段先修；{}在年初公布全年计划，由管理所逐段说明。"
    for when, count in (("明年起", 0), ("来年", 0), ("有的乡镇", 1)):
        report = made(correct_reports()[0]).with_texts({"s5": said.format(when)})
        assert sum(f.rule_id == "N-16" for f in check_report(report).findings) == count


@pytest.mark.parametrize(
    "done", ["针对以上问题，养护所已在各站设查阅点", "对上述问题，养护所逐段说明", "今年采取了办法，由养护所逐段说明"]
)
def test_what_was_done_about_the_problems_is_an_improvement(done: str) -> None:
    said = "养护计划公布较晚，群众不知道哪一段先修；{}。"
    for told, count in ((done, 0), ("养护所说明到路段", 1)):
        report = made(correct_reports()[0]).with_texts({"s5": said.format(told)})
        assert sum(f.rule_id == "N-16" for f in check_report(report).findings) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2023年新收政府信息公开申请17件，上年结转0件，结转下年度继续办理0件。", 1),
        ("2023年新增政府信息公开申请2件，办结2件。", 1),
        ("2023年度发出信息处理费收费通知0件，总金额0元。", 1),
        ("2023年新收5件，2024年新收7件。", 0),
        ("2024年新收申请7件，比2023年新收的5件增加2件。", 0),
        ("2023年新增的申请2件结转至本年度办理。", 0),
        ("2023年新收申请增长5%。", 0),
    ],
)
def test_what_is_newly_received_in_an_earlier_year_is_of_another_report(text: str, count: int) -> None:
    report = new_report("青原县水利局", "政府部门", 2024).with_texts({"s1.request": text})
    assert sum(f.rule_id == "N-08" for f in check_report(report, today=TODAY).findings) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("青原县档案服务中心编制本年度报告。", 1),
        ("根据条例规定，青原县档案服务中心编制本报告。", 1),
        ("青原县水利局编制2024年政府信息公开工作年度报告。", 0),
        ("青原县档案服务中心编制《公开事项目录》并报告县政府。", 0),
    ],
)
def test_another_author_is_named_in_the_overview_too(text: str, count: int) -> None:
    report = new_report("青原县水利局", "政府部门", 2024).with_texts({"s1": text})
    assert sum(f.rule_id == "N-10" for f in check_report(report, today=TODAY).findings) == count


def test_there_are_twenty_correct_reports() -> None:
    assert len(correct_reports()) == 20


def test_the_published_example_raises_what_is_wrong_in_it_and_nothing_else() -> None:
    imported = import_report(DATA / "example-report.txt")
    result = check_report(imported.report, today=date(2024, 1, 20), printed_form=imported.printed_form)
    texts = [f for f in result.findings if f.rule_id in TEXT_RULES]
    assert [(f.rule_id, f.level) for f in texts] == [
        ("N-11", "warning"),
        ("N-12", "warning"),
        ("N-20", "warning"),
        ("N-17", "hint"),
        ("N-13", "warning"),
    ]
    assert texts[-1].message == "标题“6、其他需要报告的事项”应写作“六、其他需要报告的事项”，请核对。"
    assert "“国务院令条711号”应为国务院令第711号" in texts[0].message
    assert "单书名号〈〉" in texts[0].message


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("全年收到政府信息公开申请1,234件。", {"t3.R01.C1": 1234}),
        ("全年收到政府信息公开申请１２件。", {"t3.R01.C1": 12}),
        ("全年收到政府信息公开申请12宗。", {"t3.R01.C1": 12}),
        ("十二件申请均已答复，全年收到申请12件。", {"t3.R01.C1": 12, "t3.R03.C1": 12}),
        ("信函5件、当面3件、网络7件，共15件。", {"t3.R01.C1": 15}),
        ("全年办理行政复议312件。", {"t4.review.upheld": 2}),
        ("收到申请一件，结转2025年度继续办理1件。", {"t3.R01.C1": 1, "t3.R25.C1": 1}),
        ("收到申请17件，其中新收15件、上年结转2件。", {"t3.R01.C1": 15, "t3.R02.C1": 2}),
        ("收到申请15件。收到的15件申请均已办结。", {"t3.R01.C1": 15, "t3.R03.C1": 15}),
    ],
)
def test_texts_that_other_checkers_flag_wrongly_raise_nothing(text: str, cells: dict[str, int]) -> None:
    report = report_with({"s1.request": text, "s6": "本年度未收取信息处理费。"})
    report = report.with_cells(dict.fromkeys(report.form.entered, 0))
    report = report.with_cells(cells)
    report = report.with_cells({"t2.fees.amount": Decimal("12.5")})
    comparing = ["N-01", "N-02", "N-03", "N-04", "N-05", "N-06", "N-07", "T2-06", "N-17"]
    findings = check_report(report, today=TODAY).findings
    assert [f.message for f in findings if f.rule_id in comparing] == []


def test_findings_follow_texts_and_cells_as_a_full_check_would() -> None:
    report = report_with({})
    checker = Checker(report, today=TODAY)
    changes: list[tuple[str, str | int | None]] = [
        ("s3", "全年收到政府信息公开申请{t3.R01.C7}件，办结9件。"),
        ("t3.R01.C1", 13),
        ("s2", "办理行政许可656件。"),
        ("t2.licensing.decisions", 655),
        ("t2.licensing.decisions", None),
        ("meta.year", "2025"),
        ("s4", "未发生行政复议。"),
        ("t4.review.upheld", 0),
        ("s4", ""),
        ("s5", "{t3.R01.C1}{t3.R01.C7}"),
        ("t3.R01.C1", 12345),
        ("t3.R01.C1", 2),
    ]
    for code, value in changes:
        if isinstance(value, str):
            report = followed(checker, report, report.with_texts({code: value}))
        else:
            report = followed(checker, report, report.with_cells({code: value}))
        assert checker.result().findings == check_report(report, today=TODAY).findings, code


def test_titles_of_a_published_report_are_complete_in_order_and_numbered_as_in_the_form() -> None:
    titles = [section.title for section in load_form().sections.values()]

    def said(printed: list[str]) -> list[str]:
        report = report_with({})
        result = check_report(report, today=TODAY, printed_form=PrintedForm(titles=tuple(printed)))
        return [f.message for f in result.findings if f.rule_id == "N-13"]

    assert said(titles) == said([]) == []
    assert said([*titles[:5], "6、 其他需要报告的事项"]) == [
        "标题“6、其他需要报告的事项”应写作“六、其他需要报告的事项”，请核对。"
    ]
    assert said(titles[:5]) == ["没有找到“六、其他需要报告的事项”这一部分，请核对。"]
    assert said([titles[1], titles[0], *titles[2:]]) == ["六个部分的标题顺序与格式不一致，请核对。"]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("注：1.行政许可含备案。\n2.行政处罚含简易程序。\n3.收费为到账金额。", []),
        ("注：1.行政许可含备案；2.行政处罚含简易程序。\n3.收费为到账金额。\n4.均为全系统。", []),
        ("注：2.行政处罚含简易程序。\n3.收费为到账金额。", ["从“2.”开始，缺少“1.”"]),
        ("注：2.行政处罚含简易程序。", ["从“2.”开始，缺少“1.”"]),
        ("注：1.行政许可含备案。", []),
        ("注：1.行政许可含备案。\n3.收费为到账金额。", ["不连续：“1.”之后应是“2.”"]),
        ("注：1.行政许可含备案。\n3.收费为到账金额。\n4.均为全系统。", ["不连续：“1.”之后应是“2.”"]),
        ("注：1.行政许可含备案 / 3.收费为到账金额", ["不连续：“1.”之后应是“2.”"]),
        ("注:1.行政许可含备案 3.收费为到账金额", ["不连续：“1.”之后应是“2.”"]),
        ("注：1.行政许可含备案，5、6月的未统计。", []),
        ("注：（1）行政许可含备案；（3）收费为到账金额。", ["不连续：“（1）”之后应是“（2）”"]),
        ("注：①行政许可含备案；②处罚为全系统；④收费为到账金额。", ["不连续：“②”之后应是“③”"]),
        ("注1：行政许可含备案。\n注3：收费为到账金额。", ["不连续：“注1：”之后应是“注2：”"]),
        ("注：1）行政许可含备案；2）收费为到账金额。", []),
    ],
)
def test_the_first_item_of_a_list_may_stand_behind_a_colon(note: str, said: list[str]) -> None:
    messages = [f.message for f in found(report_with({"note.t2": note}), "N-13")]
    assert [message.split("编号")[1].removesuffix("，请核对。") for message in messages] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("上述情况见第⑩项、第⑪项、第⑳项。", []),
        ("整改情况详见问题⑩和措施⑪。", []),
        ("改进措施涉及第⑤、⑥处。", []),
        ("①栏目更新不及时，②人手不足；③培训不够。", []),
        ("①栏目更新不及时；②人手不足。对照第②、④项逐条整改。", []),
        ("①栏目更新不及时；②人手不足；④培训不够。", ["不连续：“②”之后应是“③”"]),
        ("①栏目更新不及时。\n  ③人手不足。", ["不连续：“①”之后应是“②”"]),
        ("主要有：②栏目更新不及时。③人手不足。", ["从“②”开始，缺少“①”"]),
    ],
)
def test_a_circled_number_counts_only_where_it_begins_a_clause(text: str, said: list[str]) -> None:
    messages = [f.message for f in found(report_with({"s6": text}), "N-13")]
    assert [message.split("编号")[1].removesuffix("，请核对。") for message in messages] == said


def test_debris_of_word_is_one_finding_not_also_a_slip_of_punctuation() -> None:
    report = report_with({"s1.active": "见错误!未找到引用源。全年公开信息5条,解读2次。"})
    assert [f.message for f in found(report, "N-12")] == [
        "第一部分“主动公开”中有未填完或多余的内容：“错误!未找到引用源。”（Word 失效的引用），请补填或删除。"
    ]
    (slip,) = found(report, "N-22")
    assert [report.texts[p.text][p.start : p.end] for p in slip.places] == [","]


def test_without_a_year_the_format_says_which_notice_is_right() -> None:
    text = "按照《年度报告格式》（国办公开办函〔2019〕60号）要求编制。"
    report = new_report("青原县水利局", "政府部门", 2020, form_id="2019")
    report = report.with_texts({"lead": text, "meta.year": ""})
    assert found(report, "N-11") == []
    report = report_with({"lead": text})
    report = report.with_texts({"meta.year": ""})
    assert len(found(report, "N-11")) == 1


@pytest.mark.parametrize("text", ["邮箱-abc12@163.com", "网址www.a.cn/2024", "《甲《乙》12件《丙》》"])
def test_numbers_in_addresses_and_titles_are_no_counts(text: str) -> None:
    assert [number.value for number in numbers_in(plain_text(f"{text}，收到5件。", 2025).text)] == [5]


@pytest.mark.parametrize("piece", ["9", "a.", "一", "\n", "《甲", "《甲》", "申请", "甲，乙", "复议"], ids=repr)
def test_a_text_of_one_repeated_piece_is_checked_in_no_time(piece: str) -> None:
    """Such a paragraph took minutes at each keystroke, and a number of thousands of digits was a fault."""
    report = new_report("某某县水利局", "政府部门", 2025).with_texts({"s5": piece * (60_000 // len(piece))})

    check_report(report)


@pytest.mark.parametrize(
    "piece", ["其中1件，", "（1件", "共5件，", "均办结，", "公开率5%，", "15件，占5%", "甲、", "比1件增加1件，"]
)
def test_a_text_of_one_repeated_clause_about_applications_is_checked_in_no_time(piece: str) -> None:
    """What such a text takes grows with the square of its length: a second here, not minutes at three times that."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)

    start = time.process_time()
    for code in ("s3", "s5"):
        check_report(report.with_texts({code: piece * (7_000 // len(piece))}))

    assert time.process_time() - start < 6


def test_a_text_that_stands_in_the_report_twice_is_one_finding() -> None:
    lines = [
        f"第{number}项工作：全年主动公开各类政府信息，及时回应社会关切，不断完善工作机制，加强队伍建设。"
        for number in "一二三"
    ]
    again = report_with({"s1.active": "\n".join(lines), "s5": "\n".join(["问题如下。", *lines]), "s6": lines[0]})

    both, one = found(again, "N-12")

    assert both.message == (
        "第五部分的3段与第一部分“主动公开”的3段完全相同：“第一项工作：全年主动公开……”等，请核对是否粘贴了两遍。"
    )
    assert [again.texts["s5"][place.start : place.end] for place in both.places] == lines
    assert one.message.startswith("第六部分的一段与第一部分“主动公开”的一段完全相同：“第一项工作：全年主动公开……”，")


def test_a_paragraph_that_stands_twice_in_one_text_is_told_without_naming_that_twice() -> None:
    line = "本局推进政务公开标准化规范化建设，全年主动公开各类政府信息，及时回应社会关切，加强队伍建设。"
    (once,) = found(report_with({"s1.manage": f"{line}\n{line}"}), "N-12")
    assert once.message.startswith("第一部分“政府信息管理”里有两段完全相同：“本局推进政务公开标准化规……”，")
    (more,) = found(report_with({"s1.manage": "\n".join([line] * 3)}), "N-12")
    assert "里有2段与前面的段落完全相同：" in more.message


def test_quotation_marks_inside_others_are_the_inner_ones() -> None:
    assert inner_quotes("“（三）3.危及“三安全一稳定”·自然人”填的是1，“甲”为2。") == (
        "“（三）3.危及‘三安全一稳定’·自然人”填的是1，“甲”为2。"
    )
    for text in ("“甲”和“乙”", "“甲“乙”", "甲”“乙”“丙“丁””"):
        assert inner_quotes(text) == text


def test_places_in_a_text_with_thousands_of_braces_are_found_within_time() -> None:
    report = report_with({"s6": "{{；（万" * 40_000 + "共{t3.R01.C7}件，【请填写：金额】元。"})

    start = time.process_time()
    (finding,) = found(report, "N-12")

    assert time.process_time() - start < 20
    assert [report.texts["s6"][place.start : place.end] for place in finding.places] == ["【请填写：金额】"]


@pytest.mark.parametrize(
    "written", ["2027.13.45", "2025.2.30", "明年一月", "2025年1月155日", "2025年1月中旬", "1月15日前"]
)
def test_a_date_of_the_report_that_is_none_is_said(written: str) -> None:
    (one,) = found(report_with({}).with_texts({"meta.date": written}), "N-25")
    assert one.message == f"成文日期“{written}”不是一个日期，请写成2025年1月15日这样。"
    assert (one.level, one.cells) == ("warning", ("meta.date",))


@pytest.mark.parametrize(
    "written",
    [
        *("", "2025年1月15日", "2025年1月", "2025年1月　日", "　　年　月　日", "2025年　月　日", "2025 年 1 月 __ 日"),
        *(
            "2025.1.15",
            "2025-01-15",
            "2025/1/15",
            "二〇二五年一月十五日",
            "2025年1月15日（公章）",
            "２０２５年１月１５日",
        ),
        *("二〇二五年二月二十八日", "二〇二五年一月　日", "二〇二五年　月　日", "2025年一月卅一日"),
    ],
)
def test_a_date_of_the_report_may_leave_blanks_for_handwriting(written: str) -> None:
    assert found(report_with({}).with_texts({"meta.date": written}), "N-25") == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025年2月30日", "没有这一天"),
        ("2025年13月　日", "没有这一天"),
        ("2024.1.15", "应在2025年印发"),
        ("二〇二四年一月十五日", "应在2025年印发"),
        ("二〇二五年一月三十二日", "没有这一天"),
        ("二〇二五年二月三十日", "没有这一天"),
        ("二○二五年十三月", "没有这一天"),
        ("2025年一月三十二日", "没有这一天"),
    ],
)
def test_a_day_that_is_no_day_or_of_another_year_is_said_once(written: str, said: str) -> None:
    (one,) = found(report_with({}).with_texts({"meta.date": written}), "N-25")
    assert said in one.message

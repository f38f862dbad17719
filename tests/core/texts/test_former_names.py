"""N-10: a unit renamed late has its old name in the texts, also in standard sentences; all places are one 疑点."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.checks.findings import Finding
from core.report.change import Change
from core.report.former_units import STATUS, former_units
from core.report.open_report import OpenReport
from core.report.report import Report, ReviewRound, new_report
from core.report.same_unit import say_same
from core.texts.language.text_names import text_name
from core.texts.rules.names.former_names import renamed_texts
from core.texts.rules.standard_sentences import standard_sentences
from core.validation.validation import Checker, check_report

OLD, NEW = "云岭县林业局", "云岭县林业和草原局"
QUITE_NEW = "云岭县自然资源局"  # none of its old characters in their order
LEAD = next(text for code, _, text in standard_sentences(new_report(OLD, "政府部门", 2026)) if code == "lead")


def written(**texts: str) -> Report:
    return new_report(OLD, "政府部门", 2026).with_texts({"lead": LEAD, **texts})


def renamed(report: Report, name: str = NEW) -> OpenReport[Checker]:
    """Type another name, character by character, as a line does."""
    opened = OpenReport(report, lambda one: Checker(one, today=date(2027, 1, 15)))
    for text in (OLD[:-1], *(name[:n] for n in range(3, len(name) + 1))):
        opened.do("修改文字", opened_change(opened, text), edit="meta.unit")
    opened.close_edit()
    return opened


def opened_change(opened: OpenReport[Checker], unit: str) -> Change:
    return Change.between(opened.report, opened.report.with_texts({"meta.unit": unit}))


def told(report: Report, last: Report | None = None) -> list[Finding]:
    found = check_report(report, last_year=last).findings
    return [one for one in found if one.rule_id == "N-10" and one.variant == "former"]


def test_the_lead_holds_the_units_name() -> None:
    assert OLD in LEAD


@pytest.mark.parametrize("name", [NEW, QUITE_NEW, "云岭县园林绿化中心"])
def test_a_name_changed_late_is_told_wherever_the_old_one_is_left(name: str) -> None:
    texts = {"s1": f"2026年，{OLD}认真落实《条例》。", "s5": f"存在问题：{OLD}主动公开不够。{OLD}将改进。"}
    report = renamed(written(**texts), name).report
    assert former_units(report) == (OLD,)
    (found,) = told(report)
    assert found.level == "warning"
    where = "、".join(text_name(report.form, code) for code in ("lead", "s1", "s5"))
    said = f"{where}还写着“{OLD}”（4处），单位全称是“{name}”；单位改了名的，请一并改正。"
    assert found.message == said
    assert [place.text for place in found.places] == ["lead", "s1", "s5", "s5"]


def test_it_is_told_once_and_not_as_the_name_of_another_or_a_short_one() -> None:
    for name in (NEW, QUITE_NEW):
        report = renamed(written(s1=f"2026年，{OLD}认真落实《条例》。"), name).report
        assert [one.variant for one in check_report(report).findings if one.rule_id == "N-10"] == ["former"]


def test_all_places_are_changed_at_once() -> None:
    report = renamed(written(s5=f"{OLD}主动公开不够（原{OLD}的栏目未并）。{OLD}将改进。")).report
    (found,) = told(report)
    texts = renamed_texts(report, found)
    assert texts["s5"] == f"{NEW}主动公开不够（原{OLD}的栏目未并）。{NEW}将改进。"
    assert texts["lead"] == LEAD.replace(OLD, NEW)
    assert told(report.with_texts(texts)) == []
    assert renamed_texts(report.with_texts(texts), found) == {}  # the texts are others by now


SHORT = [
    ("县林业局的收费标准也在网上公布了。", "县林业和草原局的收费标准也在网上公布了。"),
    ("县林业局办了2期培训。", "县林业和草原局办了2期培训。"),
    ("2026年，县林业局主动公开信息20条。", "2026年，县林业和草原局主动公开信息20条。"),
    ("2026年县林业局修订制度。", "2026年县林业和草原局修订制度。"),
    ("申请人可以向县林业局提出申请。", "申请人可以向县林业和草原局提出申请。"),
    ("在县林业局网站公开。", "在县林业和草原局网站公开。"),
    ("我县林业局全年培训2次。", "我县林业和草原局全年培训2次。"),
    ("制度由县林业局办公室起草；县林业局将改进。", "制度由县林业和草原局办公室起草；县林业和草原局将改进。"),
    (f"{OLD}培训2次，县林业局另办1次。", f"{NEW}培训2次，县林业和草原局另办1次。"),
]


@pytest.mark.parametrize(("text", "right"), SHORT)
def test_the_short_form_of_the_old_name_is_changed_with_it(text: str, right: str) -> None:
    report = renamed(written(s1=text)).report
    (found,) = told(report)
    assert "县林业局" in found.message
    texts = renamed_texts(report, found)
    assert texts["s1"] == right
    assert told(report.with_texts(texts)) == []


def test_a_short_form_alone_is_told_with_its_number() -> None:
    report = renamed(written(s1="县林业局修订制度。", s5="县林业局将改进。")).report
    report = report.with_texts({"lead": LEAD.replace(OLD, NEW)})
    (found,) = told(report)
    assert "还写着“县林业局”（2处）" in found.message
    report = renamed(written(s1="县林业局修订制度。")).report
    assert f"还写着“{OLD}”、“县林业局”（2处）" in told(report)[0].message


@pytest.mark.parametrize(
    "text",
    [
        "市林业局到我局调研。",
        "邻县林业局来学习。",
        "大河县林业局转来申请1件。",
        "原县林业局的栏目已并入。",
        "修订《县林业局公文管理办法》。",
        "县林业局更名后，栏目未变。",
        "省、市、县林业局联合发文。",
        "配合县林业局做好清理。",
        "会同县林业局、县水利局开展检查。",
        "县林业局等5个部门联合发文。",
        "移送给县林业局1件。",
        "该县林业局与我局签订协议。",
    ],
)
def test_another_office_or_the_old_one_told_as_such_keeps_its_short_form(text: str) -> None:
    report = renamed(written(s1=text)).report.with_texts({"lead": LEAD.replace(OLD, NEW)})
    assert told(report) == []


def test_a_place_is_no_part_of_the_field_of_an_office() -> None:
    before = new_report("云岭县市场监督管理局", "政府部门", 2026)
    report = before.with_texts({"s1": "云岭县市场监督管理局认真落实。县市场监督管理局将改进。"})
    opened = OpenReport(report, lambda one: Checker(one, today=date(2027, 1, 15)))
    opened.do("修改文字", opened_change(opened, "云岭县市场和知识产权局"))
    (found,) = told(opened.report)
    assert renamed_texts(opened.report, found)["s1"] == "云岭县市场和知识产权局认真落实。县市场和知识产权局将改进。"


def test_the_title_and_the_signature_are_changed_with_them() -> None:
    title = f"{OLD}2026年政府信息公开工作年度报告"
    report = renamed(written().with_texts({"meta.title": title, "meta.sign_off": OLD})).report
    texts = renamed_texts(report, told(report)[0])
    assert (texts["meta.title"], texts["meta.sign_off"]) == (title.replace(OLD, NEW), NEW)
    assert not [one for one in check_report(report.with_texts(texts)).findings if one.rule_id == "N-10"]
    right = report.with_texts({"meta.title": "", "meta.sign_off": NEW})
    assert set(renamed_texts(right, told(right)[0])) == {"lead"}


@pytest.mark.parametrize(
    "text",
    [
        f"2026年，原{OLD}更名后，主动公开信息20条。",
        f"2026年8月，{OLD}更名为{NEW}。",
        f"根据机构改革方案，{OLD}的职责划入{NEW}。",
        f"修订《{OLD}政府信息公开指南》。",
        f"{NEW}主动公开信息20条。",
        "我局主动公开信息20条。",
    ],
)
def test_what_is_told_of_the_old_name_is_right(text: str) -> None:
    report = renamed(written(s1=text).with_texts({"lead": LEAD.replace(OLD, NEW)})).report
    assert told(report) == []


def test_the_name_of_a_round_is_one_of_the_units_too() -> None:
    made = ReviewRound(1, "2027-01-10", "3F7A-91C2", {"meta.title": f"{OLD}2026年政府信息公开工作年度报告"})
    report = replace(written(), rounds=(made,)).with_texts({"meta.unit": QUITE_NEW})
    assert [one.values["former"] for one in told(report)] == [OLD]


def test_the_name_of_last_years_report_is_one_where_it_is_the_same_unit() -> None:
    report = written(s1=f"{OLD}认真落实《条例》。").with_texts({"meta.unit": QUITE_NEW, "lead": ""})
    last = new_report(OLD, "政府部门", 2025)
    assert told(report, last) == []
    assert len(told(say_same(report, OLD).applied_to(report), last)) == 1
    assert len(told(report.with_texts({"meta.unit": NEW}), last)) == 1


def test_a_lead_by_a_name_that_lacks_a_part_is_told_without_any_history() -> None:
    assert [one.values["former"] for one in told(written().with_texts({"meta.unit": NEW}))] == [OLD]


def test_two_characters_more_make_a_new_name() -> None:
    report = new_report("云岭县体育局", "政府部门", 2026).with_texts({"lead": LEAD.replace(OLD, "云岭县体育局")})
    told_of = told(report.with_texts({"meta.unit": "云岭县教育体育局"}))
    assert [one.values["former"] for one in told_of] == ["云岭县体育局"]


@pytest.mark.parametrize(
    ("unit", "author"),
    [
        ("云岭县卫生健康局", "云岭县卫健局"),
        ("云岭县人力资源和社会保障局", "云岭县人社局"),
        ("云岭县人民政府办公室", "云岭县政府办公室"),
        ("大理州云岭县林业局", "云岭县林业局"),
        ("云岭县林业局（云岭县绿化委员会办公室）", "云岭县林业局"),
        ("云岭县林业和草原局", "县林业局"),
    ],
)
def test_a_short_name_in_the_lead_is_no_old_one(unit: str, author: str) -> None:
    assert told(written().with_texts({"meta.unit": unit, "lead": LEAD.replace(OLD, author)})) == []


def test_a_name_put_right_while_nothing_is_written_is_no_old_one() -> None:
    opened = renamed(new_report(OLD, "政府部门", 2026))
    assert STATUS not in opened.report.status


def test_typing_the_name_back_leaves_no_trace_and_undo_takes_all_back() -> None:
    before = written()
    opened = renamed(before)
    opened.undo()
    assert opened.report == before
    opened = OpenReport(before, lambda one: Checker(one, today=date(2027, 1, 15)))
    for text in (OLD[:-1], OLD):
        opened.do("修改文字", opened_change(opened, text), edit="meta.unit")
    opened.close_edit()
    assert opened.report == before
    assert not opened.can_undo


def test_a_name_taken_back_later_is_the_units_again() -> None:
    opened = renamed(written())
    opened.do("修改文字", opened_change(opened, OLD))
    assert told(opened.report) == []

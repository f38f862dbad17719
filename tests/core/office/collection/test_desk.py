"""Which file belongs to which unit, how each unit stands, and rules B-01 to B-06, B-09 and B-10."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest

from core.office.collection import file_owner
from core.office.collection.collected import Collected
from core.office.collection.desk import DeskFile
from core.office.collection.desk_rules import desk_rules
from core.office.collection.desk_workbook import finding_rows
from core.office.collection.file_record import LETTER, UNREAD, FileRecord
from core.office.collection.ledger import make_ledger
from core.office.collection.letter_items import LetterItem
from core.office.collection.other_names import short_names
from core.office.collection.unit_list import NO, YES, ListedUnit
from tests.core.office.collection.desk_samples import FINDING, FIVE, ITEM, desk, file, said, unit

WATER, SCHOOLS, POLICE = "青澜县水利局", "青澜县教育局", "青澜县公安局"


def test_a_folder_in_which_all_is_well_has_nothing_to_say() -> None:
    made = desk([file(WATER), file(SCHOOLS)], [WATER, SCHOOLS])
    assert said(made) == []
    assert [u.state for u in made.units] == ["可采用", "可采用"]
    assert all(u.in_sum and not u.items for u in made.units)


def test_a_listed_unit_without_a_report_is_missing() -> None:
    made = desk([file(WATER)], [WATER, SCHOOLS, ListedUnit(POLICE, must_report=False)])
    assert said(made) == [("B-01", (SCHOOLS,), f"没有收到{SCHOOLS}2025年度的报告，请催报。")]
    assert [u.state for u in made.units] == ["可采用", "未报", "未报"]


def test_two_different_reports_of_a_unit_are_left_to_the_office() -> None:
    one = file(WATER, "一.docx", digest="a", figures={"t2.licensing.decisions": 1}, findings=(FINDING,), items=(ITEM,))
    other = file(WATER, "二.docx", digest="b", figures={"t2.licensing.decisions": 2})
    made = desk([one, other], [WATER])
    assert [(f.rule_id, f.files, f.cells) for f in made.batch] == [
        ("B-02", ("一.docx", "二.docx"), ("t2.licensing.decisions",))
    ]
    assert made.batch[0].message.startswith(f"{WATER}有2份报告，内容不同（一.docx：可送审；二.docx：可送审），没有计入")
    number = made.form.cells["t2.licensing.decisions"].name
    assert made.batch[0].message.endswith(
        f"只留下采用的一份。数字不同的有1格：{number}（“一.docx”是1、“二.docx”是2）。"
    )
    found = unit(made, WATER)
    assert (found.state, found.in_sum, found.record, found.items) == ("已收", False, None, [])
    assert found.apart == [("一.docx", FINDING)]


def test_what_both_of_two_different_reports_have_is_told_to_the_unit() -> None:
    both = [file(WATER, f"{d}.docx", digest=d, shown=d, findings=(FINDING,), items=(ITEM,)) for d in "ab"]
    found = unit(desk(both, [WATER]), WATER)
    assert (found.items, found.findings, found.apart, found.state) == ([ITEM], (FINDING,), [], "有错误")


def test_two_files_with_the_same_report_count_once() -> None:
    made = desk([file(WATER, "一.docx", digest="a", shown="x"), file(WATER, "一.html", digest="b", shown="x")], [WATER])
    assert said(made) == [
        ("B-02", (WATER,), f"{WATER}有2份报告，数字和文字相同（一.docx、一.html），按一份计；请只留下一份。")
    ]
    assert (unit(made, WATER).in_sum, unit(made, WATER).state) == (True, "有疑点")


def test_the_same_file_twice_is_one_without_a_doubt() -> None:
    copies = [file(WATER, name, digest="a", shown="x") for name in ("一.docx", "补报/一.docx")]
    made = desk(copies, [WATER])
    assert [f.message for f in made.batch] == [
        f"{WATER}有2份报告，数字和文字相同（一.docx、补报/一.docx），按一份计；请只留下一份。"
    ]
    assert (unit(made, WATER).in_sum, unit(made, WATER).state, unit(made, WATER).open_doubts) == (True, "可采用", 0)
    assert finding_rows(made)[0][6] == "按一份计"
    assert Collected(made, make_ledger(made.form, []), None).is_settled


def test_a_report_on_another_year_is_told_first_and_not_judged() -> None:
    made = desk([file(WATER, "旧.docx", year=2024, verdict="")], [WATER])
    assert said(made) == [("B-03", (WATER,), f"{WATER}的“旧.docx”是2024年度的报告，应报2025年度。")]
    found = unit(made, WATER)
    assert (found.state, found.in_sum, found.findings) == ("有错误", False, ())
    assert [(i.rule_id, i.written) for i in found.items] == [("B-03", "2024年")]


@pytest.mark.parametrize("days", ["为2025年1月1日至2025年12月31日", "自2025年1月1日起，至2025年12月31日止"])
def test_of_a_year_that_is_wrong_in_the_title_alone_the_period_is_not_doubted(days: str) -> None:
    period = f"本报告所列数据的统计期限{days}。"
    made = desk([file(WATER, "甲.docx", year=2024, verdict="", texts={"lead": period})], [WATER])
    says = f"{WATER}的“甲.docx”标题写的是2024年度，统计期限是2025年，请核对标题的年度。"
    assert said(made) == [("B-03", (WATER,), says)]
    (item,) = unit(made, WATER).items
    assert (item.place, item.written) == ("标题", "2024年")
    assert item.check == "统计期限是2025年，请核对标题的年度；改正后再检查其他内容。"
    assert (unit(made, WATER).state, unit(made, WATER).why_none) == ("有错误", "标题写的是2024年度")
    both = desk([file(WATER, year=2024, verdict="", texts={"lead": period.replace("2025", "2024")})], [WATER])
    (item,) = unit(both, WATER).items
    assert (item.place, item.check) == ("标题、统计期限", "应报2025年度报告，请核对年度；改正后再检查其他内容。")


def test_of_many_cells_the_first_are_named_and_all_are_counted() -> None:
    made = desk([file(WATER, "旧.docx", year=2024, verdict="")], [WATER])
    made.batch = [replace(made.batch[0], files=("旧.docx",), cells=made.form.entered[:7])]
    place = finding_rows(made)[0][4]
    assert place.startswith("旧.docx、")
    assert place.endswith(f"{made.form.cells[made.form.entered[5]].name}等7格")


def test_last_years_report_beside_this_years_is_no_matter_for_the_unit() -> None:
    made = desk(
        [file(WATER, "旧.docx", digest="a", year=2024, verdict=""), file(WATER, "新.docx", digest="b")], [WATER]
    )
    assert [f.rule_id for f in made.batch] == ["B-03"]
    assert (unit(made, WATER).items, unit(made, WATER).in_sum) == ([], True)
    assert finding_rows(made)[0][6] == "已另有2025年度报告"
    assert finding_rows(desk([file(WATER, year=2024, verdict="")], [WATER]))[0][6] == "待处理"


def test_a_name_that_is_not_on_the_list_is_told_with_the_nearest_one() -> None:
    made = desk([file("青澜县水力局", "甲.docx"), file("海宁市统计局", "乙.docx"), file("", "丙.docx")], [WATER])
    assert said(made) == [
        (
            "B-01",
            (WATER,),
            f"收到的一份报告单位名称写成“青澜县水力局”，疑为{WATER}的（“甲.docx”）；"
            "请核对，确是它的按“以哪一份为准”选用，不是的请催报。",
        ),
        ("B-04", (), "“丙.docx”没有写明单位名称，请核对是哪个单位的报告。"),
        ("B-04", (), "“乙.docx”写的单位是“海宁市统计局”，名单上没有，请核对名称或补充名单。"),
        ("B-04", (WATER,), f"“甲.docx”写的单位是“青澜县水力局”，名单上没有，最相近的是“{WATER}”，请核对。"),
    ]


def test_a_title_left_over_from_another_unit_does_not_give_it_the_file() -> None:
    told = f"引言写的单位是“{SCHOOLS}”，基本信息中的单位是“{WATER}”，请核对。"
    n10 = LetterItem("N-10", "warning", "引言", "引言", SCHOOLS, told, "N-10")
    mine = file(WATER, digest="w", texts={"lead": f"{WATER}编制本报告。"})
    texts = {"lead": f"{SCHOOLS}编制本报告，请与{SCHOOLS}联系。", "s5": f"会同{WATER}开展检查。"}
    found = {"rule": "N-10", "level": "warning", "cells": [], "places": [], "message": told}
    for name in (f"来/{SCHOOLS}.docx", "教育局年报.docx"):
        wrong = file(WATER, name, digest="s", texts=texts, items=(n10, ITEM), findings=(found, FINDING))
        made = desk([mine, wrong, file(POLICE)], [WATER, SCHOOLS, POLICE])
        says = f"“{name}”标题写的是“{WATER}”，文件名和引言等处是“{SCHOOLS}”，暂按{SCHOOLS}的报告计，请核对标题。"
        assert said(made) == [("B-04", (SCHOOLS, WATER), says)]
        assert (unit(made, WATER).state, unit(made, WATER).items) == ("可采用", [])
        schools = unit(made, SCHOOLS)
        assert [f.name for f in schools.files] == [name]
        assert [(i.rule_id, i.place, i.written) for i in schools.items][1:] == [("B-04", "标题", WATER)]
        assert (schools.items[0], schools.findings, schools.in_sum) == (ITEM, (FINDING,), True)


@pytest.mark.parametrize("rule_id", ["N-18", "Y-01", "Y-05", "T2-04"])
def test_what_compared_a_file_with_the_last_year_of_the_unit_in_its_title_is_left_out(rule_id: str) -> None:
    told = f"{rule_id}：与上年相比。"
    item = LetterItem(rule_id, "warning", "第一部分", "第一部分", "", told, rule_id)
    found = {"rule": rule_id, "level": "warning", "cells": [], "places": [], "message": told}
    texts = {"lead": f"{SCHOOLS}编制本报告，请与{SCHOOLS}联系。"}
    wrong = file(WATER, f"{SCHOOLS}.docx", digest="s", texts=texts, items=(item, ITEM), findings=(found, FINDING))
    schools = unit(desk([file(WATER), wrong], [WATER, SCHOOLS]), SCHOOLS)
    assert (schools.items[0], schools.findings) == (ITEM, (FINDING,))


def test_short_names_of_the_list_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def found(units: Sequence[str]) -> dict[str, str]:
        asked.append(len(units))
        return short_names(units)

    monkeypatch.setattr(file_owner, "short_names", found)
    names = [f"青澜县{kind}局" for kind in ("水利", "教育", "农业", "交通", "统计")]
    desk([file(name) for name in names], [*names])
    assert asked == [len(names)]


def test_a_file_name_alone_does_not_give_a_file_away_and_is_told() -> None:
    mine = file(WATER, f"{SCHOOLS}.docx", texts={"lead": f"{WATER}编制本报告。"})
    made = desk([mine, file(POLICE)], [WATER, SCHOOLS, POLICE])
    name = f"{SCHOOLS}.docx"
    missing = f"没有收到{SCHOOLS}2025年度的报告；收到的“{name}”文件名像是它的，里面写的单位是“{WATER}”，"
    missing += "请核对是哪个单位的报告。"
    assert [message for _, _, message in said(made)] == [
        missing,
        f"“{name}”标题写的是“{WATER}”，文件名是“{SCHOOLS}”的，暂按{WATER}的报告计，请核对是哪个单位的报告。",
    ]
    assert (unit(made, WATER).state, unit(made, WATER).items, unit(made, WATER).open_doubts) == ("有疑点", [], 1)
    assert unit(made, SCHOOLS).why_none == "单位名称待核"


def test_the_name_of_a_file_of_no_listed_unit_is_told_of_the_missing_one() -> None:
    made = desk([file("海宁市统计局", f"{WATER}.docx"), file("", f"{SCHOOLS}.docx")], [WATER, SCHOOLS])
    missing = [message for rule, _, message in said(made) if rule == "B-01"]
    for unit_name, message in zip((WATER, SCHOOLS), missing, strict=True):
        assert f"“{unit_name}.docx”文件名像是它的" in message


def test_a_government_in_a_file_named_after_its_office_is_no_doubt() -> None:
    office = "青澜县人民政府办公室"
    made = desk([file("青澜县人民政府", f"{office}.docx"), file(WATER)], ["青澜县人民政府", WATER, office])
    assert [found.rule_id for found in made.batch] == ["B-01"]


def test_a_file_that_cannot_be_read_is_told_to_be_that_of_the_unit_in_its_name() -> None:
    damaged = [DeskFile(name, FileRecord(name, UNREAD, why="坏")) for name in (f"来/2025{WATER}.docx", "扫描.docx")]
    made = desk([*damaged, file(POLICE)], [WATER, SCHOOLS, POLICE])
    assert [(f.files, f.message) for f in made.batch] == [
        ((f"来/2025{WATER}.docx",), f"没有收到读得出的{WATER}2025年度的报告；收到“2025{WATER}.docx”，但读不了：坏"),
        ((), f"没有收到{SCHOOLS}2025年度的报告；有1个文件读不出，也看不出是哪个单位的，请先核对，再催报。"),
    ]
    assert unit(made, WATER).state == "未报"


def test_an_unread_file_with_a_short_name_of_only_one_unit_is_told_with_the_reason() -> None:
    why = "“{file}”是旧版 Word 文档（.doc），不能直接读取。请另存。"
    names = ("卫健局2025年年报.doc", "教育局.doc", "政府信息公开年报.doc")
    files = [DeskFile(name, FileRecord(name, UNREAD, why=why)) for name in names]
    made = desk(files, ["青澜县卫生健康局", "青澜县教育局", "青澜县体育教育局"])
    lost = "有2个文件读不出，也看不出是哪个单位的，请先核对，再催报。"
    assert [message for _, _, message in said(made)] == [
        "没有收到青澜县卫生健康局2025年度的报告；收到“卫健局2025年年报.doc”，可能是它的报告，但读不了："
        "是旧版 Word 文档（.doc），不能直接读取。请另存。",
        *(f"没有收到{name}2025年度的报告；{lost}" for name in ("青澜县教育局", "青澜县体育教育局")),
    ]


def test_a_file_that_was_not_read_this_time_is_no_fault_of_the_unit() -> None:
    slow = DeskFile(f"{WATER}.docx", FileRecord("", UNREAD, why="读了20秒还没有读完"))
    (found,) = desk([slow], [WATER]).batch
    assert found.message.endswith("这次没有读成，请按没有读入的原因处理后再读一次。")


def test_a_report_without_a_title_belongs_to_the_unit_that_its_opening_names() -> None:
    lead = f"{WATER}2025年政府信息公开工作总结\n根据要求，{WATER}编制本报告。"
    made = desk([file("", "总结.docx", texts={"lead": lead})], [WATER, SCHOOLS])
    assert [(f.rule_id, f.units) for f in made.batch] == [("B-01", (SCHOOLS,))]
    assert unit(made, WATER).in_sum
    both = f"{WATER}会同{SCHOOLS}编制本报告。"
    made = desk([file("", "总结.docx", texts={"lead": both})], [WATER, SCHOOLS])
    assert [f.rule_id for f in made.batch] == ["B-01", "B-01", "B-04"]


def test_blanks_and_wide_marks_in_a_name_make_no_other_unit() -> None:
    assert said(desk([file("青澜县 水利局（水务局）")], ["青澜县水利局(水务局)"])) == []


def test_two_units_that_wrote_the_same_are_told_and_get_no_letter() -> None:
    copied = FIVE.replace("办公室", "综合科")
    made = desk([file(WATER, texts={"s5": FIVE}), file(SCHOOLS, texts={"s5": copied})], [WATER, SCHOOLS])
    assert [(f.rule_id, f.units) for f in made.batch] == [("B-05", (WATER, SCHOOLS))]
    assert made.batch[0].message == f"{WATER}与{SCHOOLS}的第五部分{made.alike[0][2].percent}%相同，请核实是否照搬。"
    assert [(u.state, u.items) for u in made.units] == [("有疑点", []), ("有疑点", [])]
    texts = {"s1.active": FIVE.replace("问题", "公开"), "s5": FIVE}
    made = desk([file(WATER, texts=texts), file(SCHOOLS, texts=texts)], [WATER, SCHOOLS])
    (found,) = made.batch
    assert found.message == f"{WATER}与{SCHOOLS}的第五部分100%相同，连第一部分在内100%相同，请核实是否照搬。"


def test_the_name_of_another_unit_in_a_text_is_told() -> None:
    texts = {"s1.platform": f"维护网站专栏，{SCHOOLS}按月检查。", "s5": f"{WATER}的问题。"}
    made = desk([file(WATER, texts=texts), file(SCHOOLS)], [WATER, SCHOOLS])
    where = "第一部分“政府信息公开平台建设”"
    assert said(made) == [
        ("B-06", (WATER, SCHOOLS), f"{WATER}的报告中，{where}出现了“{SCHOOLS}”，请核实是否借用了其他单位的报告。")
    ]
    assert [(i.rule_id, i.place, i.written) for i in unit(made, WATER).items] == [("B-06", where, SCHOOLS)]


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_what_a_letter_says_follows_the_order_of_the_form(form: str) -> None:
    parts = ["第五部分", "第二部分", "整份报告", "引言", "第四部分", "基本信息"]
    told = [ITEM._replace(part=part, level=level) for level in ("warning", "error") for part in parts]
    texts = {"s1": f"{SCHOOLS}按月检查。"}
    made = desk([file(WATER, form=form, texts=texts, items=tuple(told)), file(SCHOOLS)], [WATER, SCHOOLS])
    ordered = ["整份报告", "基本信息", "引言", "第二部分", "第四部分", "第五部分"]
    assert [(i.level, i.part) for i in unit(made, WATER).items] == [
        *(("error", part) for part in ordered),
        *(("warning", part) for part in [*ordered[:3], "第一部分", *ordered[3:]]),
    ]


def test_what_units_do_together_is_no_copied_name() -> None:
    texts = {
        "s1": f"会同{SCHOOLS}、县水利局联合检查。与{SCHOOLS}联合印发通知。{SCHOOLS}牵头，我局配合。",
        "s5": f"由{SCHOOLS}负责整改。参加县教育局组织的培训，县教育局对我局开展检查。",
    }
    made = desk([file(POLICE, texts=texts), file(SCHOOLS), file(WATER)], [POLICE, SCHOOLS, WATER])
    assert said(made) == []


def test_a_short_name_left_over_from_another_unit_stands_in_the_list_of_the_office_alone() -> None:
    east, west = "青澜县东河镇人民政府", "青澜县西山镇人民政府"
    texts = {"s1.active": "围绕西山镇人民政府林果种植公开信息。", "s5": "针对县教育局普法方面的情况，加以改进。"}
    made = desk([file(east, texts=texts), file(west), file(SCHOOLS)], [east, west, SCHOOLS])
    assert [(rule, units) for rule, units, _ in said(made)] == [("B-06", (east, west)), ("B-06", (east, SCHOOLS))]
    assert (unit(made, east).items, unit(made, east).open_doubts, unit(made, east).state) == ([], 1, "有疑点")


@pytest.mark.parametrize(
    "lead",
    [
        "本报告由NAME根据《中华人民共和国政府信息公开条例》编制。",
        "本报告由NAME办公室按照要求，如实编制。",
        "按照NAME2025年度政府信息公开工作情况，编制本报告。",
        "如对本报告有疑问，请与NAME联系（电话：0000-1234567）。",
        "如有疑问，请联系NAME办公室。",
        "电子版可在NAME网站下载。",
    ],
)
@pytest.mark.parametrize("name", [SCHOOLS, "县教育局"])
def test_another_unit_in_the_place_of_the_own_name_in_the_lead_is_told(lead: str, name: str) -> None:
    made = desk([file(WATER, texts={"lead": lead.replace("NAME", name)}), file(SCHOOLS)], [WATER, SCHOOLS])
    assert [f"引言出现了“{name}”" in message for _, _, message in said(made)] == [True]
    elsewhere = desk([file(WATER, texts={"s1": lead.replace("NAME", name)}), file(SCHOOLS)], [WATER, SCHOOLS])
    assert said(elsewhere) == []
    own = desk([file(SCHOOLS, texts={"lead": lead.replace("NAME", name)}), file(WATER)], [WATER, SCHOOLS])
    assert said(own) == []


def test_a_unit_that_a_lead_rightly_speaks_of_is_no_copied_name() -> None:
    lead = (
        f"本报告按照{SCHOOLS}通知要求编制，在{SCHOOLS}指导下完成，经{POLICE}审核，向{POLICE}报送。"
        f"会同{POLICE}公布2025年政府信息公开工作情况。"
    )
    made = desk([file(WATER, texts={"lead": lead}), file(SCHOOLS), file(POLICE)], [WATER, SCHOOLS, POLICE])
    assert said(made) == []


def test_a_wrong_name_in_the_lead_is_told_once() -> None:
    check = f"引言写的单位是“{SCHOOLS}”，基本信息中的单位是“{WATER}”，请核对。"
    told = LetterItem("N-10", "warning", "引言", "引言", SCHOOLS, check, "N-10")
    made = desk([file(WATER, texts={"lead": f"编制{SCHOOLS}报告。"}, items=(told,)), file(SCHOOLS)], [WATER, SCHOOLS])
    assert said(made) == []


def test_a_wrong_name_in_a_text_is_told_once() -> None:
    check = f"第五部分写的单位是“{SCHOOLS}”，本单位是“{WATER}”，请核对。"
    told = LetterItem("N-10", "warning", "第五部分", "第五部分", SCHOOLS, check, "N-10")
    texts = {"lead": "甲。", "s5": f"{SCHOOLS}将加强培训。"}
    made = desk([file(WATER, texts=texts, items=(told,)), file(SCHOOLS)], [WATER, SCHOOLS])
    assert said(made) == []
    both = desk([file(WATER, texts={**texts, "s6": texts["s5"]}, items=(told,)), file(SCHOOLS)], [WATER, SCHOOLS])
    assert [item.place for item in both.units[0].items if item.rule_id == "B-06"] == ["第六部分"]


def test_superiors_and_longer_names_of_the_unit_itself_are_rightly_spoken_of() -> None:
    office = "青澜县人民政府办公室"
    texts = {"s1": f"报{office}备案，县里由青澜县人民政府统一公布。{WATER}河道所参加。"}
    made = desk([file(f"{WATER}河道所", texts=texts), file(WATER), file(office)], [f"{WATER}河道所", WATER, office])
    assert said(made) == []


def test_a_government_and_its_office_that_are_both_counted_are_told() -> None:
    government, office = "青澜县人民政府", "青澜县人民政府办公室"
    listed = [ListedUnit(government, counts=YES), ListedUnit(office, counts=YES)]
    made = desk([file(government), file(office)], list(listed))
    assert [(f.rule_id, f.units) for f in made.batch] == [("B-09", (government, office))]
    assert made.batch[0].message.startswith(f"名单上“{government}”和“{office}”都计入汇总")
    assert [(u.in_sum, u.is_own) for u in made.units] == [(False, True), (True, False)]
    listed[0] = ListedUnit(government, counts=NO)
    assert said(desk([file(government), file(office)], list(listed))) == []


def test_the_governments_of_counties_count_in_a_city() -> None:
    names = ["临江市人民政府办公室", "临江市东山县人民政府", "临江市西山县人民政府"]
    made = desk([file(name) for name in names], [ListedUnit(name, counts=YES) for name in names])
    assert [u.in_sum for u in made.units] == [True, True, True]


def test_a_government_among_units_of_other_places_is_a_unit_like_them() -> None:
    made = desk([file(name) for name in ("云岭市人民政府", "临溪县医疗保障局", "石桥市水利局")])
    assert [u.is_own for u in made.units] == [False, False, False]
    made = desk([file(name) for name in ("云岭市人民政府", "云岭市医疗保障局", "水利局")])
    assert [u.name for u in made.units if u.is_own] == ["云岭市人民政府"]


def test_a_government_with_one_unit_is_the_own_one_and_alone_a_unit() -> None:
    made = desk([file(name) for name in ("云岭市人民政府", "云岭市水利局")])
    assert [u.name for u in made.units if u.is_own] == ["云岭市人民政府"]
    assert [u.is_own for u in desk([file("云岭市人民政府")]).units] == [False]


def test_a_covering_letter_alone_is_told_by_the_unit_that_signs_it() -> None:
    lines = ("关于报送年度报告的函", "青澜县人民政府办公室：", "现将我局报告报上。", WATER, "2026年1月12日")
    letter = DeskFile("函.docx", FileRecord("f", LETTER, lines=lines))
    made = desk([letter], [WATER, SCHOOLS, "青澜县人民政府办公室"])
    assert said(made)[-1] == ("B-10", (WATER,), f"{WATER}的“函.docx”只是报送函，没有报告正文，请补报。")
    assert unit(made, WATER).state == "已收"
    assert [f.rule_id for f in desk([letter, file(WATER)], [WATER]).batch] == []  # beside its report it is in order
    assert [(f.rule_id, f.units) for f in desk([letter]).batch] == [("B-10", (WATER,))]  # without a list, too
    stranger = DeskFile("函.docx", FileRecord("f", LETTER, lines=("现将报告报上。",)))
    assert said(desk([stranger, file(WATER)], [WATER])) == [
        ("B-10", (), "“函.docx”只是报送函，没有报告正文，也看不出是哪个单位的，请核对。")
    ]


def test_an_unread_file_is_named_by_its_own_name_even_if_another_one_has_its_bytes() -> None:
    record = FileRecord("x", UNREAD, why="“{file}”已损坏。")
    made = desk([DeskFile("b/二.docx", record), DeskFile("一.docx", record)], [])
    assert made.unread == [("b/二.docx", "“二.docx”已损坏。"), ("一.docx", "“一.docx”已损坏。")]


def test_the_order_of_the_files_changes_nothing() -> None:
    files = [file(WATER, "一", digest="a"), file(WATER, "二", digest="b", shown="y"), file(SCHOOLS), file("某局", "三")]
    answers = {str((said(m), m.units, m.unread)) for m in (desk(list(p), None) for p in itertools.permutations(files))}
    assert len(answers) == 1


def test_an_explained_or_published_report_is_settled() -> None:
    made = desk([file(WATER, published_on="2026-01-15", published_url="https://x")], [WATER])
    assert (made.units[0].state, made.units[0].published_url) == ("已公布", "https://x")


def test_no_rule_that_rests_on_inference_is_called_official() -> None:
    official = {rule.id for rule in desk_rules().values() if rule.basis in ("printed", "label", "official")}
    assert official == {"B-05"}
    assert list(desk_rules()) == [f"B-{number:02}" for number in range(1, 15)]
    assert {rule.id for rule in desk_rules().values() if rule.level == "error"} == {"B-01", "B-03", "B-07"}

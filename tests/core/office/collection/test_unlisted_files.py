"""Files that name no unit of the list: which unit is proposed, and that the office gives them to one."""

from __future__ import annotations

import pytest

from core.form.form_reader import load_form
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision, decision_json, decision_of
from core.office.collection.desk import Desk, DeskFile
from core.office.collection.desk_rules import desk_settings
from core.office.collection.desk_workbook import finding_rows
from core.office.collection.file_record import UNREAD, FileRecord
from core.office.collection.ledger import make_ledger
from core.office.collection.letter_items import LetterItem
from core.office.collection.make_desk import make_desk
from core.office.collection.publication import publication_contents
from core.office.collection.unit_list import ListedUnit
from core.office.collection.unlisted_files import offered_files
from tests.core.office.collection.desk_samples import ITEM, YEAR, desk, file, said, unit

PEOPLE, HOUSES = "青澜县人力资源和社会保障局", "青澜县住房和城乡建设局"
LISTED = [
    *(PEOPLE, HOUSES, "青澜县发展和改革局", "青澜县文化和旅游局", "青澜县自然资源局", "青澜县市场监督管理局"),
    *("青澜县城关镇人民政府", "青澜县湖滨街道办事处", "青澜县经济开发区管理委员会", "青澜县人民政府办公室"),
    *("青澜县卫生健康委员会", "青澜县民政局"),
]


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("青澜县人社局", PEOPLE),
        ("青澜县住建局", HOUSES),
        ("发改局", "青澜县发展和改革局"),
        ("县文旅局", "青澜县文化和旅游局"),
        ("青澜县市场监管局", "青澜县市场监督管理局"),
        ("市监局", "青澜县市场监督管理局"),
        ("城关镇", "青澜县城关镇人民政府"),
        ("湖滨街道", "青澜县湖滨街道办事处"),
        ("青澜县经济开发区管委会", "青澜县经济开发区管理委员会"),
        ("青澜县政府办", "青澜县人民政府办公室"),
        ("县卫健委", "青澜县卫生健康委员会"),
        ("青澜县资源局", ""),
        ("海宁市人社局", ""),
        ("青澜县气象局", ""),
        ("政局", ""),
        ("县政局", ""),
        ("市政局", ""),
    ],
)
def test_the_only_unit_that_a_short_name_fits_is_proposed(short: str, name: str) -> None:
    made = desk([file(short, "1.docx")], list(LISTED))
    assert [f.units for f in made.batch if f.rule_id == "B-04"] == [(name,) if name else ()]
    assert all(not u.files for u in made.units)


def test_of_several_units_the_one_that_the_lead_names_in_full_is_proposed() -> None:
    sent = file("青澜县资源局", "1.docx", texts={"lead": "青澜县自然资源局编制本报告。"})
    assert [u.name for u in desk([sent], list(LISTED)).units if u.near] == ["青澜县自然资源局"]


def test_a_unit_whose_name_is_written_short_is_not_told_to_be_missing() -> None:
    made = desk([file("青澜县人社局", "1.docx")], [PEOPLE, "青澜县民政局"])
    assert said(made)[0] == (
        "B-01",
        (PEOPLE,),
        f"收到的一份报告单位名称写成“青澜县人社局”，疑为{PEOPLE}的（“1.docx”）；"
        "请核对，确是它的按“以哪一份为准”选用，不是的请催报。",
    )
    assert (unit(made, PEOPLE).state, unit(made, PEOPLE).why_none) == ("未报", "单位名称待核")
    _, lines, rows = publication_contents(made, make_ledger(made.form, []))
    assert [row[2] for row in rows] == ["单位名称待核", "未报"]
    assert "　　未报：青澜县民政局。" in lines


def test_a_short_name_that_begins_like_a_level_is_no_reason_to_call_its_unit_missing() -> None:
    made = desk([file("市监局", "市监局年报.docx")], list(LISTED))
    market = unit(made, "青澜县市场监督管理局")
    assert (market.state, market.why_none) == ("未报", "单位名称待核")
    _, lines, _ = publication_contents(made, make_ledger(made.form, []))
    assert "　　收到文件，还在核对：青澜县市场监督管理局（单位名称待核）。" in lines
    assert all("市场监督" not in line for line in lines if "未报" in line)


def test_a_short_name_that_fits_two_departments_is_proposed_to_none() -> None:
    made = desk([file("市管局", "1.docx")], ["青澜县市场监督管理局", "青澜县市政管理局"])
    assert [f.units for f in made.batch if f.rule_id == "B-04"] == [()]


def given(files: list[DeskFile], decision: Decision) -> Desk:
    units = [ListedUnit(PEOPLE), ListedUnit(HOUSES)]
    return make_desk(files, units, YEAR, load_form(), desk_settings(), {PEOPLE: decision})


def test_a_file_is_given_to_a_unit_by_its_digest_and_the_name_is_to_be_mended() -> None:
    decision = decision_of(decision_json(Decision(given=("a",))))
    made = given([file("青澜县人社局", "1.docx", digest="a"), file(HOUSES)], decision)
    says = f"“1.docx”写的单位是“青澜县人社局”，名单上没有，已选为{PEOPLE}的报告，请该单位改正名称。"
    assert said(made) == [("B-04", (PEOPLE,), says)]
    found = unit(made, PEOPLE)
    assert (found.state, found.in_sum, [f.name for f in found.files]) == ("有疑点", True, ["1.docx"])
    assert [(i.place, i.written, i.check) for i in found.items] == [
        ("标题", "青澜县人社局", f"标题写的单位是“青澜县人社局”，请写单位全称“{PEOPLE}”。")
    ]
    assert (found.near, made.lost) == ([], [])


def test_a_name_that_is_wrong_in_lead_and_signature_too_is_named_there() -> None:
    check = f"引言和落款写的单位是“青澜县人社局”，与单位全称“{PEOPLE}”不一致，请核对。"
    told = LetterItem("N-10", "warning", "引言", "引言、落款", "“青澜县人社局”", check, "N-10")
    made = given([file("青澜县人社局", "1.docx", digest="a", items=(told, ITEM)), file(HOUSES)], Decision(given=("a",)))
    assert [(i.place, i.check) for i in unit(made, PEOPLE).items if i != ITEM] == [
        ("标题、引言、落款", f"标题、引言、落款写的单位是“青澜县人社局”，请写单位全称“{PEOPLE}”。")
    ]


def test_a_changed_file_and_one_of_a_listed_unit_are_not_given_away() -> None:
    changed = given([file("青澜县人社局", "1.docx", digest="b")], Decision(given=("a",)))
    assert [u.name for u in changed.units if u.files] == []
    other = given([file(HOUSES, "1.docx", digest="a")], Decision(given=("a",)))
    assert [u.name for u in other.units if u.files] == [HOUSES]


def test_a_given_file_without_a_unit_is_told() -> None:
    made = given([file("", "1.docx", digest="a"), file(HOUSES)], Decision(given=("a",)))
    assert said(made) == [("B-04", (PEOPLE,), f"“1.docx”没有写明单位名称，已选为{PEOPLE}的报告，请该单位写明。")]


def test_a_unit_without_a_report_is_offered_those_of_no_unit_its_own_first() -> None:
    sent = [file("某局", "1.docx"), file("青澜县人社局", "2.docx"), file("青澜县水力局", "3.docx"), file(HOUSES)]
    made = desk(sent, [PEOPLE, HOUSES, "青澜县水利局"])
    assert [f.name for f in offered_files(made, unit(made, PEOPLE))] == ["2.docx", "1.docx"]
    assert offered_files(made, unit(made, HOUSES)) == []


def test_nobody_is_urged_while_files_lie_there_that_may_be_its_report() -> None:
    why = "“{file}”是旧格式的 Word 文件。请另存为 .docx。"
    lost = [DeskFile(f"QQ收件/{name}", FileRecord(name, UNREAD, why=why)) for name in ("1.doc", "2.html", "盖章.jpg")]
    (found,) = desk([*lost, file(PEOPLE)], [PEOPLE, HOUSES]).batch
    assert found.message == (
        f"没有收到{HOUSES}2025年度的报告；有2个文件读不出，也看不出是哪个单位的，请先核对，再催报。"
    )
    assert found.files == ()
    (found,) = desk([lost[2], file(PEOPLE)], [PEOPLE, HOUSES]).batch
    assert found.message == f"没有收到{HOUSES}2025年度的报告，请催报。"


def test_of_a_file_that_is_read_by_no_ending_is_said_what_it_is() -> None:
    why = "“{file}”的扩展名不是能读的格式。请用 WPS 打开后另存为 .docx，再放入文件夹。"
    unread = DeskFile("青澜县水利局.wps", FileRecord("d", UNREAD, why=why))
    (found,) = desk([unread], ["青澜县水利局"]).batch
    assert "但读不了：它的扩展名不是能读的格式。" in found.message


def test_an_unread_file_whose_unit_sent_one_that_can_be_read_is_nothing_to_do() -> None:
    why = "“{file}”是旧格式的 Word 文件。请另存为 .docx。"
    unread = [DeskFile(name, FileRecord(name, UNREAD, why=why)) for name in (f"{PEOPLE}.doc", f"{HOUSES}.doc")]
    made = desk([*unread, file(PEOPLE)], [PEOPLE, HOUSES])
    states = {row[4]: row[6] for row in finding_rows(made) if row[1] == "读不出"}
    assert states == {f"{PEOPLE}.doc": f"已另有{PEOPLE}的报告", f"{HOUSES}.doc": "待处理"}
    assert [name for name, _ in made.still_unread] == [f"{HOUSES}.doc"]
    assert len(made.unread) == 2


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a"), ("a", "c", "b"), ("a/甲", "a/乙")])
def test_of_several_unread_files_of_a_unit_the_first_is_named_with_its_own_reason(names: tuple[str, ...]) -> None:
    files = {f"{name}/{PEOPLE}{name[-1]}.docx": f"“{{file}}”读不出：{name}。" for name in names}
    unread = [DeskFile(name, FileRecord(name, UNREAD, why=why)) for name, why in files.items()]
    (found,) = desk(unread, [PEOPLE]).batch
    first = min(files)
    assert found.message.endswith(f"；收到“{first.rpartition('/')[2]}”，但读不了：读不出：{first.rpartition('/')[0]}。")
    assert sorted(found.files) == sorted(files)


@pytest.mark.parametrize(("name", "is_settled"), [(f"{PEOPLE}.doc", True), (f"{HOUSES}.doc", False)])
def test_only_an_unread_file_that_no_other_one_replaced_is_open(name: str, is_settled: bool) -> None:
    made = desk([DeskFile(name, FileRecord(name, UNREAD, why="“{file}”读不出。")), file(PEOPLE)], [PEOPLE])
    assert Collected(made, make_ledger(made.form, []), None).is_settled == is_settled

"""Numbers of several things together, said in lively words: 公开加部分公开55件, 旧账加新账105件, 十个人里有九个."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_claims


def wrong(text: str, code: str = "s3") -> list[tuple[str, str]]:
    return [(c.rule_id, c.quote) for c in wrong_claims(filled("临江市水利局", code, text, HUNDRED))]


@pytest.mark.parametrize(
    "said",
    [
        "公开加部分公开{}件",
        "公开再加上部分公开共{}件",
        "公开连同部分公开一共{}件",
        "公开＋部分公开{}件",
        "公开同部分公开算在一块{}件",
        "公开外加部分公开的有{}件",
    ],
)
def test_what_joins_two_results_adds_them_up(said: str) -> None:
    assert wrong(f"办结的99件里，{said.format(55)}，约五成六。") == []
    assert {rule for rule, _ in wrong(f"办结的99件里，{said.format(58)}。")} == {"N-05"}


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("办结99件，不予公开加无法提供37件。", True),
        ("办结99件，不予公开加无法提供39件。", False),
        ("办结99件，不掌握外加需另行制作共21件。", True),
        ("办结99件，不掌握外加需另行制作共24件。", False),
        ("新收100件，个人加企业96件。", True),
        ("对施工图加密后公开45件，部分公开10件。", True),
    ],
)
def test_other_results_are_added_too(text: str, *, is_right: bool) -> None:
    assert (wrong(text) == []) is is_right


@pytest.mark.parametrize(
    "said",
    [
        "所以总盘子是105件",
        "因此总量为105件",
        "所以家底是105件",
        "于是一共要办105件",
        "这样总数就到了105件",
        "所以手里一共有105件",
        "前后经手105件",
    ],
)
def test_the_total_of_new_and_old_is_wrong_for_neither(said: str) -> None:
    assert wrong(f"新收100件。手上原有5件是从2023年带过来的，{said}，办结99件。") == []


@pytest.mark.parametrize(
    "text",
    [
        "新收100件。手上原有5件是从2023年带过来的，所以总盘子是115件，办结99件。",
        "新收100件。上年转来5件，家底一共108件。",
        "旧账加新账一共115件，办结99件。",
        "新收100件。从上年结转过来的共105件。",
    ],
)
def test_another_total_is_not(text: str) -> None:
    assert wrong(text)


@pytest.mark.parametrize("both", ["旧账加新账一共105件", "新账老账一共105件", "新旧合计105件", "老件连新件凑一块105件"])
def test_all_of_both_are_not_done_where_some_are_left(both: str) -> None:
    assert wrong(f"{both}，办结99件，还有6件转到明年。") == []
    assert {rule for rule, _ in wrong(f"{both}，到12月31日，全部办结。")} == {"N-04"}
    assert not any(rule == "N-04" for rule, _ in wrong(f"{both}，凡到期的全部按期办结，未到期的6件结转。"))


@pytest.mark.parametrize(
    "text",
    [
        "新收100件。十个申请人里有八个是个人（82件，82%）。",
        "新收100件，十个人里头有八个是普通市民，其余是公司和律所。",
        "新收100件，来敲门的十个人里，少说有八个是街坊邻居。",
    ],
)
def test_so_many_of_ten_people_are_a_share(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "重复申请1件。此人几年间递交的申请已有上百件，说不出合理理由，按重复申请处理。",
        "重复申请1件，此人数年间提出的重复申请已有136件。",
        "信访类3件，其中一人这些年先后提出的信访类申请有120件。",
        "信访举报投诉类申请3件，另有人来电反映的投诉数百件。",
    ],
)
def test_what_one_person_asked_in_years_is_not_this_years(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "tail", ["没有留尾巴", "没有形成积压", "没有产生纠纷", "没有留下遗憾", "街道没有的那件还指了路"]
)
def test_all_told_before_are_not_of_the_last_result(tail: str) -> None:
    few = {"t3.R01.C1": 3, "t3.R03.C1": 2, "t3.R13.C1": 1}
    text = f"收到3件申请，2件给了全文，1件查无此件。三件都在时限内办完，{tail}。"
    assert wrong_claims(filled("梧桐街道办事处", "s3", text, few)) == []


def test_what_was_not_kept_still_tells_the_row() -> None:
    few = {"t3.R01.C1": 3, "t3.R03.C1": 2, "t3.R13.C1": 1}
    text = "收到3件申请，2件街道没有留存相关纠纷调解档案，告知申请人本机关不掌握。"
    assert wrong_claims(filled("梧桐街道办事处", "s3", text, few))


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("处罚决定340件。法律法规规定不予公开的9件只计数、不上网，其余331件均已公示。", True),
        ("执法文书上网331份，因涉及未成年人不予公开的9份。", True),
        ("行政处罚340件。其中部分公开11件，不予公开9件。", True),
        ("行政处罚340件。收到信息公开申请100件，其中不予公开9件。", False),
    ],
)
def test_decisions_are_not_published_in_section_two(text: str, *, is_right: bool) -> None:
    assert (wrong(text, "s2") == []) is is_right


_DOCUMENTS = {"t2.normative.issued": 0, "t2.normative.repealed": 3, "t2.normative.in_force": 4}


@pytest.mark.parametrize(
    ("said", "is_wrong"),
    [
        ("也未废止文件", True),
        ("亦未废止文件", True),
        ("也没有废止旧的", True),
        ("同样没有清理废止文件", True),
        ("也没废止过哪一件", True),
        ("没有文件被废止", True),
        ("也未废止招标文件", False),
        ("也未修改文件", False),
        ("也没有废止不了的文件", False),
    ],
)
def test_what_else_is_denied_of_documents(said: str, *, is_wrong: bool) -> None:
    text = f"2024年，我局未制发行政规范性文件，{said}，现行有效4件。"
    found = wrong_claims(filled("临江市水利局", "s2", text, _DOCUMENTS))
    assert [claim.cells for claim in found] == [("t2.normative.repealed",)] * is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "清理行政规范性文件23件，废止3件，其余20件继续有效，未废止。",
        "拟废止的3件行政规范性文件已宣布失效，需继续执行的20件予以保留，没有废止。",
        "行政规范性文件废止3件，各乡镇没有制发，也未废止。",
        "行政规范性文件到期自动失效的不需要宣布，未废止。",
        "县医保中心、疾控中心等下属单位无行政规范性文件制定权，也未制发文件。",
        "未以会议纪要代替行政规范性文件，也没有印发任何文件。",
    ],
)
def test_what_is_denied_of_other_documents(text: str) -> None:
    cells = {"t2.normative.issued": 4, "t2.normative.repealed": 3, "t2.normative.in_force": 20}
    assert not wrong_claims(filled("临江市水利局", "s2", text, cells))


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("考试类收费共4120.8元，全部上缴财政。", True),
        ("全年收取考试费4120.8元，足额缴库。", True),
        ("考试类收费共4120.8万元，全部上缴财政。", False),
        ("考试费标准为每人4120.8元。", False),
        ("每名考生缴考务费4120.8元。", False),
    ],
)
def test_fees_in_yuan_with_the_digits_of_the_table(text: str, *, is_wrong: bool) -> None:
    found = wrong_claims(filled("临江市人社局", "s2", text, {"t2.fees.amount": Decimal("4120.8")}))
    assert [claim.cells for claim in found] == [("t2.fees.amount",)] * is_wrong

"""Old ones told along with the new, formats of former reports, brackets of decrees, superlatives between a share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.report.entry_text import Number
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of

CELLS: dict[str, Number] = {
    "t3.R01.C1": 74, "t3.R01.C2": 12, "t3.R01.C4": 2, "t3.R01.C5": 3, "t3.R02.C1": 4, "t3.R03.C1": 60,
    "t3.R13.C1": 29, "t3.R25.C1": 5, "t3.R25.C2": 1,
}  # fmt: skip


def told(code: str, text: str, *rules: str) -> list[str]:
    return [finding.rule_id for finding in findings_of(filled("澧阳市水利局", code, text, CELLS), *rules)]


@pytest.mark.parametrize("old", ["连同上年结转的4件", "加上去年留下的4件", "算上上年转来的4件"])
@pytest.mark.parametrize("done", ["现已全部办结", "均已办结"])
def test_old_ones_told_along_are_not_all_that_is_done(old: str, done: str) -> None:
    assert told("s3", f"新收申请91件，索赔的占四成以上。{old}，{done}。", "N-04") == ["N-04"]


@pytest.mark.parametrize("old", ["上年结转的4件", "去年留下的4件"])
def test_old_ones_told_alone_may_all_be_done(old: str) -> None:
    assert told("s3", f"新收申请91件，索赔的占四成以上。{old}现已全部办结。", "N-04") == []


@pytest.mark.parametrize(
    ("share", "rules"), [("，约占一半", ["N-05"]), ("，问林权的最多，约占一半", []), ("，申请征地的较多，占50%", [])]
)
def test_a_share_of_what_is_asked_for_is_not_that_of_the_last_kind(share: str, rules: list[str]) -> None:
    assert told("s3", f"91件新收申请里，企业12件、公益组织2件、律师事务所3件{share}。", "N-05") == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("与上年度报告采用的国办公开办函〔2019〕60号试行格式相比，项目有变化。", []),
        ("与2020年报告适用的国办公开办函〔2019〕60号格式相比，项目有变化。", []),
        ("按照国办公开办函〔2019〕60号格式编制本报告。", ["N-11"]),
        ("依据《中华人民共和国政府信息公开条例》【国务院令第711号】编制。", ["N-11"]),
        ("依据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。", []),
    ],
)
def test_formats_of_former_reports_and_brackets_of_decrees(text: str, rules: list[str]) -> None:
    assert told("s1", text, "N-11") == rules


@pytest.mark.parametrize(("how", "rules"), [("压缩流转", ["N-25"]), ("压缩时限", [])])
def test_an_old_limit_beside_shorter_ways_is_no_promise(how: str, rules: list[str]) -> None:
    text = f"改进措施：{how}，凡申请一律由综合部办理，自收到之日起15个工作日内答复。"
    assert told("s5", text, "N-25") == rules


@pytest.mark.parametrize(("street", "rules"), [("城管进街道", []), ("前进街道", ["N-10"])])
def test_going_into_the_streets_is_no_street(street: str, rules: list[str]) -> None:
    report = filled("望湖区中山路街道办事处", "s2", f"{street}后，开出处罚决定403件。", CELLS)
    assert [finding.rule_id for finding in findings_of(report, "N-10")] == rules


@pytest.mark.parametrize(
    ("rest", "kinds"), [("剩下2件", []), ("余下的2件", []), ("剩下3件", ["less"]), ("收到2件", ["less"])]
)
def test_the_rest_of_a_list_may_be_told_in_the_next_sentence(rest: str, kinds: list[str]) -> None:
    text = (
        "在办结的25件当中，予以公开9件，占36%；部分公开3件，占12%；无法提供7件，占28%；不予公开4件，占16%。"
        f"{rest}，一件转信访，一件没补正。"
    )
    assert [wrong.kind for wrong in wrong_sums(text, 2024)] == kinds


def test_points_are_not_counted_by_the_last_digit_of_a_number() -> None:
    text = "对照反馈的14个问题，主要短板：一是栏目更新不及时；二是解读形式单一。"
    assert told("s5", text, "N-26") == []
    assert told("s5", text.replace("14个", "4个"), "N-26") == ["N-26"]


@pytest.mark.parametrize(
    ("number", "rules"),
    [("4862", []), ("4826", ["N-07"]), ("8462", ["N-07"]), ("4286", []), ("4860", []), ("486", []), ("2648", [])],
)
def test_two_digits_exchanged_are_told_whatever_else_is_said(number: str, rules: list[str]) -> None:
    text = f"本年度行政审批局作出行政许可决定{number}件，均已上网。"
    report = filled("海湾经济技术开发区管理委员会", "s2", text, {**CELLS, "t2.licensing.decisions": 4862})
    assert [finding.rule_id for finding in findings_of(report, "N-07")] == rules


@pytest.mark.parametrize(("amount", "rules"), [("1982.6", ["N-07"]), ("1982.5", []), ("19.3", [])])
def test_amounts_of_the_same_digits_are_told_too(amount: str, rules: list[str]) -> None:
    report = filled(
        "星螺岛风景名胜区管理委员会", "s2", f"景区收费{amount}万元。", {**CELLS, "t2.fees.amount": Decimal("1928.6")}
    )
    assert [finding.rule_id for finding in findings_of(report, "N-07")] == rules


def test_of_two_digits_any_number_may_be() -> None:
    report = filled("沙河县环境保护局", "s2", "作出水环境行政处罚决定49件。", {**CELLS, "t2.penalty.decisions": 94})
    assert findings_of(report, "N-07") == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("《中华人民共和国政府信息公开条例》自2019年5月1日起施行以来，连年举办宣传周。", ["N-11"]),
        ("《中华人民共和国政府信息公开条例》自2019年5月15日起施行以来，连年举办宣传周。", []),
        ("《政府信息公开条例》自2008年5月1日起施行，2019年修订。", []),
        ("根据《中华人民共和国政府信息公开条例》（国务院令第711条）编制。", ["N-11"]),
        ("按照国办发〔2021〕30号附件《中华人民共和国政府信息公开工作年度报告格式》编制。", ["N-11"]),
        ("落实国办发〔2021〕30号文件，办好城镇老旧小区改造。", []),
        ("依据《政府信息公开信息处理费征收条例》（国办函〔2020〕109号）未收费。", ["N-11"]),
        ("依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）未收费。", []),
        ("未收取信息处理费。按照国办函〔2020〕190号规定执行。", ["N-11"]),
        ("未收取信息处理费。按照国办函〔2020〕90号的要求做好防汛。", []),
        ("2019、2020两个年度采用的国办公开办函〔2019〕60号试行格式不再使用，改用国办公开办函〔2021〕30号格式。", []),
    ],
)
def test_facts_on_the_statute_and_the_papers_on_it(text: str, rules: list[str]) -> None:
    assert told("s1", text, "N-11") == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("在收到申请之日起15个工作日内一次性告知申请人补正。", ["N-25"]),
        ("在收到申请之日起7个工作日内一次性告知申请人补正。", []),
        ("澧阳市水利局2024年度报告于2024年1月20日在局网站公布。", ["N-25"]),
        ("澧阳市水利局2023年度报告于2024年1月20日在局网站公布。", []),
    ],
)
def test_days_to_amend_and_days_of_publishing(text: str, rules: list[str]) -> None:
    assert told("s3", text, "N-25") == rules


CASES: dict[str, Number] = {**CELLS, "t4.direct.upheld": 2, "t4.direct.pending": 1, "t4.after_review.upheld": 1}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("行政诉讼4件，其中直接起诉3件、复议后起诉1件，已全部审结。", ["N-06"]),
        ("直接起诉3件，尚有1件未结；复议后起诉1件，已全部审结。", []),
        ("直接起诉的3件，法院均维持了我局答复；复议后起诉的1件尚未审结。", ["N-06"]),
        ("复议后起诉的1件由法院驳回，直接起诉的3件有2件驳回、1件未结。除此之外，没有新的行政诉讼案件。", []),
        ("全年没有新的行政诉讼案件。", ["N-06"]),
    ],
)
def test_all_of_the_cases_of_both_ways(text: str, rules: list[str]) -> None:
    report = filled("澧阳市水利局", "s4", text, CASES)
    assert [finding.rule_id for finding in findings_of(report, "N-06")][:1] == rules


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("从结构看，173件新收申请中，个人142件、机构31件。按内容看，征收76件，规划43件，编制12件，其他52件。", [""]),
        ("从结构看，173件新收申请中，个人142件、机构31件。按内容看，征收76件，规划43件，编制12件，其他42件。", []),
        ("91件分为六类：甲类31件，乙类13件，丙类11件，丁类22件，戊类6件，己类4件。", [""]),
        ("91件分为六类：甲类31件，乙类13件，丙类11件，丁类26件，戊类6件，己类4件。", []),
        ("91件分为多类：甲类31件，乙类13件，丙类11件，丁类22件。", []),
    ],
)
def test_lists_of_all_parts_and_of_the_whole_told_before(text: str, kinds: list[str]) -> None:
    assert [wrong.kind for wrong in wrong_sums(text, 2024)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "没办结的6件是12月24日收到的，仍在20个工作日期限之内，结转下年。",
        "收到申请的25个单位均按期答复。",
        "从来源看，本市申请61件，外地30件。",
    ],
)
def test_numbers_of_other_things_are_no_applications(text: str) -> None:
    assert told("s3", text, "N-01", "N-02", "N-03", "N-04") == []


def test_what_became_of_other_cases_is_told_in_the_next_sentence_too() -> None:
    text = "未发生政府信息公开行政复议和行政诉讼。但因水行政处罚被申请复议2件，均与信息公开无关：维持1件、撤销1件。"
    assert told("s4", f"{text}对撤销的1件，已重新作出处罚决定。", "N-06") == []


@pytest.mark.parametrize(("amount", "rules"), [("300", []), ("400", ["N-17"])])
def test_an_amount_that_with_another_makes_the_sum_is_a_part(amount: str, rules: list[str]) -> None:
    fees: dict[str, Number] = {**CELLS, "fee.notices": 3, "fee.billed": 1100, "fee.collected": 800}
    text = f"开具收费通知3件，合计1100元，2名申请人缴纳800元，1名申请人撤回申请，所涉{amount}元不再收取。"
    report = filled("澧阳市水利局", "s6", text, fees)
    assert [finding.rule_id for finding in findings_of(report, "N-17")] == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("均在规定时间内答复完毕，没有一件留到第二年。", ["N-03"]),
        ("均已按时答复申请人，无一拖延到下一年度。", ["N-03"]),
        ("依申请公开件按时答复率保持高位，至年底存量实现清零。", ["N-03"]),
        ("办理中没有一件逾期，年末库存清零。", ["N-03"]),
        ("到期的申请没有一件留到第二年。", []),
        ("信访积案至年底存量实现清零。", []),
        ("没有一件超出法定期限。", []),
    ],
)
def test_nothing_is_left_over_in_other_words(text: str, rules: list[str]) -> None:
    assert told("s1.request", f"{text}", "N-03", "N-04") == rules


@pytest.mark.parametrize(("text", "rules"), [("全年没有新收件。", []), ("全年新收件，均已答复。", ["N-12"])])
def test_no_new_ones_is_no_number_left_out(text: str, rules: list[str]) -> None:
    assert told("s3", text, "N-12") == rules


def test_what_a_kind_of_applicants_had_none_of_is_of_that_kind() -> None:
    text = "分申请人看，自然人74件，公开50件；商业企业12件，公开10件、不予处理没有，其他处理2件。"
    assert told("s3", text, "N-05") == []


KINDS: dict[str, Number] = {
    "t3.R01.C1": 40, "t3.R01.C3": 2, "t3.R01.C4": 6, "t3.R01.C6": 1, "t3.R03.C1": 9, "t3.R04.C1": 5, "t3.R08.C1": 8,
    "t3.R13.C1": 19, "t3.R16.C1": 6, "t3.R21.C1": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("新收件中，自然人40件，其余9件来自科研机构（2件）、社会公益组织（6件）和其他组织（1件）。", []),
        ("新收件中，自然人40件，其余9件来自科研机构。", ["N-01"]),
        ("35件未予公开的申请，原因是：无法提供19件，不予公开8件，不予处理6件，其他处理2件。", []),
        ("35件未予公开的申请，原因是：无法提供19件，不予公开8件，不予处理6件，其他处理3件。", ["N-05", "N-05"]),
        ("14件获得全部或部分公开（分别为9件、5件）。", []),
        ("15件获得全部或部分公开（分别为9件、6件）。", ["N-05"]),
        ("予以公开9件，部分公开5件，公开部分不到四成。", []),
    ],
)
def test_a_number_with_all_its_parts_behind_it_is_of_these(text: str, rules: list[str]) -> None:
    report = filled("澧阳市水利局", "s3", text, KINDS)
    assert [finding.rule_id for finding in findings_of(report, "N-01", "N-05")] == rules


@pytest.mark.parametrize(("corrected", "is_wrong"), [("after_review", False), ("direct", True)])
def test_what_the_former_had_none_of_is_not_of_the_latter(corrected: str, is_wrong: bool) -> None:
    text = "直接起诉和复议后起诉分别3件、1件：前者维持2件、未结1件，无纠正；后者维持1件。"
    report = filled("澧阳市水利局", "s4", text, {**CASES, f"t4.{corrected}.corrected": 1})
    assert any("无纠正" in finding.message for finding in findings_of(report, "N-06")) == is_wrong


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("从三个方面推进公开：围绕振兴公开86条；围绕民生公开3批；围绕治理公开12份；围绕应急公开29处。", 1),
        ("从四个方面推进公开：围绕振兴公开86条；围绕民生公开3批；围绕治理公开12份；围绕应急公开29处。", 0),
        ("从三个方面推进公开：围绕振兴公开86条；围绕民生公开3批；围绕治理公开12份；同时，强化应急公开。", 0),
        ("从三个方面推进公开。围绕振兴公开86条；围绕民生公开3批。", 0),
        ("对照13个方面：清理栏目；更新指南。", 0),
        ("主要抓了三项工作：公开86条；统一口径；抽查41家；编印汇编一册。", 1),
        ("主要抓了四项工作：公开86条；统一口径；抽查41家；编印汇编一册。", 0),
    ],
)
def test_aspects_are_as_many_as_the_clauses_behind_them(text: str, count: int) -> None:
    assert len(told("s1", text, "N-26")) == count


@pytest.mark.parametrize("who", ["集团", "我公司", "集团公司"])
def test_an_enterprise_speaks_of_itself(who: str) -> None:
    text = f"{who}通过官网和信函两种渠道共新收申请{{}}件。"
    for number, rules in ((91, []), (93, ["N-01"])):
        report = filled("锦屏市轨道交通集团有限公司", "s3", text.format(number), CELLS)
        assert [finding.rule_id for finding in findings_of(report, "N-01")] == rules


def test_a_share_of_the_decided_is_that_of_the_outcome_before_it() -> None:
    cases: dict[str, Number] = {"t4.review.upheld": 118, "t4.review.corrected": 57, "t4.review.pending": 14}
    report = filled("澧阳市水利局", "s4", "行政复议189件，审结175件，其中维持118件，占审结量的67.4%。", cases)
    assert findings_of(report, "N-06") == []


def test_the_year_looked_back_on_is_the_reports_own() -> None:
    assert told("s5", "回顾2022年的工作，我局信息公开仍有不足：更新不够及时。", "N-08") == ["N-08"]
    assert told("s5", "回顾2024年的工作，我局信息公开仍有不足：更新不够及时。", "N-08") == []


def test_a_whole_street_office_is_the_office() -> None:
    report = filled("望湖区中山路街道办事处", "s3", "今年全街道新收到申请90件。", CELLS)
    assert [finding.rule_id for finding in findings_of(report, "N-01")] == ["N-01"]


def test_all_that_asked_were_answered() -> None:
    text = "受理政府信息公开申请8件，多问征收，均已答复申请人。"
    for carried, rules in ((0, []), (1, ["N-04"])):
        cells: dict[str, Number] = {"t3.R01.C1": 8, "t3.R03.C1": 8 - carried, "t3.R25.C1": carried}
        assert [one.rule_id for one in findings_of(filled("澧阳市水利局", "s3", text, cells), "N-04")] == rules


def test_a_total_behind_the_name_of_a_row_is_of_this_row() -> None:
    text = "予以公开4件，部分公开2件，不掌握7件，不予公开的都是行政执法案卷，合计{}件。"
    rows = {"R01": 18, "R03": 4, "R04": 2, "R13": 7, "R11": 5}
    cells: dict[str, Number] = {f"t3.{row}.C1": number for row, number in rows.items()}
    for number, rules in ((5, []), (6, ["N-05"])):
        report = filled("澧阳市水利局", "s3", text.format(number), cells)
        assert [one.rule_id for rule in ("N-04", "N-05") for one in findings_of(report, rule)] == rules

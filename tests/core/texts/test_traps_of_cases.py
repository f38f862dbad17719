"""Right texts on reviews and lawsuits that were taken for wrong once, each beside one of its shape that is wrong."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.rules.dates.plans import wrong_plans
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS: dict[str, Number] = {
    "t3.R01.C1": 342, "t3.R01.C2": 46, "t3.R02.C1": 14, "t3.R02.C2": 3, "t3.R03.C1": 145, "t3.R03.C2": 45,
    "t3.R08.C1": 129, "t3.R13.C1": 66, "t3.R14.C1": 24, "t3.R25.C1": 12, "t3.R25.C2": 4,
    "t4.review.upheld": 15, "t4.review.corrected": 6, "t4.review.other": 5, "t4.review.pending": 3,
    "t4.direct.upheld": 4, "t4.direct.corrected": 1, "t4.direct.other": 1, "t4.direct.pending": 1,
    "t4.after_review.upheld": 6, "t4.after_review.corrected": 2, "t4.after_review.other": 1,
    "t4.after_review.pending": 2,
}  # fmt: skip


def wrong(text: str, code: str = "s4") -> list[str]:
    return wrong_quotes(filled("岚州市自然资源和规划局", code, text, CELLS, year=2022))


@pytest.mark.parametrize(
    "text",
    [
        "诉讼18件中一审审结15件，另有3件尚未审结，一审后上诉8件，二审均维持。",
        "被复议纠正的6件，4件属于检索不充分；被法院纠正的3件均为告知不当。",
        "17件由省厅审理，12件由市政府审理；市政府审理的12件维持7件、纠正3件、其他2件。",
        "直接起诉7件，占诉讼总数的38.9%；其中维持4件，纠正1件，其他结果1件，未审结1件。",
        "以市局名义作出答复引发的复议18件，以分局名义作出答复引发的11件。",
        "11件复议后起诉案件的复议结果，9件为维持、2件为其他结果。",
        "被申请复议29件的答复，占全部办结409件的7.1%。",
        "原告撤诉1件、法院按撤诉处理1件，计入其他结果。",
        "复议机关撤销4件、确认违法2件，均列入结果纠正。",
        "复议维持15件，其中4件申请人又提起诉讼；复议纠正6件，均未再诉。",
        "6件复议被责令重新答复后，申请人未再提出异议；另1件复议跨年审理。",
        "复议其他结果5件，主要为申请人撤回3件、驳回申请2件。",
        "同一申请人就一份答复先复议后诉讼的4件，复议均维持。",
        "市政府作为被申请人的复议5件，其中维持3件、其他1件、未结1件。",
        "提起诉讼的18件中，原告不服复议维持决定的9件。",
        "职业举报人提起的9件复议，维持4件、其他5件，没有被纠正的。",
        "行政诉讼18件：驳回诉讼请求9件、驳回起诉1件、确认违法1件、责令重新答复2件、撤诉2件、未结3件。",
        "经调解，3件复议申请人撤回申请，2件被复议机关驳回程序性申请，以上5件列为其他结果。",
        "市政府作出复议决定26件：维持15件，撤销3件，责令限期重做3件，终止5件。",
        "市政府全年办理信息公开复议案件96件（作为复议机关），审结88件，纠正11件。",
        "复议后起诉11件，占复议总数的37.9%。",
        "29件复议全部由司法局承办，听证2件，调解1件。",
    ],
)
def test_what_is_some_of_the_cases_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("诉讼18件，法院均维持。", ["均维持"]),
        ("被法院纠正的4件均为告知不当。", ["被法院纠正的4件"]),
        ("直接起诉7件，占诉讼总数的38.9%；其中维持5件。", ["其中维持5件"]),
        ("以市局名义引发的复议18件，以分局名义引发的12件。", ["以市局名义引发的复议18件"]),
        ("复议29件，全部办结。", ["全部办结"]),
        ("复议机关撤销4件、确认违法1件，均列入结果纠正。", ["复议机关撤销4件", "确认违法1件"]),
        ("复议纠正6件，未发生行政诉讼。", ["未发生行政诉讼"]),
        ("复议其他结果6件，主要为申请人撤回3件。", ["复议其他结果6件", "主要为申请人撤回3件"]),
        ("复议后起诉11件，占复议总数的47.9%。", ["占复议总数的47.9%"]),
        ("复议29件，较上年增加1件，维持14件，纠正6件。", ["维持14件"]),
        ("市政府作出复议决定27件。", ["市政府作出复议决定27件"]),
        ("诉讼18件，3件未结，未结的均为复议后起诉。", ["均为复议后起诉"]),
        ("29件复议中，维持15件、纠正6件，申请人撤回4件，余下4件待决。", ["申请人撤回4件", "余下4件"]),
        ("以我局为被申请人的复议5件。", ["以我局为被申请人的复议5件"]),
        ("复议维持15件，纠正6件，其他4件，3件尚在审理。", ["其他4件"]),
    ],
)
def test_what_is_wrong_of_all_cases_is_found(text: str, quotes: list[str]) -> None:
    assert wrong(text) == quotes


def test_old_and_new_ones_of_a_kind_are_not_those_carried_over() -> None:
    assert wrong("企业申请连同结转共49件，办结45件，结转4件。", "s3") == []
    assert wrong("全年办结409件，结转18件。", "s3") == ["结转18件"]


def test_what_others_should_publish_is_not_what_was_granted() -> None:
    assert wrong("不掌握66件，其中应由市住建局公开的23件、应由区政府公开的18件。", "s3") == []
    assert wrong("作出公开决定18件。", "s3") == ["作出公开决定18件"]


def test_a_share_behind_what_is_largest_is_of_that() -> None:
    assert wrong("无法提供90件，比重最大的是不掌握，占73.3%。", "s3") == []
    assert wrong("无法提供90件，占73.3%。", "s3") == ["占73.3%"]


def test_a_share_of_two_things_is_of_both() -> None:
    assert wrong("第三方合法权益129件与不掌握66件两项占办结总数的47.7%，主要由于申请人不了解信息归属。", "s3") == []
    assert wrong("第三方合法权益129件与不掌握66件两项占办结总数的57.7%。", "s3") == ["占办结总数的57.7%"]


def test_a_rate_that_is_told_again_has_another_base() -> None:
    assert wrong_ratios("复议结案67件，结案率91.8%。诉讼结案17件，结案率81.0%。", 2022) == ()
    assert wrong_ratios("复议67件。复议结案17件，结案率81.0%。", 2022) != ()


def test_a_change_is_no_number_of_last_year() -> None:
    assert wrong_sums("行政复议23件较上年多4件，行政诉讼9件较上年少1件。", 2022) == ()
    assert wrong_sums("上年收到4件，今年收到9件，较上年少1件。", 2022) != ()


def test_measures_of_the_report_before_are_no_plan() -> None:
    said = "2022年完成栏目整合9个，新增解读材料36篇。"
    assert wrong_plans(f"对照2021年度报告提出的改进措施，{said}", 2022) == ()
    assert len(wrong_plans(f"改进措施：{said}", 2022)) == 1

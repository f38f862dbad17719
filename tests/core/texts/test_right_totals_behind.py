"""Parts before a right total of several, sums of so many right before them, moves from one number to another."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

_UNIT = "青原区市场监督管理局"
_CELLS = {
    "t3.R01.C1": 41,
    "t3.R01.C2": 17,
    "t3.R01.C4": 2,
    "t3.R01.C5": 6,
    "t3.R02.C2": 2,
    "t3.R03.C1": 24,
    "t3.R03.C2": 9,
    "t3.R04.C1": 8,
    "t3.R04.C2": 5,
    "t3.R13.C1": 9,
    "t3.R13.C2": 4,
    "t3.R13.C5": 6,
    "t3.R25.C2": 1,
    "t3.R25.C4": 2,
    "t4.review.upheld": 4,
    "t4.review.other": 1,
    "t4.review.pending": 2,
    "t4.review.total": 7,
}
"""新收66件，上年结转2件，办结65件：予以公开33件，部分公开13件，无法提供19件；结转3件；行政复议7件"""


def _told(section: str, text: str, *rules: str) -> list[str]:
    return [f.message for f in findings_of(filled(_UNIT, section, text, _CELLS), *rules)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("自然人41件；商业企业15件、社会公益组织2件、法律服务机构6件，法人或其他组织共25件。", "商业企业15件"),
        ("商业企业16件，占25.8%；公益组织2件；法律服务机构6件。法人和其他组织合计25件，自然人41件。", "商业企业16件"),
        ("法律服务机构6件、公益组织2件、企业14件，法人或其他组织合计25件。", "企业14件"),
        ("予以公开31件、部分公开13件，予以公开和部分公开合计46件。", "予以公开31件"),
    ],
)
def test_a_part_before_a_right_total_of_several_is_judged(text: str, wrong: str) -> None:
    (message,) = _told("s3", text, "N-01", "N-05")
    assert wrong in message


@pytest.mark.parametrize(
    "text",
    [
        "自然人41件；商业企业17件、社会公益组织2件、法律服务机构6件，法人或其他组织共25件。",
        "线上收到商业企业申请5件，线下收到商业企业申请12件，法人或其他组织共25件。",
        "上半年商业企业7件，下半年商业企业10件；法律服务机构6件，法人或其他组织共25件。",
        "商业企业5件，后又收到商业企业申请12件，商业企业共17件。",
        "新收66件，其中商业企业17件。商业企业连同上年的2件共19件。",
    ],
)
def test_a_part_of_the_same_is_left_alone(text: str) -> None:
    assert _told("s3", text, "N-01", "N-05") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("办结65件，予以公开33件、部分公开13件，两项合计45件，占69.2%。", "33＋13＝46件，合计写的是45件"),
        ("予以公开33件，占50.8%；部分公开13件，占20.0%；两项合计47件。", "33＋13＝46件，合计写的是47件"),
        (
            "办结65件，予以公开33件、部分公开13件、无法提供19件，三项合计66件。",
            "33＋13＋19＝65件，合计写的是66件",
        ),
        ("全年发布信息320条，政策解读24条、通知公告51条，两类合计76条。", "24＋51＝75条，合计写的是76条"),
    ],
)
def test_a_sum_of_so_many_right_before_it(text: str, said: str) -> None:
    (message,) = _told("s3", text, "N-24")
    assert said in message


@pytest.mark.parametrize(
    "text",
    [
        "办结65件，予以公开33件、部分公开13件，两项合计46件，占70.8%。",
        "予以公开33件，占50.8%；部分公开13件，占20.0%；两项合计46件。",
        "办结65件，予以公开33件、部分公开13件、无法提供19件，两项合计46件。",
        "办结65件，予以公开33件、无法提供19件，部分公开13件，前两项合计52件。",
        "宅基地类29件，征地类18件；企业10件、个人8件；两类合计47件。",
        "全年发布信息320条，政策解读约24条、通知公告51条，两类合计76条。",
    ],
)
def test_right_sums_of_so_many_and_those_of_others(text: str) -> None:
    assert _told("s3", text, "N-24") == []


@pytest.mark.parametrize(
    ("section", "text", "said"),
    [
        ("s4", "与上年相比，行政复议由10件降至7件，减少2件。", "10－2＝8件，合计写的是7件"),
        ("s4", "较上年，行政复议由5件增加到7件，增加3件，增长40%。", "5＋3＝8件，旁边写的是7件"),
        ("s3", "与2023年相比，予以公开由28件增至33件，增加6件。", "28＋6＝34件，合计写的是33件"),
        ("s5", "同比看，行政复议由10件降至7件，减少4件。", "10－4＝6件，合计写的是7件"),
    ],
)
def test_a_move_that_its_difference_does_not_make(section: str, text: str, said: str) -> None:
    (message,) = _told(section, text, "N-06", "N-24")
    assert said in message


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("s4", "与上年相比，行政复议由10件降至7件，减少3件，下降30%。"),
        ("s4", "较上年，行政复议由5件增加到7件，增加2件，增长40%。"),
        ("s3", "与2023年相比，予以公开由28件增至33件，增加5件。"),
        ("s3", "新收66件，较上年增加41件，其中征地类40件，较上年增加22件。"),
    ],
)
def test_moves_that_are_right_and_changes_that_are_no_parts(section: str, text: str) -> None:
    assert _told(section, text, "N-06", "N-24") == []


@pytest.mark.parametrize(
    ("section", "text", "said"),
    [
        ("s3", "予以公开33件、部分公开13件，两项合计46件，占75%。", "是46÷65＝70.77%、46÷66＝69.70%，"),
        ("s3", "予以公开33件、部分公开13件，两项合计46件，占66.1%。", "是46÷66＝69.70%、46÷65＝70.77%，"),
        ("s3", "予以公开33件、部分公开13件，两项合计46件，占办结总数的75%。", "约占70.77%，"),
        ("s4", "共发生行政复议7件，已审结的5件中，维持率85%。", "是4÷5＝80.00%、4÷7＝57.14%，"),
        ("s4", "行政复议7件，结果维持4件，占审结案件的57%。", ""),
        ("s4", "行政复议7件，结果维持4件，占审结案件的66%。", "是4÷5＝80.00%，"),
        ("s4", "行政复议7件，结果维持4件，占复议案件总数的66%。", "约占57.14%，"),
        ("s4", "共发生行政复议7件，已审结的5件中，维持率80%。", ""),
        ("s3", "予以公开33件、部分公开13件，两项合计46件，占70.8%。", ""),
        ("s3", "予以公开33件、部分公开13件，两项合计46件，占69.7%。", ""),
    ],
)
def test_a_wrong_share_is_told_with_its_possible_bases(section: str, text: str, said: str) -> None:
    messages = _told(section, text, "N-05", "N-06")
    assert len(messages) == bool(said)
    assert all(said in message for message in messages)


@pytest.mark.parametrize(("total", "is_wrong"), [(18, True), (17, False)])
def test_what_was_looked_at_is_no_part_of_what_was_found(total: int, is_wrong: bool) -> None:
    found = "发现格式不规范9份、法律条款引用不准确6份、未告知救济途径2份"
    text = f"10月对各处室留存的答复文书抽查60份，{found}，三类问题文书合计{total}份，均已整改。"
    assert bool(_told("s5", text, "N-24")) == is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("门户网站刊登9条，公报刊登2条。公开栏张贴3条，广播、电子屏各1条，展板1条，以上合计17条。", False),
        ("门户网站刊登9条，公报刊登2条。公开栏张贴3条，广播、电子屏各1条，展板1条，以上合计19条。", True),
        ("开展培训，局机关2场，东片、西片学区各3场，合计8场。", False),
        ("开展培训，局机关2场，东片、西片学区各3场，合计9场。", True),
        ("开展培训，局机关2场，四个学区各3场，合计14场。", False),
        ("开展培训，局机关2场，各学区、各科室各3场，合计41场。", False),
        ("公开栏、电子屏各公开60条，广播30条，共计150条。", False),
        ("公开栏、电子屏各公开60条，广播30条，共计160条。", True),
        ("上半年网站公开210条，公众号80条。下半年网站公开190条，公众号95条，以上合计575条。", False),
        ("上半年网站公开210条，公众号80条。下半年网站公开190条，公众号95条，以上合计565条。", True),
    ],
)
def test_as_many_for_each_name_and_totals_of_the_sentences_above(text: str, is_wrong: bool) -> None:
    assert bool(_told("s2", text, "N-24")) is is_wrong


def test_a_total_of_results_with_one_that_nobody_understands() -> None:
    cells = {"t3.R01.C1": 19, "t3.R03.C1": 12, "t3.R13.C1": 3, "t3.R14.C1": 1, "t3.R16.C1": 1, "t3.R17.C1": 1}
    text = "不掌握的3件，另行制作1件，信访类、重复申请各1件，逾期不补正1件，合计{}件。"
    report = {**cells, "t3.R21.C1": 1}
    assert wrong_quotes(filled(_UNIT, "s3", text.format(7), report)) == []
    assert wrong_quotes(filled(_UNIT, "s3", text.format(9), report)) == ["合计9件"]

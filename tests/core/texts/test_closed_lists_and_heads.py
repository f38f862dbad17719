"""Lists that have ended, the year again behind a part of it, names of other places, and a report out too early."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of

CASES: dict[str, Number] = {"t4.review.upheld": 2, "t4.review.corrected": 2, "t4.after_review.corrected": 1}
NO_CASES: dict[str, Number] = {"t4.review.upheld": 0, "t4.direct.upheld": 0, "t4.after_review.upheld": 0}
ASKED: dict[str, Number] = {"t3.R01.C1": 9, "t3.R02.C1": 1, "t3.R03.C1": 10}
DECISIONS: dict[str, Number] = {"t2.licensing.decisions": 318, "t2.penalty.decisions": 46}


def told(rule: str, code: str, text: str, cells: dict[str, Number], unit: str = "清河县水务局") -> bool:
    found = findings_of(filled(unit, code, text, cells), rule)
    return code in {place.text for one in found for place in one.places}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("局长信箱和热线收到群众来信215件，其中公交线路130件，出租车95件，都回了，回得不满意的有8件。", 1),
        ("局长信箱和热线收到群众来信225件，其中公交线路130件，出租车95件，都回了，回得不满意的有8件。", 0),
        ("公开信息1286条，同比多出182条。按内容分，招生412条，督导196条，招聘305条，资助88条，综合255条。", 1),
        ("公开信息1286条，同比多出182条。按内容分，招生412条，督导196条，招聘305条，资助118条，综合255条。", 0),
        ("公开信息1286条，比上年增加182条。按内容分，招生412条，督导196条。", 0),
        ("复议方面，受理在案46件，维持21件、纠正6件、其他13件、未结8件。", 1),
        ("复议方面，受理在案46件，维持21件、纠正6件、其他11件、未结8件。", 0),
        ("去年行政复议46件，维持21件、纠正6件、其他11件、未结7件。", 1),
        ("去年行政诉讼3件，行政复议46件，维持21件、纠正6件、其他11件、未结7件。", 0),
        ("增加的行政复议46件，维持21件、纠正6件、其他11件、未结7件。", 0),
    ],
)
def test_a_list_that_has_ended_is_all_of_it(text: str, wrong: int) -> None:
    assert len(wrong_sums(text, 2024)) == wrong


@pytest.mark.parametrize(
    ("rule", "code", "text", "cells", "is_wrong"),
    [
        ("T2-06", "s1.active", "行政许可318件，上半年151件、下半年167件；本年度未作出行政处罚决定。", DECISIONS, True),
        ("T2-06", "s1.active", "行政许可318件，上半年未作出行政处罚决定。", DECISIONS, False),
        ("N-06", "s4", "复议机关和法院共纠正我局答复行为4件，其中因检索不充分的占多数。", CASES, True),
        ("N-06", "s4", "复议机关和法院共纠正我局答复行为3件，其中因检索不充分的占多数。", CASES, False),
        ("N-06", "s4", "复议机关和法院纠正街道答复合计4件。", CASES, True),
        ("N-20", "s4", "未被申请行政复议，没有被纠正的情况发生为零件。", NO_CASES, True),
        ("N-20", "s4", "没有因公开工作被申请行政复议、提起行政诉讼的行政复议被申请情况发生的案件。", NO_CASES, True),
        ("N-20", "s4", "没有因公开工作被申请行政复议、提起行政诉讼的情况发生。", NO_CASES, False),
        ("N-02", "s5", "居民的知晓度有所提高，全年政府信息公开零申请。", ASKED, True),
        ("N-02", "s5", "全年依申请公开零申请。", ASKED, True),
        ("N-02", "s5", "部分村（社区）全年政府信息公开零申请。", ASKED, False),
        ("N-02", "s5", "去年政府信息公开零申请，今年有了申请。", ASKED, False),
        ("N-02", "s5", "上半年政府信息公开零申请。", ASKED, False),
    ],
)  # fmt: skip
def test_what_is_said_of_all(rule: str, code: str, text: str, cells: dict[str, Number], is_wrong: bool) -> None:
    assert told(rule, code, text, cells) == is_wrong


@pytest.mark.parametrize(
    ("unit", "text", "is_other"),
    [
        ("象浦县石渚镇人民政府", "2024年，鹤汀镇以《条例》为遵循，落实县委决策部署，我镇公开工作稳步推进。", True),
        ("象浦县石渚镇人民政府", "2024年，石渚镇以《条例》为遵循，落实县委决策部署，我镇公开工作稳步推进。", False),
        ("象浦县石渚镇人民政府", "2024年，鹤汀镇以规范化建设为抓手，健全公开制度。", True),
        ("象浦县石渚镇人民政府", "2024年，鹤汀镇以我镇为样板，完善公开目录，两镇交流3次。", False),
        ("象浦县石渚镇人民政府", "特色小镇以文旅为依托，公布项目信息。", False),
        ("白桦县林业和草原局", "谁发布谁负责，青石县水务局保密审查小组由局长任组长，本局没有发生失泄密的问题。", True),
        ("白桦县林业和草原局", "谁发布谁负责，县林业和草原局保密审查小组由局长任组长，全年审查信息300余条。", False),
        ("白桦县林业和草原局", "配合县水务局政务公开领导小组由局长任组长的做法，落实责任。", False),
    ],
)
def test_names_of_other_places(unit: str, text: str, is_other: bool) -> None:
    assert told("N-10", "s1.manage", text, {}, unit) == is_other


@pytest.mark.parametrize(
    ("text", "is_early"),
    [
        ("本报告中所列数据的统计期限为2024年1月1日至2024年12月31日。报告已于2024年1月26日在区政府网站公布。", True),
        ("本年度报告统计期限自2024年1月1日起至2024年12月31日止。报告电子版于2024年2月6日在网站公布。", True),
        ("本报告统计期限为2024年1月1日至2024年12月31日。报告已于2025年1月26日在区政府网站公布。", False),
        ("2023年度报告已于2024年1月26日在网站公布。", False),
        ("本报告数据统计期限为2024年1月1日至2024年12月30日，可在县政府网站查阅下载。", False),
    ],
)
def test_a_report_out_before_its_year_is_over(text: str, is_early: bool) -> None:
    found = findings_of(filled("清河县水务局", "lead", text, {}), "N-25")
    assert ("lead" in {place.text for one in found for place in one.places}) == is_early


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("办结91件，即予以公开35件、部分公开20件、不予公开15件、无法提供10件、不予处理5件。", 1),
        ("办结91件，即予以公开35件、部分公开20件、不予公开21件、无法提供10件、不予处理5件。", 0),
        ("公开信息100条，即政策类30条、动态类50条、公告类30条。", 1),
        ("公开信息110条，即政策类30条、动态类50条、公告类30条。", 0),
        ("不予处理5件，即信访类3件、重复申请2件、公开出版物1件；其他处理2件，即逾期不补正2件。", 1),
        ("全局办理申请67件，即新收63件、结转4件，年内办结62件。", 0),
        ("公开信息100条，即日起每周更新30条、动态50条、公告30条。", 0),
        ("公开信息100条，即将上线的专题有30条、动态50条、公告30条。", 0),
    ],
)
def test_what_a_number_is_said_to_be_is_a_list(text: str, wrong: int) -> None:
    assert len(wrong_sums(text, 2024)) == wrong

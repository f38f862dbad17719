"""Lists counted before they are named, closed by 和其他, told of each of several, and the rest that a kind has."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import claims_in, filled, findings_of, wrong_claims

CELLS: dict[str, Number] = {
    "t2.licensing.decisions": 1284,
    "t2.penalty.decisions": 96,
    "t2.coercion.decisions": 12,
    "t3.R01.C1": 71,
    "t3.R01.C2": 6,
    "t3.R01.C5": 3,
    "t3.R02.C1": 4,
    "t3.R03.C1": 67,
    "t3.R03.C2": 5,
    "t3.R03.C5": 2,
    "t3.R13.C1": 5,
    "t3.R25.C1": 3,
    "t3.R25.C2": 1,
    "t3.R25.C5": 1,
}


@pytest.mark.parametrize(
    "text",
    [
        "通过网站发布信息1580条，包括概况类42条、动态类1120条和公告类408条和其他62条。",
        "作出行政处罚46件，包括市容环境类21件、占用道路类17件和其他类6件。",
        "作出行政许可决定1284件，其中食品许可613件，设备许可406件，药品、器械等其他许可295件。",
        "行政处罚96件，其中市场监管领域43件，城市管理领域38件，应急管理领域25件。",
        "承办人大代表建议和政协委员提案96件，其中人大代表建议47件、政协委员提案39件。",
        "承办人大代表建议、政协委员提案96件，其中人大建议47件，政协提案39件。",
        "办结15件，公开7件，部分公开1件；不予公开的4件，分别为2件系第三方不同意公开，1件属案卷；另有2件不掌握。",
        "回应关切15件，分别是3件教育类、5件住建类、8件民生类。",
        "开展培训6次，分别为2次线上培训和3次线下培训，参训412人次。",
        "受理举报21件，其中14件涉及消费维权，6件涉及噪声扰民，3件涉及物业管理。",
        "政府网站、微信公众号、政务微博各发布信息120条，合计380条。",
        "全年召开新闻发布会24场，上下半年各11场。",
        "举办培训8期，区级和镇街对半，各3期。",
        "参训412人次，区直部门186人次，镇街236人次。",
    ],
)
def test_parts_that_do_not_make_their_total_are_found(text: str) -> None:
    assert len(wrong_sums(text, 2024)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "通过网站发布信息1580条，包括概况类42条、动态类1120条和公告类418条。",
        "行政许可12件，其中网上办理11件，行政处罚6件，行政强制2件。",
        "行政处罚96件，其中罚款决定90件，没收违法所得决定14件，吊销许可证决定2件。",
        "行政处罚96件，其中市场监管领域43件，城市管理领域38件，应急管理领域15件。",
        "承办人大代表建议和政协委员提案86件，其中主办建议提案49件，会办建议提案37件。",
        "不予公开的4件，分别为3件系第三方不同意公开，1件属案卷；另有2件不掌握。",
        "开展培训5次，分别为2次线上培训和3次线下培训，参训412人次。",
        "受理申请15件，其中12件来自同一人，9件予以公开。",
        "受理举报21件，其中14件涉及消费维权，6件涉及噪声扰民，1件涉及物业管理，年内办结20件。",
        "区政府办、区司法局各举办培训3期，全区共举办15期。",
        "全年开展培训10期，上半年和下半年各组织4期业务培训，另有2期保密培训。",
        "全年召开新闻发布会24场，上下半年各有侧重，其中民生主题11场。",
        "全县新收354件，县政府办公室本级29件，县直部门264件，乡镇街道61件。",
        "18件行政复议中，县政府5件、县直部门9件、乡镇4件。",
        "培训38期，区政府办公室6期、区直部门21期、镇街11期。",
    ],
)
def test_parts_that_do_or_need_not_are_left_alone(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("许可、处罚、强制三项分别为1284件、96件和22件。", ["t2.coercion.decisions"]),
        ("三类执法决定（许可、处罚、强制）依次为1284件、69件、12件。", ["t2.penalty.decisions"]),
        ("全年许可、处罚和强制决定分别为1248件、96件和12件。", ["t2.licensing.decisions"]),
        ("许可、处罚、强制三项分别为1284件、96件和12件。", []),
        ("公示许可、处罚、强制信息分别为1310条、120条和40条。", []),
        ("年内许可、处罚、强制事项分别为210项、86项和15项。", []),
    ],
)
def test_sorts_of_decisions_told_in_order_are_compared(text: str, cells: list[str]) -> None:
    report = filled("云岭区人民政府", "s2", text, CELLS)
    assert [finding.cells[0] for finding in findings_of(report, "N-07")] == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("新收申请80件，除企业6件外，其余全部来自自然人。", ["t3.R01.C1"]),
        ("全年收到申请80件，其中企业6件、律师事务所2件，其余均为自然人提出。", ["t3.R01.C5"]),
        ("全年收到申请80件，其中企业6件、律师事务所3件，其余均为自然人提出。", []),
        ("全年新收申请96件，其中企业6件、律师事务所3件，其余均为自然人提出。", ["t3.R01.C7"]),
        ("新收申请80件，除6件由企业提出、3件由律师事务所提出外，均为自然人申请。", []),
        ("全年收到申请80件，其中企业6件，其余主要由自然人提出。", []),
        ("全年收到申请80件，涉及征收的40件，其中企业4件，其余均为自然人。", []),
        ("计入上年结转后，应予答复84件。", []),
        ("新收80件，计入上年结转后，应予答复84件，年内答复79件。", []),
        ("上年结转的申请中，应予答复3件。", []),
        ("新收80件，计入上年结转后，应予答复85件。", ["t3.R01.C7"]),
        ("区政府本级新收申请80件，其中自然人75件，企业6件，其余由律所提出。", ["t3.R01.C1"]),
    ],
)
def test_the_rest_and_what_was_due_are_compared(text: str, cells: list[str]) -> None:
    report = filled("云岭区人民政府", "s3", text, CELLS)
    assert [finding.cells[0] for finding in findings_of(report, "N-01", "N-03", "N-04")] == cells


def test_the_kinds_of_an_office_whose_number_is_the_tables_are_compared() -> None:
    text = "临禾市公安局本级共新收申请80件，其中自然人75件，商业企业6件；上年结转4件。全市公安机关共收到235件。"
    assert [claim.cells[0] for claim in wrong_claims(filled("临禾市公安局", "s3", text, CELLS))] == ["t3.R01.C1"]


def test_a_rule_of_one_file_for_each_counts_nothing() -> None:
    text = "新收80件，上年结转4件，局依申请公开办公室实行“一件一档”，全年作出答复80件，5件结转到下年。"
    found = claims_in(filled("沧屿市自然资源和规划局", "s3", text, CELLS))
    assert [(claim.key, claim.agrees) for claim in found if claim.key in ("handled", "unknown")] == [("handled", False)]

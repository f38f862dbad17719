"""Rows told together, all of a kind or a group, denials of a sort, and totals behind what is said of all."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_claims, wrong_quotes

# fmt: off
BUREAU = {
    "t3.R01.C1": 75, "t3.R01.C2": 17, "t3.R01.C3": 1, "t3.R01.C4": 1, "t3.R01.C5": 5, "t3.R01.C6": 1,
    "t3.R02.C1": 5, "t3.R02.C2": 1, "t3.R03.C1": 24, "t3.R03.C2": 6, "t3.R03.C4": 1, "t3.R04.C1": 10,
    "t3.R04.C2": 3, "t3.R04.C5": 1, "t3.R05.C1": 1, "t3.R06.C1": 2, "t3.R07.C2": 1, "t3.R08.C1": 3,
    "t3.R08.C2": 1, "t3.R09.C1": 3, "t3.R10.C1": 4, "t3.R10.C5": 1, "t3.R11.C1": 3, "t3.R11.C5": 3,
    "t3.R12.C1": 4, "t3.R13.C1": 6, "t3.R13.C2": 2, "t3.R13.C6": 1, "t3.R14.C1": 4, "t3.R14.C3": 1,
    "t3.R15.C1": 2, "t3.R15.C2": 1, "t3.R16.C1": 4, "t3.R17.C1": 2, "t3.R18.C1": 1, "t3.R19.C1": 1,
    "t3.R20.C2": 2, "t3.R21.C1": 2, "t3.R21.C2": 1, "t3.R22.C2": 1, "t3.R23.C1": 2, "t3.R25.C1": 2,
}
GUARDS = {
    "t3.R01.C1": 20, "t3.R01.C2": 4, "t3.R01.C4": 2, "t3.R03.C1": 7, "t3.R03.C4": 2, "t3.R04.C1": 1,
    "t3.R11.C1": 5, "t3.R11.C2": 3, "t3.R13.C1": 4, "t3.R13.C2": 1, "t3.R16.C1": 3,
}
# fmt: on
NOBODY = {"t3.R01.C1": 0, "t3.R02.C1": 0, "t3.R03.C1": 0, "t3.R25.C1": 0}


def wrong(text: str, cells: dict[str, int], code: str = "s3") -> list[str]:
    return wrong_quotes(filled("云台县自然资源局", code, text, cells))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("档案不在本机关或者没有现成文本、只能告知无法提供的有12件。", "12件"),
        ("档案不在本机关或者没有现成文本、只能告知无法提供的有14件。", ""),
        ("档案不在本机关或者没有现成文本、只能告知无法提供的有17件，都写明了可能掌握信息的单位。", ""),
        ("手里没有或者要重新制作、只能如实告知的有14件。", ""),
        ("手里没有或者要重新制作、只能如实告知的有12件，都写明了可能掌握信息的单位。", "12件"),
        ("重复来要或者借申请投诉、不再处理的共6件。", ""),
        ("重复来要或者借申请投诉、不再处理的共7件。", "7件"),
        ("逾期不补材料或者没按通知缴费、停办的4件。", ""),
        ("逾期不补材料或者没按通知缴费、停办的5件。", "5件"),
        ("20日内没有补正的4件。", "4件"),
        ("在20个工作日内未补正的3件。", ""),
        ("其他处理6件，即逾期不补正、逾期未缴费和其他情形各2件。", ""),
        ("予以公开31件，占29.8%；不予处理和其他处理分别占10.6%、6.7%。", ""),
        ("新收100件，加上2023年转下来的6件，全年办结100件。", "100件"),
        ("新收100件，加上2023年转下来的6件，全年办结104件。", ""),
        ("26件不予公开申请都是要求公开执法案卷。", "案卷"),
        ("不予公开的26件申请都是索取他人商业秘密。", "商业秘密"),
        ("不予公开的26件都附上了救济途径。", ""),
        ("26件不予公开申请均按期答复，主要是执法案卷。", ""),
        ("内部管理信息3件、过程性信息5件未予公开，合计8件；其余18件不予公开的理由为执法案卷等。", ""),
        ("内部管理信息3件、过程性信息5件未予公开，合计8件；其余17件不予公开的理由为执法案卷等。", "17件"),
        ("今年办结的依申请公开件中无法提供的有17件，占比达17.0%。", "17.0%"),
        ("今年办结的依申请公开件中无法提供的有17件，占比达16.3%。", ""),
        ("无法提供的有17件，占比达17.0%。", ""),
    ],
)
def test_rows_told_together_and_all_of_a_group(text: str, quote: str) -> None:
    assert told(wrong(text, BUREAU), quote)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("环保公益组织提出的2件申请全部予以公开。", set()),
        ("环保公益组织提出的2件申请全部部分公开。", {"t3.R04.C4"}),
        ("公益组织提出的2件申请均部分公开，其余申请按时答复。", {"t3.R04.C4"}),
        ("企业提出的4件申请均予以公开。", {"t3.R03.C2"}),
        ("一名村民提出的3件申请均无法提供。", set()),
        ("公开制度方面，企业提出的4件建议均予以公开。", set()),
        ("8件不予公开的申请都是要求公开执法案卷的。", set()),
    ],
)
def test_what_all_of_a_kind_came_to(text: str, cells: set[str]) -> None:
    claims = wrong_claims(filled("青溪市城市管理局", "s3", text, GUARDS))
    assert {cell for claim in claims for cell in claim.cells} == cells


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年接收申请100件，登记、审核、答复、归档全程留痕，所有申请均在2024年内办结。", "均在2024年内办结"),
        ("所有重复申请均在2024年内办结。", ""),
        ("全年收到的信息公开申请均为网上提交，共99件。", "99件"),
        ("全年收到的信息公开申请均为网上提交，共100件。", ""),
        ("全年收到的政府信息公开申请以自然人为主，共100件。", ""),
        ("全年收到的政府信息公开申请以自然人为主，共75件。", ""),
        ("全年收到的政府信息公开申请以自然人为主，共90件。", "90件"),
        ("收到的申请主要涉及征地，共62件。", ""),
        ("收到的征地类申请均为村民提出，共9件。", ""),
        ("全年发布信息1860条，其中网站1780条、新媒体80条。", ""),
        ("全年公开信息1860条，其中企业类120条。", ""),
    ],
)
def test_what_is_said_of_all_that_came_in(text: str, quote: str) -> None:
    assert told(wrong(text, BUREAU), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("未收到因逾期未缴费而不再处理的申请，也没有收取信息处理费。", ""),
        ("没有收到需延期答复的申请。", ""),
        ("未接到由上级机关转办的申请。", ""),
        ("全年未收到政府信息公开申请，也没有收取信息处理费。", "未收到政府信息公开申请"),
        ("未收到社会公众的信息公开申请。", "未收到社会公众的信息公开申请"),
    ],
)
def test_none_of_a_sort_is_not_none(text: str, quote: str) -> None:
    assert told(wrong(text, GUARDS), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("镇政府收到村民书面申请1件，要求公开青苗补偿明细，已在第9个工作日予以公开。", "1件"),
        ("受理村民王某的政府信息公开申请1件，按时答复。", "1件"),
        ("全年收到辖区企业信息公开申请1件，已按时答复。", "1件"),
        ("镇政府收到村民书面申请12件，要求调解邻里纠纷，均已办结。", ""),
        ("若收到村民书面申请，1件一档，按时答复。", ""),
        ("全年收到居民提交的低保申请26件，均按时办结并公示。", ""),
    ],
)
def test_somebody_asked_where_nobody_did(text: str, quote: str) -> None:
    claims = wrong_claims(filled("柳河镇人民政府", "s3", text, NOBODY))
    assert told([claim.quote for claim in claims], quote)
    assert {claim.rule_id for claim in claims} <= {"N-02"}


CASES = {
    "t4.review.upheld": 7, "t4.review.corrected": 2, "t4.review.other": 4, "t4.review.pending": 1,
    "t4.review.total": 14, "t4.direct.upheld": 2, "t4.direct.other": 1, "t4.direct.pending": 1, "t4.direct.total": 4,
    "t4.after_review.upheld": 3, "t4.after_review.pending": 2, "t4.after_review.total": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("直接起诉4件中维持2件、裁定驳回起诉1件、在审1件。", ""),
        ("直接起诉4件中维持2件、裁定驳回起诉2件、在审1件。", "驳回起诉2件"),
        ("引发行政复议14件、行政诉讼9件。除3件诉讼未审结外，其余案件复议机关和法院均支持了我局。", "均支持了我局"),
        ("行政复议14件；行政诉讼9件，除3件诉讼未审结外，其余没有一件败诉。", ""),
    ],
)
def test_what_the_rest_of_the_cases_came_to(text: str, quote: str) -> None:
    assert told(wrong(text, CASES, "s4"), quote)

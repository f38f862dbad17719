"""What is said to be of the new applications, of one way in, or of the whole place behind its office."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_claims, wrong_quotes

CELLS = {
    "t3.R01.C1": 16, "t3.R01.C2": 9, "t3.R01.C6": 2, "t3.R02.C2": 1,
    "t3.R03.C1": 12, "t3.R03.C2": 6, "t3.R13.C1": 2, "t3.R13.C2": 4, "t3.R13.C6": 2, "t3.R25.C1": 2,
}  # fmt: skip


def wrong(text: str, cells: dict[str, int] = CELLS, unit: str = "青原县人民政府") -> list[str]:
    return wrong_quotes(filled(unit, "s1.request", text, cells, unit_type="各级人民政府"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年商业企业提出政府信息公开申请9件，占新收申请总数的32.1%。", "占新收申请总数的32.1%"),
        ("自然人申请16件，占新收申请总数的57.1%。", "占新收申请总数的57.1%"),
        ("全年新收27件，其中商业企业9件，占全年新收的32.1%。", "占全年新收的32.1%"),
        ("自然人申请16件，占新收申请总数的59.3%。", ""),
        ("自然人申请16件，占收到申请总数的57.1%。", ""),
        ("全年商业企业提出政府信息公开申请9件，占新收申请总数的33.3%。", ""),
        ("全年商业企业提出政府信息公开申请9件，占新收和上年结转总数的32.1%。", ""),
        ("商业企业申请10件，占应办总数的35.7%。", ""),
    ],
)
def test_a_share_of_the_new_ones_is_not_one_of_those_carried_in_too(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年商业企业提出政府信息公开申请8件。", "商业企业提出政府信息公开申请8件"),
        ("自然人依法提交政府信息公开申请15件。", "自然人依法提交政府信息公开申请15件"),
        ("企业向我县提出的政府信息公开申请8件。", "企业向我县提出的政府信息公开申请8件"),
        ("全年自然人共提出政府信息公开申请16件，商业企业提出政府信息公开申请9件。", ""),
        ("公民、法人和其他组织提出政府信息公开申请27件。", ""),
        ("社会公众和企业向我县提出政府信息公开申请27件。", ""),
    ],
)
def test_whose_applications_are_counted(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("本年度通过网络收到政府信息公开申请2件，均按时予以答复。", {}, ["N-02"]),
        ("全年网上收到申请3件。", {}, ["N-02"]),
        ("全年网上收到申请30件。", CELLS, ["N-01"]),
        ("全年网上收到申请28件。", CELLS, []),
        ("通过网络收到群众咨询20件，均已答复。", {}, []),
    ],
)
def test_no_more_came_in_one_way_than_in_all(text: str, cells: dict[str, int], rules: list[str]) -> None:
    report = filled("青原县水利局", "s1.request", text, cells)
    assert [claim.rule_id for claim in wrong_claims(report)] == rules


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("实行县政府办公室、承办单位两级把关，全县新收的27件申请和上年结转的1件申请，已全部办结。", "全部办结"),
        ("县政府办公室收到申请20件，办结19件，全县收到申请36件。", "全县收到申请36件"),
        ("县政府办公室收到申请20件，办结19件，全县收到申请27件，办结26件。", ""),
        ("县政府办公室作为全县主管部门，收到申请20件，办结19件。", ""),
        ("全县收到申请27件，其中县政府办公室收到20件，办结19件。", ""),
    ],
)
def test_who_is_named_last_is_spoken_of(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年新受理申请28件。", "新受理申请28件"),
        ("台账上新登记的公开申请为28件。", "申请为28件"),
        ("本年度新接收申请28件，按来源分为网上和信函。", "新接收申请28件"),
        ("全年新受理申请27件。", ""),
        ("新受理窗口收到申请28件。", ""),
        ("更新登记系统后收到申请28件。", ""),
        ("全年收到申请28件。", ""),
    ],
)
def test_new_ones_in_other_words_are_not_those_carried_in_too(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize("more", ["同比增加2件", "同比净增2件", "同比新增约2件", "同比增长2件"])
def test_how_many_more_there_are_is_no_number_of_all(more: str) -> None:
    assert wrong(f"全年收到35件申请，{more}。") == wrong("全年收到35件申请。")
    assert wrong(f"全年收到27件申请，{more}。") == []

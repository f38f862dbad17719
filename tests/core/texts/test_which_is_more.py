"""Which of two is more, or how many times as many, is compared with the tables (N-01, N-05, N-06, N-07)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_claims


def wrong(code: str, text: str) -> list[tuple[str, str]]:
    return [(claim.rule_id, claim.quote) for claim in wrong_claims(filled("临江市水利局", code, text, HUNDRED))]


@pytest.mark.parametrize(
    ("code", "text", "rule", "quote"),
    [
        ("s1.request", "企业申请量首次超过自然人，占全部申请的半壁江山。", "N-01", "申请量首次超过自然人"),
        ("s1.request", "无法提供的申请多于予以公开的申请，主要是历史资料缺失所致。", "N-05", "请多于予以公开的申请"),
        ("s1.request", "不予公开的件数高于无法提供的件数。", "N-05", "数高于无法提供的件数"),
        ("s1.request", "企业申请14件，少于法律服务机构。", "N-01", "少于法律服务机构"),
        ("s1.request", "部分公开的答复数量已超过不予公开的答复数量。", "N-05", "过不予公开的答复数量"),
        ("s1.request", "自然人申请是企业申请的8倍多。", "N-01", "请是企业申请的8倍多"),
        ("s1.request", "自然人申请是企业申请的8倍以上。", "N-01", "是企业申请的8倍以上"),
        ("s1.request", "自然人申请是企业申请的近9倍。", "N-01", "请是企业申请的近9倍"),
        ("s1.request", "予以公开的数量是部分公开的2倍。", "N-05", "数量是部分公开的2倍"),
        ("s1.request", "企业申请数量不足自然人申请数量的一成。", "N-01", "自然人申请数量的一成"),
        ("s1.request", "予以公开45件，比无法提供的少。", "N-05", "比无法提供的少"),
        ("s1.request", "科研机构的申请量高于法律服务机构。", "N-01", "请量高于法律服务机构"),
        ("s1.request", "全年不予公开的比例低于一成。", "N-05", "予公开的比例低于一成"),
        ("s4", "未经复议直接起诉的案件多于复议后起诉的案件。", "N-06", "多于复议后起诉的案件"),
        ("s4", "行政诉讼案件数量超过行政复议案件数量，复议主渠道作用有待加强。", "N-06", "超过行政复议案件数量"),
        ("s4", "2024年行政诉讼案件数量高于行政复议案件数量。", "N-06", "高于行政复议案件数量"),
        ("s4", "复议案件纠正的多于维持的。", "N-06", "案件纠正的多于维持的"),
        ("s4", "行政诉讼案件是行政复议案件的2倍。", "N-06", "是行政复议案件的2倍"),
        ("s2", "行政许可数量少于行政处罚数量，监管力度持续加大。", "N-07", "数量少于行政处罚数量"),
    ],
)
def test_comparisons_that_the_tables_do_not_bear_out(code: str, text: str, rule: str, quote: str) -> None:
    assert any(told == rule and quote in said for told, said in wrong(code, text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "涉及招投标的申请中，企业申请量已超过自然人。"),
        ("s1.request", "予以公开的申请多于无法提供的申请。"),
        ("s1.request", "不予公开的件数低于无法提供的件数。"),
        ("s1.request", "企业申请14件，多于法律服务机构。"),
        ("s1.request", "部分公开的答复数量少于不予公开的答复数量。"),
        ("s1.request", "自然人申请是企业申请的5倍多。"),
        ("s1.request", "自然人申请是企业申请的2倍以上。"),
        ("s1.request", "自然人申请是企业申请的近6倍。"),
        ("s1.request", "予以公开的数量是部分公开的4倍多。"),
        ("s1.request", "企业申请数量不足自然人申请数量的两成。"),
        ("s1.request", "科研机构的申请量低于法律服务机构。"),
        ("s4", "未经复议直接起诉的案件少于复议后起诉的案件。"),
        ("s4", "行政复议案件数量超过行政诉讼案件数量，复议主渠道作用进一步显现。"),
        ("s4", "2024年行政诉讼案件数量低于行政复议案件数量。"),
        ("s4", "复议案件维持的多于纠正的。"),
        ("s2", "行政处罚数量少于行政许可数量。"),
    ],
)
def test_comparisons_that_is_right_or_of_something_else(code: str, text: str) -> None:
    assert wrong(code, text) == []


_OF_CARRIED = (
    "企业多于自然人",
    "企业是自然人的一半",
    "企业申请多于自然人申请",
    "企业占比高于自然人",
    "自然人比企业少",
    "最多的是企业",
    "以企业为主",
    "不予公开多于予以公开",
)


@pytest.mark.parametrize("said", _OF_CARRIED)
def test_what_is_said_of_those_carried_over_is_not_of_all(said: str) -> None:
    for carried in ("结转下年的申请", "年末在办6件，结转下年的申请", "顺延到下年的办件", "留待下年办理的申请中"):
        assert wrong("s1.request", f"{carried}，{said}。") == []
    for of_all in ("新收申请", "全年收到的申请"):
        assert wrong("s1.request", f"{of_all}，{said}。")

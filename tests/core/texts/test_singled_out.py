"""What is told of one office, day or matter among many, and of applications of one sort (N-01, N-04, N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_quotes

_UNIT = "东岭县人民政府"


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled(_UNIT, "s1.request", text, HUNDRED))


@pytest.mark.parametrize(
    "text",
    [
        "乡镇里最多的是河口镇，收到6件。",
        "从承办单位看，办件最多的是县自然资源局，全年收到31件，办结30件；最少的是县档案馆，只收到1件。",
        "单是自然资源局一个部门，就受理31件，占总数的三成。",
        "以河口镇为例，全年收到6件，公开4件。",
        "城关镇居各乡镇之首，收到5件，办结5件。",
        "县住建局排第二，受理18件，公开9件。",
        "数量最大的月份是六月，新收14件；最小的是二月，新收3件。",
        "最集中的领域是征地拆迁，收到39件，公开18件。",
        "申请量最大的一名申请人全年提交申请11件，公开5件，不予处理3件。",
        "单日收件最多的一天为4月18日，收到7件，均为同一村村民提交。",
        "收件大户是县自然资源局，一年收到31件，其中公开12件；县档案馆最清闲，仅收到1件。",
        "县住建局的办件量仅次于自然资源局，全年受理18件，答复18件。",
        "交通管理首次超过治安管理，主要因电动自行车新规实施，相关申请14件。",
        "同类申请上年只有5件，今年收到14件。",
        "户籍改革引发关注，有关申请共收到15件，办结15件。",
        "8个街道全年收到申请31件，占全县100件的31%，办结29件；部门收到69件。",
        "自然人和企业是主要申请人，其结转下年的分别为3件、2件，合计5件。",
        "因电诈案件增加，与之相关的申请收到7件。",
    ],
)
def test_what_is_told_of_one_of_many_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("征地拆迁申请最多，全年共收到申请113件，办结99件，结转6件。", "收到申请113件"),
        ("办件最多的是县自然资源局，收到31件；全县结转下年9件。", "全县结转下年9件"),
        ("申请量最大的是征地领域，全年共办结申请98件，予以公开45件。", "办结申请98件"),
        ("申请事项最多的是征地拆迁。全年予以公开47件，部分公开10件。", "予以公开47件"),
        ("其中自然人申请居首，达82件。予以公开44件，部分公开10件。", "予以公开44件"),
        ("相关申请共收到109件，均已登记。", "收到109件"),
    ],
)
def test_what_is_told_of_all_is_judged(text: str, quote: str) -> None:
    found = wrong(text)
    assert len(found) == 1
    assert quote in found[0]

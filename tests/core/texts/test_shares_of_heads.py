"""A percentage behind a list is that of the number before the list: 不予公开16件，国家秘密1件、…，占办结总数的27.6%."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 54,
    "t3.R01.C2": 2,
    "t3.R01.C5": 3,
    "t3.R02.C1": 2,
    "t3.R03.C1": 16,
    "t3.R03.C2": 1,
    "t3.R03.C5": 1,
    "t3.R04.C1": 4,
    "t3.R05.C1": 1,
    "t3.R07.C1": 3,
    "t3.R08.C1": 2,
    "t3.R11.C1": 6,
    "t3.R12.C1": 4,
    "t3.R13.C1": 7,
    "t3.R13.C2": 1,
    "t3.R13.C5": 1,
    "t3.R14.C1": 2,
    "t3.R15.C1": 1,
    "t3.R16.C1": 5,
    "t3.R20.C1": 1,
    "t3.R23.C1": 2,
    "t3.R25.C1": 2,
    "t3.R25.C5": 1,
}
"""59 received, 58 dealt with; 16 not granted, 12 not to be had."""


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("临川县公安局", "s3", text, CELLS, year=2023))


@pytest.mark.parametrize(
    "text",
    [
        "不予公开的16件，涉及国家秘密1件，危及公共安全3件，第三方权益2件，行政执法案卷6件，户籍资料查询4件，占办结总数的27.6%。",
        "信访、举报两类来件共5件，依次为3件、2件，占全部新收申请的8.5%，与上年持平。",
        "律师事务所提出申请3件，仅次于自然人的54件，占新收申请的5.1%。",
        "自然人提出申请54件，远多于企业的2件和律师事务所的3件，占新收申请的91.5%。",
        "无法提供的12件，不掌握9件、没有现成信息2件、补正后仍不明确1件，占办结总数的20.7%。",
        "予以公开18件，占31.0%；不掌握9件，没有现成信息2件，后两类分别占15.5%和3.4%。",
        "不予公开的16件，其中6件为行政执法案卷，8件系经研究认为不宜给出的，2件为第三方权益；三项合计占办结申请的27.6%。",
        "不予处理6件，其他处理2件；土地和户籍仍是问得最多的两类，合计占新收申请的六成以上。",
        "自然人申请54件；法人申请5件，其中商业企业占40.0%。",
    ],
)
def test_shares_of_the_number_before_a_list_are_right(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("予以公开18件，部分公开4件，占办结总数的31.0%。", "31.0%"),
        (
            "不予公开的16件，涉及国家秘密1件，危及公共安全3件，第三方权益2件，行政执法案卷6件，户籍资料查询4件，占办结总数的26.7%。",
            "26.7%",
        ),
        ("律师事务所提出申请3件，仅次于自然人的54件，占新收申请的6.8%。", "6.8%"),
        ("自然人申请54件；法人申请5件，其中商业企业占45.0%。", "45.0%"),
        ("不予处理6件，其他处理2件，合计占办结总数的六成以上。", "六成以上"),
    ],
)
def test_shares_of_neither_are_wrong(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong(text))


def test_those_carried_in_are_taken_in() -> None:
    assert wrong("连同去年转入的2件，我局全年收到并办理申请61件。") == []
    assert wrong("连同去年转入的2件，我局全年收到并办理申请62件。")

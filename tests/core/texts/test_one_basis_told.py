"""One basis told of all refusals, its row in brackets: 依据均为条例第十六条第二款（行政执法案卷信息）."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

ALL_OF_ONE = {"t3.R01.C1": 7, "t3.R11.C1": 7}
SEVERAL = {"t3.R01.C1": 7, "t3.R08.C1": 1, "t3.R11.C1": 4, "t3.R12.C1": 2}


def wrong(text: str, cells: dict[str, int]) -> list[tuple[str, tuple[str, ...]]]:
    report = filled("榕浦市城市管理局", "s3", text, cells)
    return [(claim.rule_id, claim.cells) for claim in wrong_claims(report)]


@pytest.mark.parametrize(
    "text",
    [
        "答复为不予公开的7件，依据均为条例第十六条第二款（行政执法案卷信息）。",
        "不予公开7件，依据都是《条例》第十六条第二款（行政执法案卷）。",
        "不予公开7件，法律依据均为《中华人民共和国政府信息公开条例》第十六条的规定（行政执法案卷信息）。",
        "不予公开的7件，依据全部为第十六条（行政执法案卷）。",
        "不予公开7件，依据均为行政执法案卷。",
        "不予公开7件，理由均为条例第十六条第二款（行政执法案卷信息）。",
    ],
)
def test_it_is_that_of_all(text: str) -> None:
    assert wrong(text, SEVERAL) == [("N-05", ("t3.R11.C7",))]
    assert wrong(text, ALL_OF_ONE) == []


@pytest.mark.parametrize(
    "text",
    [
        "不予公开7件，依据均为条例第十六条第二款（主要是行政执法案卷信息）。",
        "不予公开7件，依据均为条例第十六条第二款（行政执法案卷信息等）。",
        "不予公开7件，依据均为条例第十五条、第十六条（行政执法案卷信息）。",
        "不予公开7件，依据均为条例第十六条第二款（过程性信息和行政执法案卷信息）。",
        "不予公开7件，依据均为条例的规定。",
        "不予公开7件，依据均在答复书中载明（附行政执法案卷信息目录）。",
        "不予公开7件，依据均为条例有关规定（行政执法案卷4件，行政查询2件，第三方合法权益1件）。",
        "不予公开7件，依据多为条例第十六条第二款（行政执法案卷信息）。",
        "属于行政执法案卷4件，依据均为条例第十六条第二款（行政执法案卷信息）。",
    ],
)
def test_it_is_that_of_some_or_none_is_told(text: str) -> None:
    assert wrong(text, SEVERAL) == []

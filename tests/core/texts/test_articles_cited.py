"""Refusals told by the article of the statute are compared with the rows that rest on it (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

CELLS = {
    f"t3.{row}.C{column}": number
    for row, number in {"R01": 30, "R03": 16, "R05": 1, "R06": 1, "R08": 6, "R10": 4, "R11": 2, "R24": 30}.items()
    for column in (1, 7)
}


@pytest.mark.parametrize(
    "text",
    [
        "依照第十六条规定不予公开6件，其中过程性信息4件、行政执法案卷2件。",
        "依据《条例》第十六条不予公开6件。",
        "按照第十四条不予公开2件，按照第十六条不予公开6件。",
        "依照第十四条不予公开2件；依照第十五条规定，因涉及商业秘密不予公开6件；依照第十六条规定不予公开6件。",
        "依据《条例》第十四条、第十六条不予公开8件。",
        "依据《条例》第十四、十五、十六条规定，不予公开14件。",
        "根据《政府信息公开条例》第16条的规定，决定不予公开6件。",
        "依据《条例》第十六条不予公开4件，均为过程性信息。",
        "依照《条例》第十四条不予公开1件，系国家秘密。",
        "依据《条例》第十六条第二款不予公开5件。",
        "根据《保密法》第十六条的规定，决定不予公开1件。",
        "依据《条例》第三十二条决定不予公开3件。",
        "依据《条例》第十四条至第十六条规定，不予公开14件。",
        "依照《条例》第36条规定不予公开2件。",
        "不予公开14件（第十四条2件，第十五条6件，第十六条6件）。",
    ],
)
def test_refusals_on_an_article_that_the_rows_add_up_to(text: str) -> None:
    assert findings_of(filled("青川县林业局", "s3", text, CELLS), "N-05") == []


@pytest.mark.parametrize(
    ("text", "sum_told"),
    [
        ("依据《条例》第十六条不予公开7件。", "属于四类过程性信息4＋属于行政执法案卷2＝6件"),
        ("按照第十四条不予公开3件，按照第十六条不予公开6件。", "属于国家秘密1＋其他法律行政法规禁止公开1＝2件"),
        ("依照第十五条规定不予公开5件。", "保护第三方合法权益”是6件"),
        ("依据《条例》第十四条、第十五条、第十六条规定，不予公开13件。", "不予公开合计14件"),
    ],
)
def test_refusals_on_an_article_that_the_rows_contradict(text: str, sum_told: str) -> None:
    (found,) = findings_of(filled("青川县林业局", "s3", text, CELLS), "N-05")
    assert sum_told in found.message

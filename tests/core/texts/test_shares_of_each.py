"""A share that is told of each of some numbers: 不予处理、其他处理各3件，各占15%."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import claims_in, filled

CELLS = {
    "t3.R01.C1": 30,
    "t3.R01.C2": 10,
    "t3.R03.C1": 20,
    "t3.R04.C1": 6,
    "t3.R11.C1": 4,
    "t3.R13.C2": 4,
    "t3.R16.C2": 3,
    "t3.R21.C2": 3,
}


def verdicts(text: str) -> list[tuple[str, bool | None]]:
    found = claims_in(filled("青原县自然资源局", "s3", text, CELLS))
    return [(claim.quote, claim.agrees) for claim in found if "%" in claim.quote]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "全年办结40件，予以公开20件，占50%；不予处理、其他处理各3件，各占7.5%。",
            "全年办结40件，予以公开20件，占50%；不予处理、其他处理各3件，各占9.5%。",
        ),
        (
            "部分公开6件，占15%；不予公开和无法提供各4件，各占10%。",
            "部分公开6件，占15%；不予公开和无法提供各4件，各占15%。",
        ),
        (
            "予以公开20件、部分公开6件，不予公开4件、无法提供4件，各占10.0%。",
            "予以公开20件、部分公开6件，不予公开4件、无法提供4件，各占65.0%。",
        ),
    ],
)
def test_a_share_of_each_is_that_of_the_last(right: str, wrong: str) -> None:
    assert [agrees for _, agrees in verdicts(right)] == [True] * len(verdicts(right))
    assert verdicts(wrong)[-1][1] is False

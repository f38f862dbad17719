"""法人 beside 自然人 stands for all that are no persons, unless other organisations are told beside it (N-01, N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

_UNIT = "平水市农业农村局"
_CELLS = {"t3.R01.C1": 42, "t3.R01.C2": 7, "t3.R01.C5": 3, "t3.R02.C1": 3, "t3.R03.C1": 45, "t3.R03.C2": 10}


def _wrong(text: str) -> list[str]:
    return wrong_quotes(filled(_UNIT, "s3", text, _CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "自然人42件、法人10件，共52件。",
        "全年收到自然人申请42件、法人申请10件。",
        "2024年收到法人申请10件。",
        "由法人提出的申请10件，由自然人提出的42件。",
        "自然人占80.8%，法人占19.2%。",
        "其中自然人、法人分别为42件、10件。",
        "法人申请10件，其中企业7件、律师事务所3件。",
        "自然人42件、法人7件、律师事务所3件。",
        "自然人42件、企业法人7件、律师事务所3件。",
        "自然人42件、机关法人6件、社团法人4件。",
        "收到公民、法人申请52件。",
        "公民、法人申请55件。",
        "要求公开法人信息9件，涉及法人登记的申请6件。",
        "自然人申请42件、法人申请8件、非法人组织申请2件。",
    ],
)
def test_right_ones_and_those_not_known(text: str) -> None:
    assert _wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("自然人42件、法人9件，共52件。", "法人9件"),
        ("全年收到申请52件，其中自然人42件、法人9件。", "法人9件"),
        ("全年收到自然人申请42件、法人申请9件。", "法人申请9件"),
        ("2024年收到法人申请9件。", "2024年收到法人申请9件"),
        ("自然人申请43件，法人申请10件。", "自然人申请43件"),
        ("自然人占80.8%，法人占29.2%。", "法人占29.2%"),
        ("自然人42件、企业法人8件、律师事务所3件。", "企业法人8件"),
        ("收到公民、法人申请62件。", "收到公民、法人申请62件"),
    ],
)
def test_a_slip_is_said_once_at_the_wrong_number(text: str, quote: str) -> None:
    assert _wrong(text) == [quote]
    assert findings_of(filled(_UNIT, "s3", text, _CELLS), "N-24") == []

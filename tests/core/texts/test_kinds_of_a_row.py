"""Kinds of applicants of the row that is named before them, of the rest, and of each (N-01, N-03, N-04)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims
from tests.core.texts.offices import BUREAU, DISTRICT, Office
from tests.core.texts.offices import wrong_rules as wrong

NOTHING: Office = ("石桥镇人民政府", {"t3.R01.C1": 0, "t3.R02.C1": 0, "t3.R25.C1": 0})
OLD_ONE: Office = ("石桥镇人民政府", {"t3.R02.C1": 1, "t3.R03.C1": 1})


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "47件应办申请办了44件，剩下的都在办理中。", "N-04"),
        (BUREAU, "全年收到43件，其中企业9件、公益组织1件、律所2件，其余32件为自然人申请。", "N-01"),
        (BUREAU, "全年办结45件，剩余3件为自然人申请，结转2025年。", "N-03"),
        (DISTRICT, "社会公益组织和科研机构各提交1件新申请，虽少却有代表性。", "N-01"),
        (BUREAU, "科研机构、法律服务机构各提出2件，占比较小。", "N-01"),
        (BUREAU, "结转下年的申请里，自然人2件、企业1件，均在法定期限内。", "N-03"),
        (BUREAU, "上年结转的申请中，自然人4件、企业1件，已全部办结。", "N-03"),
        (BUREAU, "跨年办理的申请当中，企业2件，均在征求第三方意见。", "N-03"),
        (OLD_ONE, "依申请公开由镇党政办归口，全年未办结任何一件信息公开申请。", "N-04"),
        (OLD_ONE, "全年没有答复过任何一件申请。", "N-04"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (BUREAU, "47件应办申请办了45件，剩下2件都是自然人申请。"),
        (BUREAU, "应办申请47件，年内办了45件，余下2件均由自然人提出。"),
        (BUREAU, "全年办结45件，其余2件为自然人申请，转入2025年办理。"),
        (BUREAU, "村委会向申请人各提交1件补正材料。"),
        (BUREAU, "结转下年的申请里，自然人2件，均在法定期限内。"),
        (BUREAU, "上年结转的申请中，自然人3件、企业1件，已全部办结。"),
        (BUREAU, "未办结的申请中，自然人2件，均在期限内。"),
        (NOTHING, "依申请公开由镇党政办归口，全年未办结任何一件信息公开申请。"),
        (BUREAU, "应办件一件不漏，登记造册。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()


@pytest.mark.parametrize(("others", "is_wrong"), [(11, False), (12, True)])
def test_a_kind_and_all_others_of_a_row(others: int, is_wrong: bool) -> None:
    text = f"不予公开54件，占办结总数151件的35.8%。三种情形中，自然人申请43件，企业等其他主体申请{others}件。"
    cells = {"t3.R01.C1": 128, "t3.R01.C2": 23, "t3.R05.C1": 40, "t3.R05.C2": 14, "t3.R03.C1": 88, "t3.R03.C2": 9}
    assert bool(wrong_claims(filled("溪口县市场监督管理局", "s3", text, cells))) is is_wrong

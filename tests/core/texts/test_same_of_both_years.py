"""An earlier year behind a semicolon, beside the same told of this year: 本年发出1件；2023年发出2件 (N-08)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of


def said(text: str) -> list[str]:
    report = filled("沿河市住房和城乡建设局", "s6", text, {"fee.notices": 1})
    return [finding.rule_id for finding in findings_of(report, "N-08")]


@pytest.mark.parametrize(
    "text",
    [
        "本年发出收费通知1件，金额240元，已全额上缴国库；2023年发出2件、360元，实收130元。",
        "今年发出收费通知1件，按量计收；2023年发出收费通知3件。",
        "2024年收到投诉4件，均已办结；2023年收到6件。",
        "本年度共举办培训3次，覆盖全部科室；2023年共举办培训2次。",
    ],
)
def test_it_is_told_beside_this_year(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年发出收费通知2件、360元，实收130元。",
        "本年收到来信3件，均已答复；2023年发出收费通知1件。",
        "今年收到政府信息公开申请12件；2023年收到行政复议2件。",
        "本年发出收费通知1件，金额240元；2023年发出1件。",
        "依申请公开工作平稳；2023年发出收费通知1件。",
        "本年修订制度1件。2023年发出收费通知1件。",
    ],
)
def test_it_is_left_from_the_report_before(text: str) -> None:
    assert said(text) == ["N-08"]

"""New ones and those carried in under any word for a sum, all of them done or not, parts of what is carried over."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_SUMS = {"t3.R01.C1": 27, "t3.R02.C1": 2, "t3.R03.C1": 27, "t3.R25.C1": 2}
_LEFT = {"t3.R01.C1": 87, "t3.R01.C2": 24, "t3.R02.C1": 6, "t3.R03.C1": 109, "t3.R25.C1": 5, "t3.R25.C2": 3}
_ONE_LEFT = {"t3.R01.C1": 7, "t3.R02.C1": 1, "t3.R03.C1": 7, "t3.R25.C1": 1}
_OLD_ONLY = {"t3.R02.C1": 1, "t3.R03.C1": 1}


def _told(text: str, cells: Mapping[str, int]) -> list[str]:
    report = filled("松原县卫生健康局", "s3", text, cells)
    return [f.rule_id for f in findings_of(report, "N-01", "N-02", "N-03", "N-04", "N-05")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("新收27件，上年转来2件，合起来29件；办结27件，2件结转下年度。", _SUMS),
        ("新收27件，上年转来2件，两数之和29件。", _SUMS),
        ("上年转来2件，当年收件27件，汇总后29件。", _SUMS),
        ("新收27件，上年转来2件，累加起来29件。", _SUMS),
        ("年底未办结的8件，5件由自然人提出，3件由企业提出，其中6件正在征求第三方意见，2件等待申请人补正。", _LEFT),
        ("到年底还有8件没有办完。其中6件在等第三方回话，2件在等申请人补材料。", _LEFT),
        ("结转下年继续办理8件，其中正在办理的6件，处于补正期的2件。", _LEFT),
        ("新收7件，上年结转1件，全年须办8件，其中7件已全部办结，另1件转入下年。", _ONE_LEFT),
        ("今年需要办理的申请共8件，其中当年新收7件、上年结转1件，8件申请已全部登记。", _ONE_LEFT),
        ("应办申请8件，含上年结转1件，8件申请均已分办到科室，年内办结7件。", _ONE_LEFT),
        ("应办申请8件，含上年结转1件，截至本报告公布之日，8件申请已全部办结。", _ONE_LEFT),
        ("应办申请8件，含上年结转1件，目前8件申请已全部办结。", _ONE_LEFT),
        ("上年结转的1件按规定不能再结转下年，已于3月办结。", _OLD_ONLY),
        ("上年结转的1件（去年底未办结，结转下年）已于一季度答复。", _OLD_ONLY),
        ("没有新收申请，上年结转的1件已于1月办结，无结转下年的申请。", _OLD_ONLY),
        ("没有新收申请，上年结转的1件由2023年结转至2024年，已办结。", _OLD_ONLY),
        ("上年结转的1件已答复，未结转2025年。", _OLD_ONLY),
        ("上年结转的1件本拟结转2025年，经督办于12月办结。", _OLD_ONLY),
    ],
)
def test_right_ones_are_left_alone(text: str, cells: Mapping[str, int]) -> None:
    assert _told(text, cells) == []


@pytest.mark.parametrize(
    ("text", "cells", "rule"),
    [
        ("新收27件，上年转来2件，合起来30件。", _SUMS, "N-01"),
        ("新收27件，上年转来2件，加在一起31件，办结27件。", _SUMS, "N-01"),
        ("本年收到27件，上年遗留2件，汇总起来32件。", _SUMS, "N-01"),
        ("年底未办结6件，其中4件正在征求第三方意见，2件等待申请人补正。", _LEFT, "N-03"),
        ("年底未办结的8件，结转下年6件。", _LEFT, "N-03"),
        ("今年需要办理的申请共8件，其中新收7件、上年结转1件，截至12月31日8件申请已悉数办结。", _ONE_LEFT, "N-04"),
        ("应办申请8件，含上年结转1件，内容多涉及学区划分，年内8件申请均已办结。", _ONE_LEFT, "N-04"),
        ("应办8件，含上年结转的1件，逐件盯办，年内8件已尽数办结。", _ONE_LEFT, "N-04"),
        ("没有新收申请，上年结转的1件至今仍在办理，结转2025年。", _OLD_ONLY, "N-03"),
        ("上年结转的1件申请因案情复杂未能办结，继续结转下一年度。", _OLD_ONLY, "N-03"),
        ("上年结转的1件截至2024年12月31日尚未办结，顺延至下年办理。", _OLD_ONLY, "N-03"),
    ],
)
def test_wrong_ones_are_told(text: str, cells: Mapping[str, int], rule: str) -> None:
    assert rule in _told(text, cells)


@pytest.mark.parametrize(
    "text",
    [
        "上年结转的1件申请因年末收到而顺延至次年办理，今年年初全部予以公开。",
        "上年结转的1件申请于年底收到，依法结转至下一年度办理，最终部分公开。",
        "上年结转的1件因依法延期转入次年，已提供给申请人。",
        "上年结转的1件申请因征求第三方意见而转入次年办理。",
        "上年结转的1件申请因期限尚未届满而转入次年办理，今年年初予以公开。",
    ],
)
def test_why_the_old_ones_came_over_is_no_claim(text: str) -> None:
    assert "N-03" not in _told(text, _OLD_ONLY)

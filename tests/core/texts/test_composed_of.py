"""Totals that are made up of parts, or of two kinds that are everything; documents in force by who made them."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("待办总量{}件，由新收464件和上年结转24件两部分构成；办结459件。", 488, 486),
        ("应办申请{}件，由两部分组成，一是本年新收108件，二是上年跨年办理8件；年末办结110件。", 116, 118),
        ("待办总数为{}件，由新收108件、上年结转8件组成。", 116, 120),
        ("公开信息{}条由机构职能46条、政策文件73条和其他171条构成。", 290, 300),
        ("行政许可{}件，由三部分构成：建设类40件、交通类50件、水务类40件。", 130, 120),
        ("按时限看，法定20个工作日内答复92件，经批准延期答复15件，共{}件。", 107, 117),
        ("线上受理90件，线下受理17件，共{}件。", 107, 108),
        ("培训经办人员{}人，由市本级132人和各县（区）364人组成。", 496, 486),
        ("全县信息员{}人，由县直单位（含派出机构）56人、各乡镇（街道）64人构成。", 120, 110),
    ],
)
def test_the_parts_make_up_their_total(text: str, right: int, slip: int) -> None:
    assert wrong_sums(text.format(right), 2024) == ()
    assert len(wrong_sums(text.format(slip), 2024)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "专班12人，由局领导3人和科室骨干组成。",
        "答复小组8人，由法规科2人、办公室3人等组成。",
        "行政许可120件，由三个科室承办。",
        "线上受理90件，线下受理17件，上年结转5件，共112件。",
        "全年线上培训3次、线下培训2次，共培训400人次。",
    ],
)
def test_others_may_be_among_them(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


def wrong(text: str) -> list[str]:
    report = new_report("临塘县人民政府", "各级人民政府", 2024)
    cells = {"t2.normative.issued": 5, "t2.normative.in_force": 38}
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **cells}).with_texts({"s1.active": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("现行有效的38件规范性文件中，县政府制发21件，部门制发17件。", []),
        ("年末有效规范性文件38件，其中以县政府名义制发21件、以县政府办公室名义制发17件。", []),
        ("现行有效规范性文件38件，其中本年新制发5件。", []),
        ("现行有效规范性文件38件，其中本年新制发6件。", ["其中本年新制发6件"]),
        ("现行有效规范性文件38件；全年制发6件。", ["全年制发6件"]),
    ],
)
def test_who_made_those_in_force_is_another_matter(text: str, quotes: list[str]) -> None:
    assert wrong(text) == quotes


def test_a_total_behind_other_things_has_no_parts() -> None:
    assert wrong_sums("发布信息12条、稿件3篇，开展培训2场，共40人次；线上8件、走访3次，共11件。", 2024) == ()
    assert wrong_sums("组织培训5次、发放手册30份、编印案例3个，共38件。", 2024) == ()

"""Last year's numbers told as such, behind what this year had (N-02, N-08, N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

NONE = {"t3.R01.C1": 0, "t3.R02.C1": 0, "t3.R25.C1": 0}
ONE = {"t3.R01.C1": 1, "t3.R03.C1": 1}
EIGHT = {"t4.review.upheld": 6, "t4.direct.upheld": 2}


def said(rule: str, section: str, text: str, cells: dict[str, int]) -> list[str]:
    return [finding.rule_id for finding in findings_of(filled("永岭县林业局", section, text, cells), rule)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("全年未收到政府信息公开申请。2023年收到3件，已全部答复。", 0),
        ("2024年，我局未收到政府信息公开申请，亦无结转。2023年收到2件，均为林权登记档案查询。", 0),
        ("全年新收申请0件，办理0件，结转0件。2023年收到的2件申请已在当年办结。", 0),
        ("说起申请，今年一份也没有收到。2023年收到过4件，都是问拆迁的。", 0),
        ("本年度零申请。2023年共收到1件，已公开。", 0),
        ("2023年，我局收到申请1件，予以公开1件。", 1),
        ("2023年未收到申请，无结转。", 1),
        ("我局没有发生逾期答复。2023年收到申请34件，上年结转1件，答复34件，结转下年度1件。", 1),
    ],
)
def test_last_year_behind_none(text: str, count: int) -> None:
    assert len(said("N-08", "s3", text, NONE)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("上半年没有收到申请。2023年收到2件政府信息公开申请，均予公开。", 1),
        ("没有人就财政补贴提出申请。2023年收到2件政府信息公开申请。", 1),
        ("无企业提出的申请，没有收到法人申请。2023年收到2件政府信息公开申请。", 1),
        ("关于财政补贴方面，没有人提出申请。2023年收到2件政府信息公开申请。", 1),
        ("企业方面，未收到申请。2023年收到2件政府信息公开申请。", 1),
        ("2024年未收到申请。2023年收到2件，均为林权登记档案查询。", 0),
        ("全年没有收到公民、法人和其他组织的申请。2023年收到2件，均为档案查询。", 0),
        ("我局日常工作主要面向企业，全年没有人向我局提出申请。2023年收到2件。", 0),
    ],
)
def test_none_of_some_is_not_none(text: str, count: int) -> None:
    cells = {"t3.R01.C1": 2, "t3.R03.C1": 2} if count else NONE
    assert len(said("N-08", "s3", text, cells)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("新收1件，办结1件，无结转。前两年（2022年、2023年）均未收到申请。", 0),
        ("全年收到1件申请，已公开。此前三年间（2021至2023年）都未收到过申请。", 0),
        ("本年收到申请1件，予以公开。近三年（2021年—2023年）均没有收到申请。", 0),
        ("本年度（2024年）未收到申请，无结转。", 1),
        ("前两年申请较多，今年未收到申请。", 1),
    ],
)
def test_years_in_brackets(text: str, count: int) -> None:
    assert len(said("N-02", "s3", text, ONE)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2024年复议、诉讼共8件，比2023年多3件（上年复议4件、诉讼1件）。", 0),
        ("全年案件共8件，比上年多了3件（上年为复议3件、诉讼2件）。", 0),
        ("全年案件共8件，比上年多了3件（上年为5件）。", 0),
        ("全年案件共8件，比上年多了3件（上年为复议3件、诉讼3件）。", 1),
        ("全年案件共8件，比上年多了3件（上年为4件）。", 1),
    ],
)
def test_parts_of_last_year(text: str, count: int) -> None:
    assert len(said("N-24", "s4", text, EIGHT)) == count

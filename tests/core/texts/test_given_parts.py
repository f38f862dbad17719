"""予以公开 and 部分公开 as the parts of all that was given, whose head nobody knows (clerk15 B1)."""

from __future__ import annotations

from datetime import date

import pytest

from core.base.late import load_now
from core.report.report import new_report
from core.validation import validation
from core.validation.validation import check_report

load_now(validation)

CELLS = {
    "t3.R01.C1": 20, "t3.R01.C2": 5, "t3.R02.C1": 1, "t3.R03.C1": 14, "t3.R03.C2": 3, "t3.R04.C1": 1, "t3.R04.C2": 1,
    "t3.R13.C1": 2, "t3.R17.C1": 2, "t3.R19.C1": 1, "t3.R25.C1": 2,
}  # fmt: skip
RULES = ("N-01", "N-04", "N-05", "N-24")


def told(text: str, code: str = "s1.request") -> list[str]:
    """Return the rules that speak of a text of an office that gave all of 17 and parts of 2, 19 together."""
    report = new_report("云岭县林业和草原局", "政府部门", 2026)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({code: text})
    found = check_report(report, today=date(2027, 1, 10)).findings
    return [one.rule_id for one in found if one.rule_id in RULES and one.places]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("给材料的19件（其中全给的16件、给一部分的2件）。", ["N-05"]),
        ("给材料的19件（其中全给的16件、给一部分的3件）。", ["N-05", "N-05"]),
        ("给材料的20件（其中全给的17件、给一部分的2件）。", ["N-24"]),
        ("公开材料8件（其中予以公开6件、部分公开1件）。", ["N-05", "N-05"]),
        ("予以公开材料的19件（其中全部公开16件、部分公开3件）。", ["N-05", "N-05"]),
        ("提供信息19件，其中予以公开16件、部分公开2件。", ["N-05"]),
        ("提供信息18件，其中予以公开17件、部分公开2件。", ["N-24"]),
        ("予以公开的材料16件、部分公开3件。", ["N-05", "N-05"]),
        ("全年共提供材料19件：予以公开18件、部分公开1件。", ["N-05", "N-05"]),
        ("我局依法公开资料19件，其中部分公开4件、予以公开15件。", ["N-05", "N-05"]),
        ("申请人拿到材料的19件，其中全部公开17件、部分公开1件。", ["N-05"]),
        ("全年收到申请25件，给材料的19件（其中全给的15件、给一部分的2件）。", ["N-05"]),
        ("全年收到申请25件。提供资料20件（其中予以公开18件、部分公开2件）。", ["N-05"]),
        ("云岭县林业和草原局公开信息19件（其中予以公开19件、部分公开2件）。", ["N-05"]),
        ("予以公开19件（其中全部公开16件、部分公开3件）。", ["N-05", "N-05"]),
        ("收到申请25件，公开20件，其中全部公开17件、部分公开2件。", ["N-05"]),
        ("予以公开材料的20件（其中全部公开17件、部分公开2件）。", ["N-24"]),
        ("给了材料的19件，其中全部公开的16件，部分公开的3件，都在期限内。", ["N-05", "N-05"]),
        ("2026年，本机关提供信息19件（予以公开14件、部分公开5件）。", ["N-05", "N-05"]),
        ("准予公开材料16件、部分公开3件。", ["N-05", "N-05"]),
        ("征地类公开材料8件（其中予以公开6件、部分公开1件）。", ["N-24"]),
    ],
)  # fmt: skip
def test_wrong_parts_of_what_was_given_are_told(text: str, rules: list[str]) -> None:
    assert told(text) == rules


@pytest.mark.parametrize(
    "text",
    [
        "给材料的19件（其中全给的17件、给一部分的2件）。",
        "公开材料19件（其中予以公开17件、部分公开2件）。",
        "提供信息19件，其中予以公开17件、部分公开2件。",
        "予以公开的材料17件、部分公开2件。",
        "全年收到申请25件，公开19件，其中全部公开17件、部分公开2件。",
        "提供材料19件，其中部分公开2件、予以公开17件。",
        "征地类公开材料8件（其中予以公开6件、部分公开2件）。",
        "网上提供信息8件，其中予以公开6件、部分公开2件。",
        "3月公开材料8件（其中予以公开6件、部分公开2件）。",
        "上半年提供材料8件，其中予以公开7件、部分公开1件。",
        "去年公开材料8件（其中予以公开5件、部分公开3件）。",
        "2025年提供信息19件，其中予以公开16件、部分公开3件。",
        "企业拿到材料的4件（其中全给的3件、给一部分的1件）。",
        "自然人申请中，公开材料15件（其中予以公开14件、部分公开1件）。",
        "河口镇提供材料5件，其中予以公开4件、部分公开1件。",
        "征地领域的申请最多。公开材料8件（其中予以公开6件、部分公开2件）。",
        "公开材料8件（其中予以公开6件、部分公开2件），均为林地权属类。",
        "当面申请的9件里，提供信息8件，其中予以公开7件、部分公开1件。",
        "上年结转的1件已办结。其中公开材料1件（其中予以公开1件、部分公开0件）。",
        "收到公开材料申请25件，其中予以公开17件、部分公开2件。",
    ],
)
def test_right_parts_and_those_of_some_are_not(text: str) -> None:
    assert told(text) == []


def test_documents_published_unasked_are_not_compared() -> None:
    assert told("公开文件90件，其中全部公开80件、部分公开10件。", "s1.active") == []

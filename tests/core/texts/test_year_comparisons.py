"""What texts tell of the year before is compared with last year's report: right stays silent, wrong is found."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.checks.findings import Finding
from core.report.entry_text import Number
from core.report.report import Report, new_report
from core.texts.claims.claims import claims
from core.texts.years.year_comparisons import judged_comparisons
from core.texts.years.year_rules_of_texts import claims_of_both_years
from core.texts.years.year_shapes import told_of_year_before
from core.validation.validation import Checker, check_report
from tests.core.texts.year_sentences import LAST, NOW, TRUE, WRONG
from tests.core.validation.following import followed

UNIT = "青原县水利局"
DATA = Path(__file__).parent.parent.parent / "data"
TODAY = date(2026, 1, 10)


def report_of(year: int, numbers: Mapping[str, Number], texts: Mapping[str, str] | None = None) -> Report:
    report = new_report(UNIT, "政府部门", year)
    return report.with_cells({**dict.fromkeys(report.form.entered, 0), **numbers}).with_texts(texts or {})


def found(texts: Mapping[str, str], last: Report | None = None) -> list[Finding]:
    last = last or report_of(2024, LAST)
    result = check_report(report_of(2025, NOW, texts), last_year=last, today=TODAY)
    return [f for f in result.findings if f.rule_id == "Y-06"]


@pytest.mark.parametrize(("code", "text"), TRUE, ids=[text for _, text in TRUE])
def test_a_right_comparison_is_not_spoken_of(code: str, text: str) -> None:
    assert [f.message for f in found({code: text})] == []


@pytest.mark.parametrize(("code", "text", "quote"), WRONG, ids=[text for _, text, _ in WRONG])
def test_a_wrong_comparison_is_found(code: str, text: str, quote: str) -> None:
    (one,) = found({code: text})
    assert f"写的是“{quote}”" in one.message
    assert one.level == "warning"


def kept(name: str) -> Iterator[Checker]:
    """Yield the kept sentences of other reports, each beside the numbers of both years that stand above it."""
    tables: dict[str, Any] = {}
    for line in (DATA / "years" / name).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "now" in record:
            tables = record
            continue
        year = tables.get("year", 2024)
        now, last = (_report(tables, key, of) for key, of in (("now", year), ("last", year - 1)))
        now = now.with_texts({record["code"]: record["text"]})
        yield Checker(now, last_year=last, today=date(year + 1, 1, 10))


def _report(tables: Mapping[str, Any], key: str, year: int) -> Report:
    blank = tables.get("blank", ()) if key == "last" else ()
    report = new_report(tables.get("unit", UNIT), tables.get("kind", "政府部门"), year)
    cells: dict[str, Number] = {code: 0 for code in report.form.entered if code not in blank}
    for code, number in tables[key].items():
        cells[code] = number if isinstance(number, int) else Decimal(number)
    return report.with_cells(cells).with_texts({"meta.level": tables.get("level", "")})


def test_kept_sentences_of_other_reports_are_all_right() -> None:
    said, seen = [], 0
    for checker in kept("true.jsonl"):
        seen += sum(map(len, judged_comparisons(checker.context).values()))
        said += [f.message for f in checker.result().findings if f.rule_id == "Y-06"]
    assert said == []
    assert seen >= 250


def test_kept_sentences_of_other_reports_that_are_wrong_are_found() -> None:
    silent = [
        {code: text for code, text in checker.context.texts.items() if text and not code.startswith("meta.")}
        for checker in kept("wrong.jsonl")
        if not {"Y-06", "N-24"} & {f.rule_id for f in checker.result().findings}
    ]
    assert silent == []


def checked(texts: Mapping[str, str], last: Report | None) -> list[Finding]:
    return [*check_report(report_of(2025, NOW, texts), last_year=last, today=TODAY).findings]


def test_most_right_comparisons_are_really_looked_at() -> None:
    seen = 0
    for code, text in TRUE:
        context = Checker(report_of(2025, NOW, {code: text}), last_year=report_of(2024, LAST), today=TODAY).context
        seen += sum(map(len, judged_comparisons(context).values()))
    assert seen >= 130


def test_nothing_is_said_without_last_years_report_or_with_that_of_another_year() -> None:
    texts = {"s1.request": "新收申请48件，较上年减少14件。"}
    assert [f.rule_id for f in checked(texts, report_of(2024, LAST)) if f.rule_id.startswith("Y")] == ["Y-06"]
    before = [f for f in checked(texts, report_of(2024, LAST)) if f.rule_id not in ("Y-06", "Y-05", "C-05", "T2-01")]
    assert "Y-06" not in {f.rule_id for f in checked(texts, None)}
    assert {f.message for f in checked(texts, None)} == {f.message for f in before}
    assert "Y-06" not in {f.rule_id for f in checked(texts, report_of(2023, LAST))}


def test_a_blank_cell_of_last_year_is_no_nought() -> None:
    texts = {"s1.request": "新收申请48件，较上年减少14件。", "s4": "行政复议8件，较上年增加4件。"}
    last = report_of(2024, LAST)
    assert len(found(texts, last)) == 2
    blank = {code: number for code, number in last.cells.items() if code not in ("t3.R01.C4", "t4.review.other")}
    assert found(texts, replace(last, cells=blank)) == []


def test_a_blank_cell_of_this_year_is_no_nought() -> None:
    last = report_of(2024, LAST)
    report = report_of(2025, NOW, {"s1.request": "新收申请48件，较上年减少14件。"})
    report = replace(report, cells={code: number for code, number in report.cells.items() if code != "t3.R01.C4"})
    assert "Y-06" not in {f.rule_id for f in check_report(report, last_year=last, today=TODAY).findings}


def test_only_cells_that_both_formats_have_are_compared() -> None:
    last = new_report(UNIT, "政府部门", 2020)
    assert last.form_id == "2019"
    last = last.with_cells(dict.fromkeys(last.form.entered, 0)).with_cells({"t3.R01.C1": 60, "t3.other_2019.C1": 4})
    report = report_of(2021, NOW)
    texts = {
        "s1.request": "新收申请48件，较上年减少14件；其他处理0件，较上年减少9件。",
        "s2": "制发规范性文件5件，较上年增加9件。",
    }
    result = check_report(report.with_texts(texts), last_year=last, today=date(2022, 1, 10))
    (one,) = [f for f in result.findings if f.rule_id == "Y-06"]
    assert "较上年减少14件" in one.message


def test_what_two_rules_could_say_of_one_percentage_is_said_once() -> None:
    texts = {"s4": "行政复议8件，较上年增加3件，增长37.5%。"}
    (one,) = [f for f in checked(texts, report_of(2024, LAST)) if f.rule_id in ("N-24", "Y-06")]
    assert one.rule_id == "N-24"
    texts = {"s4": "行政复议8件，上年5件，是上年的3倍。"}
    (one,) = [f for f in checked(texts, report_of(2024, LAST)) if f.rule_id in ("N-24", "Y-06")]
    assert "是上年的3倍" in one.message
    texts = {"s4": "行政复议8件，较上年增加4件，增长60%。"}  # 60 % is right, though not of 4
    (one,) = [f for f in checked(texts, report_of(2024, LAST)) if f.rule_id in ("N-24", "Y-06")]
    assert "较上年增加4件" in one.message


@pytest.mark.parametrize(
    "text",
    [
        ("新收申请48件（2024年为{}件），其中自然人36件、企业9件。"),
        ("2025年新收申请48件（2024年为{}件），其中自然人36件、企业9件、法律服务机构3件。"),
        ("新收申请48件，2024年为{}件，其中自然人36件、企业9件。"),
        ("新收申请48件（2024年{}件），从主体看，自然人36件、企业9件、法律服务机构3件。"),
        ("收到申请48件，而2024年为{}件，其中自然人36件、企业9件、法律服务机构3件。"),
    ],
)
def test_last_years_number_beside_this_years_is_no_old_year(text: str) -> None:
    last = report_of(2024, LAST)
    for number, told in ((60, set[str]()), (62, {"Y-06"})):
        found_by = {f.rule_id for f in checked({"s1.request": text.format(number)}, last)}
        assert found_by & {"Y-06", "N-08"} == told


@pytest.mark.parametrize(
    "text",
    [
        "2024年新收申请48件，其中自然人36件、企业9件、法律服务机构3件。",
        "2024年度办结申请47件，予以公开21件，部分公开6件，不予公开6件。",
    ],
)
def test_a_text_of_last_year_is_found_by_its_year(text: str) -> None:
    assert "N-08" in {f.rule_id for f in checked({"s1.request": text}, report_of(2024, LAST))}


@pytest.mark.parametrize(
    "text",
    [
        "新收申请48件，较上年减少12件，其中涉及征地类30件，较上年减少9件。",
        "新收48件较上年少12件，结转2件较上年少1件，办理总计47件较上年少14件。",
        "2024年收到申请60件，较上年增加17件，2025年收到48件，较上年减少12件。",
    ],
)
def test_changes_since_last_year_are_no_parts_of_a_total(text: str) -> None:
    for last in (None, report_of(2024, LAST)):
        assert "N-24" not in {f.rule_id for f in checked({"s1.request": text}, last)}


def test_a_change_that_fits_a_wrong_number_of_last_year_is_wrong_too() -> None:
    (one,) = found({"s1.request": "新收申请48件，较2024年的68件减少20件，下降29.4%。"})
    assert "“较2024年的68件减少20件，下降29.4%”" in one.message
    assert "上年报告中新收申请是60件，本年是48件" in one.message


def test_a_number_that_is_wrong_itself_is_told_once() -> None:
    texts = {"s1.request": "新收申请44件，较上年减少16件。"}
    assert "Y-06" not in {f.rule_id for f in checked(texts, report_of(2024, LAST))}
    assert "N-01" in {f.rule_id for f in checked(texts, report_of(2024, LAST))}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("全年共收到申请48件，较上年{}。", "减少12件"),
        ("我局收到申请48件，均依法办理，同比{}。", "下降20%"),
        ("全年办理申请共50件，较上年{}。", "减少13件"),
        ("收到申请{{t3.R01.C7}}件，较上年{}。", "减少12件"),
        ("全年收到申请48件，申请总量较上年{}。", "减少13件"),
        ("申请量较上年{}。", "减少13件"),
    ],
)
def test_last_years_number_is_taken_by_the_way_of_this_years(text: str, change: str) -> None:
    assert found({"s1.request": text.format(change)}) == []
    (one,) = found({"s1.request": text.format("减少9件")})
    assert "较上年减少9件" in one.message or "同比减少9件" in one.message


def test_the_number_of_another_thing_is_not_taken_for_applications() -> None:
    for code in ("s1.platform", "s1.request"):
        assert found({code: "12345热线受理群众诉求316件，受理总量同比增长8%。"}) == []


@pytest.mark.parametrize("change", [10, 13, 15])
def test_the_way_is_not_changed_over_the_years(change: int) -> None:
    (one,) = found({"s1.request": f"全年共收到申请48件，较上年减少{change}件。"})
    assert "上年报告中新收申请是60件，本年是48件，应是减少12件" in one.message


def test_last_year_is_told_either_way_where_this_years_number_is_both() -> None:
    now, last = report_of(2025, {"t3.R01.C1": 48}), report_of(2024, LAST)

    def said(change: int) -> list[Finding]:
        report = now.with_texts({"s1.request": f"全年共收到申请48件，较上年减少{change}件。"})
        return [f for f in check_report(report, last_year=last, today=TODAY).findings if f.rule_id == "Y-06"]

    assert said(12) == said(15) == []
    (one,) = said(14)
    assert "上年报告中新收申请是60件（连同上年结转63件），本年是48件" in one.message


@pytest.mark.parametrize(("now", "last", "times", "is_right"), [
    (5, 2, 3, False), (5, 2, 2, True), (14, 5, 3, True), (6, 2, 3, True), (5, 2, "2.5", True), (5, 2, "2.7", False),
])  # fmt: skip
def test_times_are_not_rounded_up_from_the_middle(now: int, last: int, times: object, is_right: object) -> None:
    report = report_of(2025, {"t3.R01.C1": now}, {"s1.request": f"收到申请{now}件，是上年的{times}倍。"})
    result = check_report(report, last_year=report_of(2024, {"t3.R01.C1": last}), today=TODAY)
    assert ("Y-06" not in {f.rule_id for f in result.findings}) == is_right


def test_the_list_of_numbers_says_what_was_compared_with_last_year() -> None:
    texts = {"s1.request": "新收申请48件，较上年减少12件，下降25%；网上申请30件，较上年增加2件。"}
    context = Checker(report_of(2025, NOW, texts), last_year=report_of(2024, LAST), today=TODAY).context
    said = {c.quote: (c.agrees, c.table_value, c.meaning) for c in claims_of_both_years(context)}
    assert said["较上年减少12件"] == (True, "上年60件，本年48件", "与上年报告对照：新收申请")
    assert said["下降25%"] == (False, "上年60件，本年48件", "与上年报告对照：新收申请")
    assert said["较上年增加2件"][0] is None
    assert said["新收申请48件"][0] is True
    context = Checker(report_of(2025, NOW, texts), today=TODAY).context
    assert claims_of_both_years(context) == claims(context)


def test_a_key_typed_in_a_text_or_a_cell_is_followed() -> None:
    report = report_of(2025, NOW, {"s4": "行政复议8件，较上年增加3件。"})
    checker = Checker(report, last_year=report_of(2024, LAST), today=TODAY)

    def is_told() -> bool:
        return "Y-06" in {f.rule_id for f in checker.result().findings}

    assert not is_told()
    report = followed(checker, report, report.with_texts({"s4": "行政复议9件，较上年增加3件。"}))
    assert not is_told(), "the number itself is wrong"
    report = followed(checker, report, report.with_cells({"t4.review.other": 1}))
    assert is_told()
    followed(checker, report, report.with_texts({"s4": "行政复议9件，较上年增加4件。"}))
    assert not is_told()


@pytest.mark.parametrize(
    "text",
    [
        "新收申请48件" + "，较上年减少12件、下降20%" * 3000 + "。",
        "新收申请48件，较上年减少12件，下降20%。" * 2000,
        "新收申请48件，" + "与上年相比" * 5000 + "减少12件。",
        "由上年的" * 5000 + "60件减少到48件。",
    ],
)
def test_a_giant_text_is_read_in_time(text: str) -> None:
    began = time.perf_counter()
    told_of_year_before(text, 2025)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "县教育局收到申请48件，比上年增加20件。"),
        ("s1.request", "所属县水文站收到申请48件，较上年减少9件。"),
        ("s1.request", "我局新收申请48件。下属水管所收到48件，较上年增加31件。"),
        ("s1.request", "县水文站（下属单位）收到申请48件，2024年为9件。"),
        ("s4", "下属单位被申请行政复议8件，比上年增加7件。"),
    ],
)
def test_the_number_of_another_office_may_be_ours_by_chance(code: str, text: str) -> None:
    assert found({code: text}) == []


def test_our_own_number_is_still_compared() -> None:
    assert len(found({"s1.request": "青原县水利局收到申请48件，比上年增加20件。"})) == 1


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("申请量由上年的28件增至34件。", ["由上年的28件"]),
        ("今年申请34件，上年28件。", ["上年28件"]),
        ("申请量由上年的30件增至34件。", []),
        ("办理申请34件，上年28件。", []),
    ],
)
def test_applications_are_not_compared_with_those_dealt_with_last_year(text: str, quotes: list[str]) -> None:
    last = report_of(2024, {"t3.R01.C1": 30, "t3.R03.C1": 28, "t3.R25.C1": 2})
    now = report_of(2025, {"t3.R01.C1": 34, "t3.R02.C1": 2, "t3.R03.C1": 34, "t3.R25.C1": 2}, {"s3": text})
    told = [f.message for f in check_report(now, last_year=last, today=TODAY).findings if f.rule_id == "Y-06"]
    assert len(told) == len(quotes)
    assert all(quote in one for quote, one in zip(quotes, told, strict=True))

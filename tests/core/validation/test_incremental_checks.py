"""Checks kept up to date from change to change say the same as checks made anew."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from core.base.overriding import override
from core.base.resources import resource_path
from core.checks.rules import FUNCTIONS, codes_read, readable_rules
from core.draft.workbook import load_draft
from core.report.report import Report, new_report, parse_cell
from core.texts.claims.claims import claims
from core.texts.reading.reader import read_text
from core.texts.reading.sentence.sentences import NumberReading
from core.validation.validation import Checker, check_report
from tests.core.validation.following import followed

TODAY = date(2026, 1, 10)
TYPED = ["", "0", "1", "10", "1O", "/", "12345678", "-3"]
TEXTS = [
    "",
    "2025年，本局新收政府信息公开申请{t3.R01.C7}件。",
    "本年未收到申请。",
    "行政许可3件，处罚12件。",
    "{t3.R01.C7}{t3.R03.C1}{t2.licensing.decisions}",
]


def change_at_random(report: Report, checker: Checker, rng: random.Random, codes: list[str]) -> Report:
    """Return the report with a changed cell, total, text or year, and tell the checker."""
    form = report.form
    if rng.random() < 0.05:
        code = rng.choice(["s1.request", "s2", "s3", "s5", "s6", "meta.unit_type", "meta.year", "meta.level"])
        choices = {"meta.unit_type": ["政府部门", "各级人民政府", ""], "meta.year": ["2025", "2024", ""]}
        text = rng.choice(choices.get(code, TEXTS if code[0] == "s" else ["县级", "省级", ""]))
        return followed(checker, report, report.with_texts({code: text}))
    code = rng.choice(codes)
    typed = rng.choice([*TYPED, *(str(rng.randint(0, 60)) for _ in range(8))])
    return followed(checker, report, report.with_cells({code: parse_cell(form, code, typed)}))


@pytest.mark.parametrize("seed", [42, 46])
def test_random_changes_agree_each_time_with_a_full_check(seed: int) -> None:
    """Of 300 changes each; ``python -m tests.core.validation.test_incremental_checks`` makes 10,000 of another seed."""
    agree_each_time(300, seed)


def agree_each_time(steps: int, seed: int) -> None:
    """Change a report at random; fail where the checks that were kept up say anything else than those made anew."""
    rng = random.Random(seed)
    report = balanced_report(rng, density=0.3, largest=60)
    last_year = balanced_report(rng, density=0.3, largest=60, year=2024)
    checker = Checker(report, last_year=last_year, today=TODAY)
    codes = [*report.form.entered, "fee.notices", "fee.billed", "fee.collected"]
    for step in range(steps):
        report = change_at_random(report, checker, rng, codes)
        if checker.result() != check_report(report, last_year=last_year, today=TODAY):
            raise AssertionError(f"seed {seed}, step {step}")


def test_changes_of_control_totals_agree_with_a_full_check() -> None:
    rng = random.Random(43)
    report = with_controls(balanced_report(rng, density=0.3, largest=60))
    checker = Checker(report, today=TODAY)
    codes = [*report.form.entered, *report.form.derived]
    for step in range(60):
        report = change_at_random(report, checker, rng, codes)
        assert checker.result() == check_report(report, today=TODAY), step


def test_the_result_for_a_review_agrees_too_and_leaves_the_other_one_alone() -> None:
    rng = random.Random(44)
    report = balanced_report(rng, density=0.3, largest=60)
    checker = Checker(report, today=TODAY)
    for _ in range(100):
        report = change_at_random(report, checker, rng, list(report.form.entered))
        before = checker.result()
        assert checker.result(final=True) == check_report(report, final=True, today=TODAY)
        assert checker.result() == before


def test_what_a_final_report_lacks_follows_its_texts() -> None:
    report = load_draft(resource_path("samples", "示例.xlsx")).report
    checker = Checker(report, today=TODAY)
    for text in ("改进措施。", "", "又有改进措施。", ""):  # without blanks what was found before is kept
        report = followed(checker, report, report.with_texts({"s5": text, "s3": "见上表。"}))
        assert checker.result(final=True) == check_report(report, final=True, today=TODAY)
        assert bool(checker.result().blanks) == (not text)


def report_with_texts(request: str) -> Report:
    report = balanced_report(random.Random(45), density=0.3, largest=60)
    return report.with_texts({"s1.request": request, "s2": "全年作出行政许可决定3件，行政处罚决定12件。"})


def test_only_texts_that_speak_of_a_changed_number_are_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_with_texts("2025年，本局新收政府信息公开申请{t3.R01.C7}件。")
    checker = Checker(report, today=TODAY)
    checker.result()
    read = set[str]()

    def noted(code: str, *more: object) -> tuple[NumberReading, ...]:
        read.add(code)
        readings: tuple[NumberReading, ...] = read_text(code, *more)
        return readings

    monkeypatch.setattr("core.texts.claims.claims.read_text", noted)
    for cell, texts in (("t3.R05.C2", set()), ("t3.R01.C2", {"s1.request"}), ("t2.penalty.decisions", {"s2"})):
        read.clear()
        report = followed(checker, report, report.with_cells({cell: 987}))
        result = checker.result()
        assert read == texts
        assert result == check_report(report, today=TODAY)


def test_a_text_that_looks_as_before_does_not_keep_the_numbers_of_before() -> None:
    """1 and 12 are printed as 11 and 2 are."""
    report = report_with_texts("详见附件{fee.notices}{fee.billed}。")
    checker = Checker(report, today=TODAY)
    for notices, billed in ((1, 12), (11, 2)):
        for code, number in (("fee.notices", notices), ("fee.billed", billed)):
            report = followed(checker, report, report.with_cells({code: number}))
        checker.result()
        linked = [claim.number for claim in claims(checker.context) if claim.is_linked]
        assert linked == [notices, billed]


def test_a_text_is_judged_anew_by_numbers_of_rows_that_it_does_not_name() -> None:
    """网上4件 with kinds is that of requests of all kinds until another row has as many."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    numbers = {f"t3.{row}.{column}": 2 + (column == "C3") for row in ("R01", "R03") for column in ("C1", "C2", "C3")}
    report = report.with_cells({**report.cells, **numbers}).with_texts({"s3": "网上4件（自然人3件，企业1件）。"})
    checker = Checker(report, today=TODAY)
    said = [len(checker.result().findings)]
    for number in (0, 3):
        report = followed(checker, report, report.with_cells({"t3.R03.C3": number}))
        assert checker.result() == check_report(report, today=TODAY), number
        said.append(len([found for found in checker.result().findings if found.rule_id == "N-01"]))
    assert said[1] > said[2]


def test_a_text_is_judged_anew_when_the_unit_whose_words_it_has_gets_its_name() -> None:
    """The words of the unit's name are understood; of other words nothing is known, and nothing judged."""
    report = new_report("", "政府部门", 2025, with_zeros=True)
    report = report.with_texts({"s5": "某县水利局本年度收到申请12件，办结12件。"})
    checker = Checker(report, today=TODAY)
    said = set()
    for unit in ("", "某县水利局", "某县财政局", "某县水利局改进措施"):
        report = followed(checker, report, report.with_texts({"meta.unit": unit}))
        assert checker.result() == check_report(report, today=TODAY), unit
        said.add(tuple(found.message for found in checker.result().findings if found.places))
    assert len(said) > 1


def test_results_without_requests_do_not_wait_for_the_totals_of_another_table() -> None:
    """T3-11 speaks of table 三 whatever printed total of table 四 is wrong."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({**report.cells, "t3.R03.C2": 5})
    report = report.with_cells({"t4.review.total": 0})  # as printed on paper
    checker = Checker(report, today=TODAY)
    for number in (0, 3):
        report = followed(checker, report, report.with_cells({"t4.review.upheld": number}))
        assert checker.result() == check_report(report, today=TODAY)
        assert "T3-11" in [found.rule_id for found in checker.result().findings]


class Noted(dict[str, str]):
    """Texts that note which of them were asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self.asked: set[str] = set()

    @override
    def __getitem__(self, code: str) -> str:
        self.asked.add(code)
        return super().__getitem__(code)

    @override
    def get(self, code: str, default: str = "") -> str:  # type: ignore[override]
        self.asked.add(code)
        return super().get(code, default)

    @override
    def values(self) -> Any:
        self.asked |= {*self}
        return super().values()

    @override
    def items(self) -> Any:
        self.asked |= {*self}
        return super().items()


def test_rules_read_no_text_but_those_that_they_say() -> None:
    rng = random.Random(44)
    base = balanced_report(rng, density=0.3, largest=60)
    for said in (
        "本局公开信息。",
        "以下简称“某局”。",
        "某县水利局收到申请3件，培训2次。问题是更新慢，改进是抓紧。",
        "无。",
        "",
    ):
        report = base.with_texts(dict.fromkeys(base.form.texts, said * 9))
        for rule in readable_rules(report.form):
            context = Checker(report, today=TODAY).context
            context.__dict__["texts"] = texts = Noted(context.texts)
            function = FUNCTIONS[rule.function]
            if not rule.needs_last_year:
                list(function.function(context, rule))
            known = {code for read in function.reads for code in codes_read(report.form, read)}
            assert texts.asked <= known or function.final_only, rule.id


if __name__ == "__main__":
    agree_each_time(10_000, random.SystemRandom().randrange(1_000_000))

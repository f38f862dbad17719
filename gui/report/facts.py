"""What can be read off the open report now: numbers, texts, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from core.base.short_texts import some_of
from core.checks.balance_clues import balance_clue
from core.checks.blanks import counted
from core.checks.doubted_cells import is_doubted
from core.checks.findings import CheckResult, Finding
from core.checks.sum_findings import wrong_totals
from core.form.form_definition import LEVELS, Level
from core.office import signoff
from core.office import summary as office_summary
from core.office.register import suspects
from core.office.review import report_state
from core.office.way import Way, way
from core.report.entry_text import Number, entry_as_text, format_number
from core.report.linked_text import pieces, resolve
from core.report.open_report import OpenReport
from core.report.stages import Stage
from core.texts.claims import claims as text_claims
from core.texts.claims import linking, told_rows
from core.texts.claims.claim import Claim
from core.texts.rules import repetition
from core.texts.rules.standard_sentences import StaleSentence, stale_sentences, standard_sentences
from core.texts.years import year_rules_of_texts
from core.validation.progress import Missing, SectionProgress, missing_in, progress_with, to_fill
from core.validation.validation import Checker

_MOST_CHANGES = 5  # named one by one beside a finding


class _Progress(NamedTuple):
    """How far a result says that the report is, and all that this depends on."""

    result: CheckResult
    asked: tuple[object, ...]
    levels: Mapping[str, Level]
    missing: Missing
    parts: list[SectionProgress]
    to_fill: str


class ReportFacts:
    """Answers what windows ask about the open report, and changes nothing."""

    def __init__(self, now: Callable[[], OpenReport[Checker]]) -> None:
        """Answer about what ``now`` returns."""
        self._now = now
        self._progress: _Progress | None = None

    @property
    def _open(self) -> OpenReport[Checker]:
        return self._now()

    @property
    def told(self) -> CheckResult:
        """What the checks say as far as it is announced, for what shows the findings."""
        return self._open.checks.told

    def final_result(self) -> CheckResult:
        """Return the result as it counts for a 送审稿: blanks are errors."""
        return self._open.checks.result(final=True)

    def progress(self) -> list[SectionProgress]:
        """Return how far each section is; worked out anew only where something changed that it depends on."""
        result, kept = self.told, self._progress
        if kept is None or kept.result is not result:  # each change makes another one
            report, levels = self._open.report, self._open.levels
            outside = [report.cells.get(code) for code in report.form.outside_tables]
            asked = report.form_id, report.texts, report.meta, outside, result.blanks, result.refused
            missing = kept.missing if kept is not None and kept.asked == asked else missing_in(report, result)
            if kept is not None and kept.missing is missing and kept.levels == levels:  # as after most keys in a table
                kept = kept._replace(result=result)
            else:
                parts = progress_with(missing, result.findings)
                lacking = counted(report.form, to_fill(parts, result))
                kept = _Progress(result, asked, levels, missing, parts, lacking)
            self._progress = kept
        return kept.parts

    def to_fill_in_words(self) -> str:
        """Return how much is to be filled in yet, as the list of findings lists it; "" for nothing."""
        self.progress()
        return self._progress.to_fill if self._progress else ""

    def shown(self, code: str) -> str:
        """Return what a cell shows: the number, the refused text, a computed total, or "" for a blank."""
        if self._open.report.form.cells[code].is_derived:
            total = self._open.checks.sums.computed.get(code)
            return "" if total is None else format_number(total)
        return entry_as_text(self._open.report.cells.get(code))

    def sum_of(self, terms: Iterable[tuple[str, int]]) -> Number | None:
        """Return a sum of cells with their coefficients; None while one of them is no number."""
        total: Number = 0
        numbers = self._open.checks.numbers
        for code, factor in terms:
            number = numbers.get(code)
            if number is None:
                return None
            total += factor * number
        return total

    def printed_text(self, code: str) -> str:
        """Return a text as it is printed, linked numbers as their values."""
        return resolve(self._open.report.texts.get(code, ""), self._open.checks.numbers)

    def sentences(self, code: str) -> list[tuple[str, str]]:
        """Return the standard sentences offered for a text now: as printed, and with linked numbers as fields."""
        numbers = self._open.checks.numbers
        offered = [s for text, _, s in standard_sentences(self._open.report, numbers) if text == code]
        return [(resolve(sentence, numbers), sentence) for sentence in offered]

    def clue(self, finding: Finding) -> str:
        """Return a sentence on what to look at first; "" for none.

        That is the rows that a text counts otherwise where a column is out of balance, else numbers like its
        difference; the cases of the register behind them; and places that changed after the sign-off sheet was printed.
        """
        if self._open.report.form.rules[finding.rule_id].function == "paper_fits_file":
            changed = signoff.changes_since_printed(self._open.report)
            return f"打印之后的改动：{some_of(changed, _MOST_CHANGES, '处', between='；')}。"
        form, checks = self._open.report.form, self._open.checks
        claims = text_claims.claims(checks.context)
        told = told_rows.told_rows_clue(form, finding, checks.numbers, claims, self.told.findings)
        numbers = told or balance_clue(form, finding, checks.numbers)
        return numbers + suspects.suspects_clue(self._open.report, finding)

    def wrong_totals(self, finding: Finding) -> tuple[str, ...]:
        """Return which totals of paper (核对合计) a finding is about: no number, or not the sum now."""
        return wrong_totals(self._open.report.form, finding, self._open.report.controls, self._open.checks.sums)

    def claims(self) -> list[Claim]:
        """Return what the numbers in the texts were taken to be."""
        return year_rules_of_texts.claims_of_both_years(self._open.checks.context)

    def repetition(self, section: str) -> repetition.Repetition | None:
        """Return how much of a section stood in last year's report; None where that cannot be said."""
        return repetition.section_repetition(self._open.checks.context, section)

    def same_in_last_year(self, code: str) -> list[tuple[int, int]]:
        """Return the stretches of last year's printed text that stand in the report again."""
        return repetition.same_in_last_year(self._open.checks.context, code)

    def same_as_last_year(self, code: str) -> list[tuple[int, int]]:
        """Return the stretches of the printed text that stood in last year's report."""
        return repetition.same_as_last_year(self._open.checks.context, code)

    def printed_pieces(self, code: str) -> list[tuple[str, str]]:
        """Return a text in pieces as they are printed, each with the code of its linked number, "" for plain words."""
        source = self._open.report.texts.get(code, "")
        return [(printed, link) for printed, _, link in pieces(source, self._open.checks.numbers)]

    def link_repair(self, finding: Finding) -> linking.LinkRepair | None:
        """Return how the number in a text that a finding is about can be linked to its cell; None for none."""
        if not finding.places:
            return None
        checks = self._open.checks
        parted = linking.parted(self._open.report.form, self._open.report.texts, checks.numbers, finding)
        return parted or linking.link_repair(self._open.report.texts, text_claims.claims(checks.context), finding)

    def is_doubted(self, code: str) -> bool:
        """Return whether an error of the tables concerns a number, so that no text should follow it yet."""
        return is_doubted(self._open.report.form, code, self.told.findings)

    def stale_sentence(self, finding: Finding) -> StaleSentence | None:
        """Return the standard sentence that a finding is about since the tables have numbers now; None for none."""
        if len(finding.places) != 1:
            return None
        found = stale_sentences(self._open.report, self._open.checks.numbers)
        return next((stale for stale in found if stale.place == finding.places[0]), None)

    def summary(self, stage: Stage) -> office_summary.Summary:
        """Return what is to be known before the report of a stage is made."""
        return office_summary.summary(self._open.checks, stage)

    @property
    def way(self) -> Way:
        """How far the report is on its way, and what is to be done next."""
        return way(self._open.report, self.told, self.to_fill_in_words())

    @property
    def state_word(self) -> str:
        """How the report stands on its way: 填写中, 有错误, …, 已公布."""
        return report_state(self._open.report, self.told)

    def level(self, code: str) -> Level | str:
        """Return the worst level of the findings at a cell or text; "" where there is none."""
        return self._open.level(code)

    def findings_at(self, code: str) -> list[Finding]:
        """Return the findings that concern a cell or text, errors first."""
        found = [
            finding
            for finding in self.told.findings
            if code in finding.cells or any(place.text == code for place in finding.places)
        ]
        return sorted(found, key=lambda finding: LEVELS.index(finding.level)) if len(found) > 1 else found

"""Runs the rules of the form over a report: all at once, or only those that a change concerns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from operator import itemgetter

from core.base.late import load_now
from core.checks import counted_rules, number_rules, year_rules
from core.checks.blanks import blank_texts, unfilled
from core.checks.blanks_as_zero import context_of_texts
from core.checks.findings import CheckResult, Finding, Place, explain
from core.checks.rule_run import run_rule
from core.checks.rules import (
    CONTROLS,
    REFUSED,
    CheckContext,
    PrintedForm,
    is_last_year,
)
from core.checks.sum_findings import sum_findings
from core.checks.sum_findings import sum_sentence as sum_sentence
from core.form.form_definition import FormDefinition, Level, Rule
from core.report.change import Change
from core.report.entry_text import Entry, Number, Refused
from core.report.linked_text import texts_by_code
from core.report.report import Report, numbers_only
from core.report.totals import SumState
from core.texts.rules import (
    case_sentences,
    citation_rules,
    comparison_rules,
    contact_rules,
    content_rules,
    sum_rules,
    unit_name_rules,
    wording_rules,
)
from core.validation import local_rules
from core.validation.local_rules import LocalRules
from core.validation.rule_index import ValidRules, function_rules, rules_by_code, rules_on_texts, valid_rules

# They register the functions of the rules of a form, local_rules those of demands; sum_rules brings that of Y-06
load_now(
    counted_rules,
    number_rules,
    year_rules,
    case_sentences,
    citation_rules,
    comparison_rules,
    contact_rules,
    content_rules,
    sum_rules,
    unit_name_rules,
    wording_rules,
    local_rules,
)

_Keyed = tuple[tuple[int, int], Finding]
"""A finding behind what it is sorted by."""
_KEY = itemgetter(0)
_MANY = 12
"""Changed cells in one go from which checking everything anew is quicker."""
_WEIGHT: Mapping[str | None, int] = {"error": 3, "warning": 2, "hint": 1}
_REPLACING = ("T3-11",)
"""Rules that say more than the balance of the columns they name."""


def check_report(
    report: Report,
    *,
    last_year: Report | None = None,
    final: bool = False,
    today: date | None = None,
    local: LocalRules | None = None,
    checksum: Callable[[Report], str] | None = None,
    printed_form: PrintedForm | None = None,
) -> CheckResult:
    """Check a whole report.

    Args:
        report: The report to check; it is not changed.
        last_year: Last year's report, for the rules that compare years.
        final: Whether a 送审稿 or 定稿 is wanted, so that blanks are errors (rule C-03).
        today: The day of the check; the real one where it is None.
        local: Local rules that change the catalogue; none where it is None.
        checksum: Makes the checksum of what a report shows, for rule F-04; silent where it is None.
        printed_form: How the form is printed in the published report that was read; None for a draft.
    """
    checker = Checker(
        report, last_year=last_year, today=today, local=local, checksum=checksum, printed_form=printed_form
    )
    return checker.result(final=final)


class Checker:
    """The checks of one open report, kept up to date as it changes.

    What a change concerns is noted at once (``follow``) and checked when the result is asked for.
    """

    def __init__(
        self,
        report: Report,
        *,
        last_year: Report | None = None,
        today: date | None = None,
        local: LocalRules | None = None,
        checksum: Callable[[Report], str] | None = None,
        printed_form: PrintedForm | None = None,
    ) -> None:
        self._report = report
        self._linked: Mapping[str, list[str]] | None = None
        self._final_found: list[_Keyed] | None = None
        self._blanks: tuple[str, ...] = ()
        self._offered = last_year
        self._today = today or date.today()
        self._checksum = checksum
        self._printed_form = printed_form
        self._local = local
        self._restart()

    def _restart(self) -> None:
        """Check everything anew."""
        self._form = self._report.form
        self.rules: Mapping[str, Rule] = self._local.applied(self._form.rules) if self._local else self._form.rules
        self._told: CheckResult | None = None
        cells = numbers_only(self._report.cells)
        self.sums = SumState(self._form, cells, numbers_only(self._report.controls))
        self._numbers: dict[str, Number] = {**cells, **self.sums.computed}
        self._refused = _refused_only(self._report.cells)
        self._refused_controls = _refused_only(self._report.controls)
        self._blank_set = set(self._form.entered).difference(self._report.cells)
        self._sums_found: list[Finding] = []
        self._restart_rules()

    @property
    def context(self) -> CheckContext:
        """What the rule functions see now."""
        return self._context

    @property
    def numbers(self) -> Mapping[str, Number]:
        """Entered numbers and computed totals by code, as they are now; blanks are left out."""
        return self._numbers

    def follow(self, report: Report, change: Change) -> set[str]:
        """Take the report after a change; return the codes whose shown number changed."""
        self._report = self._context.report = report
        self._told = None
        is_much = change.form_id or change.status or len(change.cells) + len(change.controls) > _MANY
        if is_much or self._on_texts is not self._context:
            self._restart()
            return set(self._form.cells)
        for code in (*change.meta, *change.texts):  # first: which texts print the numbers that changed
            self._retold(code)
        changed: set[str] = set()
        for code in change.cells:
            changed |= self._entered(code)
        for code in change.controls:
            changed |= self._entered(code, is_control=True)
        return changed

    def _entered(self, code: str, *, is_control: bool = False) -> set[str]:
        """Note what a changed cell concerns; return the codes whose shown number changed."""
        place = self._report.controls if is_control else self._report.cells
        entry = place.get(code)
        index = rules_by_code(self._form)
        refused = self._refused_controls if is_control else self._refused
        number = None if isinstance(entry, Refused) else entry
        if is_control:
            self._stale.update(index[CONTROLS])
        if isinstance(entry, Refused):
            refused[code] = entry
            self._stale.update(index[REFUSED])
        elif refused.pop(code, None):
            self._stale.update(index[REFUSED])
        if not is_control and (code in self._form.outside_tables or (entry is None) != (code in self._blank_set)):
            self._note_blank(code, is_blank=entry is None)
        held = self.sums.all_hold
        changed = self.sums.enter(code, number, is_control=is_control)
        self._renumber(code, number, changed, is_control=is_control)
        if not (held and self.sums.all_hold):
            self._are_sums_stale = True
        printing = self.texts_printing(changed)
        for stale_code in (*changed, *printing):
            self._stale.update(index.get(stale_code, ()))
        if self._changed is not None:
            self._changed |= changed
        self._context.print_anew(printing)
        return changed

    def texts_printing(self, codes: Iterable[str]) -> set[str]:
        """Return the texts with a linked number among these codes."""
        linked = self._texts_by_number()
        return {text for code in codes for text in linked.get(code, ())}

    def _retold(self, code: str) -> None:
        """Note what a changed text or metadata field concerns."""
        if code == "meta.year":  # which rules are valid, and which report is last year's
            self._restart_rules()
            return
        self._linked = None
        before, self._blanks = self._blanks, self._find_blanks()
        if before or self._blanks or code.startswith("meta."):  # without blanks no text concerns them
            self._final_found = None
        self._context.forget_texts()
        self._stale.update(rules_by_code(self._form).get(code, ()))

    def result(self, *, final: bool = False) -> CheckResult:
        """Return all findings now, explanations attached, in the order of the form.

        What an empty text lacks is not said while numbers are still missing, unless a 送审稿 is wanted: that the
        report is not ready is plain, and a clerk who has just begun is not to be met by complaints.
        """
        if final:
            return self._result(is_final=True)
        if self._told is None or self.is_behind:
            self._told = self._result(is_final=False)
        return self._told

    @property
    def told(self) -> CheckResult:
        """The result as ``look`` left it: what texts say of a number being typed may still be missing."""
        return self._told or self.result()

    @property
    def is_behind(self) -> bool:
        """Whether the rules on texts are still to be asked about what was typed."""
        return self._told is not None and bool(self._stale)

    def look(self, *, is_typing: bool = False) -> None:
        """Bring what is told up to date.

        While somebody types, the rules on texts are not asked: they take longer than all the others.
        """
        self._told = self._result(is_final=False, is_typing=True) if is_typing else self.result()

    def levels(self) -> Mapping[str, Level]:
        """Return the worst level of what is told at each cell or text; an explained finding is a hint."""
        levels: dict[str, Level] = {}
        for finding in self.told.findings:
            level: Level = "hint" if finding.explained else finding.level
            for code in (*finding.cells, *[place.text for place in finding.places]):
                if _WEIGHT[level] > _WEIGHT.get(levels.get(code), 0):
                    levels[code] = level
        return levels

    def _result(self, *, is_final: bool, is_typing: bool = False) -> CheckResult:
        self._refresh(rules_on_texts(self._form) if is_typing else ())
        keyed = self._keyed_all
        if is_final or not self._blanks:  # once all is filled in, nothing that a 定稿 waits for may stay unseen
            more = self._final_findings()
            keyed = sorted([*keyed, *more], key=_KEY) if more else keyed
        found = tuple([finding for _, finding in keyed])
        if self._blanks and not is_final:
            found = tuple([finding for finding in found if not self._is_about_empty_texts(finding)])
        return CheckResult(
            findings=explain(found, self._report.explanations) if self._report.explanations else found,
            blanks=self._blanks,
            unfilled=unfilled(self._form, self._blanks) if self._blanks else "",
            refused=tuple(sorted(self._refused, key=self._form.reading_order.__getitem__)) if self._refused else (),
            last_year=self._context.last_year is not None,
        )

    def _is_about_empty_texts(self, finding: Finding) -> bool:
        texts = self._report.texts
        return not finding.cells and bool(finding.places) and not any(texts.get(p.text) for p in finding.places)

    def _final_findings(self) -> list[_Keyed]:
        """Return what the rules of 送审稿 and 定稿 find; without blanks they read metadata only, which is kept."""
        if self._final_found is None or self._blanks:
            context = self._new_context()
            rules = self._valid_rules(context, final_only=True)
            self._final_found = self._with_keys(
                f for function, rule in rules.values() for f in run_rule(function, context, rule)
            )
        return self._final_found

    def _note_blank(self, code: str, *, is_blank: bool) -> None:
        if code not in self._form.cells:
            return
        if is_blank:
            self._blank_set.add(code)
        else:
            self._blank_set.discard(code)
        self._blanks = self._find_blanks()
        self._final_found = None

    def _find_blanks(self) -> tuple[str, ...]:
        """Return the blank cells of the tables, the blank numbers that a text prints, and the demanded blank texts."""
        linked, cells = self._texts_by_number(), self._report.cells
        tables = [code for code in self._form.entered if code in self._blank_set] if self._blank_set else []
        printed = [code for code in self._form.outside_tables if code in linked and code not in cells]
        return (*tables, *printed, *[codes[0] for codes in blank_texts(self._form, self._report.texts).values()])

    def _texts_by_number(self) -> Mapping[str, list[str]]:
        if self._linked is None:
            self._linked = texts_by_code(self._report.texts)
        return self._linked

    def _renumber(self, code: str, number: Number | None, changed: set[str], *, is_control: bool) -> None:
        """Carry changed numbers into what the rule functions read."""
        for changed_code in changed:
            new = self.sums.computed.get(changed_code) if is_control or changed_code != code else number
            if new is None:
                self._numbers.pop(changed_code, None)
            else:
                self._numbers[changed_code] = new

    def _restart_rules(self) -> None:
        self._context = self._new_context()
        self._on_texts = context_of_texts(self._context)
        self._linked = None
        self._blanks = self._find_blanks()
        self._changed: set[str] | None = None
        self._final_found = None
        self._active = self._valid_rules(self._context)
        self._stale = set(function_rules(self._form))
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._keyed: dict[str, list[_Keyed]] = {}
        self._keyed_all: list[_Keyed] = []
        self._are_sums_stale = True

    def _refresh(self, but: Collection[str] = ()) -> None:
        """Run what the changes since the last time concern, but for some rules."""
        is_same = not self._are_sums_stale
        stale, self._stale = self._stale.difference(but), self._stale.intersection(but)
        if stale:
            self._told = None
        self._context.changed, self._changed = self._changed, set()
        for rule_id in stale & self._active.keys():
            function, rule = self._active[rule_id]
            context = self._on_texts if rule_id in rules_on_texts(self._form) else self._context
            found = run_rule(function, context, rule)
            if found != self._found.get(rule_id, ()):
                is_same = False
                self._found.pop(rule_id, None)
                self._keyed.pop(rule_id, None)
                if found:
                    self._found[rule_id] = found
                    self._keyed[rule_id] = self._with_keys(found)
        if self._are_sums_stale or any(rule_id in _REPLACING for rule_id in stale):
            replaced = [self._form.cells[c].column for i in _REPLACING for f in self._found.get(i, ()) for c in f.cells]
            sums_found = sum_findings(self._form, self.sums, replaced)
            is_same = is_same and sums_found == self._sums_found
            self._sums_found = sums_found
            self._are_sums_stale = False
        if not is_same:
            keyed = self._with_keys(self._sums_found)
            for part in self._keyed.values():
                keyed += part
            keyed.sort(key=_KEY)
            self._keyed_all = keyed

    def _with_keys(self, found: Iterable[Finding]) -> list[_Keyed]:
        """Return the findings with what they are sorted by; worked out once, since most stay from key to key."""
        form = self._form
        return [(_order(form, f.rule_id, f.cells, f.places), f) for f in found]

    def _new_context(self) -> CheckContext:
        return CheckContext(
            self._report,
            self._numbers,
            self._offered if self._offered and is_last_year(self._report, self._offered) else None,
            self._today,
            refused=self._refused,
            refused_controls=self._refused_controls,
            sums=self.sums,
            offered_last_year=self._offered,
            checksum=self._checksum,
            printed_form=self._printed_form,
        )

    def _valid_rules(self, context: CheckContext, *, final_only: bool = False) -> ValidRules:
        with_last_year = context.last_year is not None
        year = self._report.year
        return valid_rules(self._form, self.rules, year, with_last_year=with_last_year, final_only=final_only)


def _refused_only(entries: Mapping[str, Entry]) -> dict[str, Refused]:
    if Refused not in map(type, entries.values()):
        return {}  # as in most reports
    return {code: entry for code, entry in entries.items() if isinstance(entry, Refused)}


@lru_cache(maxsize=4096)
def _order(form: FormDefinition, rule_id: str, cells: tuple[str, ...], places: tuple[Place, ...]) -> tuple[int, int]:
    """Return where a finding comes: by its first place in the form, then by the catalogue."""
    order = form.reading_order
    codes = (*cells, *(place.text for place in places))
    rank = list(form.rules).index(rule_id) if rule_id in form.rules else len(form.rules)
    return min((order[code] for code in codes if code in order), default=len(order)), rank

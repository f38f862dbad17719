"""Whatever is done to the open report can be undone to the start and redone to the end; what the office did stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from core.form.form_reader import load_form
from core.office import remark_list, review
from core.report.change import Change, status_change
from core.report.entry_text import Refused
from core.report.open_report import OpenReport
from core.report.report import Explanation, LogEntry, Origin, Remark, Report, ReviewRound, new_report
from core.validation.validation import Checker

TODAY = date(2026, 1, 12)
CODE = "t3.R01.C1"
BLANK = new_report("某某县水利局", "政府部门", 2025)
OTHER_FORM = load_form("2019")
ENTERED = [code for code in (*BLANK.form.entered, "fee.billed") if code in OTHER_FORM.cells][::9]
DERIVED = [code for code in BLANK.form.derived if code in OTHER_FORM.cells][::4]

entries = st.one_of(st.none(), st.integers(0, 99), st.just(Refused("1O", "C-04", "“O”不是数字，请改为数字0")))
words = st.sampled_from(["", "本年新收{t3.R01.C7}件。", "收费{fee.billed}元。", "未收到申请。", "一段。\n又一段。"])
names = st.sampled_from(["甲", "乙", "丙"])


def checked(report: Report) -> Checker:
    return Checker(report, today=TODAY)


def opened(report: Report = BLANK) -> OpenReport[Checker]:
    return OpenReport(report, checked)


def with_one(name: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[Callable[[Report], Report]]:
    """Return what puts one value into a mapping of a report, or takes it away."""

    def put(key: str, value: object) -> Callable[[Report], Report]:
        def changed(report: Report) -> Report:
            kept = {k: v for k, v in getattr(report, name).items() if k != key}
            values: dict[str, Any] = {name: kept if value is None else {**kept, key: value}}
            return replace(report, **values)

        return changed

    return st.builds(put, names, st.one_of(st.none(), values))


cells = st.dictionaries(st.sampled_from([*ENTERED, *DERIVED]), entries, min_size=1, max_size=14)
texts = st.dictionaries(st.sampled_from(["s1.request", "s3", "s5", "s6", "meta.unit", "meta.year"]), words, min_size=1)
explanations = st.builds(Explanation, names, names, names, names)
content = st.one_of(
    cells.map(lambda given: lambda report: report.with_cells(given)),
    texts.map(lambda given: lambda report: report.with_texts(given)),
    with_one("explanations", explanations),
    with_one("origins", st.builds(Origin, names, names, names, names)),
    names.map(lambda what: lambda report: replace(report, log=(*report.log, LogEntry("2026-01-12", what)))),
)
rounds = st.lists(
    st.builds(ReviewRound, st.integers(1, 3), names, names, st.just({}), remarks=st.just((Remark("改"),))), max_size=2
)
office = st.one_of(
    with_one("status", names),
    rounds.map(lambda given: lambda report: replace(report, rounds=tuple(given))),
    st.just(
        lambda report: replace(report, form_id="2019" if report.form_id == "2021" else "2021", cells={}, controls={})
    ),
)


def state_of(open_report: OpenReport[Checker]) -> tuple[object, ...]:
    checks = open_report.checks
    return open_report.report, checks.result(), dict(checks.numbers), checks.levels(), checks.result(final=True)


def fresh_state_of(report: Report) -> tuple[object, ...]:
    return state_of(opened(report))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.one_of(content, office), st.booleans()), max_size=12))
def test_any_changes_are_undone_to_the_start_and_redone_to_the_end(
    changes: list[tuple[Callable[[Report], Report], bool]],
) -> None:
    open_report = opened()
    states = [state_of(open_report)]
    for make, is_typed in changes:
        change = Change.between(open_report.report, make(open_report.report))
        assert change.inverse.applied_to(change.applied_to(open_report.report)) == open_report.report
        if open_report.do("改", change, edit=f"{len(states)}" if is_typed else "") is not None:
            states.append(state_of(open_report))
            assert states[-1] == fresh_state_of(open_report.report)
    for state in reversed(states[:-1]):
        open_report.undo()
        assert state_of(open_report) == state
    assert open_report.report == BLANK
    assert not open_report.can_undo
    for state in states[1:]:
        open_report.redo()
        assert state_of(open_report) == state
    assert not open_report.can_redo


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.booleans(), content, office), max_size=8))
def test_what_the_office_did_stays_whatever_is_undone(
    changes: list[tuple[bool, Callable[[Report], Report], Callable[[Report], Report]]],
) -> None:
    open_report = opened()
    for is_office, written, done in changes:
        if is_office:
            after = replace(done(open_report.report), form_id="2021", cells=open_report.report.cells)
            after = replace(after, controls=open_report.report.controls)
            open_report.record(Change.between(open_report.report, after))
        else:
            open_report.do("改", Change.between(open_report.report, written(open_report.report)))
    kept = (open_report.report.rounds, open_report.report.status)
    while open_report.undo() is not None:
        assert state_of(open_report) == fresh_state_of(open_report.report)
    assert (open_report.report.rounds, open_report.report.status) == kept
    assert Change.between(BLANK, open_report.report).content.is_nothing
    assert open_report.report.log == ()


@given(content, content)
def test_two_changes_in_one_are_both(first: Callable[[Report], Report], second: Callable[[Report], Report]) -> None:
    middle = first(BLANK)
    end = second(middle)
    both = Change.between(BLANK, middle).then(Change.between(middle, end))
    assert both.applied_to(BLANK) == end
    assert both.inverse.applied_to(end) == BLANK


def number(code: str, entry: int | None) -> Callable[[Report], Change]:
    return lambda report: Change.between(report, report.with_cells({code: entry}))


def type_into(open_report: OpenReport[Checker], typed: int | None) -> None:
    open_report.do("填写", number(CODE, typed)(open_report.report), edit=CODE)


def steps_of(open_report: OpenReport[Checker]) -> int:
    """Return how many steps lead back to the start, and go forward again."""
    steps = 0
    while open_report.can_undo:
        open_report.undo()
        steps += 1
    for _ in range(steps):
        open_report.redo()
    return steps


def test_a_round_stays_when_the_version_restored_before_it_is_undone() -> None:
    """The loss: an older version put back, a 送审稿 made of it, Ctrl+Z: 第1稿 could no longer be registered."""
    open_report = opened()
    type_into(open_report, 5)
    older = BLANK.with_cells({CODE: 3})
    open_report.do("恢复", Change.between(open_report.report, older).content)
    open_report.record(review.submit(open_report.report, TODAY))
    pinned = open_report.report.rounds

    open_report.undo()

    assert open_report.report.cells[CODE] == 5
    assert open_report.report.rounds == pinned
    open_report.record(review.register_return(open_report.report, "办公室", TODAY, ["请核对"]))
    assert open_report.report.rounds[0].returned_by == "办公室"


def test_the_state_of_the_file_loses_no_round_that_only_the_open_report_knows() -> None:
    open_report = opened()
    theirs = BLANK.with_cells({CODE: 7})
    open_report.record(review.submit(open_report.report, TODAY))
    open_report.record(review.register_return(open_report.report, "办公室", TODAY, ["请核对"]))
    made_elsewhere = review.submit(BLANK, TODAY).applied_to(theirs)
    for in_file in (theirs, made_elsewhere):
        taken = review.take_over_file(open_report.report, in_file).applied_to(open_report.report)
        assert taken.rounds == open_report.report.rounds
        assert taken.cells == in_file.cells
    open_report.record(review.take_over_file(open_report.report, theirs), "改用文件里的内容")
    assert open_report.undo_title == "改用文件里的内容"
    open_report.undo()
    assert open_report.report.cells == BLANK.cells
    assert open_report.report.rounds[0].returned_by == "办公室"


def test_typing_is_one_step_until_the_edit_is_closed_and_taken_back_it_is_none() -> None:
    open_report = opened()
    for typed in (1, 12, 123):
        type_into(open_report, typed)
    assert steps_of(open_report) == 1
    open_report.close_edit()
    type_into(open_report, 4)
    assert (steps_of(open_report), open_report.undo_title) == (2, "填写")
    type_into(open_report, 123)  # as Esc does
    assert steps_of(open_report) == 1
    open_report.undo()
    type_into(open_report, 1)
    type_into(open_report, 12)
    assert steps_of(open_report) == 1
    open_report.undo()
    assert open_report.report == BLANK


def test_typing_does_not_go_on_in_a_step_that_was_saved() -> None:
    open_report = opened()
    type_into(open_report, 1)
    open_report.mark_clean()
    type_into(open_report, 12)
    assert (steps_of(open_report), open_report.is_clean) == (2, False)
    open_report.undo()
    assert open_report.is_clean
    open_report.undo()
    type_into(open_report, 5)
    open_report.undo()
    assert not open_report.is_clean  # the saved state cannot be reached any more


def test_what_is_recorded_is_not_saved_until_the_report_is() -> None:
    open_report = opened()
    type_into(open_report, 1)
    open_report.record(status_change(open_report.report, {"printed_on": "2026-01-12"}))
    open_report.undo()
    assert not open_report.is_clean
    open_report.mark_clean()
    assert open_report.is_clean


def test_a_lock_takes_no_steps_and_leaves_none_behind_it() -> None:
    open_report = opened()
    type_into(open_report, 1)
    open_report.mark_clean()
    open_report.record(review.finalise(open_report.report, TODAY))
    type_into(open_report, 2)
    assert open_report.report.cells[CODE] == 1
    assert (open_report.can_undo, open_report.undo(), open_report.is_clean) == (False, None, False)
    open_report.record(review.unlock(open_report.report, "领导要求修改", TODAY))
    assert not open_report.can_undo
    type_into(open_report, 2)
    open_report.undo()
    assert open_report.report.cells[CODE] == 1
    assert open_report.report.log[-1].what == "解除定稿：领导要求修改"


def test_a_saved_final_report_stays_saved_where_nothing_is_recorded() -> None:
    open_report = opened()
    open_report.record(review.finalise(open_report.report, TODAY))
    open_report.mark_clean()
    open_report.record(Change())
    assert open_report.is_clean


def test_a_draft_open_for_reading_only_takes_no_steps() -> None:
    open_report = opened()
    type_into(open_report, 1)
    open_report.is_read_only = True
    type_into(open_report, 2)
    assert (open_report.report.cells[CODE], open_report.can_undo) == (1, False)


def test_a_change_says_what_it_changed() -> None:
    open_report = opened(BLANK.with_texts({"s3": "本年新收{t3.R01.C1}件。"}))
    changed = open_report.do("填写", number(CODE, 5)(open_report.report))
    assert changed is not None
    assert CODE in changed.cells
    assert changed.printing == {"s3"}
    assert changed.texts == ()

    text = Change.between(open_report.report, open_report.report.with_texts({"s5": "问题。"}))
    typed = open_report.do("修改文字", text, edit="s5")
    assert typed is not None
    assert (typed.texts, typed.has_findings, open_report.is_behind) == (("s5",), False, True)
    later = open_report.catch_up()
    assert later is not None
    assert (later.has_findings, open_report.catch_up()) == (True, None)


def test_what_texts_say_of_a_number_comes_once_the_clerk_pauses() -> None:
    def rules() -> set[str]:
        return {finding.rule_id for finding in open_report.checks.told.findings}

    report = BLANK.with_cells({f"t3.R0{row}.C{column}": 0 for row in (1, 2) for column in range(1, 7)})
    report = report.with_cells({CODE: 5})
    open_report = opened(report.with_texts({"s1.request": "本年新收政府信息公开申请5件。"}))
    type_into(open_report, 7)
    open_report.do(
        "填写",
        Change.of_cells(open_report.report, {"t3.R25.C1": Refused("O", "C-04", "“O”不是数字")}),
        edit="t3.R25.C1",
    )
    assert ("N-01" in rules(), "C-04" in rules()) == (False, True)
    assert (open_report.is_behind, open_report.close_edit()) == (True, None)
    assert "s1.request" not in open_report.checks.levels()
    assert "N-01" not in rules()  # whoever asks for levels changes nothing that is told

    assert "N-01" in {finding.rule_id for finding in open_report.checks.result().findings}  # whoever asks is told all
    later = open_report.catch_up()
    assert later is not None
    assert "s1.request" in later.cells
    assert ("N-01" in rules(), open_report.is_behind) == (True, False)
    open_report.undo()
    open_report.undo()  # not typed: all is said at once
    assert "N-01" not in rules()
    open_report.redo()
    assert "N-01" in rules()


def test_a_mark_on_a_remark_is_a_step_and_the_rounds_made_since_stay() -> None:
    report = review.submit(BLANK, TODAY).applied_to(BLANK)
    report = review.register_return(report, "王局长", TODAY, ["第五部分不具体", "引言写错了"]).applied_to(report)
    open_report = opened(report)
    open_report.record(
        review.answer_remark(report, remark_list.remarks_to_do(report)[0], review.FOLLOWED), "处理退回意见"
    )
    were_clean = [open_report.is_clean]
    open_report.undo()
    assert open_report.report == report
    were_clean.append(open_report.is_clean)
    assert were_clean == [False, True]

    open_report.redo()
    open_report.do("填写", Change.of_cells(open_report.report, {CODE: 3}))
    open_report.record(review.submit(open_report.report, TODAY))
    open_report.undo()
    open_report.undo()
    assert [remark.answer for remark in open_report.report.rounds[0].remarks] == ["", ""]
    assert [made.number for made in open_report.report.rounds] == [1, 2]

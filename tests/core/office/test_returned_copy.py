"""Several copies of one 送审稿 come back, each with changes of its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.office.returned_copy import ReturnedCopy, returned_copy
from core.office.review import submit
from core.report.differences import take_over
from core.report.report import Report
from core.word.reader import read_report
from core.word.report import report_bytes
from tests.core.report.sample_reports import written_report

DAY = date(2026, 1, 10)
LICENSING, PENALTY = "t2.licensing.decisions", "t2.penalty.decisions"


@pytest.fixture
def sent() -> Report:
    report = written_report().with_cells({LICENSING: 656, PENALTY: 5, "t3.R01.C1": 1})
    report = report.with_texts({"s2": "", "s5": "第一段。\n第二段。\n第三段。", "s6": "无。"})
    return submit(report, DAY).applied_to(report)


def _submitted(report: Report) -> Report:
    return submit(report, DAY).applied_to(replace(report, rounds=()))


def _copy(edited: Report, folder: Path, *, number: int | None = 1) -> Path:
    """A copy as a leader sends it back; its head still names the 送审稿, unless it was made without one."""
    path = folder / "改过.docx"
    path.write_bytes(report_bytes(edited, stage="review" if number else "draft", round_number=number))
    return path


def _sent_back(report: Report, sent: Report, edited: Report, folder: Path) -> ReturnedCopy:
    """Read the copy with the head of the 送审稿, as an edited file keeps it."""
    shown = read_report(_copy(edited, folder), report.form_id)
    mark = read_report(_copy(sent, folder), report.form_id).mark
    assert sent.rounds[-1].checksum in mark
    return returned_copy(report, shown._replace(mark=mark))


def _taken(report: Report, copy: ReturnedCopy) -> Report:
    for difference in reversed(copy.differences):
        report = take_over(report, difference)
    return report


def test_a_second_copy_never_takes_back_what_was_adopted_from_the_first(sent: Report, tmp_path: Path) -> None:
    first = sent.with_cells({LICENSING: 660}).with_texts({"s5": "第一段。\n第二段改。\n第三段。\n第四段。"})
    report = _taken(sent, _sent_back(sent, sent, first, tmp_path))
    assert (report.cells[LICENSING], report.texts["s5"]) == (660, "第一段。\n第二段改。\n第三段。\n第四段。")

    second = sent.with_cells({PENALTY: 6}).with_texts(
        {"s5": "第一段。\n第二段。\n第三段也改。", "s6": "没有其他事项。"}
    )
    copy = _sent_back(report, sent, second, tmp_path)

    assert copy.made == sent.rounds[0]
    assert [(d.code, d.ours, d.theirs) for d in copy.differences] == [
        (PENALTY, ("5",), ("6",)),
        ("s5", ("第三段。",), ("第三段也改。",)),
        ("s6", ("无。",), ("没有其他事项。",)),
    ]
    report = _taken(report, copy)
    assert (report.cells[LICENSING], report.cells[PENALTY]) == (660, 6)
    assert report.texts["s5"] == "第一段。\n第二段改。\n第三段也改。\n第四段。"
    assert _sent_back(report, sent, second, tmp_path).differences == ()
    assert _sent_back(report, sent, first, tmp_path).differences == ()


def test_a_place_that_both_copies_changed_differently_is_a_conflict_and_never_offered(
    sent: Report, tmp_path: Path
) -> None:
    report = sent.with_cells({LICENSING: 660}).with_texts({"s5": "第一段。\n甲改的。\n第三段。"})
    second = sent.with_cells({LICENSING: 661}).with_texts({"s5": "第一段。\n乙改的。\n第三段。", "s6": ""})

    copy = _sent_back(report, sent, second, tmp_path)

    assert [(d.code, d.ours, d.theirs, d.sent, d.is_offered) for d in copy.differences] == [
        (LICENSING, ("660",), ("661",), ("656",), False),
        ("s5", ("甲改的。",), ("乙改的。",), ("第二段。",), False),
        ("s6", ("无。",), (), None, True),
    ]
    assert copy.differences[0].sentence.endswith("：送出时为656，填报已改为660，文件中为661")
    assert copy.differences[1].sentence.endswith("：送出时为“第二段。”，填报已改为“甲改的。”，文件中为“乙改的。”")


ACTIVE = "全年公开政府信息92条，其中政策文件21条、工作动态23条。"


def test_two_changes_of_one_paragraph_go_together(sent: Report, tmp_path: Path) -> None:
    sent = _submitted(sent.with_texts({"s5": ACTIVE}))
    report = sent.with_texts({"s5": ACTIVE.replace("92", "95")})
    second = sent.with_texts({"s5": ACTIVE.replace("23", "24")})

    copy = _sent_back(report, sent, second, tmp_path)

    both = "全年公开政府信息95条，其中政策文件21条、工作动态24条。"
    assert [(d.ours, d.theirs, d.is_offered) for d in copy.differences] == [((report.texts["s5"],), (both,), True)]
    assert "92" not in copy.differences[0].sentence
    report = _taken(report, copy)
    assert report.texts["s5"] == both
    assert _sent_back(report, sent, second, tmp_path).differences == ()


@pytest.mark.parametrize(
    ("now", "theirs"),
    [
        (ACTIVE.replace("92", "192"), ACTIVE.replace("92", "929")),  # one number in two ways
        (ACTIVE.replace("92", "95"), ACTIVE.replace("92条", "92篇")),  # words side by side
        (ACTIVE.replace("92", "95"), "无。"),
        ("无。", ACTIVE.replace("92", "95")),
        (ACTIVE.replace("92", "95"), ""),
        ("", ACTIVE.replace("92", "95")),
    ],
)
def test_changes_that_do_not_go_together_are_told_with_all_three_versions(
    sent: Report, tmp_path: Path, now: str, theirs: str
) -> None:
    sent = _submitted(sent.with_texts({"s5": f"{ACTIVE}\n末段。"}))
    report, second = (sent.with_texts({"s5": "\n".join(filter(None, (text, "末段。")))}) for text in (now, theirs))
    (found,) = _sent_back(report, sent, second, tmp_path).differences
    assert (found.sent, found.is_offered) == ((ACTIVE,), False)
    assert all(word in found.sentence for word in ("送出时为“", "填报已改为", "文件中为"))


def test_a_linked_number_that_changed_since_stays_linked(sent: Report, tmp_path: Path) -> None:
    text = "全年新收{t3.R01.C7}件。本局公布了受理地址。"
    sent = _submitted(sent.with_texts({"s5": text}).with_cells({f"t3.R01.C{n}": 0 for n in range(2, 7)}))
    report = sent.with_cells({"t3.R01.C1": 2})
    second = sent.with_texts({"s5": text.replace("公布", "在网站公布")})

    copy = _sent_back(report, sent, second, tmp_path)

    assert [d.theirs for d in copy.differences] == [("全年新收2件。本局在网站公布了受理地址。",)]
    assert _taken(report, copy).texts["s5"] == "全年新收{t3.R01.C7}件。本局在网站公布了受理地址。"


def test_a_paragraph_put_in_since_is_kept_where_the_copy_joins_those_around_it(sent: Report, tmp_path: Path) -> None:
    report = sent.with_texts({"s5": "第一段。\n第二段。\n中间。\n第三段。"})
    second = sent.with_texts({"s5": "第一段。\n合成的一段。"})
    (found,) = _sent_back(report, sent, second, tmp_path).differences
    assert (found.ours, found.is_offered) == (("第二段。", "中间。", "第三段。"), False)


def test_paragraphs_that_both_copies_put_in_stand_once_and_others_beside_them(sent: Report, tmp_path: Path) -> None:
    report = sent.with_texts({"s5": "第一段。\n甲加的。\n第二段。\n第三段。"})
    same = sent.with_texts({"s5": "第一段。\n甲加的。\n第二段。\n第三段。"})
    assert _sent_back(report, sent, same, tmp_path).differences == ()

    other = sent.with_texts({"s5": "零。\n第一段。\n乙加的。\n第二段。\n第三段。"})
    taken = _taken(report, _sent_back(report, sent, other, tmp_path)).texts["s5"].split("\n")

    assert sorted(taken[2:4]) == sorted(["甲加的。", "乙加的。"])
    assert [text for text in taken if "加" not in text] == ["零。", "第一段。", "第二段。", "第三段。"]


def test_a_copy_of_the_draft_as_it_is_now_is_compared_with_that(sent: Report, tmp_path: Path) -> None:
    report = sent.with_cells({LICENSING: 660, PENALTY: 7})
    copy = returned_copy(report, read_report(_copy(report.with_cells({LICENSING: 656}), tmp_path, number=None)))
    assert copy.made is None
    assert [(d.ours, d.theirs) for d in copy.differences] == [(("660",), ("656",))]


def test_a_copy_from_a_program_that_printed_no_checksum_is_known_by_its_number(sent: Report, tmp_path: Path) -> None:
    shown = read_report(_copy(sent.with_cells({PENALTY: 6}), tmp_path))
    copy = returned_copy(sent.with_cells({LICENSING: 660}), shown._replace(mark="送审稿第1稿"))
    assert copy.made == sent.rounds[0]
    assert [d.code for d in copy.differences] == [PENALTY]

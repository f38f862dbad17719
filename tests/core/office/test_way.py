"""Where a report is on its way, and what is to be done next."""

from datetime import date, datetime
from pathlib import Path

import pytest

from build_scripts.make.sample import sample_report
from core.base.errors import ReportError
from core.office import review
from core.office.export import export_report, left_open, refusal
from core.office.signoff import note_printed
from core.office.way import Act, Step, Way, page_fault, way
from core.report.change import Change
from core.report.checksum import report_checksum
from core.report.report import Report, new_report
from core.validation.validation import check_report

DAY = date(2026, 1, 10)
NOW = datetime(2026, 1, 10, 15, 30)


def of(report: Report) -> Way:
    return way(report, check_report(report, today=DAY))


def after(report: Report, *does: Change) -> Report:
    for change in does:
        report = change.applied_to(report)
    return report


def sent_and_printed() -> Report:
    report = after(sample_report(), review.submit(sample_report(), DAY))
    return after(report, note_printed(report, DAY))


def test_a_report_is_filled_in_until_nothing_blocks_it() -> None:
    blank = of(new_report("某某县水利局", "政府部门", 2025))
    assert (blank.step, blank.act, blank.round) == (Step.FILL, Act.FILL, 1)
    assert blank.sentence.startswith("还不能生成送审稿：")
    ready = of(sample_report())
    assert (ready.step, ready.act, ready.sentence) == (Step.FILL, Act.SUBMIT, "可以生成送审稿第1稿。")


def test_open_points_do_not_hold_up_a_review_copy_but_are_spoken_of() -> None:
    found = of(sample_report().with_texts({"meta.level": ""}))
    assert found.act is Act.SUBMIT
    assert found.sentence == "可以生成送审稿第1稿。还有1个疑点没有核实或说明，生成前会先列出来。"


def test_what_is_sent_waits_for_its_sheet_and_then_for_the_leader() -> None:
    report = after(sample_report(), review.submit(sample_report(), DAY))
    assert of(report) == Way(Step.SUBMIT, Act.SIGN, "送审稿第1稿已生成。请打印审签单，连同送审稿一起送审。", 1)
    found = of(sent_and_printed())
    assert (found.step, found.act) == (Step.SUBMIT, Act.FINALISE)
    assert found.sentence == "第1稿正在送审。退回的，登记退回意见；签发的，生成定稿。"


def test_what_is_sent_with_open_points_has_them_settled_before_the_final_copy() -> None:
    report = sample_report().with_texts({"meta.level": ""})
    report = after(report, review.submit(report, DAY))
    found = of(after(report, note_printed(report, DAY)))
    assert (found.step, found.act) == (Step.SUBMIT, Act.FILL)
    assert "先处理1个错误或疑点，再生成定稿" in found.sentence


def test_what_changed_after_it_was_sent_is_to_become_the_next_copy() -> None:
    found = of(sent_and_printed().with_cells({"t2.penalty.decisions": 3}).with_texts({"s2": ""}))
    assert (found.step, found.act, found.round) == (Step.FILL, Act.SUBMIT, 2)


def test_a_sheet_of_an_earlier_copy_is_no_open_point_of_the_next_one() -> None:
    report = sent_and_printed().with_texts({"meta.level": "", "s2": "另有说明。"})
    result = check_report(report, today=DAY, checksum=report_checksum)
    assert {f.rule_id for f in result.open_warnings} >= {"F-04", "F-01"}
    assert [finding.rule_id for finding in left_open(result, "review")] == ["F-01"]
    assert way(report, result).sentence.endswith("还有1个疑点没有核实或说明，生成前会先列出来。")
    assert "2个疑点要核实或说明" in refusal(result, "final")
    report = after(report, review.submit(report, DAY))
    found = way(report, result)
    assert (found.act, found.sentence) == (Act.SIGN, "送审稿第2稿已生成。请重新打印审签单，连同送审稿一起送审。")


def test_a_return_has_its_remarks_answered_before_the_next_copy() -> None:
    report = sent_and_printed()
    report = after(report, review.register_return(report, "办公室", DAY, ["核对许可件数", "补充措施"]))
    found = of(report)
    assert (found.step, found.act) == (Step.DECIDE, Act.ANSWER)
    assert found.sentence == "第1稿已退回，还有2条意见没有处理。"
    report = after(report, review.answer_remarks(report, 1, [("已改", ""), ("不改", "已写明")]))
    found = of(report)
    assert found == Way(Step.DECIDE, Act.SUBMIT, "退回意见都已处理。可以生成送审稿第2稿。", 1)
    found = of(report.with_cells({"t3.R25.C1": None}))
    assert (found.step, found.act) == (Step.DECIDE, Act.FILL)
    assert found.sentence == "退回意见都已处理。还不能生成送审稿：1格未填。可以先生成草稿。"


def test_after_the_final_copy_comes_the_publication_and_then_the_archive() -> None:
    report = sent_and_printed()
    report = after(report, review.finalise(report, DAY))
    found = of(report)
    assert (found.step, found.act, found.round) == (Step.FINAL, Act.PUBLISH, 1)
    report = after(report, review.note_publication(report, "https://www.example.gov.cn", DAY))
    found = of(report)
    assert (found.step, found.act) == (Step.PUBLISH, Act.CHECK)
    assert "已公布（2026-01-10）" in found.sentence
    wrong = of(after(report, review.note_page_check(report, "1个数字", DAY)))
    said = "已公布（2026-01-10），但2026-01-10核对时，网页与定稿有1个数字不同。请改正网页，再核对一次。"
    assert (wrong.act, wrong.sentence) == (Act.CHECK, said)
    report = after(report, review.note_page_check(report, "", DAY))
    found = of(report)
    said = "已公布（2026-01-10），网页与定稿一致（2026-01-10核对）。请归档。"
    assert (found.act, found.sentence) == (Act.ARCHIVE, said)
    report = after(report, review.note_archive(report, NOW, "1234"))
    said = "已公布（2026-01-10），已归档（2026-01-10 15:30）。移动或复制过归档文件夹的，可以核对归档。"
    assert of(report) == Way(Step.ARCHIVE, Act.VERIFY, said, 1, is_done=True)
    assert review.report_state(report, check_report(report, today=DAY)) == "已归档"
    same = after(report, review.note_publication(report, "https://www.example.gov.cn", DAY))
    assert of(same).is_done
    other = after(report, review.note_publication(report, "https://www.example.gov.cn/2.html", DAY))
    assert (of(other).act, of(other).is_done) == (Act.ARCHIVE, False)  # the archive holds another address


def test_a_page_that_differs_is_spoken_of_until_it_agrees_whatever_was_done_since() -> None:
    report = sent_and_printed()
    report = after(report, review.finalise(report, DAY))
    fault = "2026-01-10核对时，网页与定稿有1个数字不同"
    report = after(report, review.note_page_check(report, "1个数字", DAY))
    found = of(report)
    said = f"已定稿。公布后登记网址和日期。{fault}。请改正网页，再核对一次。"
    assert (found.step, found.act, found.sentence) == (Step.FINAL, Act.CHECK, said)
    report = after(report, review.note_publication(report, "https://www.example.gov.cn/1.html", DAY))
    report = after(report, review.note_archive(report, NOW, "1234"))
    found = of(report)
    said = f"已公布（2026-01-10），已归档（2026-01-10 15:30），但{fault}。请改正网页，再核对一次。"
    assert found == Way(Step.PUBLISH, Act.CHECK, said, 1)
    assert page_fault(report) == fault
    mended = after(report, review.note_page_check(report, "", DAY))
    assert (of(mended).act, of(mended).is_done, page_fault(mended)) == (Act.VERIFY, True, "")


def test_a_final_copy_that_was_taken_back_is_neither_out_nor_archived() -> None:
    report = sent_and_printed()
    report = after(report, review.finalise(report, DAY))
    taken_back = after(report, review.unlock(report, "领导要求修改", DAY))
    said = "已解除定稿（领导要求修改）。内容还没有改。改好后再送审；没有要改的，重新生成定稿。"
    assert of(taken_back) == Way(Step.FILL, Act.FINALISE, said, 1)
    assert review.report_state(taken_back, check_report(taken_back, today=DAY)) == "可送审"
    sent = after(taken_back, review.submit(taken_back, DAY))  # the same paper once more
    assert (of(sent).step, len(sent.rounds)) == (Step.SUBMIT, 1)

    report = after(report, review.note_publication(report, "https://www.example.gov.cn", DAY))
    report = after(report, review.note_archive(report, NOW, "1234"))
    report = after(report, review.unlock(report, "发现\n数字有误", DAY)).with_cells({"t2.penalty.decisions": 3})
    report = report.with_texts({"s2": ""})
    said = "已公布的报告正在更正（发现数字有误）。第1稿之后有改动，可以生成送审稿第2稿。"
    assert of(report) == Way(Step.FILL, Act.SUBMIT, said, 2)
    report = after(report, review.submit(report, DAY))
    assert of(report).step is Step.SUBMIT
    report = after(report, review.finalise(report, DAY))
    assert of(report).sentence.startswith("更正后的定稿已生成。请把更正说明一并公布")
    report = after(report, review.note_publication(report, "https://www.example.gov.cn", DAY))
    assert of(report).act is Act.CHECK  # the page of before was another one


def test_a_final_copy_that_was_never_sent_has_no_number() -> None:
    assert of(after(sample_report(), review.finalise(sample_report(), DAY))).round == 0


def test_a_final_copy_that_was_changed_behind_its_lock_goes_nowhere(tmp_path: Path) -> None:
    report = after(sent_and_printed(), review.finalise(sample_report(), DAY))
    report = after(report, review.note_publication(report, "https://www.example.gov.cn", DAY))
    changed = report.with_cells({"t2.licensing.decisions": 657})
    found = of(changed)
    assert (found.step, found.act) == (Step.FINAL, Act.UNLOCK)
    assert found.sentence.startswith("草稿现在的内容与定稿不同")
    for stage in ("review", "final"):
        with pytest.raises(ReportError, match="草稿现在的内容与定稿不同：定稿的校验码是"):
            export_report(changed, tmp_path / "a.docx", stage="final" if stage == "final" else "review", today=DAY)
    assert export_report(changed, tmp_path / "a.docx", stage="draft", today=DAY).written
    assert export_report(report, tmp_path / "b.docx", stage="final", today=DAY).written
    assert of(after(changed, review.unlock(changed, "补正", DAY))).act is not Act.UNLOCK


def test_no_new_copy_for_the_leader_is_made_of_a_final_one(tmp_path: Path) -> None:
    locked = after(sample_report(), review.finalise(sample_report(), DAY))
    with pytest.raises(ReportError, match="已经定稿并锁定，不能再生成送审稿"):
        export_report(locked, tmp_path / "a.docx", stage="review", today=DAY)
    with pytest.raises(ReportError, match="不能再生成送审稿"):
        review.submit(locked, DAY)
    assert not (tmp_path / "a.docx").exists()
    assert export_report(locked, tmp_path / "b.docx", stage="final", today=DAY).written


def changed_after_it_was_signed() -> Report:
    """The report whose 定稿 was taken back, and made anew with another number and without a new round."""
    report = sent_and_printed()
    report = after(report, review.finalise(report, DAY))
    return after(report, review.unlock(report, "签发后补登1件", DAY)).with_cells({"t2.licensing.decisions": 657})


def test_what_changed_behind_its_review_copy_is_said_until_that_is_made_anew() -> None:
    report = changed_after_it_was_signed()
    said = "已解除定稿（签发后补登1件）。第1稿之后有改动，可以生成送审稿第2稿。"
    assert of(report) == Way(Step.FILL, Act.SUBMIT, said, 2)
    final = after(report, review.finalise(report, DAY))
    assert of(final).changed == "第1稿之后有改动"
    assert of(final).sentence.startswith("已定稿，但第1稿之后有改动，没有再送审。公布后")
    published = after(final, review.note_publication(final, "https://www.example.gov.cn", DAY))
    assert of(published).changed == "第1稿之后有改动"
    again = after(report, review.submit(report, DAY))
    assert of(after(again, review.finalise(again, DAY))).changed == ""


def test_a_final_copy_that_came_back_is_unlocked_and_mended() -> None:
    final = after(changed_after_it_was_signed(), review.finalise(changed_after_it_was_signed(), DAY))
    signed, _ = review.rounds_to_return(final, DAY)
    back = after(final, review.register_return(final, "李书记", DAY, ["落款写全称"], signed))
    assert (of(back).act, of(back).round) == (Act.UNLOCK, 1)
    assert of(back).sentence == "定稿已退回。请先解除定稿，再按退回意见修改。"
    opened = after(back, review.unlock(back, "退回", DAY))
    assert of(opened) == Way(Step.DECIDE, Act.ANSWER, "定稿已退回，还有1条意见没有处理。", 1)
    done = after(opened, review.answer_remarks(opened, 2, [("已改", "")])).with_cells({"t2.licensing.decisions": 658})
    assert of(done).sentence == "退回意见都已处理。可以生成送审稿第2稿。"

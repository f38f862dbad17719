"""A report goes round: submitted, sent back, corrected, locked, published."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from core.base.errors import ReportError
from core.draft.workbook import draft_bytes, load_draft
from core.office import remark_list, review
from core.office.annex import change_annex
from core.office.summary import unfinished
from core.office.way import Act, way
from core.report.checksum import report_checksum
from core.report.report import Report, new_report
from core.report.report_record import read_record, record_bytes
from core.report.shown_report import shown_report
from core.validation.validation import check_report

DAY = date(2026, 1, 12)


@pytest.fixture
def report() -> Report:
    made = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    made = made.with_cells({code: 0 for code in made.form.entered if code not in made.cells})
    return made


def state(report: Report) -> str:
    return review.report_state(report, check_report(report))


def test_a_submitted_report_is_under_way_until_it_changes(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    first = report.rounds[0]
    assert (first.number, first.date) == (1, "2026-01-12")
    assert state(report) == "送审中（第1稿）"
    report = report.with_cells({"t2.penalty.decisions": 3})
    assert not state(report).startswith("送审中")
    assert review.next_round(report) == 2


def test_the_same_content_again_is_the_same_round(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    assert review.submit(report, DAY).is_nothing
    assert len(report.rounds) == 1


def test_a_returned_report_is_being_corrected_and_its_next_round_has_a_new_number(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    report = review.register_return(report, "李主任", DAY, ["处罚数不对", " ", "第五部分太短"]).applied_to(report)
    assert state(report) == "退回修改"
    assert [remark.text for remark in review.open_remarks(report)] == ["处罚数不对", "第五部分太短"]
    answers = [(review.FOLLOWED, ""), (review.NOT_FOLLOWED, "已逐条写明")]
    report = review.answer_remarks(report, 1, answers).applied_to(report)
    assert review.open_remarks(report) == []
    assert review.next_round(report) == 2
    report = review.submit(report, DAY).applied_to(report)
    assert report.rounds[-1].number == 2
    assert state(report) == "送审中（第2稿）"


def test_a_second_return_of_the_same_round_keeps_what_was_answered(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    report = review.register_return(report, "李主任", DAY, ["处罚数不对"]).applied_to(report)
    report = review.answer_remarks(report, 1, [(review.FOLLOWED, "")]).applied_to(report)
    report = review.register_return(report, "李主任、王局长", DAY, ["处罚数不对", "第五部分太短"]).applied_to(report)
    assert [(r.text, r.answer) for r in report.rounds[0].remarks] == [("处罚数不对", "已改"), ("第五部分太短", "")]


def test_remarks_are_kept_without_their_own_numbers(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    numbered = ["1.处罚数不对", "（2）标题改一下", "三、第五部分太短", "4、", "⑤落款写全称", "— 附电话", "* 附台账"]
    own = ["3.52万元应为5.2万元", "2025年的不要写", "二、三部分重复", "（三）不予公开第3项应为2件", "-2件是什么"]
    report = review.register_return(report, "李主任", DAY, numbered + own).applied_to(report)
    kept = ["处罚数不对", "标题改一下", "第五部分太短", "落款写全称", "附电话", "附台账", *own]
    assert [remark.text for remark in review.open_remarks(report)] == kept


def test_what_went_out_without_a_round_comes_back_too(report: Report, tmp_path: Path) -> None:
    returned = review.register_return(report, "县政府办", DAY, ["处罚数不对"]).applied_to(report)
    (sent,) = returned.rounds
    assert (sent.number, sent.name, sent.short_name, sent.returned_by) == (0, "报出稿", "报出稿", "县政府办")
    assert (sent.checksum, sent.shown) == (report_checksum(report), shown_report(report).by_code())
    assert state(returned) == "退回修改"
    result = check_report(returned)
    assert way(returned, result).sentence == "报出稿已退回，还有1条意见没有处理。"
    assert way(returned, result).act is Act.ANSWER
    answered = review.answer_remarks(returned, 1, [("已改", "")]).applied_to(returned)
    (same,) = unfinished(answered, "review")
    assert same.heading.startswith("与报出稿相比，数字、文字和标题没有改动（文号、主送机关、落款、日期不在比较之内），")
    mended = answered.with_cells({"t2.penalty.decisions": 3})
    assert change_annex(mended).parts[-1][0] == "与报出稿（2026年1月12日）相比的修改"

    assert review.next_round(mended) == 1
    next_one = review.submit(mended, DAY).applied_to(mended)
    assert [made.name for made in next_one.rounds] == ["报出稿", "送审稿第1稿"]
    assert (state(next_one), review.next_round(next_one)) == ("送审中（第1稿）", 1)
    again = review.register_return(next_one, "李主任", DAY, ["太短"]).applied_to(next_one)
    assert (len(again.rounds), review.next_round(again)) == (2, 2)
    assert review.version_name(report, again) == "报出稿"

    path = tmp_path / "草稿.xlsx"
    path.write_bytes(draft_bytes(again))
    loaded = load_draft(path)
    assert loaded.report.rounds == again.rounds
    assert not loaded.remarks


def test_what_was_signed_after_the_last_round_comes_back_as_itself(report: Report, tmp_path: Path) -> None:
    sent = review.submit(report, DAY).applied_to(report)
    same = review.finalise(sent, DAY).applied_to(sent)
    assert review.rounds_to_return(same, DAY) == sent.rounds  # the same paper: its round
    other = sent.with_cells({"t2.penalty.decisions": 3})
    assert review.rounds_to_return(other, DAY) == sent.rounds
    final = review.finalise(other, DAY).applied_to(other)
    signed, before = review.rounds_to_return(final, DAY)
    assert (signed.name, signed.short_name, signed.checksum) == ("定稿", "定稿", report_checksum(final))
    assert before == sent.rounds[0]

    on_the_round = review.register_return(final, "李书记", DAY, ["太短"], before).applied_to(final)
    assert [(made.name, made.returned_by) for made in on_the_round.rounds] == [("送审稿第1稿", "李书记")]
    back = review.register_return(final, "李书记", DAY, ["太短"], signed).applied_to(final)
    back = review.add_remarks(back, "王镇长", DAY, ["缺落款"]).applied_to(back)
    assert [(made.name, made.returned_by) for made in back.rounds] == [("送审稿第1稿", ""), ("定稿", "李书记")]
    assert [remark.text for remark in back.rounds[1].remarks] == ["太短", "缺落款"]
    noted = review.add_remarks(final, "王镇长", DAY, ["缺落款"], signed).applied_to(final)
    assert [made.name for made in noted.rounds] == ["送审稿第1稿", "定稿"]

    before_it_came_back = review.unlock(final, "退回", DAY).applied_to(final).with_texts({"s2": "已补写。"})
    path = tmp_path / "解除.xlsx"
    path.write_bytes(draft_bytes(before_it_came_back))
    assert review.rounds_to_return(load_draft(path).report, DAY) == (signed, before)
    late = review.register_return(before_it_came_back, "李书记", DAY, ["太短"], signed).applied_to(before_it_came_back)
    assert [made.name for made in late.rounds] == ["送审稿第1稿", "定稿"]
    assert review.rounds_to_return(late, DAY) == late.rounds[1:]
    anew = review.submit(before_it_came_back, DAY).applied_to(before_it_came_back)
    assert review.rounds_to_return(anew, DAY) == anew.rounds[1:]

    opened = review.unlock(back, "退回", DAY).applied_to(back)
    mended = review.answer_remarks(opened, 2, [("已改", "")] * 2).applied_to(opened).with_texts({"s2": "已补写。"})
    assert (review.next_round(mended), state(mended)) == (2, "退回修改")
    assert change_annex(mended).parts[-1][0] == "与定稿（2026年1月12日）相比的修改"
    path = tmp_path / "草稿.xlsx"
    path.write_bytes(draft_bytes(mended))
    loaded = load_draft(path)
    assert (loaded.report.rounds, loaded.remarks) == (mended.rounds, ())
    assert read_record(record_bytes(mended, {}))[0].rounds == mended.rounds


def test_a_round_before_all_that_somebody_opened_again_in_excel_is_not_under_way(report: Report) -> None:
    returned = review.register_return(report, "县政府办", DAY, ["处罚数不对"]).applied_to(report)
    opened = replace(returned, rounds=(returned.rounds[0]._replace(returned_on=""),))
    assert not state(opened).startswith("送审中")


def test_no_further_remarks_are_noted_before_it_was_submitted(report: Report) -> None:
    with pytest.raises(ReportError, match="还没有生成过送审稿"):
        review.add_remarks(report, "李主任", DAY, ["改"])


def test_a_locked_report_is_unlocked_only_with_its_reason_in_the_log(report: Report) -> None:
    report = review.finalise(report, DAY).applied_to(report)
    assert state(report) == "定稿（已锁定）"
    report = review.unlock(report, "主要领导要求补充", DAY).applied_to(report)
    assert state(report) not in ("定稿（已锁定）", "已公布")
    assert report.log[-1].what == "解除定稿：主要领导要求补充"
    assert report.status == {"unlock_reason": "主要领导要求补充"}
    report = review.finalise(report, DAY).applied_to(report)
    assert "unlock_reason" not in report.status


def test_after_publishing_address_and_day_are_noted(report: Report) -> None:
    report = review.finalise(report, DAY).applied_to(report)
    report = review.note_publication(report, "https://www.example.gov.cn/1.html", DAY).applied_to(report)
    assert state(report) == "已公布"
    report = review.unlock(report, "公布后发现问题", DAY).applied_to(report)
    assert set(report.status) == {"unlock_reason", "published_shown", "published_before", "correction_reason"}


def test_a_publication_before_the_final_copy_or_the_end_of_the_year_is_doubted(report: Report) -> None:
    site = "https://www.example.gov.cn/gkml/"
    report = report.with_texts({"meta.website": site})
    locked = review.finalise(report, date(2026, 1, 20)).applied_to(report)
    page, today = "https://www.example.gov.cn/art/1.html", date(2026, 2, 1)
    assert review.publication_doubts(locked, page, date(2026, 1, 20), today) == []
    assert review.publication_doubts(locked, page, date(2025, 1, 30), today) == [
        "公布日期2025年1月30日早于定稿的日期2026年1月20日。",
        "公布日期2025年1月30日在2025年度结束以前；年份是不是写错了？",
    ]
    assert review.publication_doubts(locked, page, date(2026, 3, 1), today) == ["公布日期2026年3月1日还没有到。"]
    signed = locked.with_texts({"meta.date": "2026年1月22日"})
    assert review.publication_doubts(signed, page, date(2026, 1, 22), today) == []
    assert review.publication_doubts(signed, page, date(2026, 1, 21), today) == [
        "公布日期2026年1月21日早于成文日期2026年1月22日。"
    ]
    for spelling in (site, "www.example.gov.cn/gkml/", "https://example.gov.cn/gkml"):
        (said,) = review.publication_doubts(locked, spelling, date(2026, 1, 30), today)
        assert said.startswith("网址与基本信息中的公布网址相同")


def test_a_heading_that_a_remark_begins_with_is_not_its_number(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    remarks = ["五、存在的主要问题及改进情况：太短", "1．（二）依申请公开：数字", "五、六部分都短"]
    report = review.register_return(report, "李主任", DAY, remarks).applied_to(report)
    texts = [remark.text for remark in review.open_remarks(report)]
    assert texts == ["五、存在的主要问题及改进情况：太短", "（二）依申请公开：数字", "五、六部分都短"]


def test_further_remarks_leave_those_before_and_their_answers(report: Report) -> None:
    report = review.submit(report, DAY).applied_to(report)
    report = review.register_return(report, "李主任", DAY, ["处罚数不对"]).applied_to(report)
    report = review.answer_remark(report, remark_list.remarks_to_do(report)[0], review.FOLLOWED).applied_to(report)
    later = DAY + timedelta(days=2)
    report = review.add_remarks(report, "王局长", later, ["处罚数不对", "标题：改", "标题：改"]).applied_to(report)
    (made,) = report.rounds
    assert (made.returned_by, made.returned_on) == ("李主任", DAY.isoformat())
    assert [(remark.text, remark.answer) for remark in made.remarks] == [("处罚数不对", "已改"), ("标题：改", "")]
    assert [remark.text for remark in review.open_remarks(report)] == ["标题：改"]

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from core.office import review
from core.office.annex import Annex, annex_facts, change_annex, changes, findings_annex
from core.office.annex_layout import annex_bytes
from core.office.remark_list import remarks_to_do
from core.office.signoff_values import signoff_values
from core.office.summary import unfinished
from core.report.checksum import report_checksum
from core.report.report import Explanation, Report
from core.validation.validation import check_report
from core.word.style_profile import preset
from tests.core.report.sample_reports import random_report, written_report

DAY = date(2026, 1, 10)


def _texts(annex: Annex) -> list[tuple[str, list[str]]]:
    return [(heading, [line.text for line in lines]) for heading, lines in annex.parts]


def _marked(annex: Annex) -> list[list[str]]:
    """The underlined stretches of each line of the last part."""
    return [[line.text[start:end] for start, end in line.marks] for line in annex.parts[-1][1]]


@pytest.fixture
def returned() -> Report:
    """第1稿 came back with two remarks, both are answered, one number is put right, 第2稿 is not made yet."""
    report = written_report().with_cells({"t2.licensing.decisions": 656})
    report = review.submit(report, DAY).applied_to(report)
    remarks = ["许可数请核对", "第五部分太短"]
    report = review.register_return(report, "王主任", date(2026, 1, 12), remarks).applied_to(report)
    answers = [(review.FOLLOWED, ""), (review.NOT_FOLLOWED, "已写明问题和措施")]
    report = review.answer_remarks(report, 1, answers).applied_to(report)
    return report.with_cells({"t2.licensing.decisions": 665})


def test_changes_since_the_last_round_are_listed_number_by_number_and_paragraph_by_paragraph() -> None:
    report = written_report()
    report = report.with_cells({"t3.R03.C1": 5})
    assert changes(report) == []
    report = review.submit(report, DAY).applied_to(report)
    assert changes(report) == []
    report = report.with_cells({"t3.R03.C1": 6})
    report = report.with_texts({"s6": "改过的一段。"})
    found = {difference.code: difference for difference in changes(report)}
    assert found["t3.R03.C1"].ours == ("5",)
    assert found["t3.R03.C1"].theirs == ("6",)
    assert "t3.R24.C1" in found  # the total changed with it
    assert found["s6"].theirs == ("改过的一段。",)


@pytest.fixture
def followed_in_vain() -> Report:
    """第1稿 came back; its remark is noted as followed, but another part was changed; 第2稿 is on its way."""
    report = review.submit(written_report(), DAY).applied_to(written_report())
    remarks = ["第三部分予以公开数应为777件。"]
    report = review.register_return(report, "王主任", date(2026, 1, 12), remarks).applied_to(report)
    report = review.answer_remarks(report, 1, [(review.FOLLOWED, "")]).applied_to(report)
    report = report.with_cells({"t2.licensing.decisions": 665})
    return review.submit(report, DAY).applied_to(report)


def test_change_list_says_where_a_remark_noted_as_followed_changed_nothing(followed_in_vain: Report) -> None:
    said = "第三部分予以公开数应为777件。——标为已改；所说的部分与第1稿相同，报告中没有找到“777件”。"
    assert _texts(change_annex(followed_in_vain))[0] == ("退回意见及处理（王主任，2026年1月12日）", [f"1.{said}"])
    third = followed_in_vain.with_cells({"t2.licensing.decisions": 666})
    third = review.submit(third, DAY).applied_to(third)
    assert _texts(change_annex(third))[0] == ("以前的退回意见中没有处理、没有改动的", [f"1.（第1稿）{said}"])


def test_a_remark_noted_as_followed_in_vain_stays_in_the_list_until_the_final_copy(followed_in_vain: Report) -> None:
    assert [one.remark.text for one in remarks_to_do(followed_in_vain)] == ["第三部分予以公开数应为777件。"]
    parts = {part.heading: part.lines for part in unfinished(followed_in_vain, "final")}
    heading = "1条意见标为“已改”，但所说的部分没有改动："
    assert parts[heading] == ("1．第三部分予以公开数应为777件。（与第1稿相同）",)
    mended = followed_in_vain.with_cells({"t3.R03.C1": 777})
    assert remarks_to_do(mended) == []
    final = review.finalise(followed_in_vain, DAY).applied_to(followed_in_vain)
    assert remarks_to_do(final) == []


def test_the_sign_off_sheet_says_how_many_remarks_were_followed(followed_in_vain: Report) -> None:
    result = check_report(followed_in_vain)
    values = signoff_values(followed_in_vain, result, today=DAY)
    assert "；退回意见1条，已改1条（标为已改、没有改动的1条）" in values["校核结果"]
    other = followed_in_vain.with_cells({"t3.R03.C1": 776})
    values = signoff_values(other, check_report(other), today=DAY)
    assert "；退回意见1条，已改1条（标为已改、没有找到所说数字的1条）" in values["校核结果"]
    report = written_report()
    assert "退回意见" not in signoff_values(report, check_report(report), today=DAY)["校核结果"]


def test_change_list_says_what_was_done_about_each_remark() -> None:
    report = written_report()
    report = report.with_cells({"t2.licensing.decisions": 656})
    report = review.submit(report, DAY).applied_to(report)
    report = review.register_return(
        report, "王主任", date(2026, 1, 12), ["许可数请核对", "第五部分太短", "标题改一下"]
    ).applied_to(report)
    answers = [(review.FOLLOWED, ""), (review.NOT_FOLLOWED, "已写明问题和措施"), ("", "")]
    report = review.answer_remarks(report, 1, answers).applied_to(report)
    report = report.with_cells({"t2.licensing.decisions": 665})
    annex = change_annex(report)
    assert annex.title == "某某县水利局2025年政府信息公开工作年度报告修改情况"
    assert _texts(annex) == [
        (
            "退回意见及处理（王主任，2026年1月12日）",
            ["1.许可数请核对——已改。", "2.第五部分太短——不改：已写明问题和措施。", "3.标题改一下——未处理。"],
        ),
        (
            "与送审稿第1稿（2026年1月10日）相比的修改",
            [
                "1.主动公开：行政许可·本年处理决定数量：原为656，现为665。",
                "2.主动公开：表前文字：原为“行政许可656件。”，现为“行政许可665件。”。",
            ],
        ),
    ]
    assert _marked(annex) == [["656", "665"], ["656", "665"]]


def test_the_paper_says_the_same_before_and_after_the_next_draft_is_made(returned: Report) -> None:
    before = change_annex(returned)
    made = review.submit(returned, date(2026, 1, 14)).applied_to(returned)
    assert change_annex(made) == before
    assert len(_texts(before)[1][1]) == 2
    locked = review.finalise(made, date(2026, 1, 15)).applied_to(made)
    assert change_annex(locked) == before


def test_a_change_or_a_return_after_the_draft_begins_the_list_of_the_next_one(returned: Report) -> None:
    made = review.submit(returned, date(2026, 1, 14)).applied_to(returned)
    changed = made.with_cells({"t2.licensing.decisions": 666})
    assert _texts(change_annex(changed))[0][0] == "与送审稿第2稿（2026年1月14日）相比的修改"
    assert _marked(change_annex(changed))[0] == ["665", "666"]
    back = review.register_return(made, "李局长", date(2026, 1, 15), ["再核对"]).applied_to(made)
    assert _texts(change_annex(back)) == [
        ("退回意见及处理（李局长，2026年1月15日）", ["1.再核对——未处理。"]),
        ("与送审稿第2稿（2026年1月14日）相比的修改", ["没有修改。"]),
    ]


def test_the_changed_words_of_a_long_text_are_underlined_and_its_paragraphs_stay_apart(returned: Report) -> None:
    one = "全年主动公开政府信息92条，其中通过门户网站公开75条，各项工作有序推进。"
    returned = returned.with_texts({"s3": f"{one}\n收到申请3件。"})
    returned = review.submit(returned, date(2026, 1, 14)).applied_to(returned)
    annex = change_annex(returned.with_texts({"s3": one.replace("75", "78") + "\n收到的申请3件。\n均已答复。"}))
    assert _marked(annex) == [["75", "78", "的", "（另起一段）均已答复。"]]


def test_annexes_are_word_files_with_draft_checksum_day_and_underlined_words(returned: Report) -> None:
    made = review.submit(returned, date(2026, 1, 14)).applied_to(returned)
    facts = annex_facts(made, "送审稿第2稿", date(2026, 1, 14))
    assert facts == f"送审稿第2稿　校验码 {report_checksum(made)}　2026年1月14日"
    mark = f"送审稿第2稿　校验码 {report_checksum(made)}"  # at the head of the page: once is enough
    assert annex_facts(made, "送审稿第2稿", date(2026, 1, 14), mark) == "送审稿第2稿　2026年1月14日"
    data = annex_bytes(change_annex(made), facts, unit="某局", mark="送审稿第2稿", profile=preset())
    assert data == annex_bytes(change_annex(made), facts, unit="某局", mark="送审稿第2稿", profile=preset())
    document = Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "".join(texts[:2]) == "某某县水利局2025年政府信息公开工作年度报告修改情况"
    assert facts in texts
    assert "1.许可数请核对——已改。" in texts
    underlined = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.underline]
    assert underlined == ["656", "665", "656", "665"]
    assert document.sections[0].header.paragraphs[0].text == "送审稿第2稿"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_paragraphs_that_came_and_went_are_named_in_full() -> None:
    report = written_report().with_texts({"s5": "第一段。\n第二段。", "s6": ""})
    report = review.submit(report, DAY).applied_to(report)
    report = report.with_texts({"s5": "第一段。", "s6": "无其他事项。"})
    lines = _texts(change_annex(report))[-1][1]
    assert [line.rpartition("：")[2] for line in lines] == ["删去“第二段。”。", "增加“无其他事项。”。"]


def test_findings_are_listed_by_level_with_their_explanations() -> None:
    report = written_report()
    last_year = written_report(3)
    last_year = last_year.with_texts({"meta.year": "2024"})
    result = check_report(report, last_year=last_year, today=DAY)
    finding = result.open_warnings[0]
    report = replace(
        report,
        explanations={
            **report.explanations,
            finding.key: Explanation("已核对。", "张小三", "2026-01-09", finding.message),
        },
    )
    annex = findings_annex(report, check_report(report, last_year=last_year, today=DAY))
    assert annex.title.endswith("年度报告问题清单")
    headings = [heading for heading, _ in annex.parts]
    assert headings[0] == f"错误（{result.count('error')}个）"
    lines = [line for _, part in _texts(annex) for line in part]
    assert any(line.endswith("——说明：已核对。") for line in lines)
    assert len(lines) == len(result.findings)


@pytest.mark.parametrize(("count", "more"), [(20, ""), (21, "等21格")])
def test_of_many_blank_cells_twenty_are_named(count: int, more: str) -> None:
    codes = [f"t3.R{row:02}.C{column}" for row in range(5, 9) for column in range(1, 7)]
    blank = written_report().with_cells(dict.fromkeys(codes[:count]))
    (line,) = dict(_texts(findings_annex(blank, check_report(blank, today=DAY))))[f"未填（{count}格）"]
    names = [blank.form.cells[code].name for code in codes[:20]]
    assert line == "、".join(names) + more


def test_first_round_has_nothing_to_compare_with() -> None:
    for report in (written_report(), review.submit(written_report(), DAY).applied_to(written_report())):
        assert "没有可对照的上一稿" in change_annex(report).parts[0][1][0].text
        assert change_annex(report).title == "某某县水利局2025年政府信息公开工作年度报告修改情况"


@pytest.mark.parametrize("seed", range(8))
def test_whatever_a_clerk_pastes_becomes_a_word_file_with_all_its_lines(seed: int) -> None:
    before = review.submit(random_report(seed), DAY).applied_to(random_report(seed))
    remarks = ["意\x00见\ud800", "1.改<b>&\ue000"]
    before = review.register_return(before, "王\x0b主任", DAY, remarks).applied_to(before)
    now = random_report(seed + 100).with_texts({"meta.title": "长标题" * 100})
    annex = change_annex(replace(now, form_id=before.form_id, rounds=before.rounds))
    data = annex_bytes(annex, "", unit="某局", mark="草稿", profile=preset())
    texts = "".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
    for _, lines in annex.parts:
        for line in lines:
            assert line.text in texts
            assert all(0 <= start < end <= len(line.text) for start, end in line.marks)

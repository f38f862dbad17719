"""What a leader did in Word is listed once, at the right place; taking over what is offered changes nothing else."""

import io
import re
import zipfile
from copy import deepcopy
from pathlib import Path

import docx
import pytest

from build_scripts.sweeps.word_trips import KINDS, Listed, trip
from core.base.errors import ReportError
from core.report.checksum import checksum, report_checksum
from core.report.differences import Difference, differences, take_over
from core.report.shown_report import Shown, shown_report
from core.word.reader import read_report
from core.word.report import report_bytes
from tests.core.word.edited_files import EDITS, Edit, edited, sent_report
from tests.core.word.word_edits import NAMESPACE, PLATFORM, at


def _read(edit: Edit) -> tuple[Shown, list[Difference]]:
    report = sent_report()
    shown = read_report(edited(report, edit), report.form_id, shown_report(report))
    return shown, differences(report, shown)


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_what_was_edited_is_listed_once_and_nothing_else_is(edit: Edit) -> None:
    shown, found = _read(edit)
    listed = [*shown.remarks, *(note.sentence for note in shown.notes), *(one.sentence for one in found)]
    assert len(listed) == len(edit.listed), listed
    for wanted in edit.listed:
        assert sum(wanted in sentence for sentence in listed) == 1, (wanted, listed)
    assert tuple(one.code for one in found if one.is_offered) == edit.offered


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_taking_over_all_that_is_offered_changes_nothing_else(edit: Edit) -> None:
    report = changed = sent_report()
    shown, found = _read(edit)
    offered = [one for one in found if one.is_offered]
    for one in reversed(offered):
        changed = take_over(changed, one)
    before, after, theirs = shown_report(report), shown_report(changed), shown.by_code()
    codes = {one.code for one in offered}
    for code, text in after.by_code().items():
        is_total = code in report.form.cells and report.form.cells[code].is_derived
        if code in codes:
            assert text == theirs[code]
        elif not is_total and "{" not in report.texts.get(code, ""):  # totals, and texts that print them, follow
            assert text == before.by_code()[code], code
    for code, text in after.others.items():
        assert text == (shown if code in codes else before).others[code], code


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("kind", KINDS)
def test_files_that_went_through_another_program_show_the_same(kind: str, tmp_path: Path) -> None:
    """All of them go there in ``build_scripts.sweeps.word_trips``."""
    names = ("nothing", "comment on a text", "tracked number", "row added in table 3", "signature changed")
    found = trip([edit for edit in EDITS if edit.name in names], kind, tmp_path)
    assert found.keys() == set(names)
    for name, (before, after) in found.items():
        assert after == before, name
    assert found["nothing"] == (Listed((), ()), Listed((), ()))


def _with_comments_part(comments: str, *, relation: str = "") -> bytes:
    """Return a report with a comment whose part, or the relation to it, is another one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(edited(sent_report(), EDITS[1]))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/comments.xml":
                text = comments
            if name == "word/_rels/document.xml.rels" and relation:
                text = re.sub(r'Target="comments.xml"', relation, text)
            new.writestr(name, text)
    return out.getvalue()


def _comments(number: int) -> str:
    one = "<w:p><w:r><w:t>改</w:t></w:r></w:p>"
    many = "".join(f'<w:comment w:id="{i}" w:author="甲">{one}</w:comment>' for i in range(number))
    return f"<w:comments {NAMESPACE}>{many}</w:comments>"


@pytest.mark.parametrize(
    ("comments", "relation", "sentence"),
    [
        (_comments(1001), "", "有1001条批注和脚注，超出年度报告的正常范围"),
        (f"<w:comments {NAMESPACE}>{'<w:comment/>' * 1_000_000}</w:comments>", "", "超出年度报告的正常范围"),
        (_comments(1), 'Target="http://example.com/c.xml" TargetMode="External"', "的批注不在文件里，而是指向外部链接"),
        ("<w:comments", "", "已损坏"),
        ('<!DOCTYPE c [<!ENTITY e SYSTEM "file:///etc/passwd">]><c>&e;</c>', "", "“报告.docx”"),
    ],
    ids=["many", "a million", "external", "cut off", "entity"],
)
def test_a_hostile_part_of_comments_gives_a_clear_sentence(
    comments: str, relation: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(_with_comments_part(comments, relation=relation))
    with pytest.raises(ReportError) as caught:
        read_report(path, "2021")
    assert sentence in caught.value.summary
    assert caught.value.advice


def test_a_comment_whose_part_is_missing_is_listed_all_the_same() -> None:
    shown = read_report(_with_comments_part(_comments(0), relation='Target="../../../nowhere.xml"'), "2021")
    assert [note.text for note in shown.notes] == ["（内容读不出来，请在 Word 或 WPS 中查看）"]


def test_a_comment_that_stands_nowhere_is_listed_all_the_same() -> None:
    shown = read_report(_with_comments_part(_comments(3)), "2021")
    assert [note.place for note in shown.notes] == ["（五）监督保障", "位置不明", "位置不明"]


def test_a_table_with_thousands_of_rows_is_not_compared_row_by_row() -> None:
    report = sent_report()
    document = docx.Document(io.BytesIO(report_bytes(report)))
    row = document.tables[1]._tbl.tr_lst[5]
    for _ in range(400):
        row.addnext(deepcopy(row))
    out = io.BytesIO()
    document.save(out)
    shown = read_report(out.getvalue(), report.form_id, shown_report(report))
    assert shown.remarks == ("收到和处理政府信息公开申请情况表的行列与官方表样对不上，其中的数字没有核对",)
    assert differences(report, shown) == []


def test_a_text_that_reads_like_a_heading_is_none_whatever_its_style() -> None:
    report = sent_report()
    whole = f"总述。\n{PLATFORM}\n这里写平台。"
    report = report.with_texts({**{code: "" for code in report.form.texts if code.startswith("s1.")}, "s1": whole})
    edit = Edit("typed heading without style", lambda d: setattr(at(d, PLATFORM), "style", d.styles["Normal"]), ())
    shown = read_report(edited(report, edit), report.form_id, shown_report(report))
    assert (differences(report, shown), shown.remarks) == ([], ())


@pytest.mark.parametrize("name", ["row added in table 3", "table added before table 3", "row taken out of table 2"])
def test_a_table_that_shows_more_or_less_has_another_checksum(name: str, tmp_path: Path) -> None:
    report = sent_report()
    path = tmp_path / "报告.docx"
    path.write_bytes(edited(report, next(edit for edit in EDITS if edit.name == name)))
    assert checksum(read_report(path)) != report_checksum(report)

"""A table that was pasted into a text: asked for, and put into the table where it belongs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from gui.main_window import MainWindow
from gui.matrix.copied_block import as_tsv, whole_html, whole_rows
from gui.matrix.paste_preview import PastePreview
from gui.pages.pasted_tables import AS_TEXT, CANCEL, TO_TABLE
from tests.focus import has_focus
from tests.window_fixtures import Answers, page_of, table_of


def copied(window: MainWindow, table_id: str, kind: str) -> QMimeData:
    table, shown = window.session.form.tables[table_id], window.session.facts.shown
    rows = whole_rows(table, shown)
    data = QMimeData()
    if kind == "html":
        data.setHtml(whole_html(table, shown))
    elif kind == "tabs":
        data.setText(as_tsv(rows))
    else:  # a cell a line, as a web page becomes
        data.setText("\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows))
    return data


def test_a_table_pasted_into_a_text_is_offered_to_its_table(
    window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    for table_id, key in [("t2", "s2"), ("t3", "s3"), ("t4", "s4")]:
        for kind in ["html", "tabs", "lines"]:
            window.open_sample()
            session = window.session
            data = copied(window, table_id, kind)
            before = dict(session.report.cells)
            entered = [code for code in session.form.tables[table_id].cells if code in before]
            session.enter_many(dict.fromkeys(entered, ""), "")
            lead = page_of(window, "s1").blocks["lead"].editor
            texts = dict(session.report.texts)

            answers.choice = CANCEL
            lead.insertFromMimeData(data)
            assert answers.offered == (TO_TABLE, AS_TEXT, CANCEL), (key, kind)
            part = session.form.sections[key].part
            assert f"粘贴的是{part}的表" in answers.said[-1], (key, kind)
            assert session.report.texts == texts, (key, kind)

            answers.choice = TO_TABLE
            monkeypatch.setattr(PastePreview, "exec", lambda _self: QDialog.DialogCode.Rejected)
            lead.insertFromMimeData(data)
            assert (session.report.texts, window.wizard.current.key) == (texts, "s1"), kind  # back where it was pasted
            assert has_focus(lead), (key, kind)
            assert not any(code in session.report.cells for code in entered), (key, kind)  # nothing half done

            monkeypatch.setattr(PastePreview, "exec", lambda _self: QDialog.DialogCode.Accepted)
            QGuiApplication.clipboard().setText("别的")  # what was dropped lies on no clipboard
            lead.insertFromMimeData(data)
            assert session.report.texts == texts, (key, kind)
            assert {code: session.report.cells.get(code) for code in entered} == {
                code: before[code] for code in entered
            }, (key, kind)
            assert has_focus(table_of(window).grid), (key, kind)

            answers.choice = AS_TEXT
            lead.insertFromMimeData(data)
            assert session.report.texts["lead"] != texts["lead"], (key, kind)


def test_bare_numbers_are_no_text_until_the_clerk_says_so(window: MainWindow, answers: Answers) -> None:
    window.open_sample()
    note = page_of(window, "s3").blocks["note.t3"].editor
    before = window.session.report.texts.get("note.t3", "")
    data = QMimeData()
    data.setText("\n".join(str(number % 7) for number in range(175)))
    note.insertFromMimeData(data)
    assert "175个数字" in answers.said[-1]
    assert window.session.report.texts.get("note.t3", "") == before
    answers.confirm = True
    note.insertFromMimeData(data)
    assert "\n".join("0123456") in window.session.report.texts["note.t3"]


def test_sentences_with_numbers_are_pasted_without_a_question(window: MainWindow, answers: Answers) -> None:
    window.open_sample()
    lead = page_of(window, "s1").blocks["lead"].editor
    for text in (
        "本年新收政府信息公开申请数量 5 件，\n总计 6 件。",
        "1 2 3",
        "规章\t3\n行政规范性文件\t2",
        "予以公开\n1\n部分公开\n2",
    ):
        data = QMimeData()
        data.setText(text)
        lead.insertFromMimeData(data)
    assert answers.said == []

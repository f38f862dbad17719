"""The rows of a register that are decided one by one: what each button does is said before it is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.work import RegisterWork
from core.report.report import new_report
from gui import dialogs
from gui.dialogs.register_mapping import ColumnsDialog
from gui.dialogs.register_namesakes import ONLY, RETURN
from gui.dialogs.register_preview import PreviewDialog
from tests.core.office.register.register_files import HEAD, text_register

OURS, OTHER = "某某县水利局", "某某县住房和城乡建设局"
MORE = ("受理机关", "状态", "备注")


def preview(qtbot: QtBot, folder: Path, *rows: Sequence[str]) -> PreviewDialog:
    path = text_register(folder, *rows, head=(*HEAD, *MORE))
    report = new_report(OURS, "政府部门", 2025)
    work = RegisterWork(
        path, read_register(path), RegisterMapping(), report.form, 2025, unit=report.unit, asks_units=True
    )
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    return dialog


def row(number: int, day: str, outcome: str, *more: str) -> tuple[str, ...]:
    return (str(number), f"2025-3-{number}", "自然人", day, outcome, *more)


def test_rows_of_another_unit_hold_the_numbers_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "choose", lambda *_, **__: ONLY)
    names = (OURS, OURS, OURS, OTHER, OTHER)
    dialog = preview(
        qtbot, tmp_path, *(row(n, "2025-4-1", "予以公开", name, "", "") for n, name in enumerate(names, 1))
    )
    assert "没有读懂2行，处理完才能采用" in dialog.summary.text()
    assert dialog.tabs.currentIndex() == dialog.tabs.count() - 1
    assert not dialog.take.isEnabled()
    assert dialog.counted_too.text() == "照样计入“予以公开”"
    assert dialog.ways.text() == "不计的点“选中的不计入”；要计的点“照样计入”，计入“（一）予以公开”。"
    assert not dialog.carried_on.isEnabled()
    dialog.choose_row(1)
    dialog.counted_too.click()
    assert [one.key.number for one in dialog.counted.unread] == ["4"]
    dialog.counted_too.click()
    assert dialog.take.isEnabled()
    assert dialog.counted.counted.numbers["t3.R01.C1"] == 5
    assert dialog.said.table.rowCount() == 2
    dialog.begin()  # closed without a question


def test_one_answer_decides_all_rows_of_a_name(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = (
        "县政府办公室",
        "政务服务中心",
        "县政府办公室",
        OURS,
        "县政府办公室",
        "政务服务中心",
        "县政府办公室",
        OURS,
        "本局",
    )
    remarks = ("", "", "", "", "", "", "误登", "", "")
    rows = [
        row(n, "2025-4-1", "予以公开", *more) for n, more in enumerate(zip(names, [""] * 9, remarks, strict=True), 1)
    ]
    dialog = preview(qtbot, tmp_path, *rows)
    asked: list[tuple[str, ...]] = []
    answers = [RETURN, "3行都照样计入", "2行都不计入"]

    def choose(_parent: object, _title: str, text: str, more: str, offered: tuple[str, ...]) -> str:
        asked.append((text, more, *offered))
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "choose", choose)
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: "不是本单位收到的申请")
    dialog.choose_row(0)
    dialog.counted_too.click()
    assert len(dialog.counted.unread) == 6
    dialog.counted_too.click()
    text = "写“县政府办公室”的还有2行，也照样计入吗？"
    assert asked == [(text, "登记号：3、5。", ONLY, "3行都照样计入", RETURN)] * 2
    assert [one.key.number for one in dialog.counted.unread] == ["2", "6", "7"]  # 7 says something else besides
    dialog.choose_row(0)
    dialog.left_out.click()
    assert [one.key.number for one in dialog.counted.unread] == ["7"]
    dialog.counted_too.click()
    assert len(asked) == 3  # nothing else has its name
    assert dialog.counted.counted.numbers["t3.R01.C1"] == 7
    dialog.begin()  # closed without a question


def test_one_choice_serves_all_rows_with_the_same_word(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = ("协会", "律所", "协会", "自然人", " 协会", "")
    rows = [(str(n), "2025-3-1", kind, "2025-4-1", "给了", "", "", "") for n, kind in enumerate(kinds, 1)]
    dialog = preview(qtbot, tmp_path, *rows)
    asked: list[tuple[str, tuple[str, ...]]] = []
    answers = [("取消", 3), ("写“协会”的3行都采用", 3), ("采用", 4), ("写“给了”的6行都采用", 0)]

    def choose(_parent: object, _title: str, text: str, _lines: object, offered: Sequence[str], _asks: str) -> object:
        asked.append((text, tuple(offered)))
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "choose_with_list", choose)
    dialog.choose_row(0)
    dialog.by_kind.click()
    assert [one.lacks_kind for one in dialog.counted.unread] == [True, True, True, False, True, True]
    dialog.by_kind.click()
    assert [one.lacks_kind for one in dialog.counted.unread] == [False, True, False, False, False, True]
    dialog.choose_row(1)
    dialog.by_kind.click()
    dialog.by_outcome.click()
    text, offered = asked[0]
    assert text == "选中的1行的申请人类别是哪一种？也可以让写“协会”的3行都这样计，下次导入照用。"
    assert offered == ("采用", "写“协会”的3行都采用", "取消")
    assert asked[2] == ("选中的1行的申请人类别是哪一种？", ("采用", "取消"))  # no other row has its word
    assert [one.key.number for one in dialog.counted.unread] == ["6"]
    assert dict(dialog.work.mapping.kinds) == {"协会": "C4"}
    assert dict(dialog.work.mapping.outcomes) == {"给了": "R03"}
    assert dialog.counted.counted.numbers["t3.R01.C4"] == 3
    dialog.begin()  # closed without a question


def test_a_number_that_is_likely_a_range_is_mended_in_the_register_or_counts_once(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [(number, *row(1, "2025-4-1", "予以公开", "", "", "")[1:]) for number in ("6", "7-9", "10")]
    dialog = preview(qtbot, tmp_path, *rows)
    assert dialog.ways.text() == (
        "不计的点“选中的不计入”；只是1件的点“照样计入”，计入“（一）予以公开”；"
        "写漏、写错的在台账中改正、保存后点“重新读取台账”。"
    )
    dialog.counted_too.click()
    assert dialog.counted.counted.numbers["t3.R01.C1"] == 3
    dialog.begin()  # closed without a question


def test_every_row_is_told_which_button_is_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    rows = (
        row(1, "2025-4-1", "予以公开", OURS),
        row(1, "2025-4-1", "予以公开", OURS),
        ("2", "2025-3-2", "村委会", "2025-4-1", "予以公开", OURS),
        row(3, "2025-4-1", "告知", OURS),
        row(4, "", "结转下年", OURS),
        row(5, "2025-4-1", "", OURS),
        row(6, "四月", "予以公开", OURS),
        row(7, "", "予以公开", OURS),
    )
    dialog = preview(qtbot, tmp_path, *rows)
    said = []
    for at in range(len(rows)):
        dialog.choose_row(at)
        said.append(dialog.ways.text().removeprefix("不计的点“选中的不计入”").strip("；。"))
    carried = "还没有办结的点“结转下年”，计入“四、结转下年度继续办理”"
    closed, mend = "已经办结的点“选办理结果”", "写漏、写错的在台账中改正、保存后点“重新读取台账”"
    assert said == [
        "各是一件的点“重复的分别计”",
        "各是一件的点“重复的分别计”",
        "类别不认识的点“选申请人类别”",
        closed,
        f"{carried}；{closed}",
        f"{carried}；{closed}",
        mend,
        f"{carried}；{mend}",
    ]
    dialog.choose_row(4)
    assert dialog.carried_on.isEnabled()
    dialog.carried_on.click()
    assert dialog.counted.counted.numbers["t3.R25.C1"] == 1
    dialog.begin()  # closed without a question


def test_an_outcome_may_be_chosen_that_is_none_yet(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = preview(qtbot, tmp_path, row(1, "", "待研究", OURS))
    shown: list[str] = []

    def last(_parent: object, _title: str, _text: str, lines: list[str], *_: object) -> tuple[str, int]:
        shown.extend(lines)
        return "采用", len(lines) - 1

    monkeypatch.setattr(dialogs, "choose_with_list", last)
    dialog.by_outcome.click()
    assert shown[-1] == "尚未办结，四、结转下年度继续办理"
    assert not dialog.counted.unread
    assert dialog.counted.counted.numbers["t3.R25.C1"] == 1
    dialog.begin()  # closed without a question


def test_a_row_that_is_not_closed_is_carried_on(qtbot: QtBot, tmp_path: Path) -> None:
    rows = (
        row(1, "2025-8-12", "予以公开", OURS, "未办结", ""),
        row(2, "", "予以公开", OURS, "未办结", ""),
        row(3, "2025-8-12", "予以公开", OURS, "办结", "误登"),
    )
    dialog = preview(qtbot, tmp_path, *rows)
    offered = []
    for at in range(3):
        dialog.choose_row(at)
        offered.append([button.isEnabled() for button in (dialog.counted_too, dialog.carried_on)])
    assert offered == [[True, True], [False, True], [True, False]]
    dialog.choose_row(1)
    assert dialog.counted_too.text() == "照样计入"
    assert dialog.ways.text() == (
        "不计的点“选中的不计入”；还没有办结的点“结转下年”，计入“四、结转下年度继续办理”；结果写错的点“选办理结果”。"
    )
    dialog.carried_on.click()
    assert [one.key.number for one in dialog.counted.unread] == ["1", "3"]
    dialog.choose_row(0)
    dialog.carried_on.click()
    assert dialog.counted.counted.numbers["t3.R25.C1"] == 2
    cell = dialog.said.table.item(0, 3)
    assert cell is not None
    assert cell.text() == "尚未办结，四、结转下年度继续办理"
    dialog.begin()  # closed without a question


def test_the_next_row_is_chosen_after_one_was_decided(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preview(qtbot, tmp_path, *(row(n, "2025-4-1", "予以公开", OURS, "", "误登") for n in range(1, 5)))
    dialog.choose_row(1)
    dialog.counted_too.click()
    assert [one.key.number for one in dialog.counted.unread] == ["1", "3", "4"]
    assert {index.row() for index in dialog.unread.selectedIndexes()} == {1}
    dialog.choose_row(2)
    dialog.counted_too.click()
    assert {index.row() for index in dialog.unread.selectedIndexes()} == {1}
    dialog.begin()  # closed without a question


def test_a_reason_leaves_what_to_do_to_the_buttons(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preview(qtbot, tmp_path, row(1, "2025-4-1", "予以公开", OURS, "", "误登"))
    why = dialog.unread.item(0, 3)
    assert why is not None
    assert why.text() == "“备注”列写的是“误登”，不知道计不计入"
    assert "不计的把办理结果改为“不计”" in dialog.counted.unread[0].why  # as the command says it
    dialog.begin()  # closed without a question


def test_several_rows_that_count_differently(qtbot: QtBot, tmp_path: Path) -> None:
    rows = (
        row(1, "2025-4-1", "予以公开", OURS, "", "误登"),
        row(2, "2025-4-1", "要求行政机关确认或重新出具已获取信息", OURS, "", "误登"),
        row(3, "2026-1-4", "予以公开", OURS, "", "误登"),
    )
    dialog = preview(qtbot, tmp_path, *rows)
    dialog.unread.selectAll()
    assert dialog.counted_too.text() == "照样计入"
    assert dialog.ways.text().count("”、“") == 2
    dialog.choose_row(1)
    assert dialog.counted_too.text() == "照样计入“要求行政机关确认或重新…”"
    dialog.choose_row(2)
    assert dialog.counted_too.text() == "照样计入“结转下年”"
    dialog.begin()  # closed without a question


def test_columns_of_last_time_are_spoken_of_where_there_was_one(qtbot: QtBot, tmp_path: Path) -> None:
    path = text_register(tmp_path, row(1, "", "", "", "", ""), head=(*HEAD, *MORE))
    for kept, said in (({}, "按列名认出的已经选好"), ({"登记号": "登记号"}, "本单位上次选的已经选好")):
        dialog = ColumnsDialog(path.name, read_register(path), kept)
        qtbot.addWidget(dialog)
        labels: list[QLabel] = list(dialog.findChildren(QLabel))
        assert any(said in label.text() for label in labels)

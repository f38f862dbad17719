"""What is told beside a sum that is not final yet."""

from __future__ import annotations

from core.office.collection.collected import Collected
from core.office.collection.file_record import LETTER, FileRecord
from core.office.collection.ledger import make_ledger
from core.office.collection.units import DeskFile
from gui.collection.sum_actions import preview_notes
from tests.core.office.collection.desk_samples import desk, file


def test_a_unit_that_sent_only_a_letter_is_not_said_to_have_several_reports() -> None:
    lines = ("关于报送年度报告的函", "现将我局报告报上。", "丙局", "2026年1月12日")
    letter = DeskFile("函.docx", FileRecord("f", LETTER, lines=lines))
    differing = [file("乙局", f"{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    made = desk([letter, *differing], ["甲局", "乙局", "丙局"])
    assert preview_notes(Collected(made, make_ledger(made.form, []), None)) == [
        "现在的合计是预览：",
        "还没有报1个：甲局。",
        "只有报送函，没有报告1个：丙局。",
        "待定以哪一份为准1个：乙局。",
    ]

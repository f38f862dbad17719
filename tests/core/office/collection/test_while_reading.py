"""What of a report was not read holds its unit up until somebody has looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.cli.command_line import main
from core.office.collection.desk import DOUBTS
from core.office.collection.desk_workbook import finding_rows
from core.office.collection.file_record import read_record
from core.published import FEES_UNREAD
from tests.core.office.collection.desk_samples import desk, file
from tests.core.published.published_shapes import pieces
from tests.core.published.test_published_report import SAMPLES, word

NEW, OTHER = SAMPLES["small"], SAMPLES["large"]


def test_a_second_table_with_other_numbers_is_a_doubt(tmp_path: Path) -> None:
    other = [p for p in pieces(OTHER, lambda name, g: [g] if name == "t3" else []) if p[0] == "grid"]
    name, data = word([*pieces(NEW), *other])
    (tmp_path / name).write_bytes(data)
    record = read_record(tmp_path / name, "d", NEW.year, {}, date(NEW.year + 1, 1, 20))
    assert [said.partition("，")[0] for said in record.partly_read] == [
        "文件中有不止一张收到和处理政府信息公开申请情况表"
    ]
    name, data = word([*pieces(OTHER), *pieces(NEW)])
    (tmp_path / name).write_bytes(data)
    record = read_record(tmp_path / name, "e", NEW.year, {}, date(NEW.year + 1, 1, 20))
    assert [said.partition("，")[0] for said in record.partly_read] == ["文件中可能有不止一份年度报告"]


def test_a_fee_that_was_not_read_is_a_doubt_in_list_and_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"s6": ["全年信息处理费共计1,250元，涉及4件。"]}
    name, data = word(pieces(replace(NEW, texts={**NEW.texts, **told})))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(data)
    assert main(["collect", "--year", str(NEW.year), "-o", str(tmp_path / "out"), str(folder)]) == 1
    assert f"  疑点  {NEW.unit}：{FEES_UNREAD}\n" in capsys.readouterr().out
    made = desk([file("甲局", notes=(FEES_UNREAD,))], ["甲局"])
    assert (made.units[0].state, made.units[0].open_doubts) == (DOUBTS, 1)
    assert [row[5] for row in finding_rows(made)] == [FEES_UNREAD]

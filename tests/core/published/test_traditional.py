"""Reports in traditional characters: numbers, titles and headings are found, texts stay as they are printed."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.published import import_report, phrases
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import all_samples
from tests.core.published.published_shapes import Piece

SAMPLE = next(s for s in all_samples() if s.name == "small")
_BACK = {new: old for old, new in reversed(phrases.TRADITIONAL.items())}


def _report() -> list[Piece]:
    turned: list[Piece] = []
    for kind, content in shapes.pieces(SAMPLE):
        if isinstance(content, str):
            turned.append((kind, content.translate(_BACK)))
        else:
            grid = [[replace(item, text=item.text.translate(_BACK)) for item in row] for row in content]
            turned.append((kind, grid))
    return turned


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.txt"])
def test_a_report_in_traditional_characters_is_read_and_its_texts_stay_as_printed(name: str, tmp_path: Path) -> None:
    report = _report()
    data = {
        "a.docx": shapes.docx(shapes.word_body(report)),
        "a.html": shapes.portal(shapes.web_body(report)).encode(),
        "a.txt": shapes.cells_as_lines(report).encode(),
    }[name]
    (tmp_path / name).write_bytes(data)
    imported = import_report(tmp_path / name)

    assert imported.printed == SAMPLE.expected
    assert imported.report.unit == SAMPLE.unit.translate(_BACK)
    assert imported.report.year == SAMPLE.year
    assert {c: t.split("\n") for c, t in imported.report.texts.items()} == {
        c: [line.translate(_BACK) for line in lines] for c, lines in SAMPLE.texts.items() if lines
    }
    assert "原文是繁体字，已照原样读入，请把文字改成规范汉字" in imported.remarks

"""Placeholders in 【】 of Word templates: what is put in their place, and how large."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from core.word.placeholders import fill_document


@pytest.mark.parametrize(("length", "points"), [(69, None), (70, 9), (449, 9), (450, 7.5)])
def test_a_long_value_is_set_smaller_so_that_it_stays_on_the_sheet(
    length: int, points: float | None, tmp_path: Path
) -> None:
    template = docx.Document()
    template.add_paragraph("意见：【意见】")
    template.save(str(tmp_path / "a.docx"))

    data, found = fill_document(tmp_path / "a.docx", {"意见": "字" * length})
    (run,) = docx.Document(BytesIO(data)).paragraphs[0].runs

    assert found == {"意见"}
    assert run.text == "意见：" + "字" * length
    assert (run.font.size.pt if run.font.size else None) == points

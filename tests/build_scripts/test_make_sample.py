"""The sample that is shipped."""

from build_scripts.make.sample import sample_report
from core.base.resources import resource_path
from core.draft.workbook import draft_bytes
from core.draft.workbook.raw_workbook import read_workbook


def test_the_shipped_sample_is_the_one_that_is_made_now() -> None:
    """If this fails: python -m build_scripts.make.sample."""
    path = resource_path("samples", "示例.xlsx")
    assert read_workbook(path.read_bytes(), path).sheets == read_workbook(draft_bytes(sample_report()), path).sheets

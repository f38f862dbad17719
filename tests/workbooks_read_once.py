"""What openpyxl makes of a workbook is kept from test to test: most windows open the same sample.

Only this step is left out, and only where the bytes are the same; each caller gets cells of its own.
"""

import pickle
from functools import lru_cache

import pytest

from core.draft.workbook import raw_workbook
from core.draft.workbook.raw_workbook import RawWorkbook

_read = raw_workbook._read


@pytest.fixture(autouse=True)
def workbooks_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read no workbook a second time, in the folders whose conftest shows this fixture."""
    monkeypatch.setattr(raw_workbook, "_read", _read_once)


def _read_once(data: bytes) -> RawWorkbook:
    read: RawWorkbook = pickle.loads(_kept(data))
    return read


@lru_cache(maxsize=8)
def _kept(data: bytes) -> bytes:
    return pickle.dumps(_read(data), pickle.HIGHEST_PROTOCOL)

"""Which names a new file may have, on every system: those that Windows can open."""

from pathlib import Path

import pytest

from core.base.errors import FileError
from core.base.file_names import check_file_name

FORBIDDEN = "有不能使用的字符"
DEVICE = "Windows 保留的名称"
END = "结尾的空格和句点"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        *((f"年报{sign}2025.docx", FORBIDDEN) for sign in '<>:"\\|?*\t\n\x00\x1f'),
        ("C:\\a:b.docx", FORBIDDEN),
        *((f"{name}.docx", DEVICE) for name in ("CON", "prn", "Aux", "NUL", "COM1", "com9", "LPT1", "lpt9")),
        ("CON", DEVICE),
        ("con .docx", DEVICE),
        ("COM1.2025.docx", DEVICE),
        ("年报.", END),
        ("年报.docx ", END),
    ],
)
def test_a_name_that_windows_cannot_have_is_refused_in_words(name: str, sentence: str) -> None:
    with pytest.raises(FileError, match=sentence):
        check_file_name(Path("文件夹") / name)


@pytest.mark.parametrize(
    "name", ["某局2025年年度报告（送审稿第2稿）.docx", "CONTRACT.docx", "COM10.docx", " 年报.v1.docx", "㛃䶮.xlsx"]
)
def test_other_names_pass_whatever_their_folders_are_called(name: str) -> None:
    check_file_name(Path("CON") / "a:b" / name)

"""What a new file may be called.

Names that Windows cannot open are refused on Linux too: what an office writes goes to colleagues who have Windows.
Files that are there under such a name are read, and saved again, all the same.
"""

import re
from pathlib import Path

from core.base.errors import FORBIDDEN_IN_NAMES, NAME_INVALID, ErrorText

_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*", re.IGNORECASE)
_DEVICE = ErrorText(
    "文件名“{name}”不能使用，“{device}”是 Windows 保留的名称。", "请换一个文件名，例如在前面加上单位名称。"
)
_BAD_END = ErrorText(
    "文件名“{name}”不能使用，Windows 不接受结尾的空格和句点。", "请去掉文件名结尾的空格和句点，再试一次。"
)


def is_device(name: str) -> bool:
    """Return whether Windows takes a name for a device, whatever its ending: CON, nul.docx, COM1.2025.docx."""
    return _DEVICES.fullmatch(name.partition(".")[0]) is not None


def check_file_name(path: Path) -> None:
    """Refuse a name for a new file that Windows cannot have; of the folders the system itself judges.

    Raises:
        FileError: It holds a forbidden character (the colon too, which NTFS takes for a hidden stream of the file
            before it), is a device's, or ends with a blank or a full stop.
    """
    if FORBIDDEN_IN_NAMES.search(path.name):
        raise NAME_INVALID.of(path)
    if is_device(path.name):
        raise _DEVICE.of(path, device=path.name.partition(".")[0].strip())
    if path.name.endswith((" ", ".")):
        raise _BAD_END.of(path)

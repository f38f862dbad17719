"""Limits of what is read and shown: what is as long as the limit passes, one more is refused, or cut and told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.base import disk_state as disk_states
from core.base.archive_limits import read_limited
from core.base.atomic_file import free_sibling
from core.base.crash_log import describe
from core.base.errors import FileError, ReportError
from core.base.markup import parse_xml
from core.base.markup_limits import check_markup, check_spans, limited_span, page_bytes
from core.base.ooxml import integer
from core.base.short_texts import first_lines, some_of
from core.base.toml_files import TomlError, read_toml
from core.base.user_files import safe_file_name
from core.report.entry_text import Refused, parse_entry
from core.report.han_numbers import han_number
from core.report.shown_report import Note

PATH = Path("文件.docx")


def _nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def _apart(data: bytes) -> bytes:
    """Return as many bytes, of which some begin an element, so that none of the texts is a giant."""
    step = 2**17
    parts = [b"<" + data[at + 1 : at + step] for at in range(0, len(data), step)]
    return b"".join(parts) if data[:1] == b" " else data[: len(parts)] + b"".join(parts)


def _of_two_texts(length: int) -> bytes:
    return b"<a>" + b"x" * length + b"<b/></a>"


def _with_attributes(count: int) -> str:
    return f"<p{''.join(f' a{n}=1' for n in range(count))}>"


READ: dict[str, tuple[int, Callable[[int], object]]] = {
    "bytes of TOML": (256 * 1024, lambda size: read_toml(b"#" * size)),
    "bytes of a part": (32 * 2**20, lambda size: check_markup(_apart(b" " * size), PATH)),
    "tags of a part": (800_000, lambda count: check_markup(b"<" * count + b" " * 900_000, PATH)),
    "attributes of a part": (800_000, lambda count: check_markup(_apart(b"=" * count), PATH)),
    "tags of a page": (800_000, lambda count: page_bytes("<" * count + " " * 900_000, PATH)),
    "attributes of a page": (800_000, lambda count: page_bytes("=" * count + " " * 900_000, PATH)),
    "attributes of an element of a page": (500, lambda count: page_bytes(_with_attributes(count), PATH)),
    "depth of a part": (200, lambda depth: parse_xml(_nested(depth), PATH)),
    "columns of a cell": (500, lambda width: check_spans(b'<w:gridSpan w:val="%d"/>' % width, PATH)),
    "columns in all": (200_000, lambda all_: check_spans(b'<w:gridSpan w:val="500"/>' * 399 + _rest(all_), PATH)),
}
"""What is refused, by the most that is read."""


def _rest(columns: int) -> bytes:
    left = columns - 399 * 500
    return b'<w:gridSpan w:val="%d"/><w:gridAfter w:val="%d"/>' % (left - 1, 1)


@pytest.mark.parametrize("what", READ)
def test_the_limit_itself_is_read_and_one_more_is_refused(what: str) -> None:
    most, read = READ[what]

    read(most)

    with pytest.raises((ReportError, TomlError)):
        read(most + 1)


def test_a_file_as_large_as_the_limit_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    for size in (30 * 2**20, 30 * 2**20 + 1):
        with path.open("wb") as file:
            file.truncate(size)
        if size == 30 * 2**20:
            assert len(read_limited(path)) == size
        else:
            with pytest.raises(FileError, match="过大"):
                read_limited(path)


def test_one_text_may_have_twice_what_a_cell_holds() -> None:
    check_markup(_of_two_texts(2**20), PATH)

    with pytest.raises(FileError):
        check_markup(_of_two_texts(2 * 2**20 + 1), PATH)


@pytest.mark.parametrize(
    ("text", "span"), [("500", 500), ("501", 500), ("999999", 500), ("1", 1), ("2", 2), ("0", 1), ("x", 1)]
)
def test_a_span_of_a_page_has_a_limit(text: str, span: int) -> None:
    assert limited_span(text) == span


def test_a_number_of_an_attribute_has_eight_digits() -> None:
    assert integer("12345678", 7) == 12_345_678
    assert integer("123456789", 7) == 7


def test_a_free_name_is_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    fits = tmp_path / f"{'a' * 247}.docx"  # with (1) 255
    longer = tmp_path / f"{'a' * 248}.docx"

    assert free_sibling(fits).name == f"{'a' * 247}(1).docx"
    assert free_sibling(longer).name == f"{'a' * 247}(1).docx"


def test_a_safe_file_name_is_as_long_as_the_disk_allows() -> None:
    assert safe_file_name("a" * 250, ".docx") == "a" * 250 + ".docx"
    cut = safe_file_name("a" * 251, ".docx")
    assert (len(cut.encode()), "…" in cut) == (255, True)


def test_a_message_of_a_fault_is_cut() -> None:
    assert "x" * 500 in describe(ValueError, ValueError("x" * 501), None)
    assert "x" * 501 not in describe(ValueError, ValueError("x" * 501), None)


def test_a_box_has_twelve_lines() -> None:
    assert first_lines(["行"] * 12) == ["行"] * 12
    assert first_lines(["行"] * 13) == [*["行"] * 12, "……共13处"]


def test_as_many_names_as_are_named_need_no_number() -> None:
    assert some_of(["甲", "乙"], 2, "格") == "甲、乙"
    assert some_of(["甲", "乙", "丙"], 2, "格") == "甲、乙等3格"
    assert some_of(["甲", "乙", "丙"], 2) == "甲、乙等"


def test_a_file_that_is_too_large_is_told_by_its_size_and_time_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "草稿.xlsx"
    path.write_bytes(b"12345")
    states = []
    for most in (5, 4):
        monkeypatch.setattr(disk_states, "_LARGEST", most)
        states.append(disk_states.disk_state(path))

    assert [bool(state and state.digest) for state in states] == [True, False]
    assert [state and state.size for state in states] == [5, 5]


def test_a_count_has_twelve_digits() -> None:
    assert parse_entry("9" * 12, "件") == 999_999_999_999
    assert parse_entry("0" * 5 + "9" * 12, "件") == 999_999_999_999
    refused = parse_entry("9" * 13, "件")
    assert isinstance(refused, Refused)
    assert "超过12位" in refused.reason


def test_a_number_in_words_has_forty_characters() -> None:
    assert han_number("一" * 40) == int("1" * 40)
    assert han_number("一" * 41) is None


def test_the_words_of_a_comment_are_quoted_up_to_their_limit() -> None:
    notes = [Note("批注", "", "核对。", "五", "数" * length) for length in (24, 25)]
    assert notes[0].sentence == f"五“{'数' * 24}”：核对。"
    assert notes[1].sentence == f"五“{'数' * 24}……”：核对。"

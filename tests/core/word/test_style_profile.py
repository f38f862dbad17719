import io
import zipfile
from pathlib import Path

import pytest

from core.base.errors import FileError, FileMissingError
from core.base.resources import resource_path
from core.word.reader import read_report
from core.word.report import read_back, report_bytes
from core.word.shipped_styles import PRESETS
from core.word.style_profile import missing_fonts, preset, read_profile
from tests.core.report.sample_reports import written_report


def _own_profile(folder: Path, *changes: tuple[str, str]) -> Path:
    """An office's own file: the shipped one with some strings replaced."""
    text = resource_path("styles", "windows.toml").read_text(encoding="utf-8")
    for before, after in (('id = "windows"', 'id = "office"'), *changes):
        assert before in text, before
        text = text.replace(before, after, 1)
    path = folder / "本局版式.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_shipped_profile_is_listed_and_can_be_read() -> None:
    assert sorted(PRESETS) == sorted(path.stem for path in resource_path("styles").glob("*.toml"))
    for profile_id in PRESETS:
        profile = preset(profile_id)
        assert profile.id == profile_id
        assert profile.margins == {"top": 37, "bottom": 35, "left": 28, "right": 26}
        assert (profile.pitch, profile.characters) == (28.95, 28)


def test_profiles_name_the_fonts_of_their_kind() -> None:
    assert preset("gb2312").fonts["body"] == "仿宋_GB2312"
    assert preset("windows").fonts["body"] == "仿宋"
    assert preset("founder").fonts["body"] == "方正仿宋_GBK"
    assert all("小标宋" in preset(profile_id).fonts["title"] for profile_id in PRESETS)


def test_own_profile_sets_fonts_margins_line_pitch_and_page_numbers(tmp_path: Path) -> None:
    path = _own_profile(
        tmp_path,
        ("top = 37", "top = 34.6"),
        ("pitch = 28.95", "pitch = 30"),
        ('body = "仿宋"', 'body = "华文仿宋"'),
        ('style = "dash"', 'style = "plain"'),
        ('position = "outside"', 'position = "center"'),
    )
    profile = read_profile(path)
    report = written_report()
    data = report_bytes(report, profile=profile)
    archive = zipfile.ZipFile(io.BytesIO(data))
    document, styles = archive.read("word/document.xml").decode(), archive.read("word/styles.xml").decode()
    footer = archive.read("word/footer1.xml").decode()
    assert 'w:top="1962"' in document
    assert 'w:linePitch="600"' in document
    assert 'w:eastAsia="华文仿宋"' in styles
    assert "PageNumberCenter" in footer
    assert "—" not in footer
    assert read_report(data).numbers == read_report(report_bytes(report)).numbers
    (tmp_path / "a.docx").write_bytes(data)
    read_back(report, tmp_path / "a.docx")


def test_profile_that_bears_the_name_of_a_shipped_one_is_used_all_the_same(tmp_path: Path) -> None:
    profile = read_profile(_own_profile(tmp_path, ('id = "office"', 'id = "windows"'), ("top = 37", "top = 30")))
    assert b'w:top="1701"' in zipfile.ZipFile(io.BytesIO(report_bytes(written_report(), profile=profile))).read(
        "word/document.xml"
    )


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("top = 37", "top = 370", "“page.top”应是10至80之间的数"),
        ("top = 37", 'top = "37"', "“page.top”应是10至80之间的数"),
        ("top = 37", "", "“page.top”应是10至80之间的数"),
        ("top = 37", "up = 37", "不认识“page.up”"),
        ("[page]", "[paper]", "不认识“paper”"),
        ("[page_number]", "", "缺少 [page_number] 一节"),
        ('style = "dash"', 'style = "roman"', "“page_number.style”应是 dash、plain、none 之一"),
        ('body = "仿宋"', 'body = ""', "“fonts.body”应是一个名称"),
        ('body = "仿宋"', 'body = "仿\\u0000宋"', "“fonts.body”应是一个名称"),
        ("pitch = 28.95", "pitch = 15", "行距（lines.pitch）小于正文字号（sizes.body），文字会被切掉"),
        ('["华文黑体", "宋体"]', '"宋体"', "“instead.黑体”应是字体名称的列表"),
        ("[fonts]", "[fonts", "不是版式文件，或其中有写错的行"),
        ("top = 37", "top = " + "[" * 3_000, "不是版式文件，或其中有写错的行"),
        ("top = 37", "top = " + "9" * 5_000, "不是版式文件，或其中有写错的行"),
        ("top = 37", "top = 0x" + "f" * 5_000, "“page.top”应是10至80之间的数"),
    ],
)
def test_unusable_profile_is_refused_with_the_entry_that_is_wrong(
    tmp_path: Path, before: str, after: str, reason: str
) -> None:
    with pytest.raises(FileError, match="版式文件") as caught:
        read_profile(_own_profile(tmp_path, (before, after)))
    assert caught.value.summary == f"版式文件“本局版式.toml”不能使用：{reason}。"


def test_files_that_are_no_profile_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xff\xfe\x00PK")
    with pytest.raises(FileError, match="版式文件"):
        read_profile(path)
    with pytest.raises(FileMissingError):
        read_profile(tmp_path / "b.toml")


def test_profile_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = _own_profile(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_profile(path).id == "office"


def test_missing_fonts_are_named_with_what_is_used_instead() -> None:
    plain_windows = {"SimSun", "SimHei", "KaiTi", "FangSong", "Times New Roman", "Microsoft YaHei"}
    assert missing_fonts(preset("windows"), plain_windows) == [("方正小标宋简体", "宋体")]
    assert missing_fonts(preset("windows"), {"宋体", "黑体", "楷体", "仿宋", "times new roman", "STZhongsong"}) == [
        ("方正小标宋简体", "华文中宋")
    ]
    assert ("仿宋_GB2312", "仿宋") in missing_fonts(preset("gb2312"), plain_windows)
    assert ("仿宋", "系统默认字体") in missing_fonts(preset("windows"), {"Noto Sans CJK SC"})
    assert missing_fonts(preset("windows"), {*plain_windows, "方正小标宋简体"}) == []


def test_a_font_as_wide_stands_in_where_the_style_names_none() -> None:
    assert not preset("windows").instead.get("Times New Roman")  # nor does an office's own file, most likely
    there = {"Noto Serif CJK SC", "DejaVu Sans", "Liberation Serif"}
    assert ("Times New Roman", "Liberation Serif") in missing_fonts(preset("windows"), there)

"""Style profiles: fonts, sizes, line pitch, margins and page numbers of the Word report, one TOML file each.

The shipped ones lie in ``resources/styles``; an office may import its own file with the same keys.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, NoReturn

from core.base import archive_limits, atomic_file, user_files
from core.base.errors import ErrorText, FileError
from core.base.on_disk import OnDisk, on_disk
from core.base.resources import resource_path
from core.base.toml_files import TomlError, read_toml, shipped_toml
from core.word.shipped_styles import DEFAULT_PROFILE

SYSTEM_FONT = "系统默认字体"
"""What is named where no substitute is there either."""

NUMBER_STYLES = ("dash", "plain", "none")
NUMBER_POSITIONS = ("outside", "center")

_FONTS = ("title", "heading", "subheading", "body", "table", "page_number", "latin")
_SIZES = {"title": (10, 48), "body": (9, 24), "table": (6, 18), "wide_table": (6, 14), "page_number": (6, 24)}  # points
_MARGINS = {"top": (10, 80), "bottom": (15, 80), "left": (5, 60), "right": (5, 60)}  # millimetres
_LINES = {"pitch": (12, 60), "title_pitch": (16, 90), "characters": (20, 45)}
_TABLES = ("fonts", "sizes", "page", "lines", "page_number", "instead")
_LONGEST_NAME = 60
_UNUSABLE = ErrorText(
    "版式文件“{name}”不能使用：{reason}。", "请对照程序自带的版式文件修改后再导入；在此之前仍用原来的版式。"
)
_KEPT_UNUSABLE = "请在“设置－报告版式”中重新导入版式文件，或改选自带的版式。"
_LONGEST_REASON = 200  # it quotes what stands in the file


class StyleProfile(NamedTuple):
    """How a Word report looks.

    Attributes:
        fonts: Font name by use: title, heading, subheading, body, table, page_number (East-Asian), latin.
        sizes: Font size in points by use: title, body, table, wide_table (tables with many columns), page_number.
        margins: Margins of the page in millimetres: top, bottom, left, right.
        pitch: Line pitch of the body in points.
        title_pitch: Line pitch of the title in points.
        characters: Characters on a line of the body.
        number_style: ``dash`` (— 1 —), ``plain`` (1) or ``none``.
        number_position: ``outside`` (odd pages right, even pages left) or ``center``.
        instead: For a font that may be missing the ones to use in its place, best first.
        is_table_whole: Whether table 三 goes to the next page rather than being divided; no matter of the file.
    """

    id: str
    name: str
    fonts: Mapping[str, str]
    sizes: Mapping[str, float]
    margins: Mapping[str, float]
    pitch: float
    title_pitch: float
    characters: int
    number_style: str
    number_position: str
    instead: Mapping[str, tuple[str, ...]]
    is_table_whole: bool = True


@cache
def preset(profile_id: str = DEFAULT_PROFILE) -> StyleProfile:
    """Return one of the shipped profiles, by its id in ``PRESETS``."""
    path = resource_path("styles", f"{profile_id}.toml")
    return _profile(path, path.read_bytes())


def sample_profile(profile_id: str) -> str:
    """Return a shipped profile as a file that an office may change and import."""
    lines = resource_path("styles", f"{profile_id}.toml").read_text(encoding="utf-8").splitlines()
    head = ["# 版式样例。用记事本打开，改好保存，再用“设置－报告版式－导入版式文件”导入。", "# 文件按 UTF-8 保存。"]
    return "\n".join([*head, *('name = "本单位版式"' if line.startswith("name = ") else line for line in lines)]) + "\n"


def read_profile(path: Path) -> StyleProfile:
    """Read a style profile, refusing what the report cannot be set in.

    Raises:
        FileError: The file cannot be read, or an entry is missing, unknown or out of range; it is named.
    """
    return _profile(path, archive_limits.read_limited(path))


def _profile(path: Path, data: bytes) -> StyleProfile:
    try:
        content = read_toml(data)
    except TomlError as error:
        raise _UNUSABLE.of(path, reason="不是版式文件，或其中有写错的行") from error
    return _ProfileReading(path, content).profile()


def own_profile() -> StyleProfile | None:
    """Return the office's own profile that was imported last; None where there is none.

    Raises:
        FileError: The kept file cannot be read, or does not fit this version of the program.
    """
    path = _kept()
    try:
        return None if on_disk(path) is OnDisk.MISSING else read_profile(path)
    except FileError as error:
        raise FileError(path, summary=error.summary, advice=_KEPT_UNUSABLE) from error


def import_profile(path: Path) -> StyleProfile:
    """Keep a file as the office's own profile from now on; return what it says.

    Raises:
        FileError: It cannot be read or kept, or an entry is missing, unknown or out of range; the old one stays.
    """
    profile = read_profile(path)
    atomic_file.replace_file(_kept(), archive_limits.read_limited(path))
    return profile


def _kept() -> Path:
    return user_files.data_folder() / "style_profile.toml"


def missing_fonts(profile: StyleProfile, available: Collection[str]) -> list[tuple[str, str]]:
    """Return the fonts of the profile that this PC lacks, each with the one that is used instead.

    Args:
        profile: The profile.
        available: Names of the fonts that the system lists, Chinese or English.
    """
    there = {name.casefold() for name in available}
    missing = []
    for font in dict.fromkeys(profile.fonts.values()):
        if _is_there(font, there):
            continue
        others = (*profile.instead.get(font, ()), *_same_widths().get(font, ()))
        instead = next((other for other in others if _is_there(other, there)), SYSTEM_FONT)
        missing.append((font, instead))
    return missing


def _is_there(font: str, there: set[str]) -> bool:
    return any(name.casefold() in there for name in (font, *_other_names().get(font, ())))


@cache
def _other_names() -> Mapping[str, tuple[str, ...]]:
    names = shipped_toml("fonts", "names.toml")
    return {font: tuple(others) for font, others in names.items()}


@cache
def _same_widths() -> Mapping[str, tuple[str, ...]]:
    """Fonts as wide as another: Word and office programs take these too, so that lines end alike."""
    fonts = shipped_toml("fonts", "same_widths.toml")
    return {font: tuple(others) for font, others in fonts.items()}


class _ProfileReading:
    """Takes a profile out of parsed TOML, entry by entry."""

    def __init__(self, path: Path, content: Mapping[str, object]) -> None:
        self._path = path
        self._content = content

    def profile(self) -> StyleProfile:
        """Return the profile."""
        for key in self._content:
            if key not in ("id", "name", *_TABLES):
                self._refuse(f"不认识“{key}”")
        fonts, sizes, margins = self._table("fonts"), self._table("sizes"), self._table("page")
        lines, number = self._table("lines"), self._table("page_number")
        self._only("fonts", fonts, _FONTS)
        self._only("page_number", number, ("style", "position"))
        read_margins = self._numbers("page", margins, _MARGINS)
        read_lines = self._numbers("lines", lines, _LINES)
        read_sizes = self._numbers("sizes", sizes, _SIZES)
        if read_lines["pitch"] < read_sizes["body"]:
            self._refuse("行距（lines.pitch）小于正文字号（sizes.body），文字会被切掉")
        if read_lines["title_pitch"] < read_sizes["title"]:
            self._refuse("标题行距（lines.title_pitch）小于标题字号（sizes.title），文字会被切掉")
        return StyleProfile(
            id=self._font_name("id", self._content.get("id")),
            name=self._font_name("name", self._content.get("name")),
            fonts={use: self._font_name(f"fonts.{use}", fonts.get(use)) for use in _FONTS},
            sizes=read_sizes,
            margins=read_margins,
            pitch=read_lines["pitch"],
            title_pitch=read_lines["title_pitch"],
            characters=round(read_lines["characters"]),
            number_style=self._choice("page_number.style", number.get("style"), NUMBER_STYLES),
            number_position=self._choice("page_number.position", number.get("position"), NUMBER_POSITIONS),
            instead=self._instead(),
        )

    def _table(self, name: str) -> Mapping[str, object]:
        table = self._content.get(name)
        if not isinstance(table, dict):
            self._refuse(f"缺少 [{name}] 一节")
        return table

    def _only(self, table: str, entries: Mapping[str, object], known: Collection[str]) -> None:
        for key in entries:
            if key not in known:
                self._refuse(f"不认识“{table}.{key}”")

    def _numbers(
        self, table: str, entries: Mapping[str, object], ranges: Mapping[str, tuple[float, float]]
    ) -> dict[str, float]:
        self._only(table, entries, ranges)
        numbers = {}
        for key, (low, high) in ranges.items():
            value = entries.get(key)
            if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
                self._refuse(f"“{table}.{key}”应是{low}至{high}之间的数")
            numbers[key] = value
        return numbers

    def _font_name(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_NAME or not value.isprintable():
            self._refuse(f"“{key}”应是一个名称")
        return value.strip()

    def _choice(self, key: str, value: object, choices: tuple[str, ...]) -> str:
        if not isinstance(value, str) or value not in choices:
            self._refuse(f"“{key}”应是 {'、'.join(choices)} 之一")
        return value

    def _instead(self) -> Mapping[str, tuple[str, ...]]:
        instead = {}
        for font, others in self._table("instead").items():
            if not isinstance(others, list):
                self._refuse(f"“instead.{font}”应是字体名称的列表")
            instead[self._font_name("instead", font)] = tuple(self._font_name(f"instead.{font}", o) for o in others)
        return instead

    def _refuse(self, reason: str) -> NoReturn:
        raise _UNUSABLE.of(
            self._path, reason=reason if len(reason) <= _LONGEST_REASON else reason[:_LONGEST_REASON] + "…"
        )

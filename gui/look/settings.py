"""The settings of the program: typed, kept as JSON in the user's data folder, whole even where the file is damaged."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from core.base.atomic_file import replace_file
from core.base.errors import ReportError
from core.base.on_disk import OnDisk, is_file, on_disk, read_ordinary
from core.base.user_files import local_rules_file, settings_file
from core.office import carry_over
from core.office.deadline import DEADLINES, PUBLISH, month_and_day
from core.report import report as report_value
from core.validation import local_rules
from core.word import style_profile
from core.word.shipped_styles import DEFAULT_PROFILE, PRESETS
from gui.look import theme

POINTS = (9, 18)
"""Smallest and largest size of the print of the window, in points."""

SCHEMES = {"system": "跟随系统", "light": "浅色", "dark": "深色"}
OWN_PROFILE = "own"
ZOOM = (0.5, 3.0)
_BY_KEY = ("folders", "registers", "papers")
"""Settings of which each entry stands alone; of the others, as the unit with all that is known of it, none does."""
_MOST_BYTES = 200_000
_LONGEST = 4000


class Settings(NamedTuple):
    """What the clerk chose; a damaged or missing entry is the default.

    Attributes:
        points: Size of the print of the window, in points.
        scheme: ``system``, ``light`` or ``dark``.
        profile: A shipped style profile, or ``own`` for the imported one.
        deadlines: The office's own deadlines as ``01-26`` by key; those of the statute need none.
        zoom: Size of the print in tables, 1.0 for that of the window.
        geometry: Place and size of the window as Qt writes it, in hexadecimal; "" for none.
        unit: Metadata of the unit of the report saved last, by code.
        folders: Where files were chosen last, by purpose.
        registers: What headers and words of the register stand for, by unit.
        collection: What 汇总审核 was opened with last: folder, year, out, list, last_year, answer_by, contact.
        fonts_told: The note on missing fonts that was answered with 知道了; "" for none.
        fonts_said: The note that the start page, or a box, has shown, and no box shows again; "" for none.
        panel: Whether the findings beside the pages are ``open`` or ``folded``; "" as the width of the window suggests.
        last_year: Whether last year's numbers and texts are shown with the new ones.
        live_page: Whether the report as it will be printed is shown with the work.
        live_apart: Whether that is in its own window, also where there is room beside the work.
        live_place: Place and size of that window as ``geometry``.
        papers: Pattern of the file name by paper: the name of a shipped one, or the path of the office's own template.
        whole_table: Whether table 三 is kept on one page.
    """

    points: int = 10
    scheme: str = "system"
    profile: str = DEFAULT_PROFILE
    deadlines: Mapping[str, str] = {}
    zoom: float = 1.0
    geometry: str = ""
    unit: Mapping[str, str] = {}
    folders: Mapping[str, str] = {}
    registers: Mapping[str, Mapping[str, Mapping[str, str]]] = {}
    collection: Mapping[str, str] = {}
    fonts_told: str = ""
    fonts_said: str = ""
    panel: str = ""
    last_year: bool = False
    live_page: bool = False
    live_apart: bool = False
    live_place: str = ""
    papers: Mapping[str, str] = {}
    whole_table: bool = True


def _is_number(value: object, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _are_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) and len(text) < _LONGEST for text in value.values())


def _are_mappings(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(record, dict) and all(map(_are_texts, record.values())) for record in value.values()
    )


_VALID: Mapping[str, Callable[[Any], bool]] = {
    "points": lambda v: isinstance(v, int) and _is_number(v, *POINTS),
    "scheme": lambda v: v in list(SCHEMES),
    "profile": lambda v: v in [*PRESETS, OWN_PROFILE],
    "deadlines": lambda v: _are_texts(v) and all(key in DEADLINES and month_and_day(day) for key, day in v.items()),
    "zoom": lambda v: _is_number(v, *ZOOM),
    "geometry": lambda v: isinstance(v, str) and len(v) < _LONGEST,
    "unit": lambda v: _are_texts(v),
    "folders": lambda v: _are_texts(v),
    "registers": lambda v: _are_mappings(v),
    "collection": lambda v: _are_texts(v),
    "fonts_told": lambda v: isinstance(v, str) and len(v) < _LONGEST,
    "fonts_said": lambda v: isinstance(v, str) and len(v) < _LONGEST,
    "panel": lambda v: v in ("", "open", "folded"),
    "last_year": lambda v: isinstance(v, bool),
    "live_page": lambda v: isinstance(v, bool),
    "live_apart": lambda v: isinstance(v, bool),
    "live_place": lambda v: isinstance(v, str) and len(v) < _LONGEST,
    "papers": lambda v: _are_texts(v),
    "whole_table": lambda v: isinstance(v, bool),
}


def read_settings(path: Path) -> Settings:
    """Return the settings of a file; what is missing, damaged or out of range is the default."""
    return _settings_in(path) or Settings()


def _settings_in(path: Path) -> Settings | None:
    """Return the settings of a file; None where it is missing or cannot be read at all."""
    try:
        found = json.loads(read_ordinary(path, _MOST_BYTES).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    if isinstance(day := found.get("deadline"), str) and month_and_day(day):  # of a version that knew only one
        found.setdefault("deadlines", {PUBLISH: day})
    return Settings(
        **{name: found[name] for name, is_valid in _VALID.items() if name in found and is_valid(found[name])}
    )


def _with_changes(there: Settings, before: Settings, now: Settings) -> Settings:
    """Return the settings that are there with what was changed from before to now."""
    changed: dict[str, Any] = {}
    for name in _VALID:
        old, new = getattr(before, name), getattr(now, name)
        if old == new:
            continue
        changed[name] = new
        if name in _BY_KEY:
            gone = [key for key in old if key not in new]
            own = {key: value for key, value in new.items() if key not in old or old[key] != value}
            changed[name] = {key: value for key, value in {**getattr(there, name), **own}.items() if key not in gone}
    return there._replace(**changed)


class SettingsStore(QObject):
    """Holds the settings and what follows from them: the look, the style profile, the local rules.

    Attributes:
        values: The settings.
        local: Local rules that were imported; None where there are none.
        local_problem: Why the kept local rules cannot be used; None where they can, or there are none.
        profile_problem: The same of the office's own style profile, where it is chosen.

    Signals:
        changed: The settings changed: read them again.
        local_changed: Other local rules hold.
    """

    changed = Signal()
    local_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values = self._kept = Settings()
        self.local: local_rules.LocalRules | None = None
        self.local_problem: ReportError | None = None
        self.profile_problem: ReportError | None = None
        self._own: style_profile.StyleProfile | None = None
        with contextlib.suppress(ReportError):  # said with the autosave, which needs the same folder
            path = settings_file()
            if is_file(path):
                self.values = read_settings(path)
                self._kept = self.values
            with contextlib.suppress(ReportError):
                self.read_local_rules()
            if self.values.profile == OWN_PROFILE:
                try:
                    self._own = style_profile.own_profile()
                except ReportError as error:
                    self.profile_problem = error

    @property
    def profile(self) -> style_profile.StyleProfile:
        """The style profile of reports and papers; the usual one where the office's own cannot be used."""
        wanted = self.values.profile
        profile = (self._own or style_profile.preset()) if wanted == OWN_PROFILE else style_profile.preset(wanted)
        return profile if self.values.whole_table else profile._replace(is_table_whole=False)

    @property
    def problems(self) -> str:
        """What cannot be used of what the office imported, and what holds until it is mended; "" where all can."""
        sentences = []
        if self.local_problem is not None:
            sentences.append(f"{self.local_problem}在此之前，窗口中只按程序自带的规则检查。")
        if self.profile_problem is not None:
            sentences.append(f"{self.profile_problem}在此之前用“{style_profile.preset().name}”版式。")
        return "\n".join(sentences)

    def change(self, **values: object) -> None:
        """Change settings and keep them.

        Raises:
            ReportError: They cannot be written; they hold until the program ends.
        """
        changed = self.values._replace(**values)  # type: ignore[arg-type]  # names and types are those of Settings
        own = style_profile.own_profile() if values.get("profile") == OWN_PROFILE else self._own
        if (changed, own) == (self.values, self._own):
            return
        self.values, self._own = changed, own
        if "profile" in values:
            self.profile_problem = None
        self.changed.emit()
        self._write()

    def note(self, **values: object) -> None:
        """Change settings that nobody asked to keep (zoom, place of the window): a failure to write is no matter."""
        with contextlib.suppress(ReportError):
            self.change(**values)

    def remember_unit(self, report: report_value.Report) -> None:
        """Keep the profile of the unit for its next report; that of the shipped sample is nobody's."""
        if report.meta.get("meta.author", "").strip() == carry_over.SAMPLE_AUTHOR:
            return
        found = carry_over.profile_of(report)
        if found.get("meta.unit"):
            self.note(unit=found)

    def profile_of(self, unit: str) -> Mapping[str, str]:
        """Return what is known of a unit, metadata by code; nothing of another unit than the last one."""
        known = self.values.unit
        return known if known.get("meta.unit") == unit else {}

    def read_local_rules(self) -> None:
        """Take over the local rules as they are kept now.

        Raises:
            ReportError: They cannot be read; the shipped rules alone hold.
        """
        self.local = self.local_problem = None
        try:
            if on_disk(local_rules_file()) is not OnDisk.MISSING:
                self.local = local_rules.current_local_rules()
        except ReportError as error:
            self.local_problem = error
            raise
        finally:
            self.local_changed.emit()

    def apply_look(self) -> None:
        """Give the program the look of the settings."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, points=self.values.points, scheme=self.values.scheme)

    def _write(self) -> None:
        """Keep what was changed here: another window of the program may have changed the rest meanwhile."""
        path = settings_file()
        there = _settings_in(path) if is_file(path) else None
        kept = _with_changes(there, self._kept, self.values) if there else self.values
        # As ASCII: a path on Linux may hold bytes that are no text
        replace_file(path, json.dumps(kept._asdict(), indent=1).encode("ascii"))
        self._kept = self.values

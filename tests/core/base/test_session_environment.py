"""Programs that are opened from here get the environment of the session."""

import sys
from pathlib import Path

import pytest

from core.base.session_environment import give_back

BUNDLE = "/opt/apps/nianbao/_internal"


def test_what_the_start_script_changed_is_as_it_was() -> None:
    environment = {
        "HOME": "/home/张三",
        "NIANBAO_SESSION": "QT_IM_MODULE QT_QPA_PLATFORM \t LD_LIBRARY_PATH",
        "NIANBAO_SESSION_QT_IM_MODULE": "fcitx5",
        "NIANBAO_SESSION_LD_LIBRARY_PATH": "",
        "QT_IM_MODULE": "fcitx",
        "QT_QPA_PLATFORM": "xcb",
    }
    give_back(environment)
    assert environment == {"HOME": "/home/张三", "QT_IM_MODULE": "fcitx5", "LD_LIBRARY_PATH": ""}


@pytest.mark.parametrize("before", [{}, {"LD_LIBRARY_PATH": "/usr/lib/wps"}])
def test_what_the_frozen_program_set_for_itself_is_gone(
    before: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", BUNDLE, raising=False)
    environment = {
        "QT_PLUGIN_PATH": str(Path(BUNDLE) / "PySide6"),
        "QML2_IMPORT_PATH": "/usr/lib/qt5/qml",
        "LD_LIBRARY_PATH": BUNDLE,
        "_PYI_ARCHIVE_FILE": "/opt/apps/nianbao/nianbao",
        **{f"{name}_ORIG": value for name, value in before.items()},
    }
    give_back(environment)
    assert environment == {"QML2_IMPORT_PATH": "/usr/lib/qt5/qml", **before}


def test_an_environment_that_nobody_changed_stays() -> None:
    environment = {"LD_LIBRARY_PATH": "/usr/lib/wps", "QT_QPA_PLATFORM": "dxcb;xcb"}
    give_back(environment)
    assert environment == {"LD_LIBRARY_PATH": "/usr/lib/wps", "QT_QPA_PLATFORM": "dxcb;xcb"}

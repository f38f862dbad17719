"""What programs that are opened from here inherit: the environment of the session, as it was before this program.

`start.sh`, PyInstaller's bootloader and its hook for PySide6 lead this program to its own libraries and plugins.
Another program that is led there too ends at once ("symbol lookup error"), or looks for Qt plugins in the wrong place.

Base floor: imports the standard library only.
"""

import os
import sys
from collections.abc import MutableMapping

_CHANGED = "NIANBAO_SESSION"
"""Names what start.sh may have changed; ``NIANBAO_SESSION_<name>`` holds what was set before, if anything was."""
_LIBRARIES = "LD_LIBRARY_PATH"
_LIBRARIES_BEFORE = f"{_LIBRARIES}_ORIG"
_OF_HOOKS = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
_OF_BOOTLOADER = "_PYI_"
"""How names of PyInstaller begin. A copy of this program that finds them takes the library path for already set."""


def give_back(environment: MutableMapping[str, str] = os.environ) -> None:
    """Make the environment again what it was before this program was started.

    To be called once this program needs none of it: the loader has read the library path by the time Python runs, Qt
    reads the others when its application is made. The locale that start.sh may have set stays: paths are handed on
    in it.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        for name in _OF_HOOKS:
            if environment.get(name, "").startswith(bundle):
                del environment[name]
    if bundle is not None or _LIBRARIES_BEFORE in environment:
        _set(environment, _LIBRARIES, environment.pop(_LIBRARIES_BEFORE, None))
    for name in environment.pop(_CHANGED, "").split():
        _set(environment, name, environment.pop(f"{_CHANGED}_{name}", None))
    for name in [name for name in environment if name.startswith(_OF_BOOTLOADER)]:
        del environment[name]


def _set(environment: MutableMapping[str, str], name: str, value: str | None) -> None:
    if value is None:
        environment.pop(name, None)
    else:
        environment[name] = value

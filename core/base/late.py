"""Modules of the program are loaded when they are first used, so that the start page is painted before the rest.

``from core.word import report`` loads nothing until something is asked of ``report``; ``from core.word.report import
report_bytes`` asks at once. So whoever wants a module late imports the module, anybody else its names; both stand at
the top of the file. A package is loaded before its modules, as everywhere in Python.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_PACKAGES = ("core.", "gui.")
_KNOWN_BEFORE = frozenset(
    f"__{name}__" for name in ("class", "spec", "path", "name", "file", "loader", "package", "cached", "dict")
)
"""What imports themselves ask of a module, those of Python and of PySide6."""

_LOADER = "loaded by"
_one_at_a_time = threading.RLock()


class _LateModule(ModuleType):
    def __getattribute__(self, name: str) -> Any:  # type: ignore[explicit-override]  # noqa: ANN401
        if name not in _KNOWN_BEFORE:
            _load(self)
        return ModuleType.__getattribute__(self, name)  # not super(): it is of this class no longer

    def __setattr__(self, name: str, value: object) -> None:  # type: ignore[explicit-override]
        if name not in _KNOWN_BEFORE:
            _load(self)
        ModuleType.__setattr__(self, name, value)


def _load(module: ModuleType) -> None:
    contents = ModuleType.__getattribute__(module, "__dict__")
    with _one_at_a_time:
        package = sys.modules.get(contents["__name__"].rpartition(".")[0])
        if package is not None:
            _load(package)
        loader = contents.pop(_LOADER, None)
        if loader is None:
            return  # loaded by another thread meanwhile, or about to be by this one: modules that know each other
        try:
            loader.exec_module(module)
        except BaseException:
            contents[_LOADER] = loader
            raise
        module.__class__ = ModuleType


class _LateLoader:
    """Stands in for the loader of a module until the module is used."""

    def __init__(self, loader: Any) -> None:  # noqa: ANN401  whatever Python or PyInstaller has
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        module.__spec__.loader = module.__loader__ = self._loader
        module.__dict__[_LOADER] = self._loader
        module.__class__ = _LateModule

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._loader, name)


class _LateFinder:
    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if not name.startswith(_PACKAGES) or name.endswith(".__main__"):
            return None
        others = (finder for finder in sys.meta_path if finder is not _LateFinder)
        spec = next(filter(None, (finder.find_spec(name, path, target) for finder in others)), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _LateLoader(spec.loader)  # type: ignore[assignment]
        return spec


def load_now(*modules: ModuleType) -> None:
    """Load modules for what their loading does: they register something."""
    for module in modules:
        _load(module)


def load_late() -> None:
    """Load the modules of the program late from now on."""
    if _LateFinder not in sys.meta_path:
        sys.meta_path.insert(0, _LateFinder)

"""The only finder of shipped files: form definitions, templates, help, icons, samples."""

from pathlib import Path

# In a checkout, in an installed wheel and in a PyInstaller folder alike, `resources` lies beside the package `core`.
_ROOT = Path(__file__).resolve().parent.parent.parent / "resources"

FORMS = _ROOT / "form"
"""Where the national formats lie, each in a folder of its own."""


class ResourceMissingError(RuntimeError):
    """A shipped file is not there: the installation is broken, or the program asks for a wrong name.

    No `ReportError`, since the clerk can do nothing about it; no `OSError` either, so that no handler meant for the
    clerk's own files swallows it.
    """


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, `resource_path("help", "manual.html")`.

    Raises:
        ResourceMissingError: There is no such file or folder.
    """
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        message = f"shipped file is missing: {'/'.join(parts) or 'resources'} (looked in {_ROOT})"
        raise ResourceMissingError(message)
    return path


def shipped_notice(name: str) -> str:
    """Return the text of a licence file that lies beside the packages, as in a checkout and in the bundle.

    An installation that keeps it elsewhere (a wheel does) gives a sentence that says so.
    """
    try:
        return (_ROOT.parent / name).read_text(encoding="utf-8")
    except OSError:
        return f"全文见安装文件夹中的 {name}。"

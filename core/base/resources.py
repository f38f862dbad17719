"""The only finder of shipped files: form definitions, templates, help, icons, samples."""

from pathlib import Path

from core.base.errors import ErrorText, ReportError

# In a checkout, in an installed wheel and in a PyInstaller folder alike, `resources` lies beside the package `core`.
_ROOT = Path(__file__).resolve().parent.parent.parent / "resources"

FORMS = _ROOT / "form"
"""Where the national formats lie, each in a folder of its own."""


LISTED = "resources.txt"
"""Lists all shipped files, each with its size; beside the packages where the program is packed, as `build.BUILD` is."""

_INCOMPLETE = ErrorText(
    "程序文件不完整：“{name}”缺少或内容不全。",
    "它可能被杀毒软件隔离了：请在“隔离区”里恢复并加入信任，或重新安装本程序；草稿文件没有改动。",
)


class ResourceMissingError(RuntimeError):
    """A shipped file is not there or cut off: the installation is broken, or the program asks for a wrong name.

    No `ReportError`, since the clerk can do nothing about it; no `OSError` either, so that no handler meant for the
    clerk's own files swallows it.

    Attributes:
        name: The file or folder, from the folder of all of them.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"shipped file is missing: {name} (looked in {_ROOT})")
        self.name = name


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, `resource_path("help", "manual.html")`.

    Raises:
        ResourceMissingError: There is no such file or folder.
    """
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        raise ResourceMissingError("/".join(parts) or "resources")
    return path


def listing(folder: Path) -> str:
    """Return what `LISTED` says of a folder of resources: a line a file, its size and its name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(f"{path.stat().st_size} {path.relative_to(folder).as_posix()}\n" for path in files)


def expect_forms() -> None:
    """See that no file of the national formats is missing or cut off.

    Other files are missed where they are read, and a report can be written without a picture of the help. These are
    taken if they are there: without this, a report would be checked by fewer rules and nobody would know.

    Raises:
        ResourceMissingError: One is.
    """
    expect_all(f"{FORMS.name}/")


def expect_all(kind: str = "") -> None:
    """See that no file is missing or cut off whose name begins so; in a checkout, which has no list, all is well.

    Raises:
        ResourceMissingError: One is.
    """
    for line in beside_resources(LISTED).splitlines():
        size, name = line.split(" ", 1)
        path = _ROOT / name
        if name.startswith(kind) and not (path.is_file() and path.stat().st_size >= int(size)):
            raise ResourceMissingError(name)


def broken_installation(error: BaseException | None) -> ReportError | None:
    """Return what to say of an error that came of a shipped file which is not there; None for any other error."""
    while error is not None:
        if isinstance(error, ResourceMissingError):
            return _INCOMPLETE.error(name=error.name)
        if isinstance(error, FileNotFoundError) and isinstance(error.filename, str | Path):
            path = Path(error.filename)
            if path.is_relative_to(_ROOT):
                return _INCOMPLETE.error(name=path.relative_to(_ROOT).as_posix())
        error = error.__cause__ or error.__context__
    return None


def shipped_notice(name: str) -> str:
    """Return the text of a licence file that lies beside the packages, as in a checkout and in the bundle.

    An installation that keeps it elsewhere (a wheel does) gives a sentence that says so.
    """
    return beside_resources(name) or f"全文见安装文件夹中的 {name}。"


def beside_resources(name: str) -> str:
    """Return the text of a file that lies beside the packages; "" where there is none."""
    try:
        return (_ROOT.parent / name).read_text(encoding="utf-8")
    except OSError:
        return ""

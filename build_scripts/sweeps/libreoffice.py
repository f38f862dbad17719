"""Calls LibreOffice without a window: convert files, recalculate workbooks, edit them by a macro."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_XLSX = "Calc MS Excel 2007 XML"
_SECONDS_TO_START = 120
_SECONDS_A_FILE = 20
_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
{}
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false">
<library:element library:name="Edit"/></library:library>
"""
_MACRO = """
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL("{source}"), "_blank", 0, hidden())
{lines}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "{xlsx}"
  document.storeToURL(ConvertToURL("{target}"), kind())
  document.close(True)
End Sub
"""


def recalculate(workbooks: Sequence[Path], folder: Path, profile: Path) -> None:
    """Recalculate workbooks and save them as .xlsx under their names in another folder, in one run."""
    _make_profile(profile)
    folder.mkdir(exist_ok=True)
    command = ["--convert-to", f"xlsx:{_XLSX}", "--outdir", str(folder), *map(str, workbooks)]
    _run(profile, command, _SECONDS_TO_START + _SECONDS_A_FILE * len(workbooks))


def convert(
    files: Sequence[Path], kind: str, folder: Path, profile: Path, surroundings: Mapping[str, str] | None = None
) -> list[Path]:
    """Convert files to another kind, such as ``odt``, in one run; return them, in the other folder."""
    command = ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    _run(profile, command, _SECONDS_TO_START + _SECONDS_A_FILE * len(files), surroundings)
    return [folder / file.with_suffix(f".{kind}").name for file in files]


def edit(source: Path, target: Path, lines: Sequence[str], profile: Path) -> None:
    """Open a workbook, run lines of Basic on its ``document``, and save it as .xlsx."""
    _make_profile(profile)
    library = profile / "user" / "basic" / "Standard"
    if not library.exists():
        _run(profile, ["--terminate_after_init"], _SECONDS_TO_START)  # the first start makes the library anew
    macro = _MACRO.format(source=source, target=target, lines="\n".join(lines), xlsx=_XLSX)
    (library / "Edit.xba").write_text(_MODULE.format(escape(macro)), encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    _run(profile, ["macro:///Standard.Edit.Main"], _SECONDS_TO_START)
    if not target.exists():
        message = f"LibreOffice made no {target.name}: is a line of the macro wrong?"
        raise RuntimeError(message)


def _make_profile(profile: Path) -> None:
    """Make a user profile of its own, in which all formulas are recalculated on loading."""
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_RECALCULATE, encoding="utf-8")


def _run(profile: Path, command: Sequence[str], seconds: float, surroundings: Mapping[str, str] | None = None) -> None:
    start = ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore"]
    known = {**os.environ, **(surroundings or {})}
    subprocess.run([*start, *command], check=True, capture_output=True, timeout=seconds, env=known)

"""Where the parts of a Word document stand in its package, as the relations in it say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from core.base.archive_limits import Archive
from core.base.errors import DamagedFileError
from core.base.markup import parse_xml

_MAIN_RELATION = "/officeDocument"


def main_part(archive: Archive) -> str:
    """Return the name of the part with the text, as the package says; ``word/document.xml`` by default.

    Raises:
        FileError: There is none, or the relations are damaged.
    """
    if "_rels/.rels" in archive:
        for relation in parse_xml(archive.read("_rels/.rels"), archive.path):
            if relation.get("Type", "").endswith(_MAIN_RELATION):
                target = relation.get("Target", "").lstrip("/")
                if target in archive:
                    return target
    if "word/document.xml" not in archive:
        raise DamagedFileError(archive.path)
    return "word/document.xml"


def related_parts(archive: Archive, main: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of the parts that the text has relations to; "" as name for what lies outside the file.

    The kind is the last word of the relation, such as ``comments``; what the file names but does not hold is left out.

    Raises:
        FileError: The relations are damaged.
    """
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive:
        return
    for relation in parse_xml(archive.read(relations), archive.path):
        kind = relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode") == "External":
            yield kind, ""
            continue
        part = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if part in archive:
            yield kind, part

"""XML as short readable lines, and what stands in the parts of an Office file."""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from core import __version__

_VERSION = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ARCHIVE = re.compile("(?<=归档码：)[-0-9A-F]+")  # hangs on how much the libraries compress
_LONGEST, _SHOWN = 200, 70  # characters of a text or formula


def masked(text: str) -> str:
    """Return a text without what changes from release to release and from second to second."""
    for pattern, instead in ((_TIME, "(time)"), (_VERSION, "(version)"), (_ARCHIVE, "(code)")):
        text = pattern.sub(instead, text)
    return text


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of an Office file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def name_of(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return "" if not isinstance(element.tag, str) else etree.QName(element).localname


def attributes(element: Any) -> dict[str, str]:
    """Return the attributes of an element without namespaces."""
    return {etree.QName(name).localname: value for name, value in element.attrib.items()}


def short(element: Any) -> str:
    """Return an element in one line: name, attributes, text, what is in it."""
    values = attributes(element)
    inner = [short(child) for child in element if isinstance(child.tag, str)]
    text = quoted(shortened(element.text)) if element.text and element.text.strip() else ""
    if values.keys() == {"val"} and not inner and not text:
        return f"{name_of(element)}={values['val']}"
    inside = " ".join([*(f"{name}={value}" for name, value in values.items()), *([text] if text else []), *inner])
    return f"{name_of(element)}({inside})" if inside else name_of(element)


def shortened(text: str) -> str:
    """Return a text or formula; of a very long one begin, end and a digest."""
    if len(text) <= _LONGEST:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{text[:_SHOWN]}…{len(text)} characters, {digest}…{text[-_SHOWN:]}"


def quoted(text: str) -> str:
    """Return a text in one line."""
    return f"“{text}”".replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def lines_of(element: Any, depth: int = 1) -> list[str]:
    """Return an element: a line for each of its children down to a depth, its own name and attributes first."""
    head = " ".join([name_of(element), *(f"{name}={value}" for name, value in attributes(element).items())])
    if depth == 0:
        return [short(element)]
    found = [head]
    for child in element:
        if isinstance(child.tag, str):
            found += [f"  {line}" for line in lines_of(child, depth - 1)]
    return found


class Legend:
    """Short names for long descriptions; a description has the same name in every file."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._told: dict[str, str] = {}

    def name(self, description: str) -> str:
        """Return the name of a description; "" for an empty one."""
        if not description:
            return ""
        name = self._prefix + b32encode(hashlib.sha256(description.encode()).digest()).decode()[:3].lower()
        while self._told.setdefault(name, description) != description:
            name += "+"
        return name

    @property
    def lines(self) -> list[str]:
        """A line for each name."""
        return [f"{name}: {description}" for name, description in sorted(self._told.items())]


class SharedParts:
    """Parts that many files have alike: each is told once, and the files name it."""

    def __init__(self) -> None:
        self._told: dict[str, list[str]] = {}

    def named(self, name: str, lines: Iterable[str]) -> str:
        """Return the line by which a file names a part."""
        told = list(lines)
        key = hashlib.sha256("\n".join(told).encode()).hexdigest()[:6]
        self._told[f"{name} {key}"] = told
        return f"{name} {key}"

    @property
    def text(self) -> str:
        """All parts, in the order of their names."""
        return "\n".join(line for name in sorted(self._told) for line in (f"=== {name}", *self._told[name], "")) + "\n"


def parsed(parts: Mapping[str, bytes], name: str) -> Any:
    """Return a part as XML."""
    return etree.fromstring(parts[name])

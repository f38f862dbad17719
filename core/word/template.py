"""Fills the marked places of a Word template: no docx library, constant XML and the pieces between.

A template is made once per form and style (``core.word.layout``); those of the shipped styles lie ready in
``resources/word``, so that python-docx is not needed to make a report.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from core.base.resources import ResourceMissingError, resource_path
from core.form import form_reader
from core.form.form_definition import FormDefinition
from core.word import layout
from core.word.archive import Packed, archive, packed
from core.word.marks import END, MARK
from core.word.shipped_styles import PRESETS
from core.word.style_profile import StyleProfile, preset

SMALLEST = 4.0
"""Points: no number is set smaller."""

_MARK, _END = MARK.encode(), END.encode()
_DIGIT_WIDTH = 0.5  # of the size, in Times New Roman
_NO_SIZES: Mapping[str, float] = {}


class VariablePlace(NamedTuple):
    """A variable place of the XML.

    Attributes:
        kind: ``text``, ``size`` or ``paragraph``.
        looks: For each look of a paragraph the XML before and after its text, in UTF-8.
        width: For a size: room for the number in twips.
        size: For a size: points of a number that fits.
    """

    kind: str
    name: str
    looks: Mapping[str, tuple[bytes, bytes]]
    width: int = 0
    size: float = 0


class Template(NamedTuple):
    """A Word file in pieces.

    Attributes:
        parts: For each part its name and its pieces: constant XML, in UTF-8, and places by turns.
        fixed: The parts without a place, ready for every document.
    """

    parts: tuple[tuple[str, tuple[bytes | VariablePlace, ...]], ...]
    fixed: Mapping[str, Packed]

    def fill(
        self,
        texts: Mapping[str, str],
        paragraphs: Mapping[str, Sequence[tuple[str, str]]],
        sizes: Mapping[str, float] = _NO_SIZES,
    ) -> bytes:
        """Return the .docx with these texts and, for paragraph places, pairs of look and text; the rest stays empty.

        A line feed in a text becomes a line break. A number whose size is not given has the largest that fits.
        """
        return archive(
            self.fixed.get(name) or packed(name, b"".join(_filled(pieces, texts, paragraphs, sizes)))
            for name, pieces in self.parts
        )


def word_template(form: FormDefinition, profile: StyleProfile) -> Template:
    """Return the template of a form in a style: the shipped one, or one made now and kept."""
    is_shipped = profile.id in PRESETS and profile == preset(profile.id)
    return _template(form.id, profile.id) if is_shipped else _built(form, profile)


def template_name(form_id: str, profile_id: str) -> str:
    """Return the file name of a shipped template in ``resources/word``."""
    return f"{form_id}_{profile_id}.docx"


def read_template(data: bytes, profile: StyleProfile) -> Template:
    """Take the marked .docx apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        contents = {name: source.read(name) for name in source.namelist()}
    parts = tuple((name, _pieces(content, profile)) for name, content in contents.items())
    fixed = {name: packed(name, contents[name]) for name, pieces in parts if len(pieces) == 1}
    return Template(parts, fixed)


@lru_cache(maxsize=8)
def _template(form_id: str, profile_id: str) -> Template:
    profile = preset(profile_id)
    try:
        data = resource_path("word", template_name(form_id, profile_id)).read_bytes()
    except ResourceMissingError:
        return _built(form_reader.load_form(form_id), profile)
    return read_template(data, profile)


_made: dict[tuple[str, str], tuple[StyleProfile, Template]] = {}


def _built(form: FormDefinition, profile: StyleProfile) -> Template:
    """Make a template for a style of the clerk's own; kept until another style bears its name."""
    kept = _made.get((form.id, profile.id))
    if kept is not None and kept[0] == profile:
        return kept[1]
    template = built_template(form, profile)
    _made[form.id, profile.id] = (profile, template)
    return template


def built_template(form: FormDefinition, profile: StyleProfile) -> Template:
    """Make a template for this one report, whose tables are set otherwise than those of the form."""
    return read_template(layout.build_template(form, profile), profile)


def _pieces(xml: bytes, profile: StyleProfile) -> tuple[bytes | VariablePlace, ...]:
    """Split the XML of a part at its places; neighbouring paragraph places of one name are one place."""
    pieces: list[bytes | VariablePlace] = []
    constant, *rest = xml.split(_MARK)
    for piece in rest:
        named, _, following = piece.partition(_END)
        kind, name, look = named.decode().split("|")
        if kind == "paragraph":
            start = constant.rindex(b"<w:p>")
            end = following.index(b"</w:p>") + len(b"</w:p>")
            around = constant[start:], following[:end]
            constant, following = constant[:start], following[end:]
            last = pieces[-1] if pieces else None
            if isinstance(last, VariablePlace) and last.name == name and not constant:
                pieces[-1] = VariablePlace(kind, name, {**last.looks, look: around})
            else:
                pieces += [constant, VariablePlace(kind, name, {look: around})]
        elif kind == "size":
            width, size = look.split(":")
            pieces += [constant, VariablePlace(kind, name, {}, int(width), profile.sizes[size])]
        else:
            pieces += [constant, VariablePlace(kind, name, {})]
        constant = following
    return (*pieces, constant)


def number_width(number: str) -> float:
    """Return how wide a number is, as a multiple of its size."""
    return len(number) * _DIGIT_WIDTH if number.isascii() else sum(_DIGIT_WIDTH if c.isascii() else 1 for c in number)


def number_points(number: str, room: int, size: float) -> float:
    """Return the size at which a number stays on one line in so many twips, in points; steps of half a point."""
    width = number_width(number)
    if width * size * 20 <= room:
        return size
    return int(max(room / 20 / width, SMALLEST) * 2) / 2


def _filled(
    pieces: Sequence[bytes | VariablePlace],
    texts: Mapping[str, str],
    paragraphs: Mapping[str, Sequence[tuple[str, str]]],
    sizes: Mapping[str, float],
) -> list[bytes]:
    """Return the pieces of a part, what is filled in at the places between those of constant XML."""
    filled: list[bytes] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            filled.append(piece)
        elif piece.kind == "text":
            text = texts.get(piece.name, "")
            filled.append((text if text.isalnum() else escape(text, quote=False)).encode())
        elif piece.kind == "size":
            size = sizes.get(piece.name) or number_points(texts.get(piece.name, ""), piece.width, piece.size)
            filled.append(b"%d" % round(size * 2))
        else:
            filled += (_paragraph(piece, look, text) for look, text in paragraphs.get(piece.name, ()))
    return filled


def _paragraph(place: VariablePlace, look: str, text: str) -> bytes:
    before, after = place.looks.get(look) or place.looks["plain"]
    content = escape(text, quote=False)
    if "\n" in content:
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return before + content.encode() + after

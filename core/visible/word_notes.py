"""What somebody added to a Word document beside its text: comments, footnotes and endnotes, text boxes, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lxml import etree

from core.base.archive_limits import Archive
from core.base.errors import ErrorText
from core.base.markup import parse_xml
from core.base.short_texts import normalised
from core.visible.word_parts import related_parts

NoteKind: TypeAlias = Literal["批注", "脚注", "尾注", "文本框", "图片"]
NoteKey: TypeAlias = tuple[NoteKind, str]

MOST_NOTES = 1_000  # a leader writes ten
_LONGEST_QUOTE = 200
_PARTS: dict[str, NoteKind] = {"comments": "批注", "footnotes": "脚注", "endnotes": "尾注"}
"""The parts that hold them; each element of one is called by its name without the s."""
REFERENCES = {f"{part.removesuffix('s')}Reference": kind for part, kind in _PARTS.items()}
_UNREADABLE = "（内容读不出来，请在 Word 或 WPS 中查看）"
_TOO_MANY = ErrorText(
    "“{name}”有{number}条批注和脚注，超出年度报告的正常范围，没有读取。",
    "请确认选对了文件；如果没有选错，请对方删去用不着的批注，另存为 .docx 后再发来。",
)
_ELSEWHERE = ErrorText(
    "“{name}”的{kind}不在文件里，而是指向外部链接，没有读取。",
    "请对方在 Word 或 WPS 中打开原文件，另存为 .docx 后再发来。",
)


@dataclass(slots=True)
class WordNote:
    """One of them.

    Attributes:
        author: Who wrote a comment; "" elsewhere.
        text: In one line; "" for a picture.
        quote: The words that a comment was put on; "" elsewhere.
    """

    kind: NoteKind
    author: str
    text: str
    quote: str = ""


def read_notes(archive: Archive, main: str, namespace: str) -> dict[NoteKey, WordNote]:
    """Return comments, footnotes and endnotes of a document by kind and id, in the order of their parts.

    Args:
        archive: The document.
        main: Name of its main part.
        namespace: Namespace of the words of the document, in braces.

    Raises:
        FileError: A part is damaged or too large, lies outside the file, or there are too many of them.
    """
    found: dict[NoteKey, WordNote] = {}
    w = namespace
    for part, name in related_parts(archive, main):
        if part not in _PARTS:
            continue
        kind = _PARTS[part]
        if not name:
            raise _ELSEWHERE.of(archive.path, kind=kind)
        for element in parse_xml(archive.read(name), archive.path).iterchildren(f"{w}{part.removesuffix('s')}"):
            if element.get(f"{w}type", "normal") == "normal":  # else a line between text and notes
                author = normalised(element.get(f"{w}author", ""))
                found[kind, element.get(f"{w}id", "")] = WordNote(kind, author, _text(element, w))
    if len(found) > MOST_NOTES:
        raise _TOO_MANY.of(archive.path, number=len(found))
    return found


def _text(element: etree._Element, w: str) -> str:
    paragraphs = ("".join(t.text or "" for t in paragraph.iter(f"{w}t")) for paragraph in element.iter(f"{w}p"))
    return normalised(" ".join(paragraphs))


class NoteMarks:
    """Notes at which paragraphs the notes of a document stand, in one pass through it.

    Attributes:
        notes: The notes by kind and id; those that the text refers to though no part holds them are added.
    """

    def __init__(self, notes: dict[NoteKey, WordNote]) -> None:
        self.notes = notes
        self._placed: set[NoteKey] = set()
        self._here: list[NoteKey] = []  # in the paragraph that is being read
        self._open: dict[str, int] = {}  # comment that is open -> piece of the paragraph where its words begin

    def begin(self, note_id: str, at: int) -> None:
        """Let the words of a comment begin at a piece of the paragraph, or with the next one."""
        self._open[note_id] = at

    def end(self, note_id: str, pieces: list[str]) -> None:
        """End the words of a comment."""
        start = self._open.pop(note_id, None)
        if start is not None:
            self._quote(note_id, pieces[start:])

    def refer(self, kind: NoteKind, note_id: str) -> None:
        """Note that the paragraph refers to a note."""
        key = (kind, note_id)
        self.notes.setdefault(key, WordNote(kind, "", _UNREADABLE))
        if key not in self._placed:
            self._placed.add(key)
            self._here.append(key)

    def drawn(self, element: etree._Element) -> None:
        """Note a drawing with the text in it; of two forms of it the first counts."""
        first = next((child for child in element if str(child.tag).endswith("}Choice")), element)
        text = normalised("".join(t.text or "" for t in first.iter() if str(t.tag).endswith("}t")))
        key: NoteKey = ("文本框" if text else "图片", f"{len(self._placed)}")
        self.notes[key] = WordNote(key[0], "", text)
        self._placed.add(key)
        self._here.append(key)

    def close_paragraph(self, pieces: list[str]) -> tuple[NoteKey, ...]:
        """Return which notes stand in the paragraph that ends here; comments may go on in the next one."""
        for note_id, start in self._open.items():
            self._quote(note_id, pieces[start:])
            self._open[note_id] = 0
        here, self._here = tuple(self._here), []
        return here

    def _quote(self, note_id: str, pieces: list[str]) -> None:
        self.refer("批注", note_id)
        note = self.notes["批注", note_id]
        if len(note.quote) < _LONGEST_QUOTE:
            note.quote = normalised(note.quote + "".join(pieces))[:_LONGEST_QUOTE]


def note_texts(root: etree._Element | None, namespace: str) -> list[str]:
    """Return the texts of footnotes; the lines that Word draws above them count as none."""
    notes = () if root is None else (n for n in root if n.get(f"{namespace}type") is None)
    texts = ("".join(t.text or "" for t in note.iter(f"{namespace}t")).strip() for note in notes)
    return [text for text in texts if text]


def unread_notes(parts: Iterable[etree._Element | None], namespace: str) -> list[str]:
    """Return what the clerk is told of the footnotes and endnotes, which the import leaves out."""
    texts = [text for part in parts for text in note_texts(part, namespace)]
    return [f"文件有{len(texts)}条脚注或尾注，没有读入，请核对：{'；'.join(texts)}"] if texts else []

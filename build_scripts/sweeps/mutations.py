"""Ways to damage a text, a page or a package: each change is drawn from a generator of random numbers."""

import random
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_RUNS = (1, 3, 50, 2_000, 100_000)
_LARGEST = 1_000_000  # characters that a run may come to
_MARKS = (
    *("\t", "\n", " ", "\u3000", '"', "'", "(", "（", "<", "<!--", "<p ", "a=1 ", "[", "{", "&", ";", "．", "、", "/"),
    *("9", "０", "-", "%", "=", "[[", "a.", "其", "一、", "（一）", "第", "2024年", "总计", "\x00", "\ufffd", "<td>"),
)  # fmt: skip
_SWAPS = (
    *(("\n\t", "\t"), ("\t", "\n\t"), ("\n", ""), ("\n\n", "\n"), ("\t", ""), ("、", "."), ("0", "０")),
    *(("总计", "合计"), ("2024", "20"), ("一、", ""), ("<td", "<th"), ("</td>", ""), ("</tr>", ""), ("0", "9" * 20)),
    *(("<table", "<div"), ("colspan", "rowspan"), ('span="', 'span="9'), ("<p", "<table><tr><td"), (">", " hidden>")),
    *(("= ", "= ["), ('"', ""), ("]", "]["), ("=", "= 1\n="), (" = ", " = 9"), ("[[", "["), ('"', '"' * 3)),
)  # fmt: skip
_NAMES = (
    *("w:tc", "w:tr", "w:tbl", "w:gridSpan", "w:vMerge", "w:sdt", "w:p", "w:r", "w:t", "w:ins", "w:del", "w:pPr"),
    *("c", "row", "v", "f", "t", "si", "is", "mergeCell", "sheet", "definedName", "xf", "r", "s", "ref", "count"),
)  # fmt: skip
_VALUES = re.compile(r'="([^"<>]*)"')


def mutated_text(text: str, rng: random.Random) -> str:
    """Return a text with one to three changes: cut, dropped, doubled, moved or swapped pieces, and long runs."""
    for _ in range(rng.randint(1, 3)):
        way = rng.randrange(6)
        at = rng.randrange(len(text) + 1)
        length = rng.randint(1, max(len(text) // 3, 1))
        piece = text[at : at + length]
        if way == 0:
            text = text[:at] if rng.random() < 0.5 else text[at:]
        elif way == 1:
            text = text[:at] + text[at + length :]
        elif way == 2:
            other = rng.randrange(len(text) + 1)
            text = text[:other] + piece + text[other:]
        elif way == 3:
            run = rng.choice((rng.choice(_MARKS), rng.choice(_MARKS) + rng.choice(_MARKS), piece[:20]))
            times = min(rng.choice(_RUNS), _LARGEST // max(len(run), 1))
            text = text[:at] + run * times + text[at:]
        else:
            old, new = rng.choice(_SWAPS)
            text = text.replace(old, new, rng.choice((1, 1, 5, -1)))
    return text


def mutated_markup(text: str, rng: random.Random) -> str:
    """Return XML with one to three changes that often leave it well-formed: other names, values and texts."""
    for _ in range(rng.randint(1, 3)):
        way = rng.randrange(3)
        if way == 0:
            old, new = rng.choice(_NAMES), rng.choice(_NAMES)
            text = re.sub(rf"\b{old}\b", new, text, count=rng.choice((0, 0, 2, 4)))
        elif way == 1:
            other = rng.choice(("0", "-1", "7", "499", "99999999", "", "XFD1048576", "A1:B2", "none", "rId1"))
            values = list(_VALUES.finditer(text))
            if values:
                found = rng.choice(values)
                text = f'{text[: found.start()]}="{other}"{text[found.end() :]}'
        else:
            at = text.find(">", rng.randrange(len(text) + 1)) + 1
            run = rng.choice([mark for mark in _MARKS if not set(mark) & set("<&\x00")])
            text = text[:at] + run * min(rng.choice(_RUNS), _LARGEST // len(run)) + text[at:]
    return text


def mutated_bytes(data: bytes, rng: random.Random) -> bytes:
    """Return a file with some bits flipped or its end cut off."""
    if rng.random() < 0.3:
        return data[: rng.randrange(len(data) + 1)]
    changed = bytearray(data)
    for _ in range(rng.randint(1, 40) if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def mutated_package(data: bytes, rng: random.Random) -> bytes:
    """Return a Word document or a workbook with some members changed, emptied or exchanged."""
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(rng.randint(1, 3)):
        name = rng.choice(sorted(members))
        way = rng.randrange(10)
        if way == 0:
            members[name] = b""
        elif way == 1:
            members[name] = members[rng.choice(sorted(members))]
        elif way == 2:
            members[name] = mutated_bytes(members[name], rng)
        else:
            largest = max(members, key=lambda name: len(members[name]))  # where the content is
            name = rng.choice((name, largest))
            text = members[name].decode("utf-8", "replace")
            change = mutated_text if rng.random() < 0.1 else mutated_markup
            members[name] = change(text, rng).encode("utf-8", "replace")
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()

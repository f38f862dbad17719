"""Two hundred damaged, mutated and malicious files for the import; run as a program it measures time and memory.

python -m tests.core.published.published_hostile
"""

import random
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path

from core.base.errors import ReportError
from core.published import import_clipboard, import_report
from tests.core.published import published_shapes as shapes
from tests.core.published.published_pdf import report_pdf
from tests.core.published.published_samples import all_samples

NUMBER = 200
MOST_SECONDS = 20


def originals() -> list[tuple[str, bytes]]:
    """Return one sound file of each kind."""
    report = shapes.pieces(next(s for s in all_samples() if s.name == "small"))
    return [
        ("a.docx", shapes.docx(shapes.word_body(report, shapes.tracked_runs))),
        ("a.html", shapes.portal(shapes.web_body(report)).encode()),
        ("a.xlsx", shapes.workbook({"报告": report})),
        ("a.pdf", report_pdf(report)),
        ("a.txt", shapes.cells_as_lines(report).encode()),
        ("b.txt", shapes.rows_as_lines(report).encode("gb18030")),
    ]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Cut, flip, double or drop bytes."""
    kind = chance.randrange(5)
    at = chance.randrange(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:
        changed = bytearray(data)
        for _ in range(chance.randrange(1, 200)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    length = chance.randrange(1, max(len(data) // 3, 2))
    if kind == 2:
        return data[:at] + data[at + length :]
    if kind == 3:
        return data[:at] + data[at : at + length] * 3 + data[at + length :]
    other = chance.randrange(len(data))
    return data[:at] + data[other : other + length] + data[at:]


def mutated_inside(data: bytes, chance: random.Random) -> bytes:
    """Mutate the parts of a package, not its wrapping."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if chance.random() < 0.5:
                part = _mutated_markup(part, chance)
            new.writestr(name, part)
    return stream.getvalue()


def _mutated_markup(data: bytes, chance: random.Random) -> bytes:
    """Change whole tags, so that the markup often stays well-formed."""
    text = data.decode("utf-8", "replace")
    words = [
        "w:tc",
        "w:tr",
        "w:tbl",
        "w:gridSpan",
        "w:vMerge",
        "w:sdt",
        "w:p",
        "td",
        "tr",
        "colspan",
        'r="',
        "<v>",
        "t=",
    ]
    for _ in range(chance.randrange(1, 4)):
        word, other = chance.choice(words), chance.choice(words)
        text = text.replace(word, other, chance.choice([1, 5, -1]))
    return text.replace('w:val="1"', f'w:val="{chance.choice([0, 7, 499, 999999])}"', chance.randrange(3)).encode()


def malicious() -> list[tuple[str, bytes]]:
    """Return files made to take memory, time or the stack."""
    deep = "<w:tbl><w:tr><w:tc>" * 400 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 400
    many = "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>其他</w:t></w:r></w:p></w:tc>" * 60_000 + "</w:tr></w:tbl>"
    spans = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="400"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>' * 300
    entity = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    cell = "<td colspan=500 rowspan=500>总计</td>"
    labels = "".join(f"<tr><td>属于四类过程性{i}信息{i * 7919 % 997}</td><td>1</td></tr>" for i in range(20_000))
    headings = "".join(f"<p>{n}、总体情况</p><p>{n}、其他需要报告的事项</p>" for n in "一二三四五六" * 2_000)
    titles = "<p>2023年政府信息公开工作年度报告</p>" * 20_000
    loop = "".join(f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in ("AB", "BA"))
    fields = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 20_000
    tabs = ("\t" * 300 + "\n") * 2_000
    return [
        ("deep.docx", shapes.docx(deep)),
        ("many.docx", shapes.docx(many)),
        ("spans.docx", shapes.docx(spans)),
        ("fields.docx", shapes.docx(fields + "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>" * 2_000)),
        ("entity.docx", shapes.docx("<w:p/>").replace(b"<w:p/>", b"<w:p/>")),
        ("entity.html", f"{entity}<html><table><tr><td>&b;</td></tr></table></html>".encode()),
        ("spans.html", f"<table>{f'<tr>{cell * 3}</tr>' * 300}</table>".encode()),
        ("nested.html", ("<table><tr><td>" * 150 + "总计").encode()),
        ("deep.html", ("<div>" * 5_000 + "总计").encode()),
        ("labels.html", f"<table>{labels}</table>".encode()),
        ("headings.html", headings.encode()),
        ("titles.html", (titles + "<p>一、总体情况</p>").encode()),
        (
            "styles.docx",
            _with_part(shapes.docx("<w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr></w:p>", numbering=True), loop),
        ),
        ("tabs.txt", tabs.encode()),
        ("long.txt", ("一" * 3_000_000).encode()),
        ("lines.txt", ("一、总体情况\n1\t2\t3\n" * 20_000).encode()),
        ("cells.txt", ("\t总计\n\n\t0\n" * 20_000).encode()),
        ("brackets.html", ("<p>" + "（" * 100_000 + "</p>" + "<td>" + "(" * 50_000 + "</td>").encode()),
        ("remark.html", f"<table><tr><td>总计</td><td>0{'(增加' * 100_000}</td></tr></table>".encode()),
        ("zeros.docx", b"\0" * 5_000),
        ("empty.html", b""),
    ]


def _with_part(data: bytes, styles: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/styles.xml":
                part = f'<w:styles xmlns:w="{shapes.W}">{styles}</w:styles>'.encode()
            new.writestr(name, part)
    return stream.getvalue()


def inputs() -> list[tuple[str, bytes]]:
    """Return all files, the same ones each time."""
    chance = random.Random(7)
    sound = originals()
    made = malicious()
    while len(made) < NUMBER:
        name, data = chance.choice(sound)
        inside = name.endswith(("docx", "xlsx")) and chance.random() < 0.7
        markup = name.endswith("html") and chance.random() < 0.5
        data = (
            mutated_inside(data, chance)
            if inside
            else _mutated_markup(data, chance)
            if markup
            else mutated(data, chance)
        )
        made.append((name, data))
    return made


def main() -> int:
    """Import all, or one of so many as is said; print the slowest and the peak of memory; return 1 after a crash."""
    one_of = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    slowest, worst, read, refused, bad = 0.0, "", 0, 0, 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, data) in enumerate(inputs()[::one_of]):
            path = Path(folder) / f"{number}-{name}"
            path.write_bytes(data)
            start = time.process_time()
            try:
                import_report(path)
                read += 1
            except ReportError as error:
                refused += 1
                if not (error.summary.endswith("。") and error.advice.endswith("。")):
                    bad += 1
                    print("no sentence:", name, error)
            except Exception as error:  # noqa: BLE001  that is what is looked for
                bad += 1
                print("crashed:", path.name, type(error).__name__, error)
            if path.suffix in (".html", ".txt"):
                text = data.decode("utf-8", "replace")
                try:
                    import_clipboard(text, text)
                except ReportError:
                    pass
                except Exception as error:  # noqa: BLE001
                    bad += 1
                    print("crashed when pasted:", path.name, type(error).__name__, error)
            took = time.process_time() - start
            if took > slowest:
                slowest, worst = took, path.name
    # Of this process alone: getrusage counts what the tests that started it had in memory
    peak = int(Path("/proc/self/status").read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) // 1024
    total = time.monotonic() - started
    print(f"{read} read, {refused} refused, {bad} bad; {total:.1f} s, slowest {worst} {slowest:.1f} s; peak {peak} MB")
    return 1 if bad or slowest > MOST_SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())

"""A paper as PDF with every sign on its pages as text, whether it is saved as such or printed into a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from gui.printing import drawn_glyphs, pdf_marks, pdf_names
from gui.printing.paper import Paper


def pdf_of(paper: Paper, printer: QPrinter) -> bytes:
    """Paint the wanted pages and return the PDF; nothing is written where the printer is to print to.

    Args:
        paper: What is laid out for the printer.
        printer: One that writes PDF.

    Raises:
        OSError: Qt wrote nothing, or there is no room for temporary files.
    """
    wanted = printer.outputFileName()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "paper.pdf"
        printer.setOutputFileName(str(made))
        paper.drawn = drawn = drawn_glyphs.DrawnGlyphs()
        try:
            paper.paint()
        finally:
            if wanted:
                printer.setOutputFileName(wanted)
        pdf = made.read_bytes()
    return pdf_marks.with_marks(pdf, paper.bookmarks, paper.sheet_points, pdf_names.renamed(pdf, drawn.texts))

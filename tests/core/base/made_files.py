"""Files as they come from others, made for the tests of what is let through."""

import io
import zipfile

import docx
import xlsxwriter
from openpyxl.utils import get_column_letter

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
STYLES = (
    "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
    "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs>"
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
EMPTY = "<sheetData/>"


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def zip_of(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def book_members(
    sheet: str = EMPTY, *, strings: str = "", styles: str = STYLES, names: str = "", sheets: str = "", links: str = ""
) -> dict[str, bytes | str]:
    """Return the members of a workbook with one sheet, as plain as openpyxl takes it."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
        "xl/workbook.xml": f'<workbook {NAMESPACES}><sheets><sheet name="表" sheetId="1" r:id="r1"/>{sheets}</sheets>'
        f"<definedNames>{names}</definedNames></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/>{links}</Relationships>',
        "xl/sharedStrings.xml": f"<sst {NAMESPACES}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {NAMESPACES}>{styles}</styleSheet>",
        "xl/worksheets/sheet1.xml": f"<worksheet {NAMESPACES}>{sheet}</worksheet>",
    }


def book(sheet: str = EMPTY, **parts: str) -> bytes:
    """Return a workbook whose members are not compressed, so that no limit on compression stands before the others."""
    return zip_of(book_members(sheet, **parts), zipfile.ZIP_STORED)


def document_members(body: str) -> dict[str, bytes | str]:
    """Return the members of python-docx's own empty document with another body."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    members["word/document.xml"] = f"<w:document {word}><w:body>{body}</w:body></w:document>"
    return members


def real_workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        sheet = workbook.add_worksheet("表三")
        sheet.merge_range("A1:C2", "合计")
        sheet.write_number("A3", 3)
        sheet.write_formula("B3", "=A3*2", None, 6)
        sheet.write_string("C3", "=不是公式")
        sheet.data_validation("A3:A9", {"validate": "integer", "criteria": ">=", "value": 0})
        sheet.conditional_format(
            "A3:A9", {"type": "cell", "criteria": ">", "value": 5, "format": workbook.add_format()}
        )
        workbook.define_name("nb_t3_R01_C1", "=表三!$A$3")
    return buffer.getvalue()


def columns_of(row: int, count: int, content: str) -> str:
    letters = [get_column_letter(column) for column in range(1, count + 1)]
    return f'<row r="{row}">' + "".join(f'<c r="{letter}{row}">{content}</c>' for letter in letters) + "</row>"

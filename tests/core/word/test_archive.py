"""The archive of a document is to the byte what ``zipfile`` writes."""

import io
import zipfile

from core.word.archive import archive, packed
from core.word.marks import ZIP_DATE


def test_it_is_what_zipfile_writes_of_the_same_parts() -> None:
    parts = {"[Content_Types].xml": b"", "word/document.xml": "某某县水利局".encode() * 9000, "a": b"\x00\xff"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(member, content)
    assert archive(packed(name, content) for name, content in parts.items()) == stream.getvalue()

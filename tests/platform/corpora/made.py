"""Samples and files made for tests."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from brain.platform.corpora.domain.samples import Sample

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def sample(text: str, **changes: Any) -> Sample:
    told: dict[str, Any] = {
        "id": "a-0",
        "title": "某条例",
        "text": text,
        "source": "法规库",
        "provider": "甲方",
        "licence": "法律法规",
        "as_of": date(2020, 1, 1),
        "document": "a" * 64,
        "tokens": len(text),
    }
    return Sample(**told | changes)


def docx(body: str, styles: str = "", **parts: bytes) -> bytes:
    """A Word file with this inside its body, the same bytes at any time."""
    told = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>".encode(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (told | parts).items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def pdf(pages: Sequence[Sequence[str]], *, picture: bool = False) -> bytes:
    """A PDF whose pages show these lines in a Chinese font that is not embedded, or each a grey picture."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        "/DescendantFonts [4 0 R] >>"
    )
    objects.append(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>"
    )
    objects.append(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] "
        "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        "/Length 1 >>\nstream\n\x80\nendstream"
    )
    kids = []
    for lines in pages:
        shown = "q 400 0 0 600 50 100 cm /I Do Q\n" if picture else ""
        for row, line in enumerate(lines):
            coded = line.encode("utf-16-be").hex()
            shown += f"BT /F 12 Tf 50 {780 - 20 * row} Td <{coded}> Tj ET\n"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return _assembled(objects)


def _assembled(objects: Sequence[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF"
    return content + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()

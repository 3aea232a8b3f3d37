"""Refusals of documents that cannot be read, and the limits that keep a hostile one harmless."""

from typing import Final, Literal

from brain.kit.errors import Refusal

FileKind = Literal["text", "markdown", "html", "docx", "pdf", "image", "records"]

LARGEST_FILE: Final = 256 << 20  # bytes
LARGEST_TEXT: Final = 64 << 20  # bytes of a text, Markdown or HTML file, which is read at once
LARGEST_UNPACKED: Final = 256 << 20  # bytes that the parts of a DOCX may unfold to
LARGEST_RATIO: Final = 200  # unfolded to packed bytes of a DOCX part; office files stay below 100
LONGEST_RECORD: Final = 16 << 20  # bytes of a line of JSONL
LARGEST_RECORDS: Final = 2 << 30  # bytes of all lines, unpacked
MOST_PAGES: Final = 5_000
MOST_SCANNED_PAGES: Final = 200  # pages read by OCR, at about seven seconds each on two busy cores
LARGEST_IMAGE: Final = 50_000_000  # pixels
MOST_BLOCKS: Final = 500_000
MEMORY: Final = 2 << 30  # bytes of address space beyond what the reading process starts with
PATIENCE: Final = 120.0  # seconds of reading a file
PATIENCE_SCANNED: Final = 3_600.0  # seconds when pages are read by OCR


class UnreadableDocument(Refusal):
    """What was given is not a document that can be read; the message says what is wrong with it."""

    status, code = 422, "unreadable_document"

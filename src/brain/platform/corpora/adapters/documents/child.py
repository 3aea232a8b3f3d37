"""The process that reads one file: its memory and time are limited before the file is opened.

Called as `python -m … FILE NAME OUTPUT`; documents go to OUTPUT as JSON lines, a refusal to standard output.
"""

import resource
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from brain.platform.corpora.adapters.documents.docx import read_docx
from brain.platform.corpora.adapters.documents.html import read_html
from brain.platform.corpora.adapters.documents.kinds import kind_of
from brain.platform.corpora.adapters.documents.ocr import read_image
from brain.platform.corpora.adapters.documents.pdf import read_pdf
from brain.platform.corpora.adapters.documents.plain import read_markdown, read_records, read_text
from brain.platform.corpora.domain.documents import Document
from brain.platform.corpora.domain.files import MEMORY, PATIENCE_SCANNED, FileKind, UnreadableDocument

READERS: dict[FileKind, Callable[[Path], Document]] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
    "image": read_image,
}


def main(path: Path, name: str, output: Path) -> None:
    _limit()
    try:
        _write(_documents(path, name), output)
    except UnreadableDocument as refusal:
        print(refusal.message)  # noqa: T201 - this is how it answers
        sys.exit(3)
    except (MemoryError, RecursionError):
        print("文件展开后过大，超出读取的内存限制")  # noqa: T201
        sys.exit(3)


def _limit() -> None:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    seconds = int(2 * PATIENCE_SCANNED)  # of CPU, two threads
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _documents(path: Path, name: str) -> Iterable[Document]:
    kind = kind_of(path, name)
    return read_records(path) if kind == "records" else [READERS[kind](path)]


def _write(documents: Iterable[Document], output: Path) -> None:
    encoder = msgspec.json.Encoder()
    with output.open("wb") as file:
        for document in documents:
            file.write(encoder.encode(document) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))

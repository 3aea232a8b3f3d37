"""Reading a file in a process of its own, so that a hostile one takes nothing with it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from brain.platform.corpora.domain.documents import Document
from brain.platform.corpora.domain.files import (
    LARGEST_FILE,
    PATIENCE,
    PATIENCE_SCANNED,
    UnreadableDocument,
)

_CHILD = "brain.platform.corpora.adapters.documents.child"
_PICTURES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")


def read(path: Path, name: str, output: Path) -> None:
    """The documents of a file as JSON lines in `output`. Raises UnreadableDocument with what is wrong."""
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableDocument(f"文件超过 {LARGEST_FILE >> 20} MB，请拆分")
    patience = PATIENCE_SCANNED if name.lower().endswith(_PICTURES) else PATIENCE
    aside = output.with_name(f".{output.name}")
    command = [sys.executable, "-m", _CHILD, str(path), name, str(aside)]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=patience, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(f"读取超过 {patience:.0f} 秒，已停止") from error
    if ended.returncode == 3:
        raise UnreadableDocument(ended.stdout.decode().strip())
    if ended.returncode:
        raise UnreadableDocument(f"读取时进程异常退出（{ended.returncode}），文件可能已损坏")
    aside.rename(output)


def documents(path: Path) -> Iterator[Document]:
    """What `read` wrote."""
    decoder = msgspec.json.Decoder(Document)
    with path.open("rb") as file:
        for line in file:
            yield decoder.decode(line)

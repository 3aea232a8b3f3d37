"""The folder of corpora: files as they came, what was read of them, work under way, versions.

landing/ab/<digest>            a file, unchanged
read/<digest>.jsonl            its documents
work/<mark>/                   the steps of a build under way
versions/<corpus>/<number>-…/  a version, written once
"""

import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from pathlib import Path

from brain.kit.crypto import sm3_digest
from brain.kit.errors import TooLarge
from brain.platform.corpora.contract import CorporaFolder
from brain.platform.corpora.domain.files import LARGEST_FILE, UnreadableDocument


@dataclass(frozen=True)
class Landed:
    digest: str
    size: int


def file(folder: CorporaFolder, digest: str) -> Path:
    return folder.path / "landing" / digest[:2] / digest


def read(folder: CorporaFolder, digest: str) -> Path:
    return folder.path / "read" / f"{digest}.jsonl"


def work(folder: CorporaFolder, mark: str) -> Path:
    return folder.path / "work" / mark


def version(folder: CorporaFolder, corpus_id: int, name: str) -> Path:
    return folder.path / "versions" / str(corpus_id) / name


async def land(folder: CorporaFolder, content: AsyncIterator[bytes]) -> Landed:
    """Keep a stream under the digest of its content; nothing half-written bears one."""
    incoming = folder.path / "landing" / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=incoming) as place:
        arriving, digest, size = Path(place) / "content", sm3_digest(), 0
        with arriving.open("wb") as written:
            async for block in content:
                size += len(block)
                if size > LARGEST_FILE:
                    raise TooLarge(f"文件超过 {LARGEST_FILE >> 20} MB，请拆分")
                digest.update(block)
                written.write(block)
            written.flush()
            os.fsync(written.fileno())
        if size == 0:
            raise UnreadableDocument("文件是空的（0 字节）")
        kept = file(folder, digest.hexdigest())
        kept.parent.mkdir(exist_ok=True)
        arriving.chmod(0o440)
        arriving.replace(kept)
    return Landed(digest.hexdigest(), size)


def draft(folder: CorporaFolder, corpus_id: int) -> Path:
    """A new folder for a version under way; what a killed process left is swept up later."""
    place = version(folder, corpus_id, f".{uuid.uuid4().hex}")
    place.mkdir(parents=True)
    return place


def publish(place: Path, number: int) -> str:
    """The name of the version's folder; it is on the disk when this returns."""
    published = place.with_name(f"{number}-{place.name[1:9]}")
    place.rename(published)
    for changed in (published, published.parent):
        descriptor = os.open(changed, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
    return published.name


def sweep(folder: CorporaFolder, corpus_id: int, kept: Collection[str], mark: str) -> None:
    """Remove what no version of the corpus lies in, and the work that has become one."""
    for found in (folder.path / "versions" / str(corpus_id)).glob("*"):
        if found.name not in kept:
            shutil.rmtree(found, ignore_errors=True)
    shutil.rmtree(work(folder, mark), ignore_errors=True)

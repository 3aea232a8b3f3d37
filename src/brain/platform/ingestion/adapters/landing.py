"""The landing folder: what came in, unchanged but for gzip taken off, under the SM3 digest of its content."""

import asyncio
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from brain.kit.crypto import sm3_digest
from brain.kit.disk import needs_room
from brain.kit.errors import TooLarge
from brain.platform.ingestion.domain.files import LARGEST_FILE, UnreadableFile

_BLOCK: Final = 1 << 20
_GZIP: Final = b"\x1f\x8b"


@dataclass(frozen=True)
class Landed:
    digest: str
    size: int


def path_of(folder: Path, digest: str) -> Path:
    return folder / "landing" / digest[:2] / digest


async def land(folder: Path, content: AsyncIterator[bytes]) -> Landed:
    """Keep a stream; the same content lies there once, and nothing half-written bears a digest."""
    incoming = folder / "landing" / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    with needs_room(), tempfile.TemporaryDirectory(dir=incoming) as place:
        arriving = Path(place) / "content"
        with arriving.open("wb") as file:
            digest, size = sm3_digest(), 0
            async for block in _unpacked(content):
                size += len(block)
                if size > LARGEST_FILE:
                    raise TooLarge(f"文件（压缩的按解压后算）超过 {LARGEST_FILE >> 20} MB，请拆分后再导入")
                digest.update(block)
                file.write(block)
            await asyncio.to_thread(os.fsync, file.fileno())
        if size == 0:
            raise UnreadableFile("文件是空的（0 字节）")
        landed = Landed(digest.hexdigest(), size)
        _keep(arriving, path_of(folder, landed.digest))
        return landed


async def _unpacked(content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """What a gzip file holds, its parts one after another; anything else as it is."""
    start, gunzip, is_known = b"", None, False
    async for block in content:
        if not is_known:
            start += block
            if len(start) < len(_GZIP):
                continue
            is_known, block = True, start
            gunzip = _Gunzip() if start.startswith(_GZIP) else None
        if gunzip is None:
            yield block
        else:
            for part in gunzip.parts(block):
                yield part
    if not is_known:
        yield start
    if gunzip is not None:
        yield gunzip.rest()


class _Gunzip:
    """Unpacks in blocks of bounded size, however little they were packed into."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    def parts(self, block: bytes) -> Iterator[bytes]:
        try:
            while block:
                if self._member.eof:
                    self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
                yield self._member.decompress(block, _BLOCK)
                block = self._member.unconsumed_tail or self._member.unused_data
        except zlib.error as error:
            raise UnreadableFile("gzip 文件已损坏，或末尾有别的内容") from error

    def rest(self) -> bytes:
        left = self._member.flush()
        if not self._member.eof:
            raise UnreadableFile("gzip 文件不完整")
        return left


def clear_abandoned(folder: Path, older_than: float) -> None:
    """Remove what processes that were killed left half-arrived; age in seconds."""
    for place in (folder / "landing" / "incoming").glob("*"):
        if time.time() - place.stat().st_mtime > older_than:
            shutil.rmtree(place, ignore_errors=True)


def _keep(incoming: Path, place: Path) -> None:
    place.parent.mkdir(exist_ok=True)
    incoming.chmod(0o440)
    incoming.replace(place)


async def blocks(path: Path) -> AsyncIterator[bytes]:
    """The content of a local file as a stream."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block

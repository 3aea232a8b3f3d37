"""A body on its way in: inflated, bounded, digested, and written to its landing file while it arrives."""

import os
import zlib
from pathlib import Path
from secrets import token_hex

from brain.kit.crypto import sm3_digest
from brain.kit.errors import TooLarge
from brain.platform.exchange.codes import BrokenTransfer


class Intake:
    """Used by one thread at a time. Without a folder nothing is written."""

    def __init__(self, *, limit: int, gzip: bool, folder: Path | None = None) -> None:
        self.content = bytearray()
        self._limit = limit
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 16) if gzip else None
        self._digest = sm3_digest()
        self._folder = folder
        self._part = folder / "arriving" / token_hex(16) if folder else None
        self._file = self._opened(self._part) if self._part else None

    @staticmethod
    def _opened(path: Path) -> int:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)

    def feed(self, block: bytes) -> None:
        plain = self._inflated(block)
        if len(self.content) + len(plain) > self._limit:
            raise too_large(self._limit)
        self.content += plain
        self._digest.update(plain)
        if self._file is not None:
            os.write(self._file, plain)

    def _inflated(self, block: bytes) -> bytes:
        if self._inflater is None:
            return block
        try:
            return self._inflater.decompress(block, self._limit - len(self.content) + 1)
        except zlib.error as error:
            raise BrokenTransfer("gzip 数据损坏") from error

    def digest(self) -> str:
        """Of all that arrived, before any Content-Encoding."""
        if self._inflater is not None and not self._inflater.eof:
            raise BrokenTransfer("gzip 数据不完整")
        return self._digest.hexdigest()

    def sync(self) -> None:
        """The content is on the disk when this returns."""
        if self._file is not None:
            os.fsync(self._file)

    def publish(self, digest: str) -> Path:
        """Give the file its name by content; durable when this returns."""
        assert self._folder is not None and self._part is not None  # noqa: S101, PT018 - only with a folder
        landed = landing_path(self._folder, digest)
        landed.parent.mkdir(parents=True, exist_ok=True)
        self._part.replace(landed)
        for folder in (landed.parent, landed.parent.parent):
            descriptor = os.open(folder, os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)
        return landed

    def close(self) -> None:
        """Forget what was not published."""
        if self._file is not None and self._part is not None:
            os.close(self._file)
            self._part.unlink(missing_ok=True)


def landing_path(folder: Path, digest: str) -> Path:
    return folder / digest[:2] / f"{digest}.json"


def too_large(limit: int) -> TooLarge:
    return TooLarge(f"一次发送的数据不应超过 {limit} 字节", limit=limit)

"""Objects of an S3-compatible store, below a prefix."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import pyarrow as pa
from pyarrow import fs
from pydantic import Field

from brain.kit.errors import TooLarge
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors.extract import Extract, problem_with
from brain.platform.ingestion.adapters.connectors.folder import day_of
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain import listings
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.files import LARGEST_FILE
from brain.platform.ingestion.domain.listings import Listed

_BLOCK: Final = 1 << 20
_PATIENCE: Final = 15  # seconds to connect
_LONGEST: Final = 60  # seconds of one request


class S3Settings(Schema):
    """S3 兼容的对象存储。"""

    kind: Literal["s3"]
    endpoint: str = Field(pattern=r"^https?://[^\s/]+$", max_length=300)
    region: str = Field("us-east-1", min_length=1, max_length=50)
    bucket: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")
    prefix: str = Field("", max_length=1000, description="目录，如 upload/；不填为整个桶")
    pattern: str = Field("*", min_length=1, max_length=200, description="对象名末段的通配符，如 *.csv")
    access_key: str = Field(min_length=1, max_length=200)

    @property
    def destination(self) -> str:
        return f"{self.endpoint}/{self.bucket} {self.access_key}"


class S3Connector:
    """The secret is that of the access key. An object is whole once it is listed."""

    def __init__(self, settings: S3Settings, secret: str | None, reach: Reach) -> None:
        self._settings = settings
        self._secret = secret or ""
        self._reach = reach

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        where = urlsplit(self._settings.endpoint)
        # pyarrow resolves the name once more by itself: the certificate is checked against it.
        await self._reach.address(where.hostname or "", where.port or 443)
        try:
            store = await asyncio.to_thread(self._store)
            listing = await asyncio.to_thread(self._listing, store)
            new = listings.fresh(listing, cursor)
            for order, file in enumerate(new, start=1):
                copy, problem = place / "file", problem_with(file)
                if problem is None:
                    await asyncio.to_thread(_copy, store, f"{self._settings.bucket}/{file.name}", copy)
                cursor = listings.with_taken(listing, cursor, file)
                yield Extract(
                    name=file.name.rpartition("/")[2],
                    path=copy,
                    cursor=cursor,
                    as_of=day_of(file),
                    more=order < len(new),
                    problem=problem,
                )
        except (OSError, pa.ArrowException) as error:
            raise NotCollected(f"对象存储出错：{str(error)[:300]}") from error

    def _store(self) -> fs.S3FileSystem:
        where = urlsplit(self._settings.endpoint)
        return fs.S3FileSystem(
            access_key=self._settings.access_key,
            secret_key=self._secret,
            endpoint_override=where.netloc,
            scheme=where.scheme,
            region=self._settings.region,
            connect_timeout=_PATIENCE,
            request_timeout=_LONGEST,
        )

    def _listing(self, store: fs.S3FileSystem) -> list[Listed]:
        below = f"{self._settings.bucket}/{self._settings.prefix}".rstrip("/")
        found = store.get_file_info(fs.FileSelector(below, recursive=True))
        return listings.matching(
            (
                Listed(
                    name=info.path.removeprefix(f"{self._settings.bucket}/"),
                    size=info.size,
                    modified=info.mtime.timestamp(),
                )
                for info in found
                if info.is_file
            ),
            self._settings.pattern,
        )


def _copy(store: fs.S3FileSystem, path: str, copy: Path) -> None:
    size = 0
    with store.open_input_stream(path) as stream, copy.open("wb") as file:
        while block := stream.read(_BLOCK):
            size += file.write(block)
            if size > LARGEST_FILE:
                raise TooLarge(f"对象 {path} 超过 {LARGEST_FILE >> 20} MB")

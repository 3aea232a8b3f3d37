"""Files on an SFTP server whose host key is known."""

import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, Literal

import asyncssh
from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors.extract import Extract, problem_with, save
from brain.platform.ingestion.adapters.connectors.folder import day_of
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain import listings
from brain.platform.ingestion.domain.collecting import Cursor, NotAllowed, NotCollected
from brain.platform.ingestion.domain.listings import Listed

_BLOCK: Final = 1 << 20
_PATIENCE: Final = 15  # seconds to connect and to log in


class SftpSettings(Schema):
    """SFTP 服务器上的目录。"""

    kind: Literal["sftp"]
    host: str = Field(min_length=1, max_length=253)
    port: int = Field(22, ge=1, le=65535)
    user: str = Field(min_length=1, max_length=100)
    fingerprint: str = Field(
        "", max_length=100, description="主机密钥指纹 SHA256:…；不填时试连会告知，核对后填写"
    )
    folder: str = Field(min_length=1, max_length=1000)
    pattern: str = Field("*", min_length=1, max_length=200, description="文件名的通配符，如 *.csv")

    @property
    def destination(self) -> str:
        return f"{self.user}@{self.host}:{self.port} {self.fingerprint}"


class SftpConnector:
    """The secret is a password, or a private key in OpenSSH or PEM form."""

    def __init__(self, settings: SftpSettings, secret: str | None, reach: Reach) -> None:
        self._settings = settings
        self._secret = secret or ""
        self._reach = reach

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        try:
            async with self._opened() as sftp:
                listing = await self._listing(sftp)
                new = [f for f in listings.fresh(listing, cursor) if listings.is_written(f, time.time())]
                for order, file in enumerate(new, start=1):
                    copy, problem = place / "file", problem_with(file)
                    if problem is None and not await self._copy(sftp, file, copy):
                        continue
                    cursor = listings.with_taken(listing, cursor, file)
                    yield Extract(
                        name=file.name,
                        path=copy,
                        cursor=cursor,
                        as_of=day_of(file),
                        more=order < len(new),
                        problem=problem,
                    )
        except (asyncssh.Error, OSError, TimeoutError) as error:
            raise NotCollected(f"SFTP 出错：{error or type(error).__name__}") from error

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[asyncssh.SFTPClient]:
        """The server's key is looked at before anything secret is said."""
        told = self._settings
        address = await self._reach.address(told.host, told.port)
        key = await asyncssh.get_server_host_key(address, told.port, config=None)
        if key is None:
            raise NotCollected("SFTP 服务器没有出示主机密钥")
        if key.get_fingerprint() != told.fingerprint:
            raise NotAllowed(
                f"服务器的主机密钥指纹是 {key.get_fingerprint()}，与填写的不同：请向对方核对后填写"
            )
        async with (
            asyncssh.connect(
                address,
                told.port,
                username=told.user,
                known_hosts=([key], [], []),
                config=None,
                agent_path=None,
                connect_timeout=_PATIENCE,
                login_timeout=_PATIENCE,
                **_credentials(self._secret),
            ) as connection,
            connection.start_sftp_client() as sftp,
        ):
            yield sftp

    async def _listing(self, sftp: asyncssh.SFTPClient) -> list[Listed]:
        found = [
            Listed(
                name=str(entry.filename), size=entry.attrs.size or 0, modified=float(entry.attrs.mtime or 0)
            )
            async for entry in sftp.scandir(self._settings.folder)
            if entry.attrs.type == asyncssh.FILEXFER_TYPE_REGULAR
        ]
        return listings.matching(found, self._settings.pattern)

    async def _copy(self, sftp: asyncssh.SFTPClient, file: Listed, copy: Path) -> bool:
        """False for a file that changed meanwhile: it comes with the next run."""
        path = f"{self._settings.folder.rstrip('/')}/{file.name}"
        async with sftp.open(path, "rb") as opened:
            await save(_blocks(opened), copy)
        attributes = await sftp.stat(path)
        return [attributes.size or 0, float(attributes.mtime or 0)] == file.mark


async def _blocks(opened: asyncssh.SFTPClientFile) -> AsyncIterator[bytes]:
    while block := await opened.read(_BLOCK):
        yield block.encode() if isinstance(block, str) else block


def _credentials(secret: str) -> dict[str, Any]:
    if "PRIVATE KEY-----" not in secret:
        return {"password": secret, "client_keys": None}
    try:
        return {"client_keys": [asyncssh.import_private_key(secret)]}
    except asyncssh.KeyImportError as error:
        raise NotCollected("私钥无法读取：应为未加密的 OpenSSH 或 PEM 格式") from error

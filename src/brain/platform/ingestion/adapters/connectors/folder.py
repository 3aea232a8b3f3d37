"""A folder of this machine into which somebody puts files."""

import asyncio
import shutil
import time
from collections.abc import AsyncGenerator
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import Field

from brain.kit.clock import BEIJING
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors.extract import Extract, problem_with
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain import listings
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.listings import Listed


class FolderSettings(Schema):
    """本机目录。"""

    kind: Literal["folder"]
    folder: str = Field(min_length=1, max_length=1000, description="绝对路径，须在运维人员放行的目录之内")
    pattern: str = Field("*", min_length=1, max_length=200, description="文件名的通配符，如 *.csv")

    @property
    def destination(self) -> str:
        return self.folder


class FolderConnector:
    def __init__(self, settings: FolderSettings, reach: Reach) -> None:
        self._settings = settings
        self._reach = reach

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        folder = self._reach.within(self._settings.folder)
        listing = await asyncio.to_thread(_listing, folder, self._settings.pattern)
        new = listings.fresh(listing, cursor)
        for order, file in enumerate(new, start=1):
            copy, problem = place / "file", problem_with(file)
            if not listings.is_written(file, time.time()):
                continue
            if problem is None and not await asyncio.to_thread(self._copy, folder, file, copy):
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

    def _copy(self, folder: Path, file: Listed, copy: Path) -> bool:
        """False for a file that changed meanwhile: it comes with the next run."""
        path = self._reach.within(str(folder / file.name))
        try:
            shutil.copyfile(path, copy)
            return _mark(path) == file.mark
        except OSError as error:
            raise NotCollected(f"不能读取 {file.name}：{error.strerror}") from error


def day_of(file: Listed) -> date:
    return datetime.fromtimestamp(file.modified, BEIJING).date()


def _listing(folder: Path, pattern: str) -> list[Listed]:
    try:
        files = [(path, path.stat()) for path in folder.iterdir() if path.is_file()]
    except OSError as error:
        raise NotCollected(f"不能读取目录 {folder}：{error.strerror}") from error
    found = [Listed(name=path.name, size=stat.st_size, modified=stat.st_mtime) for path, stat in files]
    return listings.matching(found, pattern)


def _mark(path: Path) -> list[float]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime]

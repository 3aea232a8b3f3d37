"""A folder into which business systems or people put sheets: new files, and those that changed."""

import fnmatch
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from brain.kit import sheets
from brain.kit.errors import Invalid
from brain.kit.sheets import LARGEST_FILE
from brain.platform.operations.domain.systems import NotRead

_MOST_FILES: Final = 5_000
_SETTLED: Final = 2.0  # seconds since the last change, after which a file is taken as written

Mark = list[Any]  # size, time of change in ns, digest


@dataclass(frozen=True, kw_only=True)
class FoundFile:
    """`sheet` or the `problem` with it; neither where the content is what it was."""

    name: str
    mark: Mark
    sheet: sheets.Sheet | None = None
    problem: str | None = None


def files(folder: Path, pattern: str) -> list[Path]:
    """Oldest first; hidden and open ones (`~$…`) left out. Raises NotRead."""
    try:
        found = [
            (path.stat().st_mtime_ns, path.name, path)
            for path in folder.iterdir()
            if fnmatch.fnmatchcase(path.name.lower(), pattern.lower())
            and not path.name.startswith((".", "~$"))
            and not path.is_symlink()
            and path.is_file()
        ]
    except OSError as error:
        raise NotRead(f"不能读取目录 {folder}：{error.strerror}") from error
    if len(found) > _MOST_FILES:
        raise NotRead(f"目录中有 {len(found)} 个文件，最多 {_MOST_FILES} 个，请把旧的移走")
    return [path for _, _, path in sorted(found)]


def changed(folder: Path, pattern: str, known: dict[str, Mark]) -> Iterator[FoundFile]:
    """Files whose size, time or content is not what is known."""
    for path in files(folder, pattern):
        try:
            told = path.stat()
            before = known.get(path.name)
            if before is not None and before[:2] == [told.st_size, told.st_mtime_ns]:
                continue
            if time.time() - told.st_mtime < _SETTLED:
                continue
            yield _read(path, [told.st_size, told.st_mtime_ns], before)
        except OSError as error:
            raise NotRead(f"不能读取 {path.name}：{error.strerror}") from error


def sheet_of(path: Path) -> sheets.Sheet:
    """Raises Invalid, NotRead."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Invalid(f"文件超过 {LARGEST_FILE >> 20} MB")
        return sheets.read(path.read_bytes())
    except OSError as error:
        raise NotRead(f"不能读取 {path.name}：{error.strerror}") from error


def _read(path: Path, mark: Mark, before: Mark | None) -> FoundFile:
    if mark[0] > LARGEST_FILE:
        return FoundFile(name=path.name, mark=[*mark, ""], problem=f"文件超过 {LARGEST_FILE >> 20} MB")
    content = path.read_bytes()
    mark = [*mark, sha256(content).hexdigest()]
    if before is not None and before[2] == mark[2]:
        return FoundFile(name=path.name, mark=mark)
    try:
        return FoundFile(name=path.name, mark=mark, sheet=sheets.read(content))
    except Invalid as error:
        return FoundFile(name=path.name, mark=mark, problem=error.message)

"""JSON: an array of objects, an object that holds one, or one object a line."""

import codecs
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

import msgspec
import polars as pl

from brain.platform.ingestion.adapters.batch import Batch
from brain.platform.ingestion.domain.files import LARGEST_WHOLE, LONGEST_CELL, UnreadableFile, unique_headers

_SAMPLE: Final = 1_000  # records whose keys become the headers
_DECODER: Final = msgspec.json.Decoder()


def looks_like_json(start: bytes) -> bool:
    return start.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in {b"{", b"["}


class JsonReader:
    kind = "json"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._whole = _read_whole(path)
        self.rows: int | None = None if self._whole is None else len(self._whole)
        keys = dict.fromkeys(chain.from_iterable(islice(self._records(), _SAMPLE)))
        self.headers = unique_headers(list(keys))
        self._keys = list(keys)

    def _records(self) -> Iterator[dict[str, Any]]:
        records = self._whole if self._whole is not None else _lines(self._path)
        for place, record in enumerate(records, start=1):
            if not isinstance(record, dict):
                raise UnreadableFile(f"第 {place} 条记录不是 JSON 对象")
            yield record

    def batches(self, size: int) -> Iterator[Batch]:
        records = self._records()
        schema = dict.fromkeys(self.headers, pl.String)
        while batch := list(islice(records, size)):
            columns = {
                header: [_text(record.get(key)) for record in batch]
                for header, key in zip(self.headers, self._keys, strict=True)
            }
            yield Batch(pl.DataFrame(columns, schema=schema))


def _read_whole(path: Path) -> list[Any] | None:
    """The records of an array, or of an object that holds one; None for one object a line."""
    with path.open("rb") as file:
        first = file.readline(LARGEST_WHOLE).removeprefix(codecs.BOM_UTF8)
    if (
        first.startswith(b"{")
        and isinstance(_decode_or_none(first), dict)
        and path.stat().st_size > len(first)
    ):
        return None
    if path.stat().st_size > LARGEST_WHOLE:
        raise UnreadableFile(f"JSON 文件超过 {LARGEST_WHOLE >> 20} MB，请改用每行一个对象的 JSON Lines 格式")
    content = _decode_or_none(path.read_bytes().removeprefix(codecs.BOM_UTF8))
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list) and _of_objects(value)]
        content = lists[0] if len(lists) == 1 else [content]
    if not isinstance(content, list) or not content:
        raise UnreadableFile("不是合法的 JSON：应为对象数组，或每行一个对象，编码为 UTF-8")
    return content


def _of_objects(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, dict) for value in values)


def _decode_or_none(content: bytes) -> Any:
    try:
        return _DECODER.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return None


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for place, line in enumerate(file, start=1):
            content = line.removeprefix(codecs.BOM_UTF8).strip()
            if not content:
                continue
            record = _decode_or_none(content)
            if record is None:
                raise UnreadableFile(f"第 {place} 行不是合法的 JSON 对象")
            yield record


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**40 else None
    if isinstance(value, list):
        return "；".join(text for text in map(_text, value) if text)[:LONGEST_CELL]
    return None

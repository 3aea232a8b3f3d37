"""Messages of brokers as rows: each batch a table to land, and beside it what could not be read as rows."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, Literal, Self

import msgspec
from pydantic import Field, model_validator

from brain.kit.clock import BEIJING
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors.extract import Refused
from brain.platform.ingestion.domain.files import MOST_COLUMNS

LARGEST_MESSAGE: Final = 1 << 20  # bytes
LARGEST_BATCH: Final = 64 << 20  # bytes of messages
MOST_MESSAGES: Final = 20_000  # of a batch
SAMPLED: Final = 20  # messages of a trial
LONGEST_TRIAL: Final = 20.0  # seconds of waiting for the first message of a trial
TOPIC, RECEIVED, CONTENT = "消息主题", "收到时间", "内容"
SENT, KEY, PARTITION, OFFSET = "消息时间", "消息键", "分区", "偏移"
_DEEPEST: Final = 20  # objects within objects
_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ARRAY: Final = msgspec.json.Decoder(list[msgspec.Raw])
_ANY: Final = msgspec.json.Decoder()

Record = dict[str, msgspec.Raw | str]


class StreamSettings(Schema):
    """What every broker is told of its messages."""

    format: Literal["json", "csv", "text"] = Field("json", description="一条消息的内容")
    columns: list[str] = Field(
        default_factory=list, max_length=200, description="CSV：各列的名称，依次；消息中没有表头"
    )
    seconds: int = Field(20, ge=1, le=600, description="每批最多收多少秒")
    silent_minutes: int | None = Field(
        None, ge=1, le=525_600, description="多少分钟没有消息就提醒；不填不提醒"
    )

    @model_validator(mode="after")
    def _has_columns(self) -> Self:
        if (self.format == "csv") != bool(self.columns):
            raise ValueError("CSV 须填写各列的名称，其他格式不填")
        return self


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a log keeps a message."""

    partition: int
    offset: int


@dataclass(frozen=True, kw_only=True)
class Message:
    """`at`: when it was received; where it has a place, when it was sent, as its sender or the log says.
    `payload`: None says that whatever has this key is gone."""

    topic: str
    at: datetime
    payload: bytes | None
    place: Place | None = None
    key: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


class Unreadable(Exception):
    """A message that is no row; the reason is for people."""


class Table:
    """Writes a batch. One message cannot spoil it: what would is refused, with its reason and content."""

    def __init__(self, place: Path, told: StreamSettings) -> None:
        self.path = place / "messages"
        self._refused = place / "refused"
        self._told = told
        self._columns: set[str] = set()
        self._reasons: list[str] = []
        self._rows = 0

    def write(self, messages: Iterator[Message]) -> Refused | None:
        with self.path.open("wb") as rows, self._refused.open("wb") as refused:
            for message in messages:
                try:
                    for record in self._records(message):
                        _append(rows, record, first=self._rows == 0)
                        self._rows += 1
                except Unreadable as why:
                    _append(refused, _refusal(message, str(why)), first=not self._reasons)
                    self._reasons.append(str(why))
            rows.write(b"\n]\n")
            refused.write(b"\n]\n")
        if not self._reasons:
            return None
        problem = f"{len(self._reasons)} 条消息不能读成行，原文已留存。首条：{self._reasons[0]}"
        return Refused(path=self._refused, problem=problem, rows=self._rows)

    def _records(self, message: Message) -> list[Record]:
        if message.payload is None:
            raise Unreadable(f"没有内容：对方声明消息键“{message.key}”的记录已删除，这里不据此删除")
        records = [_about(message) | record for record in _decoded(message.payload, self._told)]
        columns = self._columns.union(*records)
        if len(columns) > MOST_COLUMNS:
            raise Unreadable(f"列太多：连同这一批的其他消息超过 {MOST_COLUMNS} 列")
        self._columns = columns
        return records


def _decoded(payload: bytes, told: StreamSettings) -> list[Record]:
    """Raises Unreadable."""
    if len(payload) > LARGEST_MESSAGE:
        raise Unreadable(f"消息有 {len(payload)} 字节，最多 {LARGEST_MESSAGE} 字节")
    if told.format == "json":
        return _json_records(payload)
    try:
        text = payload.decode()
    except UnicodeDecodeError as error:
        raise Unreadable("不是 UTF-8 编码的文本") from error
    return [{CONTENT: text}] if told.format == "text" else _csv_records(text, told.columns)


def _json_records(payload: bytes) -> list[Record]:
    try:
        _ANY.decode(payload)  # msgspec.Raw does not look inside
        if payload.lstrip().startswith(b"["):
            return [_flat(bytes(record)) for record in _ARRAY.decode(payload)]
        return [_flat(payload)]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable("不是 JSON 对象或对象的数组（UTF-8）") from error


def _flat(content: bytes, before: str = "", depth: int = 0) -> Record:
    """The members as they were written; those of an object within are named by the way to them: a.b."""
    if depth > _DEEPEST:
        raise Unreadable(f"对象套了 {_DEEPEST} 层以上")
    record: Record = {}
    for name, value in _OBJECT.decode(content).items():
        if bytes(value).startswith(b"{"):
            record |= _flat(bytes(value), f"{before}{name}.", depth + 1)
        else:
            record[before + name] = value.copy()
    return record


def _csv_records(text: str, columns: list[str]) -> list[Record]:
    try:
        lines = [line for line in csv.reader(text.splitlines(), strict=True) if line]
    except csv.Error as error:
        raise Unreadable(f"不是 CSV：{error}") from error
    wrong = next((line for line in lines if len(line) != len(columns)), None)
    if wrong is not None or not lines:
        raise Unreadable(f"应有 {len(columns)} 列，实有 {len(wrong or [])} 列")
    return [dict(zip(columns, line, strict=True)) for line in lines]


def _about(message: Message) -> Record:
    """What is known of a message besides its content."""
    return _origin(message) | {f"属性.{name}": value for name, value in message.headers.items()}


def _origin(message: Message) -> Record:
    moment = message.at.astimezone(BEIJING).isoformat(sep=" ", timespec="milliseconds")
    if message.place is None:
        return {TOPIC: message.topic, RECEIVED: moment}
    where = {PARTITION: str(message.place.partition), OFFSET: str(message.place.offset)}
    return {TOPIC: message.topic, **where, SENT: moment, KEY: message.key or ""}


def _refusal(message: Message, why: str) -> dict[str, msgspec.Raw | str | bytes]:
    return {**_origin(message), "原因": why, "原文（Base64）": message.payload or b""}


def _append(file: BinaryIO, record: Mapping[str, msgspec.Raw | str | bytes], *, first: bool) -> None:
    file.write(b"[\n" if first else b",\n")
    file.write(msgspec.json.encode(record))

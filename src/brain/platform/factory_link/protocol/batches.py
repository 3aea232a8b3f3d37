"""A batch on the wire: length of the header, header as JSON, then the packed parts one after another."""

import struct
from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from brain.kit import series
from brain.kit.crypto import sm3
from brain.kit.errors import Invalid
from brain.kit.series import Block
from brain.platform.factory_link.protocol.messages import BatchHeader, PartTold

_LENGTH: Final = struct.Struct(">I")


def written(header: BatchHeader, parts: Sequence[bytes]) -> bytes:
    """`parts` in the order of `header.parts`."""
    head = header.model_dump_json(by_alias=True, exclude_none=True).encode()
    return b"".join((_LENGTH.pack(len(head)), head, *parts))


def head(body: bytes) -> tuple[BatchHeader, list[bytes]]:
    """The header, and the parts still packed. Raises Invalid where lengths or header are wrong."""
    try:
        (length,) = _LENGTH.unpack_from(body)
        header = BatchHeader.model_validate_json(body[_LENGTH.size : _LENGTH.size + length])
    except (struct.error, ValidationError) as error:
        raise Invalid("批次的开头读不懂") from error
    begin, parts = _LENGTH.size + length, []
    for part in header.parts:
        parts.append(body[begin : begin + part.size])
        begin += part.size
    if begin != len(body):
        raise Invalid("批次的长度与开头所写不合")
    return header, parts


def read(body: bytes) -> tuple[BatchHeader, list[tuple[PartTold, Block]]]:
    """Header and parts. Raises Invalid for whatever is not a batch."""
    header, parts = head(body)
    return header, [(told, series.unpack(part)) for told, part in zip(header.parts, parts, strict=True)]


def chained(previous: str | None, body: bytes) -> str:
    """The chain after this batch: a digest over all that was ever sent, in order."""
    return sm3(f"{previous or ''}\n{sm3(body)}".encode())

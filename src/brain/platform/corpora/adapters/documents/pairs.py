"""Files of pairs: JSON lines with prompt and chosen (or instruction and output), rejected where told."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from brain.platform.corpora.domain.files import LONGEST_RECORD, UnreadableDocument
from brain.platform.corpora.domain.pairs import Pair, problem


class _Line(msgspec.Struct):
    prompt: str = ""
    chosen: str = ""
    instruction: str = ""
    output: str = ""
    rejected: str | None = None


def read_pairs(path: Path, source: str = "") -> Iterator[Pair]:
    """Raises UnreadableDocument with the line that is no pair."""
    decoder = msgspec.json.Decoder(_Line)
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_RECORD + 1):
            number += 1
            if line.strip():
                yield _pair(decoder, line, number, source)


def _pair(decoder: msgspec.json.Decoder[_Line], line: bytes, number: int, source: str) -> Pair:
    try:
        told = decoder.decode(line)
    except msgspec.DecodeError as error:
        raise UnreadableDocument(
            f"第 {number} 行不是含 prompt、chosen（可有 rejected）的 JSON 对象：{error}"
        ) from error
    pair = Pair(
        prompt=told.prompt or told.instruction,
        chosen=told.chosen or told.output,
        rejected=told.rejected,
        source=source,
    )
    if (wrong := problem(pair)) is not None:
        raise UnreadableDocument(f"第 {number} 行：{wrong}")
    return pair

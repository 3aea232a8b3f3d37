"""Packing gives back what it was given, bit for bit, and refuses what it did not make."""

import math
import struct
from typing import Any

import msgspec
import numpy as np
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from brain.kit import series
from brain.kit.errors import Invalid
from brain.kit.series import Block, Columns

POINTS = st.integers(0, 2**32 - 1) | st.integers(0, 5)
TIMES = st.integers(-(2**62), 2**62) | st.integers(1_700_000_000_000_000, 1_700_000_100_000_000)
QUALITIES = st.integers(0, 255)
NUMBERS = (
    st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(10**6), 10**6).map(lambda whole: whole / 100)
    | st.sampled_from([0.0, -0.0, 0.1, 1e22, 5e-324])
)


def rows(values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[tuple[int, int, int, Any]]]:
    return st.lists(st.tuples(POINTS, TIMES, QUALITIES, values), max_size=40)


def told(kind: type, given: list[tuple[int, int, int, Any]]) -> Columns:
    point, at, quality, value = zip(*given, strict=True) if given else ((), (), (), ())
    return series.columns(point, at, quality, series.of(kind, value))


def as_rows(part: Columns) -> list[tuple[int, int, int, Any]]:
    bits = [struct.pack("d", v) if isinstance(v, float) else v for v in part.value.tolist()]
    return list(zip(part.point.tolist(), part.at.tolist(), part.quality.tolist(), bits, strict=True))


@given(rows(NUMBERS), rows(st.integers(-(2**63), 2**63 - 1)), rows(st.text(max_size=20)))
def test_what_is_unpacked_is_what_was_packed_sorted(
    numbers: list[Any], integers: list[Any], texts: list[Any]
) -> None:
    block = Block(told(float, numbers), told(int, integers), told(str, texts))

    again = series.unpack(series.pack(block))

    for before, after in zip(block.parts, again.parts, strict=True):
        assert as_rows(after) == sorted(as_rows(before), key=lambda row: row[:2])


def test_readings_with_two_decimals_take_less_than_three_bytes_each() -> None:
    random = np.random.default_rng(1)
    steps = np.cumsum(random.normal(0, 0.05, (50, 200)), axis=1)
    value = np.round(180 + steps, 2).ravel()
    at = np.tile(np.arange(200) * 1_000_000, 50) + 1_700_000_000_000_000
    point = np.repeat(np.arange(50), 200)
    part = series.columns(point, at, np.zeros(10_000), value)

    packed = series.pack(Block(part, series.nothing(int), series.nothing(str)))

    assert len(packed) < 3 * len(part)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_block_are_refused(data: bytes) -> None:
    with pytest.raises(Invalid):
        series.unpack(data)


@given(st.data())
def test_a_block_with_a_changed_byte_is_refused_or_still_a_block(data: st.DataObject) -> None:
    part = series.columns([1, 1, 2], [5, 6, 7], [0, 0, 0], series.of(float, [0.1, 2.5, math.pi]))
    raw = bytearray(zstandard.decompress(series.pack(Block(part, series.nothing(int), series.nothing(str)))))
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))

    try:
        block = series.unpack(zstandard.compress(bytes(raw)))
    except Invalid:
        return
    assert len(block.numbers) == len(block.numbers.value)


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(series.LARGEST + 1))

    with pytest.raises(Invalid, match="太大"):
        series.unpack(bomb)


def test_counts_that_ask_for_more_than_a_block_may_hold_are_refused() -> None:
    many = np.asarray([series.MOST_POINTS + 1], np.uint32)
    section = [series._planes(np.asarray([1], np.uint32)), series._planes(many), b"", b"", b"", b"", b""]
    empty = [b""] * 7

    with pytest.raises(Invalid, match="多于"):
        series.unpack(zstandard.compress(msgspec.msgpack.encode([1, section, empty, empty])))

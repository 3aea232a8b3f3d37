"""Timed values of many points, packed: columns sorted by point and time, differences, byte planes, zstd.

Lossless: what is unpacked is bit for bit what was packed, in the order (point, time). A decimal such as 23.47
is kept as the integer 2347 where that gives the very same double back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import numpy as np
import zstandard
from numpy.typing import ArrayLike, NDArray

from brain.kit.errors import Invalid

LEVEL: Final = 3
MOST_POINTS: Final = 4_000_000  # values in one block
LARGEST: Final = 256 * 1024 * 1024  # bytes of a block unpacked
NO_VALUE: Final = 0x80  # added to the quality where there is none; a zero or an empty text stands for it
_VERSION: Final = 1
_DECIMALS: Final = 6
_BINARY: Final = 255  # instead of a number of decimals: doubles as they are
_EXACT: Final = float(2**53)


@dataclass(frozen=True, slots=True)
class Columns:
    """Equally long: `point` uint32, `at` int64 (µs since 1970 UTC), `quality` uint8, `value` float64, int64
    or strings. Values of a kind are together because machines give them together."""

    point: NDArray[np.uint32]
    at: NDArray[np.int64]
    quality: NDArray[np.uint8]
    value: NDArray[Any]  # float64, int64, or object: str

    def __len__(self) -> int:
        return len(self.point)

    def taken(self, places: NDArray[Any] | slice) -> "Columns":
        """The rows at `places` (indices, mask or slice)."""
        return Columns(self.point[places], self.at[places], self.quality[places], self.value[places])


@dataclass(frozen=True, slots=True)
class Block:
    numbers: Columns
    integers: Columns
    texts: Columns

    def __len__(self) -> int:
        return len(self.numbers) + len(self.integers) + len(self.texts)

    @property
    def parts(self) -> tuple[Columns, Columns, Columns]:
        return self.numbers, self.integers, self.texts


class _Section(msgspec.Struct, array_like=True, frozen=True):
    points: bytes
    counts: bytes
    at: bytes
    quality: bytes
    values: bytes
    plain: bytes = b""
    decimals: bytes = b""


class _Packed(msgspec.Struct, array_like=True, frozen=True):
    version: int
    numbers: _Section
    integers: _Section
    texts: _Section


def columns(point: ArrayLike, at: ArrayLike, quality: ArrayLike, value: NDArray[Any]) -> Columns:
    return Columns(
        np.asarray(point, np.uint32), np.asarray(at, np.int64), np.asarray(quality, np.uint8), value
    )


def of(kind: type, values: Sequence[Any]) -> NDArray[Any]:
    """An array for `value`: kind float, int or str."""
    return np.asarray(values, {float: np.float64, int: np.int64, str: np.object_}[kind])


def nothing(kind: type) -> Columns:
    return columns((), (), (), of(kind, ()))


def joined(blocks: Sequence[Block]) -> Block:
    """All their values as one block."""
    sides = zip(*(block.parts for block in blocks), strict=True)
    return Block(*(_joined(side) for side in sides)) if blocks else Block(*map(nothing, (float, int, str)))


def _joined(parts: Sequence[Columns]) -> Columns:
    return Columns(
        np.concatenate([part.point for part in parts]),
        np.concatenate([part.at for part in parts]),
        np.concatenate([part.quality for part in parts]),
        np.concatenate([part.value for part in parts]),
    )


def pack(block: Block) -> bytes:
    numbers, integers, texts = (_sorted(part) for part in block.parts)
    packed = _Packed(_VERSION, _pack_numbers(numbers), _pack_integers(integers), _pack_texts(texts))
    data: bytes = zstandard.ZstdCompressor(level=LEVEL).compress(msgspec.msgpack.encode(packed))
    return data


def unpack(data: bytes) -> Block:
    """Raises Invalid for whatever `pack` did not make."""
    try:
        if zstandard.frame_content_size(data) > LARGEST:
            raise Invalid("数据块太大")
        raw = zstandard.ZstdDecompressor().decompress(data, max_output_size=LARGEST)
        packed = msgspec.msgpack.decode(raw, type=_Packed)
        if packed.version != _VERSION:
            raise Invalid(f"数据块的版本 {packed.version} 不认识")
        return Block(_numbers(packed.numbers), _integers(packed.integers), _texts(packed.texts))
    except (zstandard.ZstdError, msgspec.MsgspecError, ValueError, OverflowError, IndexError) as error:
        raise Invalid(f"数据块已损坏：{error}") from error


def _sorted(part: Columns) -> Columns:
    return part.taken(np.lexsort((part.at, part.point)))


def _shared(part: Columns) -> dict[str, bytes]:
    points, counts = np.unique(part.point, return_counts=True)
    return {
        "points": _planes(np.diff(points, prepend=np.uint32(0)).astype(np.uint32)),
        "counts": _planes(counts.astype(np.uint32)),
        "at": _planes(_zigzag(_differences(part.at, _starts(counts)))),
        "quality": part.quality.tobytes(),
    }


def _starts(counts: NDArray[Any]) -> NDArray[np.int64]:
    starts: NDArray[np.int64] = np.cumsum(counts, dtype=np.int64) - counts
    return starts


def _pack_numbers(part: Columns) -> _Section:
    _, counts = np.unique(part.point, return_counts=True)
    starts = _starts(counts)
    decimals = _decimals(part.value, starts)
    exponent = np.repeat(decimals, counts)
    binary = exponent == _BINARY
    scale = 10.0 ** np.where(binary, 0, exponent)
    whole = np.rint(np.where(binary, 0.0, part.value) * scale).astype(np.int64)
    return _Section(
        **_shared(part),
        values=_planes(_zigzag(_differences(whole, starts))),
        plain=_planes(part.value[binary].view(np.uint64)),
        decimals=decimals.tobytes(),
    )


@np.errstate(over="ignore", invalid="ignore")  # what overflows is not exact
def _decimals(value: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """For each run of a point the fewest decimals that give all its doubles back, or `_BINARY`."""
    if not len(value):
        return np.zeros(0, np.uint8)
    fewest = np.full(len(value), _BINARY, np.uint8)
    for decimals in range(_DECIMALS, -1, -1):
        scaled = np.rint(value * 10.0**decimals)
        # + 0.0: a negative zero has no integer of its own.
        exact = (scaled / 10.0**decimals == value) & (np.abs(scaled) < _EXACT) & ~_negative_zero(value)
        fewest[exact] = decimals
    most: NDArray[np.uint8] = np.maximum.reduceat(fewest, starts)
    # A value that needs few decimals may not survive being scaled by more of them.
    counts = np.diff(np.append(starts, len(value)))
    wanted = np.repeat(most, counts)
    scale = 10.0 ** np.where(wanted == _BINARY, 0, wanted)
    scaled = np.rint(value * scale)
    lossy = (scaled / scale != value) | (np.abs(scaled) >= _EXACT)
    most[np.logical_or.reduceat(lossy, starts)] = _BINARY
    return most


def _negative_zero(value: NDArray[Any]) -> NDArray[Any]:
    negative: NDArray[Any] = (value == 0) & np.signbit(value)
    return negative


def _pack_integers(part: Columns) -> _Section:
    _, counts = np.unique(part.point, return_counts=True)
    return _Section(**_shared(part), values=_planes(_zigzag(_differences(part.value, _starts(counts)))))


def _pack_texts(part: Columns) -> _Section:
    return _Section(**_shared(part), values=msgspec.msgpack.encode(part.value.tolist()))


def _numbers(section: _Section) -> Columns:
    part = _frame(section)
    counts = _counts(section)
    decimals = np.frombuffer(section.decimals, np.uint8)
    if len(decimals) != len(counts) or np.any((decimals > _DECIMALS) & (decimals != _BINARY)):
        raise Invalid("数据块已损坏：小数位数不合")
    exponent = np.repeat(decimals, counts)
    binary = exponent == _BINARY
    whole = _summed(_unzigzag(_unplanes(section.values, np.uint64)), counts)
    value = whole / 10.0 ** np.where(binary, 0, exponent)
    value[binary] = _unplanes(section.plain, np.uint64).view(np.float64)
    if not np.all(np.isfinite(value)):
        raise Invalid("数据块里有不是数的值")
    return _whole(part, value)


def _integers(section: _Section) -> Columns:
    part = _frame(section)
    return _whole(part, _summed(_unzigzag(_unplanes(section.values, np.uint64)), _counts(section)))


def _texts(section: _Section) -> Columns:
    part = _frame(section)
    return _whole(part, of(str, msgspec.msgpack.decode(section.values, type=list[str])))


def _counts(section: _Section) -> NDArray[np.uint32]:
    return _unplanes(section.counts, np.uint32)


def _frame(section: _Section) -> Columns:
    """All but the values; their places are filled with zeros."""
    points, counts = np.cumsum(_unplanes(section.points, np.uint32), dtype=np.uint64), _counts(section)
    if len(points) != len(counts) or np.any(counts == 0) or np.any(points > np.iinfo(np.uint32).max):
        raise Invalid("数据块已损坏：测点与个数不合")
    total = int(counts.sum(dtype=np.int64))
    if total > MOST_POINTS:
        raise Invalid(f"数据块里有 {total} 个值，多于 {MOST_POINTS} 个")
    at = _summed(_unzigzag(_unplanes(section.at, np.uint64)), counts)
    quality = np.frombuffer(section.quality, np.uint8)
    if len(at) != total or len(quality) != total:
        raise Invalid("数据块已损坏：时间、质量与个数不合")
    return Columns(np.repeat(points.astype(np.uint32), counts), at, quality, np.zeros(0))


def _whole(part: Columns, value: NDArray[Any]) -> Columns:
    if len(value) != len(part):
        raise Invalid("数据块已损坏：值与个数不合")
    return Columns(part.point, part.at, part.quality, value)


def _differences(value: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Within each run; the first of a run is told from the first of the run before, which is near in time."""
    gaps = np.diff(value, prepend=value.dtype.type(0))
    gaps[starts] = np.diff(value[starts], prepend=value.dtype.type(0))
    return gaps


def _summed(gaps: NDArray[np.int64], counts: NDArray[Any]) -> NDArray[np.int64]:
    if len(gaps) != int(counts.sum(dtype=np.int64)):
        raise Invalid("数据块已损坏：值与个数不合")
    starts = _starts(counts)
    first = np.cumsum(gaps[starts], dtype=np.int64)
    total = np.cumsum(gaps, dtype=np.int64)
    return total - np.repeat(total[starts] - first, counts)


def _zigzag(value: NDArray[np.int64]) -> NDArray[np.uint64]:
    folded: NDArray[np.uint64] = ((value << 1) ^ (value >> 63)).view(np.uint64)
    return folded


def _unzigzag(value: NDArray[np.uint64]) -> NDArray[np.int64]:
    return (value >> np.uint64(1)).view(np.int64) ^ -(value & np.uint64(1)).view(np.int64)


def _planes(value: NDArray[Any]) -> bytes:
    """First bytes of all values, then second bytes …: what is alike lies together."""
    return np.ascontiguousarray(value).view(np.uint8).reshape(-1, value.dtype.itemsize).T.tobytes()


def _unplanes(data: bytes, kind: type) -> NDArray[Any]:
    size = np.dtype(kind).itemsize
    return np.ascontiguousarray(np.frombuffer(data, np.uint8).reshape(size, -1).T).view(kind).reshape(-1)

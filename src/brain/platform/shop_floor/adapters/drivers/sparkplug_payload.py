"""Payloads of Sparkplug B 3.0 (org.eclipse.tahu.protobuf), both ways.

The message type is built from its field numbers: no generated code, no compiler. What is left out here
(metadata, properties, data sets, templates, extensions) is skipped when it comes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from brain.platform.shop_floor.domain.readings import Value, ValueKind

# Of each data type (6.4.16): bits of a signed integer, the field of its value, the kind of ours.
TYPES: Final[dict[int, tuple[int, str, ValueKind]]] = {
    1: (8, "int_value", ValueKind.INTEGER),
    2: (16, "int_value", ValueKind.INTEGER),
    3: (32, "int_value", ValueKind.INTEGER),
    4: (64, "long_value", ValueKind.INTEGER),
    5: (0, "int_value", ValueKind.INTEGER),
    6: (0, "int_value", ValueKind.INTEGER),
    7: (0, "int_value", ValueKind.INTEGER),
    8: (0, "long_value", ValueKind.INTEGER),
    9: (0, "float_value", ValueKind.NUMBER),
    10: (0, "double_value", ValueKind.NUMBER),
    11: (0, "boolean_value", ValueKind.BOOLEAN),
    12: (0, "string_value", ValueKind.TEXT),
    13: (0, "long_value", ValueKind.INTEGER),  # milliseconds since 1970 UTC
    14: (0, "string_value", ValueKind.TEXT),
}
_CARRIED: Final = {"int_value": 32, "long_value": 64}

_UINT32, _UINT64, _BOOL, _STRING, _BYTES, _FLOAT, _DOUBLE, _MESSAGE = 13, 4, 8, 9, 12, 2, 1, 11
_METRIC: Final = (
    ("name", 1, _STRING),
    ("alias", 2, _UINT64),
    ("timestamp", 3, _UINT64),
    ("datatype", 4, _UINT32),
    ("is_historical", 5, _BOOL),
    ("is_transient", 6, _BOOL),
    ("is_null", 7, _BOOL),
    ("int_value", 10, _UINT32),
    ("long_value", 11, _UINT64),
    ("float_value", 12, _FLOAT),
    ("double_value", 13, _DOUBLE),
    ("boolean_value", 14, _BOOL),
    ("string_value", 15, _STRING),
    ("bytes_value", 16, _BYTES),
)
_PAYLOAD: Final = (("timestamp", 1, _UINT64), ("seq", 3, _UINT64), ("uuid", 4, _STRING), ("body", 5, _BYTES))


@dataclass(frozen=True, kw_only=True)
class Metric:
    """What is to be sent. `timestamp` in ms; `value` None is sent as null."""

    value: Value
    datatype: int
    name: str | None = None
    alias: int | None = None
    timestamp: int | None = None
    is_historical: bool = False


@cache
def _payload_class() -> Any:
    # A gateway without Sparkplug sources is spared the library.
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory  # noqa: PLC0415

    file = descriptor_pb2.FileDescriptorProto(
        name="brain/sparkplug_b.proto", package="org.eclipse.tahu.protobuf", syntax="proto2"
    )
    payload = file.message_type.add(name="Payload")
    metric = payload.nested_type.add(name="Metric")
    metric.oneof_decl.add(name="value")
    for name, number, kind in _METRIC:
        one = metric.field.add(name=name, number=number, type=kind, label=1)
        if name.endswith("_value"):
            one.oneof_index = 0
    for name, number, kind in _PAYLOAD:
        payload.field.add(name=name, number=number, type=kind, label=1)
    of = ".org.eclipse.tahu.protobuf.Payload.Metric"
    payload.field.add(name="metrics", number=2, type=_MESSAGE, label=3, type_name=of)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("org.eclipse.tahu.protobuf.Payload"))


def decode(data: bytes) -> Any:
    """The protobuf message; raises ValueError for what is none."""
    from google.protobuf.message import DecodeError  # noqa: PLC0415 - as above

    try:
        return _payload_class().FromString(data)
    except DecodeError as error:
        raise ValueError("not a Sparkplug payload") from error


def encode(metrics: Iterable[Metric], *, timestamp: int, seq: int | None = None) -> bytes:
    """`timestamp` in ms since 1970 UTC; `seq` 0 to 255, None for what has none (NDEATH, NCMD)."""
    payload = _payload_class()(timestamp=timestamp)
    if seq is not None:
        payload.seq = seq
    for metric in metrics:
        told = payload.metrics.add(datatype=metric.datatype)
        for name in ("name", "alias", "timestamp"):
            if (value := getattr(metric, name)) is not None:
                setattr(told, name, value)
        if metric.is_historical:
            told.is_historical = True
        if metric.value is None:
            told.is_null = True
        else:
            field = TYPES[metric.datatype][1]
            bits = _CARRIED.get(field)
            setattr(told, field, int(metric.value) % 2**bits if bits else metric.value)
    written: bytes = payload.SerializeToString()
    return written


def value_of(metric: Any, datatype: int) -> Value:
    """By two's complement where the type is signed; None where the value is null or of another type."""
    bits, field, _ = TYPES[datatype]
    if metric.is_null or metric.WhichOneof("value") != field:
        return None
    value: Value = getattr(metric, field)
    if bits and isinstance(value, int):
        value &= (1 << bits) - 1
        if value >> (bits - 1):
            value -= 1 << bits
    return value

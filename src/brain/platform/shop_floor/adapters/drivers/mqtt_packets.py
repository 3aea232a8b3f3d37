"""Packets of MQTT (3.1.1 and 5), as far as a reader of many small messages needs them.

paho-mqtt, which the connectors use, asks the operating system three times for every message and makes a
condition variable for each. Here a whole block of bytes is cut into messages at once: see
benchmarks/mqtt_driver.py for what that saves.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

LARGEST: Final = 4 * 1024 * 1024  # bytes of a message; what is larger is skipped

CONNACK, SUBACK, UNSUBACK, PINGRESP, DISCONNECT = 2, 9, 11, 13, 14
PINGREQ, LEAVE = b"\xc0\0", b"\xe0\0"
_PUBLISH: Final = 3


class Broken(ValueError):
    """What came is no MQTT."""


class Message(NamedTuple):
    """`number`: what it is acknowledged by, 0 where it need not be."""

    topic: bytes
    payload: bytes
    number: int
    retained: bool


@dataclass
class Cut:
    """What a block of bytes held: messages, answers (kind, body), and of messages that are too large the
    length and the number."""

    messages: list[Message] = field(default_factory=list)
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    skipped: list[tuple[int, int]] = field(default_factory=list)


class Cutter:
    """Cuts what comes into packets; keeps of it what is not whole, never more than one packet."""

    def __init__(self, *, is_5: bool) -> None:
        self.unanswered: set[int] = set()
        self._is_5 = is_5
        self._rest = bytearray()
        self._need = 2  # bytes before it is worth to look again
        self._skip = 0  # bytes still to come of a message that is too large

    def feed(self, data: bytes) -> Cut:
        """Raises Broken, and IndexError where a length inside a packet points beyond everything."""
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if self._rest:
            self._rest += data
            if len(self._rest) < self._need:
                return Cut()
            data = bytes(self._rest)
            self._rest.clear()
        cut = Cut()
        used = self._cut(data, cut)
        self._rest += data[used:]
        return cut

    def _cut(self, data: bytes, cut: Cut) -> int:
        """Take whole packets off; how many bytes they were."""
        position, size = 0, len(data)
        self._need = 2
        while size - position >= 2:
            first, length, body = data[position], data[position + 1], position + 2
            if length & 0x80:
                length, body = _length(data, position + 1)
            end = body + length
            if body < 0 or end > size:
                if body >= 0 and length > LARGEST and self._step_over(data, body, length, cut):
                    return size
                self._need = size - position + 1 if body < 0 or length > LARGEST else end - position
                break
            if first >> 4 == _PUBLISH:
                message = self._message(data, first, body, end)
                if message is not None:
                    cut.messages.append(message)
            else:
                cut.answers.append((first >> 4, data[body:end]))
            position = end
        return position

    def _message(self, data: bytes, first: int, body: int, end: int) -> Message | None:
        """None where it is one that we have and did not answer yet."""
        at = body + 2 + (data[body] << 8 | data[body + 1])
        topic, number = data[body + 2 : at], 0
        if first & 0x06:
            number = data[at] << 8 | data[at + 1]
            at += 2
            if first & 0x08 and number in self.unanswered:
                return None
            self.unanswered.add(number)
        if self._is_5:
            length, at = (data[at], at + 1) if data[at] < 0x80 else _length(data, at)
            at += length
        if at > end or end - body < 2:
            raise Broken("报文不完整")
        return Message(topic, data[at:end], number, bool(first & 1))

    def _step_over(self, data: bytes, body: int, length: int, cut: Cut) -> bool:
        """The bytes of a message that is too large are let go as they come. False before its head is here."""
        first = data[body - 5] if len(data) > body + 2 else 0
        at = body + 2 + (data[body] << 8 | data[body + 1]) if first else len(data)
        if first and first >> 4 != _PUBLISH:
            raise Broken("报文过大")
        if at + 2 > len(data):
            return False
        number = data[at] << 8 | data[at + 1] if first & 0x06 else 0
        cut.skipped.append((length, number))
        self._skip = length - (len(data) - body)
        return True


def _length(data: bytes, at: int) -> tuple[int, int]:
    """A number of up to four bytes of seven bits, and where it ends; -1 while it is not all here."""
    value = shift = 0
    for each in data[at : at + 4]:
        at += 1
        value |= (each & 0x7F) << shift
        if each < 0x80:
            return value, at
        shift += 7
    if shift == 28:
        raise Broken("报文长度")
    return 0, -1


@dataclass(frozen=True)
class Introduction:
    """How a reader presents itself. `keep`: seconds for which messages are kept while it is away."""

    name: str
    user: str | None
    password: str | None
    keep: int
    alive: int

    def packet(self, *, is_5: bool) -> bytes:
        flags = 0 if self.keep else 0x02
        told = b""
        if self.user:
            flags, told = flags | 0x80, text(self.user)
            if self.password is not None:
                flags, told = flags | 0x40, told + text(self.password)
        properties = b""
        if is_5:  # session expiry, messages without an answer, largest packet
            properties = b"\x11" + struct.pack(">IBHBI", self.keep, 0x21, 65_535, 0x27, LARGEST)
        head = text("MQTT") + bytes([5 if is_5 else 4, flags]) + self.alive.to_bytes(2, "big")
        return packet(0x10, head + bytes([len(properties)] * is_5) + properties + text(self.name) + told)


def subscription(number: int, topics: Sequence[str], qos: int, *, is_5: bool) -> bytes:
    """Of 5: what the broker retained comes only where the subscription is new."""
    options = bytes([qos | 0x10 if is_5 else qos])
    return _numbered(0x82, number, b"".join(text(each) + options for each in topics), is_5=is_5)


def resignation(number: int, topics: Iterable[bytes], *, is_5: bool) -> bytes:
    told = b"".join(len(each).to_bytes(2, "big") + each for each in topics)
    return _numbered(0xA2, number, told, is_5=is_5)


def codes(body: bytes, *, is_5: bool) -> bytes:
    """Of the answer to a subscription, one for each topic."""
    return body[3 + body[2] :] if is_5 else body[2:]


def publication(topic: str, payload: bytes, *, is_5: bool) -> bytes:
    """At most once."""
    return packet(0x30, text(topic) + b"\0" * is_5 + payload)


def acknowledgements(numbers: Iterable[int]) -> bytes:
    return b"".join(b"\x40\x02" + number.to_bytes(2, "big") for number in numbers)


def _numbered(first: int, number: int, told: bytes, *, is_5: bool) -> bytes:
    return packet(first, number.to_bytes(2, "big") + b"\0" * is_5 + told)


def packet(first: int, body: bytes) -> bytes:
    head, length = bytearray([first]), len(body)
    while length > 0x7F:
        head.append(length & 0x7F | 0x80)
        length >>= 7
    head.append(length)
    return bytes(head) + body


def text(told: str) -> bytes:
    written = told.encode()
    return len(written).to_bytes(2, "big") + written

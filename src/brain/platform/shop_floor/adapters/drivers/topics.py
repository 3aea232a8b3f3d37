"""What is heard of a broker's topics while somebody looks at them."""

import asyncio
from collections.abc import Iterable
from typing import Final

from brain.platform.shop_floor.adapters.drivers.broker import Session
from brain.platform.shop_floor.adapters.drivers.mqtt_packets import Message

_MOST_TOPICS, _MOST_BYTES = 5_000, 32 * 1024 * 1024
_LARGEST_SHOWN: Final = 1024 * 1024  # bytes


class Heard:
    """The last message of each topic, None where it is too large to show, until `enough` topics are heard."""

    def __init__(self, enough: int | None) -> None:
        self.payloads: dict[str, bytes | None] = {}
        self.full = asyncio.Event()
        self._enough = _MOST_TOPICS if enough is None else enough
        self._room = _MOST_BYTES
        if enough == 0:
            self.full.set()

    def __call__(self, _connected: Session, messages: list[Message]) -> None:
        for message in messages:
            if self.full.is_set():
                return
            topic = message.topic.decode(errors="replace")
            before = self.payloads.get(topic)
            self._room += len(before or b"") - len(message.payload)
            shown = len(message.payload) <= _LARGEST_SHOWN and "#" not in topic
            self.payloads[topic] = message.payload if shown else None
            if len(self.payloads) >= self._enough or self._room < 0:
                self.full.set()


def below(heard: Iterable[str], under: str | None) -> dict[str, bool]:
    """Of these topics the beginnings that are one level longer than `under`, and whether they go on."""
    start = "" if under is None else f"{under}/"
    found = dict[str, bool]()
    for topic in heard:
        if topic.startswith(start):
            name, more, _ = topic[len(start) :].partition("/")
            found[start + name] = found.get(start + name, False) or bool(more)
    return found

"""An S7 controller behind a real socket, with memory that a test fills."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from snap7.server import Server
from snap7.type import SrvArea, SrvEvent

from tests.platform.ingestion.servers import free_port

MEMORY = bytearray(600)
struct.pack_into(">f", MEMORY, 0, 151.5)
struct.pack_into(">h", MEMORY, 4, -7)
struct.pack_into(">B", MEMORY, 6, 0b1000_0100)
struct.pack_into(">i", MEMORY, 8, -123_456)
struct.pack_into(">Q", MEMORY, 12, 2**63 + 1)
struct.pack_into(">d", MEMORY, 20, 2.25)
struct.pack_into(">BB4s", MEMORY, 28, 10, 4, "硫化".encode("gb18030"))
struct.pack_into(">HH4s", MEMORY, 40, 10, 2, "硫化".encode("utf-16-be"))
struct.pack_into(">BB", MEMORY, 64, 10, 200)  # a length that lies
struct.pack_into(">f", MEMORY, 80, float("nan"))
for word in range(250):
    struct.pack_into(">h", MEMORY, 100 + 2 * word, word)


@dataclass
class Controller:
    """`asked`: area, data block, first byte and bytes of each question that was answered."""

    port: int
    asked: list[tuple[int, int, int, int]] = field(default_factory=list)

    def note(self, event: SrvEvent) -> None:
        self.asked.append((event.EvtParam1, event.EvtParam2, event.EvtParam3, event.EvtParam4))


@contextmanager
def controller(port: int | None = None) -> Iterator[Controller]:
    made, server = Controller(port or free_port()), Server(log=False)
    server.register_area(SrvArea.DB, 10, bytearray(MEMORY))
    server.register_area(SrvArea.MK, 0, bytearray([0, 0b0000_1000]))
    server.register_area(SrvArea.PE, 0, bytearray([1, 2]))
    server.register_area(SrvArea.PA, 0, bytearray([3, 4]))
    server.set_read_events_callback(made.note)
    server.start(made.port)
    try:
        yield made
    finally:
        server.stop()

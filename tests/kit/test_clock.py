"""The clock is compared with real NTP answers, and never called fine when nobody answered."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta, timezone

from brain.kit.clock import check_clock, now, today

NTP_EPOCH = 2_208_988_800  # seconds from 1900 to 1970


@contextmanager
def ntp_server(ahead: float) -> Iterator[str]:
    """A responder on a UDP socket whose clock is `ahead` seconds before ours (RFC 5905, stratum 2)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(5)

        def answer() -> None:
            request, caller = server.recvfrom(512)
            stamp = _stamp(time.time() + ahead)
            sent = struct.unpack("!II", request[40:48])
            times = (*stamp, *sent, *stamp, *stamp)  # reference, origin, receive, transmit
            server.sendto(struct.pack("!BBBb11I", 0x1C, 2, 0, -20, 0, 0, 0, *times), caller)

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        thread.join()


def _stamp(seconds: float) -> tuple[int, int]:
    whole = int(seconds)
    return whole + NTP_EPOCH, int((seconds - whole) * 2**32)


def silent_port() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


async def test_a_clock_that_agrees_is_ok() -> None:
    with ntp_server(ahead=0.0) as server:
        check = await check_clock([server])

    assert (check.status, check.server, check.problems) == ("ok", server, ())
    assert check.offset is not None
    assert abs(check.offset) < 0.5


async def test_a_clock_that_is_behind_is_off_by_as_much() -> None:
    with ntp_server(ahead=90.0) as server:
        check = await check_clock([server])

    assert check.status == "off"
    assert check.offset is not None
    assert abs(check.offset - 90.0) < 0.5


async def test_a_server_that_does_not_answer_is_named_and_the_next_one_counts() -> None:
    silent = silent_port()
    with ntp_server(ahead=0.0) as server:
        check = await check_clock([silent, server], wait=0.3)

    assert (check.status, check.server) == ("ok", server)
    assert [problem.split(": ")[0] for problem in check.problems] == [silent]


async def test_without_any_answer_the_clock_is_unknown() -> None:
    check = await check_clock([silent_port()], wait=0.3)

    assert (check.status, check.offset, check.server) == ("unknown", None, None)
    assert len(check.problems) == 1


async def test_without_servers_the_clock_is_unknown() -> None:
    assert (await check_clock([])).status == "unknown"


def test_the_day_is_that_of_beijing() -> None:
    assert today() == now().astimezone(timezone(timedelta(hours=8))).date()

"""Values of JSON documents from a real web server."""

import asyncio
from email.utils import formatdate
from time import time
from typing import Any

import pytest

from brain.platform.shop_floor.adapters.drivers import http_json, web
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.http_json import (
    HttpJsonAddress,
    HttpJsonDriver,
    HttpJsonSettings,
)
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.ingestion.servers import HERE, Answer, Asked, free_port, site
from tests.platform.shop_floor.drivers.brokers import says
from tests.platform.shop_floor.drivers.hearing import Hearing, Put, collecting, until

AT = 1_767_225_600


def driver(url: str, secret: str | None = None, **told: Any) -> HttpJsonDriver:
    return HttpJsonDriver(HttpJsonSettings(kind="http_json", url=url, **told), secret)


def wanted(*places: tuple[str, str]) -> list[Wanted[HttpJsonAddress]]:
    return [
        Wanted(
            number=number,
            address=HttpJsonAddress(path=path, pointer=pointer),
            kind=ValueKind.NUMBER,
            sampling=0.1,
        )
        for number, (path, pointer) in enumerate(places)
    ]


async def test_one_request_serves_all_points_of_a_path_and_unchanged_documents_are_not_sent_again() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == '"1"':
            return Answer(status=304)
        return Answer(f'{{"t":{AT},"a":1.5,"b":[2]}}'.encode(), headers={"etag": '"1"'})

    sink = Hearing()
    with site(answer) as web:
        reader = driver(web.url, "s3cret", sign_in="bearer", time="/t", time_unit="s")
        async with collecting(reader, wanted(("/x", "/a"), ("/x", "/b/0"), ("/x", "/no")), sink):
            await until(lambda: len(sink.puts) >= 4)

    assert sink.puts[:2] == [
        Put(0, AT * 1_000_000, 1.5, Quality.GOOD),
        Put(1, AT * 1_000_000, 2, Quality.GOOD),
    ]
    assert sink.silences[0][0] == (2,)
    assert web.asked[1].headers["if-none-match"] == '"1"'
    assert web.asked[0].headers["authorization"] == "Bearer s3cret"
    assert len(web.asked) <= 3


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<html>"),
        Answer(b"[" * 100_000),
        Answer(b" " * 10_500_000),
        Answer(b"{}", status=404),
        Answer(b"{}", status=304),
    ],
)
async def test_a_path_that_gives_no_document_harms_only_its_points(answer: Answer) -> None:
    sink = Hearing()
    with site(lambda asked: answer if asked.target == "/bad" else Answer(b'{"a":1}')) as web:
        async with collecting(driver(web.url), wanted(("/bad", "/a"), ("/good", "/a")), sink):
            await until(lambda: bool(sink.silences) and bool(sink.values(1)))

    assert sink.values(0) == []
    assert sink.silences[0][0] == (0,)


@pytest.mark.parametrize(("status", "refusal"), [(401, NotAdmitted), (403, NotAdmitted), (500, NotReached)])
async def test_refusals_and_faults_are_told_apart(status: int, refusal: type[Exception]) -> None:
    with site(lambda _: Answer(status=status)) as web:
        with pytest.raises(refusal, match=str(status)):
            await driver(web.url).collect(wanted(("/x", "/a"), ("/y", "/a")), Hearing())


async def test_a_busy_server_is_left_alone_as_long_as_it_asks() -> None:
    sink = Hearing()
    with site(lambda _: Answer(status=429, headers={"retry-after": "60"})) as web:
        async with collecting(driver(web.url), wanted(("", "/a")), sink):
            await until(lambda: bool(sink.silences))
            await asyncio.sleep(0.3)

    assert len(web.asked) == 1


async def test_nobody_there_and_a_silent_peer_are_not_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotReached):
        await driver(f"http://{HERE}:{free_port()}").collect(wanted(("", "/a")), Hearing())
    monkeypatch.setattr(web, "PATIENCE", 0.5)
    async with says(b"HTTP/1.1 200 OK\r\n") as port:
        with pytest.raises(NotReached):
            await asyncio.wait_for(driver(f"http://{HERE}:{port}").collect(wanted(("", "/a")), Hearing()), 3)


async def test_browsing_and_reading_show_the_document() -> None:
    with site(lambda _: Answer(b'{"press":{"t":180.5},"n":null}')) as web:
        reader = driver(web.url, paths=["/status"])
        top, fields, press = [await reader.browse(each) for each in (None, "/status#", "/status#/press")]
        read = await reader.read(
            [HttpJsonAddress(path="/status", pointer=each) for each in ("/press/t", "/n")]
        )

    assert [each.under for each in top] == ["/status#"]
    assert [(each.name, each.under) for each in fields] == [("press", "/status#/press"), ("n", None)]
    assert [each.sample and each.sample.value for each in press] == [180.5]
    assert [(each.value, each.quality) for each in read] == [(180.5, Quality.GOOD), (None, Quality.BAD)]


def test_the_clock_is_read_from_the_answer() -> None:
    sink = Hearing()
    http_json._compare(formatdate(time() + 120, usegmt=True), time(), sink)
    http_json._compare("yesterday", time(), sink)

    assert sink.clocks == [pytest.approx(120, abs=1.5)]

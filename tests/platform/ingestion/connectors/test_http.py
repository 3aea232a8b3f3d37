"""Interfaces, feeds and public files, fetched over real HTTP from servers of every temper."""

import base64
import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from brain.kit.errors import TooLarge
from brain.platform.ingestion.adapters.connectors import http, rest
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected
from tests.platform.ingestion.connectors.fetching import fetch
from tests.platform.ingestion.servers import Answer, Asked, site

REST = {"kind": "rest", "records": "data.list", "per_minute": 6000}
RECORDS = [{"id": number, "名称": f"公司{number}"} for number in range(5)]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "FIRST_WAIT", 0.01)


def answer(records: list[dict[str, Any]], **headers: str) -> Answer:
    return Answer(json.dumps({"data": {"list": records}}).encode(), headers=headers)


def query(asked: Asked) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(asked.target).query).items()}


def by_page(asked: Asked) -> Answer:
    at = query(asked)
    first = (int(at["page"]) - 1) * int(at["size"])
    return answer(RECORDS[first : first + int(at["size"])])


def by_offset(asked: Asked) -> Answer:
    first = int(query(asked)["start"])
    return answer(RECORDS[first : first + 2])


def by_cursor(asked: Asked) -> Answer:
    first = int(query(asked).get("after", 0))
    following = first + 2 if first + 2 < len(RECORDS) else None
    return Answer(json.dumps({"data": {"list": RECORDS[first : first + 2]}, "next": following}).encode())


def by_link(asked: Asked) -> Answer:
    first = int(query(asked).get("from", 0))
    link = {"link": f'</list?from={first + 2}>; rel="next"'} if first + 2 < len(RECORDS) else {}
    return answer(RECORDS[first : first + 2], **link)


@pytest.mark.parametrize(
    ("server", "paging", "calls"),
    [
        (by_page, {"paging": "page", "size_parameter": "size", "page_size": 2}, 3),
        (by_offset, {"paging": "offset", "page_parameter": "start"}, 4),
        (by_cursor, {"paging": "cursor", "page_parameter": "after", "next_path": "next"}, 3),
        (by_link, {"paging": "link"}, 3),
        (lambda _: answer(RECORDS), {}, 1),
    ],
)
async def test_all_pages_come_as_one_table(
    tmp_path: Path, server: Callable[[Asked], Answer], paging: dict[str, Any], calls: int
) -> None:
    with site(server) as there:
        [came], _ = await fetch(tmp_path, REST | paging | {"url": f"{there.url}/list"})

    assert came.rows == [(str(record["id"]), str(record["名称"])) for record in RECORDS]
    assert (came.name, len(there.asked)) == ("list.json", calls)


async def test_records_are_kept_byte_for_byte(tmp_path: Path) -> None:
    raw = b'{"b": 1.50,  "a":"\\u7532", "big": 12345678901234567890}'
    with site(lambda _: Answer(b"[" + raw + b"]")) as there:
        [came], _ = await fetch(tmp_path, REST | {"url": there.url, "records": ""})

    assert came.content == b"[\n" + raw + b"\n]\n"


async def test_a_secret_goes_where_it_was_meant_to_and_a_token_is_fetched_for_it(tmp_path: Path) -> None:
    def server(asked: Asked) -> Answer:
        if asked.target == "/token":
            return Answer(b'{"access_token": "fresh", "token_type": "Bearer"}')
        return answer(RECORDS)

    oauth = {"auth": "oauth2", "client_id": "me", "scope": "read"}
    with site(server) as there:
        for auth in ({"auth": "header", "header": "X-Key"}, {"auth": "bearer"}, oauth):
            token_url = {"token_url": f"{there.url}/token"} if auth is oauth else {}
            await fetch(tmp_path, REST | auth | token_url | {"url": f"{there.url}/list"}, "open sesame")

    by_key, by_bearer, token, with_token = there.asked
    assert by_key.headers["x-key"] == "open sesame"
    assert by_bearer.headers["authorization"] == "Bearer open sesame"
    assert token.headers["authorization"] == f"Basic {base64.b64encode(b'me:open sesame').decode()}"
    assert (token.method, token.body) == ("POST", b"grant_type=client_credentials&scope=read")
    assert with_token.headers["authorization"] == "Bearer fresh"


async def test_new_records_are_asked_for_by_the_latest_seen(tmp_path: Path) -> None:
    times = ["2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", "2026-01-01T00:00:00Z"]
    records: list[dict[str, Any]] = [
        {"id": place, "at": {"updated": when}} for place, when in enumerate(times)
    ]
    by_time = {"records": "", "since_field": "at.updated", "since_parameter": "since"}

    def server(asked: Asked) -> Answer:
        since = query(asked).get("since", "")
        return Answer(json.dumps([one for one in records if str(one["at"]["updated"]) > since]).encode())

    with site(server) as there:
        [first], cursor = await fetch(tmp_path, REST | by_time | {"url": there.url})
        nothing, cursor = await fetch(tmp_path, REST | by_time | {"url": there.url}, cursor=cursor)
        records.append({"id": 3, "at": {"updated": "2026-01-04T00:00:00Z"}})
        [second], cursor = await fetch(tmp_path, REST | by_time | {"url": there.url}, cursor=cursor)
        records[:] = [{"at": {"updated": "2026"}}, {"at": {"updated": 1}}]
        with pytest.raises(NotCollected, match="不能比较先后"):
            await fetch(tmp_path, REST | by_time | {"url": there.url})

    assert (len(first.rows), nothing, len(second.rows)) == (3, [], 1)
    assert cursor == {"since": "2026-01-04T00:00:00Z"}


async def test_a_busy_server_is_asked_again_when_it_wants(tmp_path: Path) -> None:
    answers = [Answer(status=429, headers={"retry-after": "1"}), Answer(status=503), answer(RECORDS)]
    with site(lambda _: answers.pop(0)) as there:
        began = time.monotonic()
        [came], _ = await fetch(tmp_path, REST | {"url": there.url})

    assert (len(came.rows), len(there.asked)) == (5, 3)
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize(
    ("told", "why", "calls"),
    [
        (Answer(status=503), "多次重试", http.ATTEMPTS),
        (Answer(status=429, headers={"retry-after": "86400"}), "多次重试", 1),
        (Answer(status=401), "密钥不对", 1),
        (Answer(status=404), "答复 404", 1),
        (Answer(status=302, headers={"location": "http://169.254.169.254/"}), "答复 302", 1),
        (Answer(b"<html>"), "不是所说结构", 1),
        (Answer(b'{"data": {}}'), "没有 data.list", 1),
        (Answer(b'{"data": {"list": 1}}'), "不是 JSON 数组", 1),
        (Answer(b'{"data": {"list": [', length=1000), "连接失败", 1),
    ],
)
async def test_what_cannot_be_had_is_said_and_nothing_is_fetched(
    tmp_path: Path, told: Answer, why: str, calls: int
) -> None:
    with site(lambda _: told) as there:
        with pytest.raises(NotCollected, match=why):
            await fetch(tmp_path, REST | {"url": there.url})

    assert len(there.asked) == calls


async def test_a_page_that_never_ends_or_never_changes_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with site(lambda _: answer(RECORDS)) as there:
        with pytest.raises(NotCollected, match="完全相同"):
            await fetch(tmp_path, REST | {"url": there.url, "paging": "page"})
    monkeypatch.setattr(rest, "_LARGEST_PAGE", 1 << 20)
    bomb = Answer(gzip.compress(b"[" + b" " * (8 << 20) + b"]"), headers={"content-encoding": "gzip"})
    with site(lambda _: bomb) as there:
        with pytest.raises(TooLarge):
            await fetch(tmp_path, REST | {"url": there.url, "records": ""})


async def test_a_key_is_not_sent_to_another_host_by_a_link(tmp_path: Path) -> None:
    elsewhere = answer(RECORDS, link='<http://127.0.0.1:1/list>; rel="next"')
    with site(lambda _: elsewhere) as there:
        with pytest.raises(NotCollected, match="密钥不送往那里"):
            await fetch(tmp_path, REST | {"url": there.url, "paging": "link", "auth": "bearer"}, "x")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254", "0.0.0.0",
     "2130706433", "[64:ff9b::7f00:1]", "[fd00::1]", "100.64.0.1"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["rest", "web"])
async def test_private_addresses_are_out_of_reach_however_they_are_written(
    tmp_path: Path, host: str, kind: str
) -> None:
    with pytest.raises(NotAllowed, match="不是公网地址"):
        await fetch(tmp_path, {"kind": kind, "url": f"http://{host}/"}, reach=Reach(CollectionSettings()))


@pytest.mark.parametrize("opened", ["localhost", "127.0.0.1", "127.0.0.0/8", "LOCALHOST"])
async def test_a_host_that_was_opened_is_within_reach_under_its_own_name(tmp_path: Path, opened: str) -> None:
    with site(lambda _: answer(RECORDS)) as there:
        url = there.url.replace("127.0.0.1", "localhost")
        reach = Reach(CollectionSettings(hosts=(opened, "::1")))
        [came], _ = await fetch(tmp_path, REST | {"url": url}, reach=reach)

    assert there.asked[0].headers["host"] == urlsplit(url).netloc
    assert len(came.rows) == 5


FEED = "<rss><channel><item><title>甲</title></item></channel></rss>".encode()


async def test_a_feed_comes_raw_and_only_when_it_has_changed(tmp_path: Path) -> None:
    def server(asked: Asked) -> Answer:
        if asked.target == "/robots.txt":
            return Answer(status=404)
        if asked.headers.get("if-none-match") == '"1"':
            return Answer(status=304)
        return Answer(FEED, headers={"etag": '"1"'})

    with site(server) as there:
        settings = {"kind": "web", "url": f"{there.url}/news.rss"}
        [came], cursor = await fetch(tmp_path, settings)
        unchanged, _ = await fetch(tmp_path, settings, cursor=cursor)

    assert (came.name, came.content, came.rows) == ("news.rss", FEED, [("甲",)])
    assert unchanged == []


async def test_robots_are_obeyed_wherever_a_redirect_leads(tmp_path: Path) -> None:
    def server(asked: Asked) -> Answer:
        if asked.target == "/robots.txt":
            return Answer(b"User-agent: *\nDisallow: /private\n")
        if asked.target == "/open":
            return Answer(status=302, headers={"location": "/private/list.csv"})
        return Answer(b"a\n1\n")

    with site(server) as there:
        for place in ("/private/list.csv", "/open"):
            with pytest.raises(NotAllowed, match=r"robots\.txt 不允许"):
                await fetch(tmp_path, {"kind": "web", "url": there.url + place})
        [came], _ = await fetch(tmp_path, {"kind": "web", "url": f"{there.url}/list.csv"})

    assert "/private/list.csv" not in there.targets()
    assert came.rows == [("1",)]


@pytest.mark.parametrize(
    ("robots", "told", "why"),
    [
        (Answer(status=500), Answer(FEED), "robots"),
        (Answer(status=404), Answer(FEED, length=10_000), "连接失败"),
        (Answer(status=404), Answer(status=302, headers={"location": "/again"}), "转向超过"),
        (
            Answer(status=404),
            Answer(status=302, headers={"location": "file:///etc/passwd"}),
            "不允许访问 file",
        ),
    ],
)
async def test_a_site_that_does_not_play_fair_gives_nothing(
    tmp_path: Path, robots: Answer, told: Answer, why: str
) -> None:
    with site(lambda asked: robots if asked.target == "/robots.txt" else told) as there:
        with pytest.raises((NotCollected, NotAllowed), match=why):
            await fetch(tmp_path, {"kind": "web", "url": f"{there.url}/list"})

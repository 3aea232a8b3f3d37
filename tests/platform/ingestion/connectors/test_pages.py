"""Public web pages over real HTTP: their tables, lists and detail pages, as their robots.txt allows."""

import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from brain.kit.errors import TooLarge
from brain.platform.ingestion.adapters.connectors import http, kinds, pages
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected
from tests.platform.ingestion.connectors.fetching import fetch
from tests.platform.ingestion.servers import Answer, Asked, Site, site

PAGES = {"kind": "pages", "per_minute": 600}
TABLE = """<html><head><meta charset="gb2312"><title>名录</title></head><body><table class="list">
<tr><th>区县</th><th>企业</th><th colspan="2">产值</th></tr>
<tr><td rowspan="2">东营 区</td><td>甲<b>公司</b></td><td>1</td><td>万元</td></tr>
<tr><td>㐂公司</td><td>2</td><td>万元</td></tr>
<tr><td colspan="4">合计</td></tr>
</table></body></html>"""
NEWS = {"/n/1": "甲", "/n/2": "乙", "/n/3": "丙"}
FIRST = '<li><a href="n/1#top">a</a></li><li><a href="/n/2">b</a></li><a class="next" href="?p=2">下页</a>'
SECOND = '<li><a href="/n/3">c</a><a href="mailto:x@y">d</a></li><a class="next" href="/list">首页</a>'
LIST = {"/list": FIRST, "/list?p=2": SECOND}
DETAILS = PAGES | {
    "read": "list",
    "detail_link": "li a",
    "next_link": "a.next",
    "fields": ["标题=h1", "附件=a.file@href", "没有=.absent"],
}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "FIRST_WAIT", 0.01)


def portal(asked: Asked) -> Answer:
    """A list in two pages, and pages with news, of which the first bears an ETag."""
    if asked.target in LIST:
        return Answer(LIST[asked.target].encode(), headers={"content-type": "text/html; charset=utf-8"})
    if asked.target not in NEWS:
        return Answer(status=404)
    tag = {"etag": '"1"'} if asked.target == "/n/1" else {}
    if tag and asked.headers.get("if-none-match") == tag["etag"]:
        return Answer(status=304)
    told = f'<h1> {NEWS[asked.target]}\n讯</h1><a class="file" href="/f.pdf">附件</a>'
    return Answer(told.encode(), headers=tag)


async def test_a_table_becomes_rows_whatever_it_spans_and_is_written_in(tmp_path: Path) -> None:
    def server(asked: Asked) -> Answer:
        body = b"" if asked.target == "/robots.txt" else TABLE.encode("gb18030")
        return Answer(body, headers={"content-type": "text/html"})

    with site(server) as there:
        told = PAGES | {"url": f"{there.url}/t", "read": "table", "records": "table.list"}
        [came], _ = await fetch(tmp_path, told)

    assert came.headers == ["区县", "企业", "产值", "产值（第4列）", "网址"]
    assert came.rows == [
        ("东营 区", "甲公司", "1", "万元", f"{there.url}/t"),
        ("东营 区", "㐂公司", "2", "万元", f"{there.url}/t"),
        ("合计", "合计", "合计", "合计", f"{there.url}/t"),
    ]


async def test_a_list_leads_to_its_details_and_only_changed_ones_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with site(portal) as there:
        told = DETAILS | {"url": f"{there.url}/list"}
        [first], cursor = await fetch(tmp_path, told)
        same, _ = await fetch(tmp_path, told, cursor=cursor)
        monkeypatch.setitem(NEWS, "/n/2", "乙二")
        [changed], _ = await fetch(tmp_path, told, cursor=cursor)

    assert first.headers == ["标题", "附件", "网址"]
    assert first.rows == [
        (f"{name} 讯", "/f.pdf", f"{there.url}/n/{place}") for place, name in enumerate("甲乙丙", 1)
    ]
    assert (same, changed.rows) == ([], [("乙二 讯", "/f.pdf", f"{there.url}/n/2")])


async def test_the_text_of_pages_comes_without_their_navigation(tmp_path: Path) -> None:
    body = "<title>政策</title><nav>首页</nav><script>x</script><p>第一条</p><p>第二 条</p>"
    with site(
        lambda asked: Answer(status=404) if "robots" in asked.target else Answer(body.encode())
    ) as there:
        [came], _ = await fetch(tmp_path, PAGES | {"url": there.url, "read": "text"})

    assert (came.headers, came.rows) == (["标题", "正文", "网址"], [("政策", "第一条\n第二 条", there.url)])


async def test_no_more_pages_are_seen_than_allowed_and_fewer_on_trial(tmp_path: Path) -> None:
    with site(portal) as there:
        told = DETAILS | {"url": f"{there.url}/list", "most_pages": 2}
        [came], _ = await fetch(tmp_path, told)
        [shown], _ = await fetch(tmp_path, told | {"most_pages": 50}, sample=True)

    assert (len(came.rows), len(shown.rows)) == (1, pages._SAMPLED - 1)
    assert targets(there) == ["/list", "/n/1", "/list", "/n/1", "/n/2"]


def targets(there: Site) -> list[str]:
    return [one for one in there.targets() if one != "/robots.txt"]


async def test_the_site_says_what_may_be_seen_and_how_fast(tmp_path: Path) -> None:
    def server(asked: Asked) -> Answer:
        if asked.target == "/robots.txt":
            return Answer(b"User-agent: *\nCrawl-delay: 1\nDisallow: /n/2\n")
        return portal(asked)

    with site(server) as there:
        began = time.monotonic()
        with pytest.raises(NotAllowed, match=r"robots\.txt 不允许自动抓取 /n/2"):
            await fetch(tmp_path, DETAILS | {"url": f"{there.url}/list"})

    assert targets(there) == ["/list", "/n/1"]
    assert there.targets().count("/robots.txt") == 1
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<p>new design</p>", "改版"),
        (b"", "改版"),
        (b"x" * (9 << 20), "8 MB"),
        (b'<li><a href="/">', "改版"),
    ],
)
async def test_a_page_without_what_was_pointed_at_is_told_of(tmp_path: Path, body: bytes, why: str) -> None:
    with site(lambda asked: Answer(status=404) if "robots" in asked.target else Answer(body)) as there:
        told = PAGES | {"url": there.url, "read": "list", "records": ".row", "fields": ["a=b"]}
        with pytest.raises((NotCollected, TooLarge), match=why):
            await fetch(tmp_path, told)


@pytest.mark.parametrize(
    "wrong",
    [
        {"read": "list"},
        {"read": "list", "fields": ["a=b"]},
        {"read": "table", "fields": ["a=b"]},
        {"read": "list", "records": "li", "fields": ["ab"]},
        {"read": "list", "records": "li[", "fields": ["a=b"]},
        {"read": "list", "records": "li", "fields": ["a=###@href"]},
        {"read": "text", "next_link": "!!"},
    ],
)
def test_what_cannot_be_carried_out_is_refused_when_it_is_set(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kinds.read(PAGES | {"url": "https://example.com/"} | wrong)

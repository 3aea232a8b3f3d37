"""Reading files of all kinds, and refusing hostile ones."""

import gzip
import io
import json
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from brain.kit.errors import TooLarge
from brain.platform.ingestion.adapters import landing
from brain.platform.ingestion.adapters.files import open_file
from brain.platform.ingestion.domain.files import (
    LONGEST_CELL,
    LONGEST_HEADER,
    LONGEST_LINE,
    UnreadableFile,
)

HEADERS = ["名称", "成立日期", "注册资本"]
ROWS: list[list[str | None]] = [["甲公司", "2019-01-02", "100"], ["乙公司", None, "50.5"]]


def table(path: Path) -> tuple[list[str], list[list[str | None]]]:
    reader = open_file(path)
    rows = [list(row) for batch in reader.batches(1) for row in batch.cells.rows()]
    return reader.headers, [[cell or None for cell in row] for row in rows]


def lines(separator: str = ",") -> str:
    rows: list[list[str | None]] = [[*HEADERS], *ROWS]
    return "\r\n".join(separator.join(cell or "" for cell in row) for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_delimited_text_is_read_in_any_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "wrong.xlsx"
    path.write_bytes(lines(separator).encode(encoding))

    assert table(path) == (HEADERS, ROWS)


def test_a_workbook_is_read_whatever_its_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    book.create_sheet("数据", 0)
    sheet.append(HEADERS)
    sheet.append(["甲公司", date(2019, 1, 2), 100.0])
    sheet.append(["乙公司", None, 50.5])
    book.save(tmp_path / "book.csv")

    assert table(tmp_path / "book.csv") == (HEADERS, ROWS)


def test_parquet_is_read_as_text(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {"名称": ["甲公司", "乙公司"], "成立日期": [date(2019, 1, 2), None], "注册资本": [100.0, 50.5]}
    )
    frame.write_parquet(tmp_path / "a.json")

    assert table(tmp_path / "a.json") == (HEADERS, ROWS)


def test_moments_of_parquet_keep_their_zone_and_fraction(tmp_path: Path) -> None:
    at = datetime(2026, 7, 1, 8, 30, microsecond=250_000, tzinfo=UTC)
    naive = at.replace(tzinfo=None)
    frame = pl.DataFrame({"naive": [naive], "utc": [at], "whole": [naive.replace(minute=0, microsecond=0)]})
    frame.write_parquet(tmp_path / "a.parquet")

    told = ["2026-07-01 08:30:00.250", "2026-07-01 08:30:00.250+00:00", "2026-07-01 08:00:00"]
    assert table(tmp_path / "a.parquet") == (["naive", "utc", "whole"], [told])


@pytest.mark.parametrize("form", ["array", "wrapped", "lines"])
def test_json_is_read_in_three_forms(tmp_path: Path, form: str) -> None:
    records = [dict(zip(HEADERS, row, strict=True)) for row in ROWS]
    content = {
        "array": json.dumps(records),
        "wrapped": json.dumps({"result": records, "total": 2}),
        "lines": "\n".join(map(json.dumps, records)),
    }[form]
    (tmp_path / "a.csv").write_text(content)

    assert table(tmp_path / "a.csv") == (HEADERS, ROWS)


def test_one_json_object_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "a").write_text('{"a": 1, "b": [1, "x"], "c": {"d": 2}, "e": true}')

    assert table(tmp_path / "a") == (["a", "b", "c", "e"], [["1", "1；x", None, "是"]])


def test_quoted_cells_may_hold_lines_and_ragged_rows_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('a,b\n"x\ny",1\n\nz\n1,2,3\n')

    (batch,) = open_file(tmp_path / "a.csv").batches(10)

    assert batch.cells.rows() == [("x\ny", "1"), ("z", None), ("1", "2")]
    assert batch.broken == {1: "应有 2 列，实有 1 列", 2: "应有 2 列，实有 3 列"}


def test_columns_without_or_with_a_repeated_name_get_their_position(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,,a\n1,2,3\n")

    assert open_file(tmp_path / "a.csv").headers == ["a", "第2列", "a（第3列）"]


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(1025):
                member.write(bytes(1 << 20))
    return target.getvalue()


def plain_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.csv", "a,b\n1,2\n")
    return target.getvalue()


def half_parquet() -> bytes:
    target = io.BytesIO()
    pl.DataFrame({"a": range(10_000)}).write_parquet(target)
    return target.getvalue()[:2000]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (bomb, "解压后超过"),
        (plain_zip, "请先解压"),
        (half_parquet, "不完整"),
        (lambda: b"PK\x03\x04 half a workbook", "不完整"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .xlsx"),
        (lambda: b"%PDF-1.7", "PDF"),
        (lambda: bytes(range(256)) * 40, "编码"),
        (lambda: b"[" * 100_000, "JSON"),
        (lambda: b'{"a": 1}\n{"a": ', "第 2 行"),
        (lambda: b"[1, 2]", "不是 JSON 对象"),
        (lambda: b"a,b\n" + b'"' + b"x" * (LONGEST_CELL + 1), "引号"),
        (lambda: b"\n\n\n", "表头"),
        (lambda: ",".join(f"c{n}" for n in range(501)).encode(), "最多 500 列"),
        (lambda: b"c," * (LONGEST_HEADER // 2 + 1), "第 1 行超过"),
        (lambda: b"a,b\n" + b"," * (LONGEST_LINE + 1), "第 2 行超过"),
    ],
)
def test_what_is_not_a_table_is_refused_with_a_sentence(tmp_path: Path, content: object, why: str) -> None:
    assert callable(content)
    (tmp_path / "a").write_bytes(content())

    with pytest.raises(UnreadableFile) as refused:
        table(tmp_path / "a")

    assert why in refused.value.message


async def test_a_landed_file_lies_unchanged_and_once_under_its_digest(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_bytes(b"a,b\n")

    first = await landing.land(tmp_path / "node", landing.blocks(source))
    again = await landing.land(tmp_path / "node", landing.blocks(source))

    place = landing.path_of(tmp_path / "node", first.digest)
    assert first == again
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"a,b\n", 0o440)
    assert list((tmp_path / "node" / "landing" / "incoming").iterdir()) == []


async def test_nothing_of_an_empty_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()

    with pytest.raises(UnreadableFile, match="0 字节"):
        await landing.land(tmp_path / "node", landing.blocks(tmp_path / "a.csv"))

    assert [path for path in (tmp_path / "node").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_xml_is_read_by_the_element_that_repeats(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        f"""<?xml version="1.0" encoding="{encoding}"?><名单 xmlns="urn:x"><表头/><数据>
        <企业 代码="1"><名称>甲</名称><地址><省>山东</省></地址></企业>
        <企业 代码="2"><名称>乙</名称><产品>胎</产品><产品>带</产品></企业></数据></名单>""".encode(encoding)
    )

    assert table(path) == (
        ["代码", "名称", "地址.省", "产品"],
        [["1", "甲", "山东", None], ["2", "乙", None, "胎；带"]],
    )


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (
            "<rss><channel><title>x</title><item><title>甲</title><link>/a</link></item></channel></rss>",
            "link",
        ),
        (
            '<a:feed xmlns:a="Atom"><a:entry><a:title>甲</a:title><a:link href="/a"/></a:entry></a:feed>',
            "link.href",
        ),
    ],
)
def test_a_feed_is_read_by_its_items(tmp_path: Path, content: str, row: str) -> None:
    path = tmp_path / "feed"
    path.write_text(content)

    assert table(path) == (["title", row], [["甲", "/a"]])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a><d>&b;</d></a>', "实体"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><d>&b;</d></a>', "实体"),
        ("<!DOCTYPE html><html><body><p>登录</p></body></html>", "网页"),
        ("<a>" * 300, "嵌套"),
        ("<a><b>1</b>", "不是合法的 XML"),
    ],
)
def test_hostile_or_broken_xml_is_refused(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "a").write_text(content)

    with pytest.raises(UnreadableFile, match=why):
        open_file(tmp_path / "a")


async def landed(folder: Path, *blocks: bytes) -> bytes:
    async def content() -> AsyncIterator[bytes]:
        for block in blocks:
            yield block

    kept = await landing.land(folder, content())
    return landing.path_of(folder, kept.digest).read_bytes()


async def test_gzip_is_taken_off_however_it_is_cut_and_joined(tmp_path: Path) -> None:
    first, second = b"a,b\n" + b"1,2\n" * 500_000, b"3,4\n"
    packed = gzip.compress(first, mtime=0) + gzip.compress(second, mtime=0)

    assert await landed(tmp_path, packed) == first + second
    assert await landed(tmp_path, *(packed[at : at + 1] for at in range(len(packed)))) == first + second
    assert await landed(tmp_path, b"x") == b"x"


@pytest.mark.parametrize(
    ("cut", "more", "told"), [(-3, b"", "不完整"), (None, b"junk", "末尾有别的"), (12, b"\0" * 9, "已损坏")]
)
async def test_gzip_that_is_not_whole_is_refused(
    tmp_path: Path, cut: int | None, more: bytes, told: str
) -> None:
    with pytest.raises(UnreadableFile, match=told):
        await landed(tmp_path, gzip.compress(b"a,b\n1,2\n" * 99, mtime=0)[:cut] + more)


async def test_a_gzip_bomb_is_stopped_at_the_size_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(landing, "LARGEST_FILE", 4 << 20)
    with pytest.raises(TooLarge, match="按解压后算"):
        await landed(tmp_path, gzip.compress(b"\0" * (64 << 20), mtime=0))
    assert [*(tmp_path / "landing" / "incoming").iterdir()] == []

"""Files of relations that an operator brings: read whole, or refused in words."""

import gzip

import pytest

from brain.kit.errors import Invalid, TooLarge
from brain.scenarios.industry_graph.service import importing

PLAIN = "上游,下游\n炭黑,轮胎\n丁苯橡胶\n".encode()
PACKED = gzip.compress(PLAIN, mtime=0)  # the time would make the test's name another in every process


@pytest.mark.parametrize("content", [PLAIN, PACKED, PLAIN.decode().encode("gb18030")])
def test_rows_come_from_plain_and_packed_files_and_a_short_row_is_filled(content: bytes) -> None:
    rows = list(importing.rows_of(content, "上游", "下游"))

    assert rows == [{"上游": "炭黑", "下游": "轮胎"}, {"上游": "丁苯橡胶", "下游": ""}]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (PACKED[:-9], "不完整或已损坏"),
        (b"\x1f\x8b" + b"\0" * 30, "不完整或已损坏"),
        (b"a,b\n1,2\n", "缺少列：上游"),
        ("上游,下游\n" + "长" * 200_000 + ",轮胎\n", "第 2 行"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(content: bytes | str, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        list(importing.rows_of(content.encode() if isinstance(content, str) else content, "上游"))


def test_a_file_that_unfolds_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "LARGEST_UNPACKED", 1000)

    with pytest.raises(TooLarge):
        importing.rows_of(gzip.compress(b"0" * 1001), "a")

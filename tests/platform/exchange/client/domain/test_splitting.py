"""Batches are cut into parts that fit one send and lose nothing."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.exchange.client.domain.splitting import Envelope, RecordTooLarge, split

ENVELOPE = Envelope(
    batch_id="industry-graph-1",
    source="行业库",
    as_of=datetime(2025, 3, 1, tzinfo=UTC),
    schema_version="1.0",
    snapshot=False,
)


@given(
    sizes=st.lists(st.integers(min_value=0, max_value=400), max_size=60),
    limit=st.integers(min_value=620, max_value=3000),
)
def test_parts_fit_and_hold_every_record_once_in_order(sizes: list[int], limit: int) -> None:
    records = [{"number": number, "text": "x" * size} for number, size in enumerate(sizes)]

    parts = split(ENVELOPE, [json.dumps(record).encode() for record in records], limit)

    bodies = [json.loads(part.body) for part in parts]
    assert all(len(part.body) <= limit for part in parts)
    assert [record for body in bodies for record in body["records"]] == records
    assert [(body["partNumber"], body["partCount"]) for body in bodies] == [
        (number, len(parts)) for number in range(1, len(parts) + 1)
    ]
    assert [part.records for part in parts] == [len(body["records"]) for body in bodies]


def test_the_body_of_a_part_is_written_as_the_protocol_says() -> None:
    (part,) = split(ENVELOPE, [b'{"a":1}', b'{"a":2}'], 10_000)

    assert part.body.decode() == (
        '{"batchId":"industry-graph-1","partNumber":1,"partCount":1,'
        '"asOf":"2025-03-01T00:00:00+00:00","source":"行业库","schemaVersion":"1.0","snapshot":false,"records":[{"a":1},{"a":2}]}'
    )


def test_records_that_just_fit_together_are_not_separated() -> None:
    overhead = len(ENVELOPE.opening(999_999, 999_999)) + 2
    records = [b'"aaaa"', b'"bbbb"', b'"cc"']

    assert [part.records for part in split(ENVELOPE, records, overhead + 18)] == [3]
    assert [part.records for part in split(ENVELOPE, records, overhead + 17)] == [2, 1]


def test_a_record_that_no_part_can_hold_is_refused_with_its_place() -> None:
    with pytest.raises(RecordTooLarge, match="第 2 条记录有 802 字节") as refusal:
        split(ENVELOPE, [b'"a"', b'"' + b"x" * 800 + b'"'], 700)

    assert refusal.value.details == {"loc": "/records/1"}

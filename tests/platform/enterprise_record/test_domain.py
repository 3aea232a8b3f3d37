"""What may be corrected and how it is read; hostile and half-sent words are refused."""

from base64 import b64encode
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.clock import today
from brain.kit.errors import Refusal
from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.enterprise_record.domain.correcting import (
    CORRECTABLE,
    LARGEST_FILE,
    SHOWN,
    evidence_file,
    stated,
)


@pytest.mark.parametrize(
    ("attribute", "text", "values"),
    [
        ("name", "  东营 某某轮胎有限公司\n", {"name": "东营 某某轮胎有限公司"}),
        ("region_code", "370523", {"region_code": "370523"}),
        ("industry_code", "2911", {"industry_code": "C2911"}),
        (
            "reg_capital",
            "50,000,000.5",
            {"reg_capital": Decimal("50000000.50"), "reg_capital_currency": "CNY"},
        ),
        ("establish_date", "2019-05-20", {"establish_date": date(2019, 5, 20)}),
        ("stock_code", "601058.sh", {"stock_code": "601058.SH"}),
    ],
)
def test_what_is_written_is_read(attribute: str, text: str, values: dict[str, Any]) -> None:
    assert stated(attribute, text) == values


@pytest.mark.parametrize(
    ("attribute", "text"),
    [
        ("credit_code", "91370523MA3C0E2T1U"),
        ("legal_person_name", "张三"),
        ("reg_status", "存续"),
        ("name", " \n"),
        ("name", "轮" * 121),
        ("name", "轮\u202e胎"),
        ("region_code", "37052"),
        ("region_code", "990000"),
        ("industry_code", "Z99"),
        ("reg_capital", "五千万"),
        ("reg_capital", "NaN"),
        ("reg_capital", "Infinity"),
        ("reg_capital", "-1"),
        ("reg_capital", "1e40"),
        ("establish_date", "2019/05/20"),
        ("establish_date", "1066-10-14"),
        ("establish_date", (today() + timedelta(days=2)).isoformat()),
        ("stock_code", "<script>"),
    ],
)
def test_what_cannot_be_is_refused(attribute: str, text: str) -> None:
    with pytest.raises(Refusal):
        stated(attribute, text)


@given(st.sampled_from(sorted(CORRECTABLE)), st.text(max_size=40))
def test_whatever_is_written_is_read_or_refused_and_reads_the_same_again(attribute: str, text: str) -> None:
    try:
        values = stated(attribute, text)
    except Refusal:
        return
    assert attribute in values
    assert stated(attribute, str(values[attribute])) == values


def test_every_attribute_has_a_title_or_is_withheld() -> None:
    assert {*SHOWN, "credit_code", "legal_person_name", "stock_code"} >= set(Enterprise.__dataclass_fields__)


@pytest.mark.parametrize(
    "text",
    [
        "不是",
        "JVBERi0",
        b64encode(b"MZ\x90\x00").decode(),
        b64encode(b"<svg onload=alert(1)>").decode(),
        b64encode(b"%PDF-" + b"0" * LARGEST_FILE).decode(),
    ],
)
def test_evidence_is_a_whole_small_document_or_picture(text: str) -> None:
    with pytest.raises(Refusal):
        evidence_file("执照.pdf", text)


def test_evidence_is_what_it_holds_whatever_its_name() -> None:
    file = evidence_file("执照.exe", b64encode(b"\x89PNG\r\n\x1a\n123").decode())
    assert file.content_type == "image/png"

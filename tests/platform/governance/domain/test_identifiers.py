"""What columns hold, told from values and headers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.domain.identifiers import identify
from tests.strategies import credit_codes, enterprise_names, resident_ids

# Numbers of nobody: test ranges of card networks, documentation addresses, invented people.
COLUMNS = [
    ("bank_card", "c1", ["4111 1111 1111 1111", "5555555555554444", "6200000000000005"]),
    ("mobile", "c1", ["13800000000", "+86 139-0000-0000", "159 0000 0000"]),
    ("landline", "c1", ["0546-6400000", "(0532)88880000", "400-800-0000"]),
    ("email", "c1", ["a.b@example.com", "c+d@example.org", "e@mail.example.cn"]),
    ("plate", "c1", ["鲁E00000", "鲁B·D00000", "京A0000警"]),
    ("passport", "护照号", ["E00000000", "EA0000000", "G00000000"]),
    ("ip_address", "c1", ["192.0.2.1", "198.51.100.7", "2001:db8::1"]),
    ("mac_address", "c1", ["00:00:5E:00:53:01", "00-00-5e-00-53-02", "00:00:5e:00:53:03"]),
    ("coordinates", "c1", ["118.4067,37.0537", "37.4346, 118.6747", "(120.382, 36.067)"]),
    ("address", "c1", ["山东省东营市广饶县示例路1号", "青岛市黄岛区示例街2号", "济南市历下区示例大道3号"]),
    ("person_name", "联系人", ["张某某", "欧阳某", "李某"]),
]
NOTHING = [
    ("编号", ["100000000000000001", "100000000000000002", "100000000000000003"]),
    ("数量", ["12", "13.5", "1000000"]),
    ("日期", ["2024-01-02", "20240103", "2024/1/4"]),
    ("品名", ["张力轮", "王水", "李子"]),
    ("版本", ["1.2.3", "2.0.1", "10.4"]),
    ("护照号", ["", None, "  "]),
]


@pytest.mark.parametrize(("kind", "header", "values"), COLUMNS, ids=[column[0] for column in COLUMNS])
def test_a_kind_is_told_from_its_values(kind: str, header: str, values: list[str]) -> None:
    finding = identify(header, [*values, "", None])

    assert finding is not None
    assert (finding.kind, finding.values, finding.matched) == (kind, 3, 3)


@pytest.mark.parametrize(("header", "values"), NOTHING, ids=[column[0] for column in NOTHING])
def test_other_columns_are_left_alone(header: str, values: list[str | None]) -> None:
    assert identify(header, values) is None


@pytest.mark.parametrize(
    ("kind", "values"),
    [("resident_id", resident_ids()), ("credit_code", credit_codes()), ("organisation", enterprise_names())],
)
def test_generated_columns_are_told_without_a_header(kind: str, values: st.SearchStrategy[str]) -> None:
    @given(st.lists(values, min_size=5, max_size=20))
    def told(column: list[str]) -> None:
        finding = identify("c1", column)
        assert finding is not None
        assert finding.kind == kind

    told()


def changed_at_the_end(numbers: list[str]) -> list[str]:
    return [number[:17] + ("1" if number[17] != "1" else "2") for number in numbers]


@given(st.lists(resident_ids(), min_size=5, max_size=20))
def test_numbers_with_wrong_check_digits_are_not_called_identity_numbers(numbers: list[str]) -> None:
    finding = identify("c1", changed_at_the_end(numbers))

    assert finding is None or finding.kind != "resident_id"


@pytest.mark.parametrize("hide", [lambda text: text[:3] + "****" + text[7:], lambda text: "*" * 11])
def test_masked_values_count_where_the_header_names_them(hide: Callable[[str], str]) -> None:
    values = [hide(f"1380000000{digit}") for digit in range(5)]

    named, unnamed = identify("手机号", values), identify("c1", values)

    assert unnamed is None
    assert named is not None
    assert (named.kind, named.matched, named.masked) == ("mobile", 0, 5)

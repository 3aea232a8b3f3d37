"""What columns hold, told from values and headers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.domain.identifiers import hide, identify
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
    ("foreign_phone", "c1", ["+44 20 7946 0000", "(202) 555-0100", "+1-202-555-0101x12"]),
    ("organisation", "c1", ["Example Steel Co., Ltd.", "Sample GmbH", "University of Example"]),
    (
        "address",
        "c1",
        ["1 Example Street, Sampletown", "22 Sample Ave\nExample, OH 43001", "Flat 3, Example Rd"],
    ),
    ("person_name", "c1", ["Mary Example", "Dr John Sample", "Sample, Anna"]),
    ("finance", "利润总额(万元)", ["1,234.50", "-88.1万元", "¥90,000"]),
    ("output", "dailyOutput", ["1200", "1180.5 t", "96.5%"]),
    ("energy", "综合能耗", ["12.5", "13.1 kWh", "900"]),
    ("process_parameter", "硫化温度", ["151", "149.5℃", "150±2℃"]),
    ("recipe", "配方", ["炭黑 45份，硫磺 2%", "3:1:0.5", "NaCl 5kg；H2O 90kg"]),
    ("equipment_code", "machineId", ["CNC-001", "压机12#", "EQ_77A"]),
]
NOTHING = [
    ("编号", ["100000000000000001", "100000000000000002", "100000000000000003"]),
    ("数量", ["12", "13.5", "1000000"]),
    ("日期", ["2024-01-02", "20240103", "2024/1/4"]),
    ("品名", ["张力轮", "王水", "李子"]),
    ("版本", ["1.2.3", "2.0.1", "10.4"]),
    ("护照号", ["", None, "  "]),
    ("序列号", ["13800000001", "13800000002", "13800000003", "13800000004", "13800000005"]),
    ("c1", ["13800000001", "13800000002", "13800000003", "13800000004", "13800000005"]),
    ("固件", ["1.2.3.4", "2.0.1.15", "10.4.0.1"]),
    ("IMEI", ["490154203237518", "356938035643809", "867400022047199"]),
    ("手机型号", ["Mate 60", "X100", "P70"]),
    ("利润中心", ["1100", "1200", "1300"]),
    ("Food Price Index", ["84.1", "85.2", "86.3"]),
    ("营业收入同比", ["22.2", "24.7", "-3.1"]),
    ("所在地市", ["滨州市", "德州市", "东营市"]),
    ("税率", ["13%", "9%", "6%"]),
    ("收入确认日期", ["2024-01-02", "2024-02-03", "2024-03-04"]),
    ("企业类型", ["有限责任公司", "股份有限公司", "个体工商户"]),
    ("量程", ["12.3456, 7.8901", "30.1234, 45.6789", "1.2345, 9.8765"]),
    ("name", ["Hex Bolt", "Steel Flange", "Gear Box"]),
    ("job", ["Sales Manager", "Plant Engineer", "Office Clerk"]),
    ("city", ["Santa Clara", "St. Louis", "San Diego"]),
]


@pytest.mark.parametrize(
    ("kind", "header", "values"),
    COLUMNS,
    ids=[f"{column[0]} {place}" for place, column in enumerate(COLUMNS)],
)
def test_a_kind_is_told_from_its_values(kind: str, header: str, values: list[str]) -> None:
    finding = identify(header, [*values, "", None])

    assert finding is not None
    assert (finding.kind, finding.values, finding.matched) == (kind, 3, 3)


@pytest.mark.parametrize(
    ("header", "values"), NOTHING, ids=[f"{column[0]} {place}" for place, column in enumerate(NOTHING)]
)
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


def test_what_spreadsheets_do_to_numbers_is_undone() -> None:
    finding = identify(
        "c1",
        ["'13800000000", "１３９００００１１１１", "15900002222.0", "\u200b15800003333", "电话：18700004444"],
    )

    assert finding is not None
    assert (finding.kind, finding.matched) == ("mobile", 5)


def test_a_misleading_header_does_not_decide() -> None:
    finding = identify("备注", ["a@example.com", "b@example.org", "c@example.net"])

    assert finding is not None
    assert (finding.kind, finding.by_header) == ("email", False)


def test_mistaken_numbers_count_under_the_header_that_asks_for_them() -> None:
    """Whoever files 身份证号 has personal data, even where a digit is wrong."""
    finding = identify("身份证号", ["370502199001010000", "370502900101001", "370502198802300011"])

    assert finding is not None
    assert (finding.kind, finding.proven) == ("resident_id", False)


def test_examples_are_hidden_for_the_most_part() -> None:
    finding = identify("邮箱", ["someone@example.com", "another@example.com", "third@example.com"])

    assert finding is not None
    assert finding.share == 1
    assert finding.examples == ("som************", "ano************", "thi************")
    assert [hide(name) for name in ("李", "李某", "欧阳某某")] == ["*", "李*", "欧***"]


def test_two_kinds_of_telephone_are_one_column() -> None:
    finding = identify("c1", ["13800000000", "0546-6400000", "15900002222", "010-88880000", "18700004444"])

    assert finding is not None
    assert finding.kind == "mobile"

"""Whole imports: what is taken over, warned about and rejected; repeating, resuming, failing."""

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from brain.kit.errors import Invalid
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Family, Filters
from brain.platform.ingestion.contract import Delivery, Import, Plan, Status
from brain.platform.ingestion.service import imports, running
from brain.reference.credit_code import check_digit
from tests.conftest import RunningNode
from tests.platform.ingestion.deliveries import delivery

CODE, OTHER, THIRD = "91370523EXAMP0001W", "91370523EXAMP00020", "91370523EXAMP00033"
HEADERS = [
    "统一社会信用代码",
    "企业名称",
    "成立日期",
    "注册资本(万元)",
    "币种",
    "行政区划代码",
    "住所",
    "行业",
    "曾用名",
]
GOOD = [
    CODE,
    "山东甲子轮胎有限公司",
    "2001年2月3日",
    "1,000",
    "美元",
    "371202",
    "广饶县示例路1号",
    "橡胶和塑料制品业",
    "甲厂；乙厂",
]


def row(code: str = CODE, name: str = "山东甲子轮胎有限公司", *rest: str) -> list[str]:
    return [code, name, *rest, *[""] * (len(HEADERS) - 2 - len(rest))]


async def bring(
    node: RunningNode,
    folder: Path,
    rows: Sequence[Sequence[str]],
    dataset: str = "enterprises",
    delivered: Delivery | None = None,
    headers: Sequence[str] = HEADERS,
) -> Import:
    path = folder / f"{dataset}.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([headers, *rows])
    delivered = delivered or await delivery(node.node)
    return await imports.import_file(node.node, path, dataset, delivered)


async def problems(node: RunningNode, done: Import, *, fatal: bool) -> list[tuple[int, str, str]]:
    async with node.node.database.transaction() as session:
        found, _ = await imports.problems_of(session, done.id, fatal=fatal, offset=0, limit=100)
    return [(problem.row, problem.field, problem.message) for problem in found]


async def count(node: RunningNode) -> int:
    async with node.node.database.transaction() as session:
        return (await warehouse.search(session, Filters(), offset=0, limit=1))[1]


async def test_a_row_is_read_into_typed_values(centre: RunningNode, tmp_path: Path) -> None:
    done = await bring(centre, tmp_path, [GOOD])

    async with centre.node.database.transaction() as session:
        found = await warehouse.get_by_code(session, CODE)
        history = await warehouse.history(session, CODE)
    assert (done.status, done.inserted, done.rejected, done.warned, done.rows_done) == (
        Status.DONE,
        1,
        0,
        0,
        1,
    )
    assert found is not None
    assert found.establish_date == date(2001, 2, 3)
    assert (found.reg_capital, found.reg_capital_currency) == (Decimal(10_000_000), "USD")
    assert (found.region_code, found.industry_code) == ("370116", "C29")  # 莱城区 is 莱芜区 of 济南 today
    assert found.former_names == ["甲厂", "乙厂"]
    source = history[Family.BASIC][0].source
    assert (source.provider, source.as_of, source.landing_digest) == (
        "甲方",
        date(2019, 12, 31),
        done.landing_digest,
    )


async def test_the_same_file_twice_is_one_import(centre: RunningNode, tmp_path: Path) -> None:
    first = await bring(centre, tmp_path, [GOOD])

    again = await bring(centre, tmp_path, [GOOD])

    assert again == first
    async with centre.node.database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM data_warehouse_loading")) == 1


async def test_the_same_rows_under_another_origin_change_nothing(centre: RunningNode, tmp_path: Path) -> None:
    await bring(centre, tmp_path, [GOOD])

    later = await delivery(centre.node, date(2020, 12, 31), name="乙方登记", provider="乙方")
    again = await bring(centre, tmp_path, [GOOD], delivered=later)

    assert (again.inserted, again.changed, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize(
    ("cells", "field", "message"),
    [
        (row("9137"), "credit_code", "“9137”不是统一社会信用代码"),
        (row(""), "credit_code", "缺少统一社会信用代码"),
        (row(name=" "), "name", "缺少企业名称"),
        (row(name="长" * 201), "name", "企业名称超过 200 个字符"),
        (row(name="甲\0乙"), "name", "含有空字符（NUL）"),
        ([CODE, "少列"], "", "应有 9 列，实有 2 列"),
    ],
)
async def test_a_row_that_cannot_be_used_is_rejected_with_its_reason(
    centre: RunningNode, tmp_path: Path, cells: list[str], field: str, message: str
) -> None:
    done = await bring(centre, tmp_path, [cells, row(OTHER, "乙")])

    ((number, where, why), *_) = await problems(centre, done, fatal=True)
    assert (done.rejected, done.inserted) == (1, 1)
    assert (number, where) == (1, field)
    assert why.startswith(message)


@pytest.mark.parametrize(
    ("cells", "field", "message"),
    [
        (row(CODE[:-1] + "A"), "credit_code", "统一社会信用代码的校验位不正确"),
        (row(CODE, "甲", "2019-02-30"), "establish_date", "“2019-02-30”不是可以识别的日期"),
        (row(CODE, "甲", "", "很多"), "reg_capital", "“很多”不是可以识别的注册资本"),
        (row(CODE, "甲", "", "9" * 20), "reg_capital", "金额“99999999999999999999”超出合理范围"),
        (
            row(CODE, "甲", "", "", "", "370599"),
            "region_code",
            "行政区划代码 370599 不在 GB/T 2260 中，按东营市处理",
        ),
        (row(CODE, "甲", "", "", "", "", "", "造火箭"), "industry_code", "“造火箭”不是国民经济行业代码"),
        (row(CODE, "甲", "", "", "", "", "长" * 1001), "address", "住所超过 1000 个字符"),
    ],
)
async def test_a_doubtful_value_is_warned_about_and_the_row_taken_over(
    centre: RunningNode, tmp_path: Path, cells: list[str], field: str, message: str
) -> None:
    done = await bring(centre, tmp_path, [cells])

    ((_, where, why),) = await problems(centre, done, fatal=False)
    assert (done.inserted, done.warned, where) == (1, 1, field)
    assert why.startswith(message)


async def test_a_repeated_code_is_rejected_and_a_shared_name_warned_about(
    centre: RunningNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 2)
    rows = [row(), row(OTHER, "山东甲子轮胎有限责任公司"), row(CODE, "别名")]

    done = await bring(centre, tmp_path, rows)

    assert (done.inserted, done.rejected, done.warned) == (2, 1, 1)
    assert await problems(centre, done, fatal=True) == [
        (3, "credit_code", "与第 1 条记录重复（统一社会信用代码相同）")
    ]
    assert await problems(centre, done, fatal=False) == [(2, "name", f"与企业 {CODE} 同名")]


async def test_regions_come_from_columns_of_names_or_from_the_address(
    centre: RunningNode, tmp_path: Path
) -> None:
    headers = ["信用代码", "名称", "省份", "城市", "地址"]
    rows = [[CODE, "甲", "山东", "东营", "x"], [OTHER, "乙", "", "", "山东省青岛市黄岛区示例路"]]

    await bring(centre, tmp_path, rows, headers=headers)

    async with centre.node.database.transaction() as session:
        found = await warehouse.get_many(session, [CODE, OTHER])
    assert {code: one.region_code for code, one in found.items()} == {CODE: "370500", OTHER: "370211"}


async def test_an_import_cut_off_goes_on_from_its_checkpoint_without_doubling(
    centre: RunningNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 2)
    path = tmp_path / "enterprises.csv"
    codes = [CODE, "bad", OTHER, CODE, THIRD]
    path.write_text(
        "\n".join(["统一社会信用代码,企业名称", *(f"{code},企业{n}" for n, code in enumerate(codes))])
    )

    async def die(_: Import) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await imports.import_file(centre.node, path, "enterprises", await delivery(centre.node), die)
    async with centre.node.database.transaction() as session:
        halfway = (await imports.newest(session, offset=0, limit=1))[0][0]
    done = await imports.import_file(centre.node, path, "enterprises", await delivery(centre.node))

    assert (halfway.status, halfway.rows_done, halfway.inserted) == (Status.RUNNING, 2, 1)
    assert (done.status, done.rows_done, done.inserted, done.rejected) == (Status.DONE, 5, 3, 2)
    assert [(number, why) for number, _, why in await problems(centre, done, fatal=True)] == [
        (2, "“bad”不是统一社会信用代码：应为18位数字和大写字母，不含 I、O、S、V、Z"),
        (4, "与第 1 条记录重复（统一社会信用代码相同）"),
    ]
    assert await count(centre) == 3


async def test_a_file_that_breaks_off_in_the_middle_fails_and_keeps_what_was_taken_over(
    centre: RunningNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 10)
    bodies = [f"91370523EXAMP{number:04d}" for number in range(1, 31)]
    lines = [f"{body}{check_digit(body)},企业{body[-4:]}" for body in bodies]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["统一社会信用代码,企业名称", *lines, '"' + "x" * 200_000]))

    done = await imports.import_file(centre.node, path, "enterprises", await delivery(centre.node))

    assert (done.status, done.rows_done, done.inserted) == (Status.FAILED, 30, 30)
    assert done.problem is not None
    assert "引号没有配对" in done.problem
    assert await count(centre) == 30


async def test_lists_that_name_enterprises_are_matched_by_name(centre: RunningNode, tmp_path: Path) -> None:
    await bring(centre, tmp_path, [row(), row(OTHER, "乙公司"), row(THIRD, "乙公司")])
    rows = [
        ["山东甲子轮胎有限责任公司", "瞪羚", "2019年"],
        ["没有这家", "瞪羚", "2019"],
        ["乙公司", "瞪羚", "2019"],
    ]

    done = await bring(centre, tmp_path, rows, "honours", headers=["企业名称", "荣誉名称", "年度"])

    async with centre.node.database.transaction() as session:
        assert [h.year for h in await warehouse.families(session, CODE, Family.HONOUR)] == [2019]  # type: ignore[union-attr]
    assert (done.inserted, done.rejected) == (1, 2)
    assert [why for _, _, why in await problems(centre, done, fatal=True)] == [
        "未匹配到企业",
        "有多家同名企业，请改用统一社会信用代码",
    ]


async def test_every_data_set_has_its_importer(centre: RunningNode, tmp_path: Path) -> None:
    await bring(centre, tmp_path, [row()])
    tables = {
        "patents": {"申请号": "EXAMP1", "专利名称": "胎", "统一社会信用代码": CODE, "申请日": "2019-01-02"},
        "trademarks": {"注册号": "1", "国际分类": "12", "商标名称": "甲子", "统一社会信用代码": CODE},
        "investments": {
            "投资方统一社会信用代码": CODE,
            "被投资企业名称": "乙",
            "出资额(元)": "500",
            "持股比例": "51%",
        },
        "listings": {"ts_code": "600000.SH", "full_name": "山东甲子轮胎有限公司"},
        "industries": {"code": "C", "name": "制造业", "level": "1", "parent": "", "section": "C"},
    }

    done = {
        dataset: await bring(centre, tmp_path, [[*cells.values()]], dataset, headers=[*cells])
        for dataset, cells in tables.items()
    }

    assert {dataset: (one.status, one.inserted, one.changed) for dataset, one in done.items()} == {
        "patents": (Status.DONE, 1, 0),
        "trademarks": (Status.DONE, 1, 0),
        "investments": (Status.DONE, 1, 0),
        "listings": (Status.DONE, 0, 1),
        "industries": (Status.DONE, 1, 0),
    }
    async with centre.node.database.transaction() as session:
        (investment,) = await warehouse.families(session, CODE, Family.INVESTMENT)
        found = await warehouse.get_by_code(session, CODE)
    assert (investment.amount, investment.ratio) == (Decimal(500), Decimal(51))  # type: ignore[union-attr]
    assert found is not None
    assert found.stock_code == "600000.SH"


async def test_a_table_of_industries_that_contradicts_itself_fails_as_a_whole(
    centre: RunningNode, tmp_path: Path
) -> None:
    rows = [["C", "制造业", "1", "", "C"], ["29", "橡胶", "3", "C", "C"]]

    done = await bring(
        centre, tmp_path, rows, "industries", headers=["code", "name", "level", "parent", "section"]
    )

    assert done.status is Status.FAILED
    assert done.problem is not None
    assert done.problem.startswith("第 3 行")


async def test_a_file_without_the_required_columns_is_refused_before_anything_happens(
    centre: RunningNode, tmp_path: Path
) -> None:
    with pytest.raises(Invalid) as refused:
        await bring(centre, tmp_path, [["a", "b"]], headers=["列一", "列二"])

    assert "统一社会信用代码、企业名称" in refused.value.details["fields"][0]["message"]
    async with centre.node.database.transaction() as session:
        assert await imports.newest(session, offset=0, limit=10) == ([], 0)


async def test_a_mapping_that_was_used_is_proposed_again(centre: RunningNode, tmp_path: Path) -> None:
    done = await bring(centre, tmp_path, [["甲方编号", CODE, "甲"]], headers=["编号", "信用代码", "名称"])
    turned = tuple(column for column in done.mapping if column.field != "name")
    plan = Plan(
        dataset="enterprises",
        landing_digest=done.landing_digest,
        mapping=(*turned, done.mapping[1].__class__(column="编号", field="name")),
        delivery=await delivery(centre.node),
    )

    async with centre.node.database.transaction() as session:
        await imports.start(session, centre.node, plan, by="test")
    again = await bring(centre, tmp_path, [["乙方编号", OTHER, "乙"]], headers=["编号", "信用代码", "名称"])

    assert {column.field: column.column for column in again.mapping} == {
        "credit_code": "信用代码",
        "name": "编号",
    }


@pytest.mark.real_data
async def test_the_real_registrations_are_imported_whole(centre: RunningNode, real_data: Path) -> None:
    path = real_data / "enterprises_shandong" / "enterprises_shandong.parquet"

    done = await imports.import_file(centre.node, path, "enterprises", await delivery(centre.node))

    assert (done.status, done.inserted, done.rejected) == (Status.DONE, 115_839, 0)
    async with centre.node.database.transaction() as session:
        tyres = await warehouse.search(session, Filters(region="370523", text="轮胎"), offset=0, limit=1)
    assert tyres[1] == 16

"""A newcomer's own file becomes a graded, checked data set: declared, confirmed, delivered, asked."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Site, Visit, Visitor
from tests.journeys.test_the_loop import certify, register_source

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(300)]
CONTENT = "企业名称,产品,月份,产能（万条）,联系手机\n" + "".join(
    f"甲{number}轮胎有限公司,{product},{month},{number * 10}.5,138{number:08}\n"
    for number in range(1, 21)
    for product in ("全钢胎", "半钢胎")
    for month in range(1, 4)
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "轮胎产能调查.csv"
    path.write_bytes(CONTENT.encode("gb18030"))
    return path


def test_a_file_of_ones_own_becomes_a_data_set(demonstration: Site, visit: Visit, file: Path) -> None:
    operator = visit(demonstration, "brain", "operator")
    reviewer = visit(demonstration, "brain", "reviewer")
    analyst = visit(demonstration, "brain", "analyst", size=PHONE)

    source = register_source(operator.go("/ingestion/sources"))
    declare(operator.go("/data-sets"), file)
    wait_for_a_reviewer(operator.page)
    certify(reviewer.go(f"/ingestion/sources/{source}"))
    confirm(reviewer.go("/data-sets"))
    deliver(operator.go("/data-sets/industry/tyre_capacity"), file)
    see_it_built(operator)
    see_it_masked(analyst.go("/data-sets/industry/tyre_capacity"))
    grade(reviewer.go("/data-sets/industry/tyre_capacity"))
    compute(operator.go("/data-sets/query"))
    confirm(reviewer.go("/data-sets"), "各产品产能")
    see_where_it_comes_from(operator)
    assert [operator.axe(), reviewer.axe(), analyst.axe()] == [[], [], []]
    assert analyst.overflow() == 0


def declare(page: Page, file: Path) -> None:
    """A name that no query could write is told at once."""
    page.get_by_role("link", name="登记数据集").click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并预览").click()
    page.get_by_role("textbox", name="查询用名").fill("轮胎产能")
    page.get_by_role("textbox", name="责任部门").fill("产业运营部")
    page.get_by_role("textbox", name="内容与来源").fill("每行是一家企业一种产品一个月的产能")
    expect(page.get_by_role("row").filter(has_text="联系手机")).to_contain_text("手机号")
    expect(page.get_by_role("switch", name="联系手机 · 个人信息")).to_be_checked()
    expect(page.get_by_role("switch", name="月份 · 键")).to_be_checked()
    page.get_by_role("button", name="提交确认").click()
    page.get_by_text("只用小写字母").first.wait_for()
    page.get_by_role("textbox", name="查询用名").fill("tyre_capacity")
    page.get_by_role("button", name="提交确认").click()


def wait_for_a_reviewer(page: Page) -> None:
    page.get_by_text("已登记，等待审批人员核对各列级别").wait_for()
    expect(page.get_by_role("link", name="导入数据")).to_have_count(0)
    expect(page.get_by_role("button", name="确认登记")).to_have_count(0)


def confirm(page: Page, title: str = "轮胎产能调查") -> None:
    page.get_by_role("region", name="待确认的登记").first.get_by_role("link", name=title).click()
    page.get_by_role("button", name="确认登记").click()
    page.get_by_text("已确认", exact=True).first.wait_for()


def deliver(page: Page, file: Path) -> None:
    page.get_by_role("link", name="导入数据").click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并预览").click()
    page.get_by_text("已沿用上次").wait_for()
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("combobox", name="数据源").fill("企业登记")
    page.get_by_role("option", name="山东省企业登记信息（演示）").click()
    page.get_by_label("数据截止日期").fill("2026-06-30")
    page.get_by_role("button", name="开始导入").click()
    expect(page.get_by_text("完成", exact=True).first).to_be_visible(timeout=60_000)


def see_it_built(operator: Visitor) -> None:
    """The import itself asks for the build."""
    for _ in range(60):
        page = operator.go("/data-sets/industry/tyre_capacity")
        if page.get_by_role("region", name="前若干行").count():
            break
        page.wait_for_timeout(1000)
    expect(page.get_by_text("版本 1").first).to_be_visible()
    expect(page.get_by_role("region", name="前若干行").first).to_contain_text("轮胎产能调查")


def see_it_masked(page: Page) -> None:
    expect(page.get_by_role("region", name="前若干行").first).to_contain_text("轮胎产能调查")
    expect(page.get_by_role("region", name="前若干行").first).not_to_contain_text("138000")


def grade(page: Page) -> None:
    page.get_by_role("button", name="product · 定级").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("2 级").check()
    dialog.get_by_role("textbox", name="理由").fill("商业秘密")
    dialog.get_by_role("button", name="定级").click()
    page.get_by_text("人工定级").wait_for()


def compute(page: Page) -> None:
    """A computed column keeps the grade of what it comes from."""
    statement = "SELECT product, sum(capacity) AS capacity FROM industry.tyre_capacity GROUP BY product"
    page.get_by_role("textbox", name="查询语句").fill(statement)
    page.get_by_role("button", name="执行").click()
    page.get_by_role("link", name="登记为数据集").click()
    page.get_by_role("textbox", name="名称", exact=True).fill("各产品产能")
    page.get_by_role("textbox", name="查询用名").fill("product_capacity")
    page.get_by_role("textbox", name="责任部门").fill("产业运营部")
    page.get_by_role("textbox", name="内容与来源").fill("每行是一种产品的产能合计")
    expect(page.get_by_role("row").filter(has_text="capacity")).to_contain_text("2 级")
    page.get_by_role("button", name="提交确认").click()
    page.get_by_text("待确认", exact=True).first.wait_for()


def see_where_it_comes_from(operator: Visitor) -> None:
    for _ in range(60):
        page = operator.go("/data-sets/industry/product_capacity")
        if page.get_by_role("region", name="前若干行").count():
            break
        page.wait_for_timeout(1000)
    expect(page.get_by_role("region", name="前若干行").first).to_contain_text("全钢胎")
    expect(page.get_by_role("region", name="血缘").first).to_contain_text("industry.tyre_capacity.capacity")

"""A newcomer's own file becomes a graded, matched, checked data set that a scenario and the province read."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Site, Visit, Visitor
from tests.journeys.test_the_loop import MAKER, certify, register_source

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(300)]
NAMES = [MAKER, *(f"甲{number}轮胎有限公司" for number in range(2, 21))]
CONTENT = "企业名称,产品,月份,产能（万条）,占比,联系手机\n" + "".join(
    f"{name},{product},{month},{number * 10}.5,0.5,138{number:08}\n"
    for number, name in enumerate(NAMES, start=1)
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
    let_the_graph_read_it(operator.go("/industry-graph/upkeep"))
    see_who_reads_it(operator.go("/data-sets/industry/tyre_capacity"))
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


def built(visitor: Visitor, name: str) -> Page:
    """The page of a data set, once it has a version."""
    for _ in range(60):
        page = visitor.go(f"/data-sets/{name}")
        if page.get_by_role("region", name="前若干行").count():
            break
        page.wait_for_timeout(1000)
    return page


def see_it_built(operator: Visitor) -> None:
    """The import itself asks for the build."""
    page = built(operator, "industry/tyre_capacity")
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
    page = built(operator, "industry/product_capacity")
    expect(page.get_by_role("region", name="前若干行").first).to_contain_text("全钢胎")
    expect(page.get_by_role("region", name="血缘").first).to_contain_text("industry.tyre_capacity.capacity")


def let_the_graph_read_it(page: Page) -> None:
    page.get_by_role("button", name="读取数据集").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("企业产品").check()
    choose(page, "数据集", "轮胎产能调查")
    choose(page, "企业（全称或信用代码）的列", "企业名称（")
    choose(page, "产品的列", "产品（")
    choose(page, "权重的列", "占比（")
    dialog.get_by_role("button", name="读取数据集").click()
    expect(page.get_by_text("已读版本 1")).to_be_visible(timeout=30_000)
    row = page.get_by_role("row").filter(has_text="industry.tyre_capacity")
    expect(row).to_contain_text("120 行，对应到本链 120 行")


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("listbox", name=label).get_by_role("option", name=option).click()


def see_who_reads_it(page: Page) -> None:
    readers = page.get_by_role("region", name="血缘").first
    expect(readers.get_by_role("link", name="产业全景图谱：企业产品")).to_be_visible()


def test_what_a_brain_shares_reaches_the_province_and_both_count_the_same(
    demonstration: Site, visit: Visit, tmp_path: Path
) -> None:
    """What the centre takes in is declared there from the file that the brain lets people download."""
    giver, approver = (visit(demonstration, "brain", name) for name in ("operator", "reviewer"))
    taker, certifier = (visit(demonstration, "centre", name) for name in ("operator", "reviewer"))

    giver.go("/data-sets").get_by_role("button", name="立即构建").click()
    built(giver, "industry/chain_product")
    number = propose(giver.go("/sharing/new?dataSet=industry.chain_product"))
    approve(approver.go(f"/sharing/{number}"))
    token, file = hand_over(giver.go(f"/sharing/{number}"), tmp_path)
    source = register_source(taker.go("/ingestion/sources"), "轮胎橡胶产业大脑（演示）")
    certify(certifier.go(f"/ingestion/sources/{source}"))
    declare_shared(taker.go("/data-sets"), file)
    confirm(certifier.go("/data-sets"), "各市产业链产品")
    collect(taker.go(f"/ingestion/sources/{source}"), f"{giver.home}/api/shared/{number}", token)
    expect(giver.go(f"/sharing/{number}").get_by_role("region", name="接收方的回执").first).to_contain_text(
        "相符"
    )
    assert [giver.axe(), taker.axe()] == [[], []]


def propose(page: Page) -> str:
    page.get_by_role("textbox", name="接收方").fill("省级能力中心")
    choose(page, "接收方类型", "省级交换")
    page.get_by_label("截止日期").fill("2099-12-31")
    page.get_by_role("textbox", name="用途").fill("全省产业链监测")
    for column in ("product", "city_code", "enterprises"):
        page.get_by_role("switch", name=f"{column} · 给出", exact=True).check()
    page.get_by_role("button", name="提交审批").click()
    page.wait_for_url(re.compile(r"/sharing/\d+$"))
    return page.url.rpartition("/")[2]


def approve(page: Page) -> None:
    page.get_by_role("button", name="同意").click()
    page.get_by_role("dialog").get_by_label("意见").fill("符合约定")
    page.get_by_role("dialog").get_by_role("button", name="同意").click()
    page.get_by_text("共享中").first.wait_for()


def hand_over(page: Page, folder: Path) -> tuple[str, Path]:
    with page.expect_download() as came:
        page.get_by_role("link", name="CSV").click()
    file = folder / "各市产业链产品.csv"
    came.value.save_as(file)
    page.get_by_role("button", name="发放令牌").click()
    return page.get_by_role("dialog").locator("pre").inner_text().strip(), file


def declare_shared(page: Page, file: Path) -> None:
    page.get_by_role("link", name="登记数据集").click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并预览").click()
    page.get_by_role("textbox", name="查询用名").fill("chain_product_by_city")
    page.get_by_role("textbox", name="责任部门").fill("产业运营部")
    page.get_by_role("textbox", name="内容与来源").fill("产业大脑按约定共享")
    page.get_by_role("button", name="提交确认").click()
    page.get_by_text("已登记，等待审批人员核对各列级别").wait_for()


def collect(page: Page, url: str, token: str) -> None:
    """The second time nothing is new, and the count of the first is told back."""
    page.get_by_role("link", name="新建采集任务").click()
    choose(page, "从哪里取", "另一节点的共享")
    choose(page, "数据集", "各市产业链产品")
    page.get_by_label("地址").fill(url)
    page.get_by_label("密码或密钥").fill(token)
    page.get_by_role("button", name="试连并预览").click()
    page.get_by_role("button", name="下一步").click()
    page.get_by_label(re.compile("^名称")).fill("每日取产业大脑的共享")
    page.get_by_label("数据名称").fill("产业链产品 {date}")
    page.get_by_role("button", name="保存").click()
    done = page.get_by_role("row").filter(has_text="完成")
    page.get_by_role("button", name="立即采集").click()
    expect(done).to_have_count(1, timeout=30_000)
    for _ in range(20):  # refused until the import is over
        page.get_by_role("button", name="立即采集").click()
        page.wait_for_timeout(1500)
        if done.count() > 1:
            break
    expect(done.nth(1)).to_be_visible()  # or more: a slow one may have been asked for twice

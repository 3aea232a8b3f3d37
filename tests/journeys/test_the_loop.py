"""The loop of annex 3, clicked through by its people: apply, approve, test, promote, pull, graph, report."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from brain.nodes.demonstration import world
from tests.journeys.conftest import PHONE, Site, Visit
from tests.journeys.staff import appoint

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(600)]

UNIT = "东营轮胎橡胶产业大脑运营有限公司"
UNIT_CODE = "91370523MA0000000U"
MAKER = "广饶甲子轮胎有限公司"
KEYWORDS = ["轮胎", "橡胶", "炭黑", "帘子布"]


@pytest.fixture(scope="module")
def registrations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated world's register, and one row that cannot be taken: it has no name."""
    file = world.write(tmp_path_factory.mktemp("world"))["enterprises"]
    code, *others = file.read_text("utf-8").splitlines()[-1].split(",")
    with file.open("a", encoding="utf-8") as more:
        more.write(",".join([f"9{code[1:17]}X", *([""] * len(others))]) + "\n")
    return file


def test_a_brain_joins_the_centre_and_reports_its_graph(
    empty_site: Site, visit: Visit, registrations: Path
) -> None:
    for node, name, role in (
        ("centre", "zhao.min", "运营人员"),
        ("centre", "qian.wei", "审批人员"),
        ("brain", "sun.lei", "运营人员"),
        ("brain", "li.na", "分析人员"),
    ):
        appoint(empty_site, visit, node, name, role)
    centre, reviewer = (visit(empty_site, "centre", name) for name in ("zhao.min", "qian.wei"))
    brain = visit(empty_site, "brain", "sun.lei")

    source = register_source(centre.go("/ingestion/sources"))
    certify(reviewer.go(f"/ingestion/sources/{source}"))
    import_registrations(centre.go("/ingestion/imports"), registrations)
    code = issue_enrolment_code(centre.go("/exchange/applications"))
    number = apply_with(brain.go("/exchange/client/applications"), code)
    return_for_amendment(reviewer.go("/exchange/applications"), number)
    refresh(brain.go("/exchange/client/applications"), number)
    amend_and_submit_again(brain.go("/"))
    approve(reviewer.go(f"/exchange/applications/{number}"))
    pass_the_joint_test(brain.go("/exchange/client/applications"), number)
    promote(reviewer.go(f"/exchange/applications/{number}"))
    collect_credentials(brain.go("/exchange/client/applications"), number)
    pulled = pull_the_chain(brain.go("/exchange/client/pulls"))
    see_the_graph(visit(empty_site, "brain", "li.na").go("/industry-graph"), pulled)
    see_the_report(centre.go("/exchange/overview"))
    find_it_in_the_own_ledger(brain.go("/exchange/client/ledger"))
    suspend(reviewer.go(f"/exchange/applications/{number}"))
    be_refused_while_suspended(brain.go("/exchange/client/pulls"), MAKER)
    resume(reviewer.go(f"/exchange/applications/{number}"))
    look_up(brain.go("/exchange/client/pulls"), MAKER)
    assert [centre.axe(), reviewer.axe(), brain.axe()] == [[], [], []]


def register_source(page: Page, name: str = "山东省企业登记信息（演示）") -> str:
    """The number of the new source. Who registers it cannot certify it, and it delivers nothing yet."""
    page.get_by_role("link", name="登记数据源").click()
    page.get_by_label("数据源名称").fill(name)
    page.get_by_label("提供方").fill("山东省市场监督管理局（演示）")
    page.get_by_label("统一社会信用代码").fill("123")
    page.get_by_label("依据文件").fill("数据共享授权书（演示）")
    page.get_by_label("责任部门").fill("数据运营部")
    page.get_by_label("联系部门或岗位").fill("数据运营部")
    page.get_by_label("使用目的").fill("产业分析")
    page.get_by_role("button", name="登记数据源").click()
    page.get_by_text("应为18位数字和大写字母").wait_for()
    page.get_by_label("统一社会信用代码").fill("")
    page.get_by_role("button", name="登记数据源").click()
    page.get_by_text("还没有认证").wait_for()
    expect(page.get_by_role("button", name="认证", exact=True)).to_have_count(0)
    return page.url.rsplit("/", 1)[1]


def certify(page: Page) -> None:
    page.get_by_role("button", name="认证", exact=True).click()
    dialog = page.get_by_role("dialog", name="认证")
    dialog.get_by_label("担保方").fill("省大数据中心（演示）")
    dialog.get_by_label("核验内容与凭据").fill("核对授权书")
    dialog.get_by_label("核验日期").fill("2026-01-05")
    dialog.get_by_label("有效至").fill("2099-12-31")
    dialog.get_by_role("button", name="认证", exact=True).click()
    page.get_by_text("已认证", exact=True).first.wait_for()


def import_registrations(page: Page, file: Path) -> None:
    page.get_by_role("link", name="导入文件").click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并预览").click()
    page.get_by_text("已按表头自动对应").wait_for()
    expect(page.get_by_role("row").filter(has_text="校验位正确")).to_contain_text("统一社会信用代码")
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("combobox", name="数据源").fill("企业登记")
    page.get_by_role("option", name="山东省企业登记信息（演示）").click()
    page.get_by_label("数据截止日期").fill("2025-06-30")
    page.get_by_role("button", name="开始导入").click()
    expect(page.get_by_text("完成", exact=True).first).to_be_visible(timeout=60_000)
    expect(page.get_by_text("缺少企业名称").first).to_be_visible()


def issue_enrolment_code(page: Page) -> str:
    page.get_by_role("group").get_by_text("登记码").click()
    page.get_by_role("button", name="发放登记码").click()
    dialog = page.get_by_role("dialog", name="发放登记码")
    dialog.get_by_label("申请单位").fill(UNIT)
    dialog.get_by_label("统一社会信用代码").fill("123")
    dialog.get_by_role("button", name="发放登记码").click()
    dialog.get_by_text("应为 18 位统一社会信用代码").wait_for()
    dialog.get_by_label("统一社会信用代码").fill(UNIT_CODE)
    dialog.get_by_role("button", name="发放登记码").click()
    shown = page.get_by_role("dialog", name="登记码只显示这一次")
    code = shown.locator(".code").inner_text()
    shown.get_by_role("button", name="我已转交").click()
    page.get_by_role("row", name=UNIT).get_by_text("待使用").wait_for()
    return code


def apply_with(page: Page, code: str) -> str:
    """The application's number. A code that the centre never issued is refused in words."""
    page.get_by_role("button", name="新建申请").click()
    page.get_by_label("单位名称").fill(UNIT)
    page.get_by_label("统一社会信用代码").fill(UNIT_CODE)
    page.get_by_label("行业数据仓（产业大脑）名称").fill("轮胎橡胶产业大脑")
    page.get_by_label("联系岗位").fill("运营负责人")
    page.get_by_label("联系电话").fill("0546-0000000")
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_label("数据用途").fill("绘制产业全景图谱")
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_text("至少 10 个字").last.wait_for()
    page.get_by_label("数据用途").fill("获取轮胎橡胶产业链企业基本信息，绘制产业全景图谱并上报。")
    for choice in ("企业基本信息类", "产业精准治理类", "数据下发类", "产业全景图谱"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_label("预计每日调用").fill("20000")
    page.get_by_label("预计每日数据量").fill("200")
    page.get_by_role("button", name="保存并继续").click()

    page.get_by_label("登记码").fill("not-a-code-of-the-centre")
    page.get_by_role("button", name="提交申请").click()
    page.get_by_role("alert").filter(has_text="登记码").first.wait_for()
    page.get_by_label("登记码").fill(code)
    page.get_by_role("button", name="提交申请").click()
    page.get_by_text("待审核", exact=True).first.wait_for()
    expect(page.get_by_role("button", name="发起联调测试")).to_have_count(0)
    return page.get_by_role("heading", level=1).inner_text()


def decide(page: Page, step: str, reason: str | None = None) -> None:
    """Press a step and answer what it asks."""
    page.get_by_role("button", name=step).click()
    asked = page.get_by_role("dialog", name=step)
    if reason is not None:
        asked.get_by_role("button", name=step).click()
        asked.get_by_text("请写明理由").wait_for()
        asked.get_by_role("textbox").fill(reason)
    asked.get_by_role("button", name=step).click()


def state(page: Page) -> Locator:
    return page.locator(".state .now")


def return_for_amendment(page: Page, number: str) -> None:
    page.get_by_role("link", name=number).click()
    expect(page.get_by_role("button", name="正式开通")).to_have_count(0)
    decide(page, "退回修改", "请写明数据保存期限")
    expect(state(page)).to_contain_text("已退回")


def refresh(page: Page, number: str) -> None:
    """The brain asks the centre now instead of at its next round."""
    page.get_by_role("link", name=number).click()
    page.get_by_role("button", name="查询最新状态").click()
    page.get_by_text("已是最新状态").wait_for()


def amend_and_submit_again(page: Page) -> None:
    page.get_by_role("link", name=re.compile("退回|修改")).first.click()
    page.get_by_text("请写明数据保存期限").first.wait_for()
    page.get_by_role("button", name="用途与接口").click()
    page.get_by_label("数据用途").fill(
        "获取轮胎橡胶产业链企业基本信息，绘制产业全景图谱并上报；数据保存三年。"
    )
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_role("button", name="提交申请").click()
    expect(state(page)).to_contain_text("待审核")


def approve(page: Page) -> None:
    page.get_by_text("数据保存三年").first.wait_for()
    decide(page, "同意联调")
    expect(state(page)).to_contain_text("同意联调")


def pass_the_joint_test(page: Page, number: str) -> None:
    refresh(page, number)
    page.get_by_role("button", name="发起联调测试").click()
    expect(page.get_by_text("联调已通过")).to_be_visible(timeout=240_000)
    expect(page.get_by_text("40 / 40 项通过")).to_be_visible()
    expect(page.get_by_role("link", name="下载双方签名的报告")).to_be_visible()


def promote(page: Page) -> None:
    decide(page, "正式开通")
    expect(state(page)).to_contain_text("已开通")


def collect_credentials(page: Page, number: str) -> None:
    refresh(page, number)
    page.get_by_role("button", name="领取正式环境凭证").click()
    expect(page.get_by_role("row", name="正式环境").get_by_text("使用中")).to_be_visible()


def pull_the_chain(page: Page) -> int:
    """How many enterprises came."""
    page.get_by_role("button", name="新建任务").click()
    dialog = page.get_by_role("dialog", name="新建任务")
    dialog.get_by_label("名称").fill("轮胎橡胶产业链企业")
    dialog.get_by_label("用途场景").click()
    page.get_by_role("option", name="产业全景图谱").click()
    dialog.get_by_label("关键词").fill("\n".join(KEYWORDS))
    dialog.get_by_role("button", name="新建任务").click()
    row = page.get_by_role("row", name="轮胎橡胶产业链企业")
    expect(row.get_by_text("完成", exact=True)).to_be_visible(timeout=120_000)
    page.goto(page.url.replace("/exchange/client/pulls", "/data-warehouse/enterprises"))
    found = page.get_by_text(re.compile(r"共\s*[\d,]+\s*")).first
    found.wait_for()
    return int(re.sub(r"\D", "", found.inner_text()))


def see_the_graph(page: Page, pulled: int) -> None:
    """Most of what was pulled stands on the chain; some matches by a word only and is left out."""
    tile = page.get_by_role("region", name="链上企业").inner_text()
    assert 0.8 * pulled < int(re.sub(r"\D", "", tile)) <= pulled
    page.get_by_role("button", name="半钢子午胎").click()
    page.get_by_role("heading", name="半钢子午胎").wait_for()


def see_the_report(page: Page) -> None:
    row = page.get_by_role("row", name="轮胎橡胶产业大脑")
    expect(row.get_by_text("1 / 1")).to_be_visible()
    expect(row.get_by_text("今天")).to_be_visible()
    page.get_by_role("link", name="查看台账").click()
    expect(page.get_by_role("row", name="产业全景图谱").filter(has_text="100").first).to_be_visible()


def find_it_in_the_own_ledger(page: Page) -> None:
    expect(page.get_by_role("row", name="产业全景图谱").filter(has_text="已接收").first).to_be_visible()


def suspend(page: Page) -> None:
    decide(page, "暂停", "来源地址与备案不符")
    expect(state(page)).to_contain_text("已暂停")


def be_refused_while_suspended(page: Page, wanted: str) -> None:
    ask_for(page, wanted)
    page.get_by_role("alert").filter(has_text="未开通数据交换").wait_for()


def resume(page: Page) -> None:
    decide(page, "恢复")
    expect(state(page)).to_contain_text("已开通")


def look_up(page: Page, wanted: str) -> None:
    ask_for(page, wanted)
    page.get_by_text("匹配方式").wait_for()


def ask_for(page: Page, wanted: str) -> None:
    page.get_by_role("group", name="数据拉取与下发").get_by_text("单家查询").click()
    page.get_by_label("统一社会信用代码或企业名称").fill(wanted)
    page.get_by_role("button", name="查询", exact=True).click()


def test_an_analyst_reads_but_cannot_apply(empty_site: Site, visit: Visit) -> None:
    page = visit(empty_site, "brain", "li.na", PHONE).go("/exchange/client/applications")

    page.get_by_role("heading", name="备案与联调").wait_for()
    expect(page.get_by_role("button", name="新建申请")).to_have_count(0)

"""A factory's machines are collected from, shared by consent, found in the warehouse, and withdrawn."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Site, Visit, Visitor
from tests.journeys.test_own_data_set import built

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(300)]
FACTORY = "广饶甲子轮胎有限公司"


def test_what_a_factory_shares_is_found_until_it_withdraws(demonstration: Site, visit: Visit) -> None:
    owner = visit(demonstration, "factory", "owner", size=PHONE)
    operator = visit(demonstration, "brain", "operator")

    see_machines_live(owner.go("/shop-floor/points"))
    see_what_is_shared(owner.go("/brain-link/consents"))
    place = take_into_the_warehouse(operator)
    see_it_in_the_warehouse(operator)
    correct_the_own_record(owner)
    accept_the_correction(visit(demonstration, "brain", "reviewer"))
    withdraw(owner.go("/brain-link/consents"))
    see_the_end_of_it(operator, place)
    assert owner.overflow() == 0
    assert [owner.axe(), operator.axe()] == [[], []]


def see_machines_live(page: Page) -> None:
    state = page.get_by_role("row").filter(has_text="building-01.state")
    expect(state).to_contain_text(re.compile("running|idle|setup|down"))


def see_what_is_shared(page: Page) -> None:
    consents = page.get_by_role("region", name="同意书").first
    expect(consents).to_contain_text("产业运行监测")
    expect(consents).to_contain_text("设备维护")


def take_into_the_warehouse(operator: Visitor) -> str:
    """The address of the factory's page."""
    page = operator.go("/factory-link/factories")
    page.get_by_role("region", name="工厂在哪里").first.get_by_role("link", name=FACTORY).click()
    page.get_by_role("button", name="现在存入数据仓").click()
    page.get_by_text("已安排存入").wait_for()
    return page.url.removeprefix(operator.home)


def see_it_in_the_warehouse(operator: Visitor) -> None:
    page = built(operator, "base/factory_readings")
    rows = page.get_by_role("region", name="前若干行").first
    expect(rows).to_contain_text(FACTORY)
    expect(rows).to_contain_text("sampled:60")


def correct_the_own_record(owner: Visitor) -> None:
    """A service called, its result, and what follows from it."""
    page = owner.go("/brain-services")
    card = page.get_by_role("region", name="本企业的信息", exact=True)
    card.get_by_role("button", name="调用", exact=True).click()
    record = page.get_by_role("region", name="大脑掌握的本企业信息").first
    expect(record).to_contain_text(FACTORY, timeout=30_000)
    record.get_by_role("row").filter(has_text="人员规模").get_by_role("button", name="更正").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("正确的值").fill("500-999人")
    dialog.get_by_label("依据").fill("2026 年社保人数")
    dialog.get_by_role("button", name="提出更正").click()
    expect(page.get_by_text("等待核实")).to_be_visible(timeout=30_000)


def accept_the_correction(reviewer: Visitor) -> None:
    page = reviewer.go("/corrections")
    page.get_by_role("link", name=FACTORY).first.click()
    page.get_by_role("button", name="采纳", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("与社保数据相符")
    dialog.get_by_role("button", name="采纳", exact=True).click()
    expect(
        page.get_by_role("region", name="各来源现在怎么说")
        .first.get_by_role("row")
        .filter(has_text="500-999人")
    ).to_contain_text("生效")


def withdraw(page: Page) -> None:
    shared = page.get_by_role("row").filter(has_text="产业运行监测")
    shared.get_by_role("button", name="撤回", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("示例结束")
    dialog.get_by_role("button", name="确定").click()
    expect(page.get_by_text("已撤回").first).to_be_visible()


def see_the_end_of_it(operator: Visitor, place: str) -> None:
    """Within a minute the brain has heard."""
    for _ in range(60):
        page = operator.go(place)
        ended = page.get_by_role("row").filter(has_text="产业运行监测")
        if ended.count() and "20" in ended.first.get_by_role("cell").last.inner_text():
            return
        page.wait_for_timeout(1000)
    raise AssertionError(page.get_by_role("main").inner_text())

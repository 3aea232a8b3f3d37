"""From the cockpit's tabs to the pages where one works."""

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.journeys.conftest import PHONE, WALL, Site, Visit

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(280)]
LAPTOP = ViewportSize(width=1440, height=900)


@pytest.mark.parametrize("size", [WALL, LAPTOP, PHONE], ids=["wall", "laptop", "phone"])
def test_the_graph_tab_shows_the_chain_and_leads_to_its_enterprises(
    demonstration: Site, visit: Visit, size: ViewportSize
) -> None:
    visitor = visit(demonstration, "brain", "analyst", size)
    page = visitor.go("/cockpit")

    page.get_by_role("navigation").get_by_role("link", name="产业图谱", exact=True).click()

    expect(page.get_by_role("heading", name="产业发展驾驶舱")).to_be_visible()
    expect(page.get_by_role("application", name=re.compile("产业图谱"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^全钢子午胎")).click()
    expect(page.get_by_role("heading", name="全钢子午胎")).to_be_in_viewport()
    assert visitor.overflow() == 0
    assert visitor.axe() == []
    page.get_by_role("link", name="轮胎制造").click()
    page.wait_for_url(re.compile(r"/industry-graph/enterprises\?link="))
    expect(page.get_by_text("没有这个页面")).to_have_count(0)


def test_who_may_not_see_the_graph_has_no_tab_for_it(demonstration: Site, visit: Visit) -> None:
    visitor = visit(demonstration, "brain", "system-admin")

    page = visitor.go("/")

    expect(page.get_by_role("navigation").first).to_be_visible()
    expect(page.get_by_role("link", name="产业图谱", exact=True)).to_have_count(0)
    page.goto(visitor.home + "/cockpit/industry-graph")
    expect(page.get_by_text("您没有“industry_graph.read”权限").first).to_be_visible()

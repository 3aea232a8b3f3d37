"""Data sets: built, found in the catalogue, asked in SQL; what is not theirs to see stays empty."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site, Visit

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(300)]
STATEMENT = """
SELECT p.product, count(*) AS firms, max(e.legal_person_name) AS person
FROM industry.chain_enterprise p JOIN base.enterprise e ON p.credit_code = e.credit_code
GROUP BY p.product ORDER BY firms DESC
"""


def build(page: Page) -> None:
    """The operator does not wait for the five minutes."""
    page.get_by_role("button", name="立即构建").click()
    row = page.get_by_role("row").filter(has_text="industry.chain_product")
    for _ in range(60):
        if re.search(r"\d{2,}\s", row.inner_text().replace("industry.chain_product", "")):
            return
        page.wait_for_timeout(1000)
        page.reload()
        row.wait_for()
    raise AssertionError("the data sets were not built within a minute")


def ask(page: Page, statement: str) -> None:
    page.get_by_role("textbox", name="查询语句").fill(statement)
    page.get_by_role("button", name="执行").click()


def test_an_analyst_finds_a_data_set_and_asks_it(demonstration: Site, visit: Visit) -> None:
    build(visit(demonstration, "brain", "operator").go("/data-sets"))
    visitor = visit(demonstration, "brain", "analyst")
    page = visitor.go("/data-sets")

    page.get_by_placeholder("按名称、含义、列或标识查找").fill("法定代表人")
    page.get_by_role("link", name="企业基础工商信息").click()
    expect(
        page.get_by_role("region", name="各列").first.get_by_role("row").filter(has_text="legal_person_name")
    ).to_contain_text("不显示")
    expect(page.get_by_text("规则数")).to_be_visible()
    page.get_by_role("link", name="查询").first.click()
    ask(page, STATEMENT)
    expect(page.get_by_text("您无权查看以下列的取值")).to_contain_text("base.enterprise.legal_person_name")
    expect(page.get_by_role("region", name="结果").get_by_role("row").nth(1)).to_contain_text("—")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="导出 CSV").click()
    content = downloaded.value.path().read_text("utf-8-sig")
    assert content.splitlines()[0] == "product,firms,person,水印"
    assert "analyst" in content.splitlines()[1]
    ask(page, "DROP TABLE base.enterprise")
    expect(page.get_by_role("alert")).to_contain_text("只能查询")
    assert visitor.axe() == []

"""A collection set up in the portal fetches from a folder, and asks when the shape of what comes changes."""

import os
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Site, Visit, Visitor

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(300)]
CODE = "91370523EXAMP0001W"


def put(inbox: Path, name: str, header: str, enterprise: str, *more: str) -> None:
    (inbox / name).write_text(f"统一社会信用代码,{header}\n{','.join((CODE, enterprise, *more))}\n")
    os.utime(inbox / name, (time.time() - 60, time.time() - 60))


def set_up(page: Page, inbox: Path) -> None:
    page.get_by_role("link", name="新建采集任务").click()
    page.get_by_label("目录").fill(str(inbox))
    page.get_by_label("文件名").fill("*.csv")
    page.get_by_role("button", name="试连并预览").click()
    page.get_by_role("button", name="下一步").click()
    page.get_by_label(re.compile("^名称")).fill("每日名录")
    page.get_by_label("数据名称").fill("名录 {date}")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("heading", name="每日名录").wait_for()


def run(page: Page, state: str) -> None:
    page.get_by_role("button", name="立即采集").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text(state, timeout=30_000)


def whole(visitor: Visitor) -> None:
    assert (visitor.axe(), visitor.overflow()) == ([], 0)


def test_an_operator_lets_the_system_fetch_and_decides_on_a_changed_shape(
    demonstration: Site, visit: Visit, inbox: Path
) -> None:
    visitor = visit(demonstration, "centre", "operator")
    page = visitor.go("/ingestion/sources")
    page.get_by_role("region", name="数据源").get_by_role("link").first.click()
    put(inbox, "1.csv", "企业名称", "山东示例采集有限公司")

    set_up(page, inbox)
    run(page, "完成")
    whole(visitor)
    put(inbox, "2.csv", "单位名称,备注", "山东示例新名有限公司", "x")
    run(page, "待决定")
    whole(visitor)
    expect(page.get_by_role("button", name="照收")).to_have_count(0)
    page.get_by_role("button", name="改对应关系").click()
    page.get_by_role("button", name="下一步").click()
    expect(page.get_by_text("已决定")).to_be_visible()
    page.get_by_role("button", name="取来的内容").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(re.compile("2.csv.*已导入"))

    phone = visit(demonstration, "centre", "operator", PHONE)
    phone.go(page.url.removeprefix(phone.home))
    whole(phone)


def test_a_folder_that_was_not_opened_is_refused_in_words(demonstration: Site, visit: Visit) -> None:
    visitor = visit(demonstration, "centre", "operator", PHONE)
    page = visitor.go("/ingestion/sources")
    page.get_by_role("region", name="数据源").get_by_role("link").first.click()
    page.get_by_role("link", name="新建采集任务").click()

    page.get_by_label("目录").fill("/etc")
    page.get_by_role("button", name="试连并预览").click()

    expect(page.get_by_role("alert")).to_contain_text("BRAIN_INGESTION__FOLDERS")
    whole(visitor)

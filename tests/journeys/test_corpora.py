"""A corpus of one's own documents: made, filled, built, looked at, taken out."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, Site, Visit
from tests.platform.corpora.test_pipeline import AMENDED, STATUTE, statute
from tests.platform.corpora.test_routes import records

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(300)]
PATIENCE = 60_000  # milliseconds for the worker to read or build


def test_an_operator_makes_a_corpus_of_documents(demonstration: Site, visit: Visit, tmp_path: Path) -> None:
    path, broken = tmp_path / "法规.jsonl", tmp_path / "坏.pdf"
    path.write_bytes(records(STATUTE, AMENDED, *(statute(n) for n in range(100, 120)), "太短。"))
    broken.write_bytes(b"%PDF-1.4 nothing")
    visitor = visit(demonstration, "centre", "operator")
    page = visitor.go("/corpora")

    page.get_by_role("link", name="建立语料库").click()
    page.get_by_label("名称").fill("法规语料")
    page.locator(".el-select", has=page.get_by_role("combobox", name="数据源")).click()
    page.get_by_role("option", name="示例数据").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="建立语料库").click()
    page.get_by_role("combobox", name="内容截止日期").fill("2020-01-01")
    page.keyboard.press("Enter")
    page.locator("input[type=file]").set_input_files([path, broken])
    page.get_by_role("button", name="上传").last.click()
    documents = page.get_by_role("region", name="文档", exact=True)
    expect(documents.get_by_text("读不了")).to_be_visible(timeout=PATIENCE)
    expect(documents.get_by_text("已读取")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="构建新版本").click()
    funnel = page.get_by_role("region", name="每一步去掉了什么（第 1 版）")
    expect(funnel.get_by_text("近似重复 1")).to_be_visible(timeout=PATIENCE)
    expect(funnel.get_by_text("太短 1")).to_be_visible()
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="全文（预训练）").click()
    packed = zipfile.ZipFile(downloaded.value.path())
    assert len(packed.read("data.jsonl").splitlines()) == 21
    assert "水印" in packed.read("来源与许可.md").decode()
    page.get_by_role("button", name="偏好").click()
    expect(page.get_by_role("alert")).to_contain_text("没有人工给出的偏好")
    assert visitor.axe() == []

    phone = visit(demonstration, "centre", "analyst", PHONE)
    phone.go("/corpora").get_by_role("link", name="法规语料").click()
    expect(phone.page.get_by_text("近似重复 1")).to_be_visible()
    expect(phone.page.get_by_role("button", name="构建新版本")).to_have_count(0)
    assert phone.overflow() == 0
    assert phone.axe() == []

"""A new installation: the system administrator makes people, the security administrator gives them roles."""

import pytest

from tests.journeys.conftest import Site, Visit
from tests.journeys.staff import grant_dialog, make_account

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(280)]


def test_a_person_is_made_by_one_administrator_and_given_a_role_by_another(
    empty_site: Site, visit: Visit
) -> None:
    system = visit(empty_site, "centre", "system-admin")
    page = system.go("/identity/accounts")
    empty_site.passwords["centre", "wang.wu"] = make_account(page, "wang.wu", "王五")

    security = visit(empty_site, "centre", "security-admin")
    page = security.go("/identity/accounts")
    dialog = grant_dialog(page, "王五")
    dialog.get_by_label("系统管理员").check()
    dialog.get_by_label("审计管理员").check()
    dialog.get_by_role("button", name="授予角色").click()
    refused = page.get_by_text("同一账户不能同时担任系统管理员和审计管理员")
    refused.first.wait_for()
    dialog.get_by_label("系统管理员").uncheck()
    dialog.get_by_label("审计管理员").uncheck()
    dialog.get_by_label("审批人员").check()
    dialog.get_by_role("button", name="授予角色").click()
    page.get_by_role("row", name="王五").get_by_text("审批人员").wait_for()

    reviewer = visit(empty_site, "centre", "wang.wu")

    assert reviewer.page.get_by_role("link", name="账户").count() == 0


def test_a_wrong_password_is_refused_in_words(empty_site: Site, visit: Visit) -> None:
    page = visit(empty_site, "brain", None).go("/login")

    page.get_by_label("账号").fill("audit-admin")
    page.get_by_label("密码").fill("not-the-password")
    page.get_by_role("button", name="登录").click()

    page.get_by_text("用户名或密码不正确").first.wait_for()
    assert "/login" in page.url

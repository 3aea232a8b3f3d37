"""People of a new installation, made and given their roles on the pages of two administrators."""

from playwright.sync_api import Locator, Page

from tests.journeys.conftest import Site, Visit


def make_account(page: Page, username: str, name: str) -> str:
    """On the system administrator's page of accounts; the one-time password shown."""
    page.get_by_role("button", name="新建账户").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("用户名").fill(username)
    dialog.get_by_label("姓名").fill(name)
    dialog.get_by_role("button", name="新建账户").click()
    shown = page.get_by_role("dialog", name="一次性密码")
    shown.wait_for()
    password = shown.locator(".password").inner_text()
    shown.get_by_role("button", name="我已记下").click()
    return password


def grant_dialog(page: Page, name: str) -> Locator:
    """On the security administrator's page of accounts."""
    page.get_by_role("row", name=name).get_by_role("button", name="授予角色").click()
    return page.get_by_role("dialog")


def appoint(site: Site, visit: Visit, node: str, username: str, role: str) -> None:
    system = visit(site, node, "system-admin").go("/identity/accounts")
    site.passwords[node, username] = make_account(system, username, username)
    security = visit(site, node, "security-admin").go("/identity/accounts")
    dialog = grant_dialog(security, username)
    dialog.get_by_label(role).check()
    dialog.get_by_role("button", name="授予角色").click()
    security.get_by_role("row", name=username).get_by_text(role).wait_for()

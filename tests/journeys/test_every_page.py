"""Every page that a menu leads to, for each kind of user, on a wall and on a phone."""

import pytest
from playwright.sync_api import ViewportSize

from tests.journeys.conftest import PHONE, WALL, Site, Visit, Visitor

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(280)]

USERS = [
    ("centre", "system-admin"),
    ("centre", "operator"),
    ("centre", "reviewer"),
    ("centre", "audit-admin"),
    ("brain", "operator"),
    ("brain", "analyst"),
    ("brain", "expert"),
    ("brain", "audit-admin"),
]
MENU = """async () => {
  const { groups } = await (await fetch('/api/portal/menu')).json()
  return groups.flatMap((group) => group.items.map((item) => item.path))
}"""


def problems_of(visitor: Visitor, path: str) -> list[str]:
    """What is wrong with one page: empty, too wide, or against WCAG."""
    page = visitor.go(path)
    found = [f"{path}: {rule}" for rule in visitor.axe()]
    if visitor.overflow() > 0:
        found.append(f"{path}: {visitor.overflow()} px too wide")
    if not page.get_by_role("heading").first.is_visible():
        found.append(f"{path}: no heading")
    if page.get_by_text("没有这个页面").count():
        found.append(f"{path}: the menu leads nowhere")
    return found


@pytest.mark.parametrize("size", [WALL, PHONE], ids=["wall", "phone"])
@pytest.mark.parametrize(("node", "username"), USERS, ids=lambda value: str(value))
def test_every_page_of_the_menu_is_whole(
    demonstration: Site, visit: Visit, node: str, username: str, size: ViewportSize
) -> None:
    visitor = visit(demonstration, node, username, size)
    paths: list[str] = visitor.page.evaluate(MENU)

    problems = [problem for path in paths for problem in problems_of(visitor, path)]

    assert len(paths) >= 3
    assert problems == []


def test_pages_in_english_have_no_chinese_menu(demonstration: Site, visit: Visit) -> None:
    visitor = visit(demonstration, "brain", "operator")
    visitor.page.get_by_role("button", name="Switch to English").click()

    menu = visitor.page.get_by_role("navigation").first.inner_text()

    assert menu.isascii(), menu


def test_sample_data_is_said_on_the_page_and_without_a_session_one_is_sent_to_the_login(
    demonstration: Site, visit: Visit
) -> None:
    known, stranger = visit(demonstration, "brain", "analyst"), visit(demonstration, "brain", None)

    known.go("/")
    stranger.go("/enterprises")

    assert known.page.get_by_text("示例数据").first.is_visible()
    assert "/login" in stranger.page.url


@pytest.mark.parametrize(
    ("node", "username", "path", "picture"),
    [
        ("brain", "operator", "/cockpit", "cockpit"),
        ("brain", "operator", "/industry-graph/explorer", "graph"),
        ("centre", "operator", "/cockpit", "centre"),
    ],
)
def test_what_the_readme_shows_is_there(
    demonstration: Site, visit: Visit, node: str, username: str, path: str, picture: str
) -> None:
    visitor = visit(demonstration, node, username)

    visitor.go(path)
    visitor.picture(picture)

    assert visitor.page.get_by_text("没有这个页面").count() == 0
    assert visitor.page.get_by_text("示例数据").first.is_visible()

"""Every page of the menus on a wall, for each kind of user; language, marks and pictures of pages."""

import pytest

from tests.journeys.conftest import Site, Visit
from tests.journeys.every_page import USERS, menu, problems_of_all

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(280)]


@pytest.mark.parametrize(("node", "username"), USERS, ids=lambda value: str(value))
def test_every_page_of_the_menu_is_whole(demonstration: Site, visit: Visit, node: str, username: str) -> None:
    visitor = visit(demonstration, node, username)

    assert problems_of_all(visitor, menu(visitor)) == []


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
        ("factory", "owner", "/", "factory"),
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

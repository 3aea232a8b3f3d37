"""Every page of the menus on a phone: a file of its own, so that a second browser takes it."""

import pytest

from tests.journeys.conftest import PHONE, Site, Visit
from tests.journeys.every_page import USERS, menu, problems_of_all

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(280)]


@pytest.fixture(scope="module")
def seen() -> set[tuple[str, str]]:
    """Node and path: a page is looked at as the first user who may open it; all of them do on the wall."""
    return set()


@pytest.mark.parametrize(("node", "username"), USERS, ids=lambda value: str(value))
def test_every_page_of_the_menu_is_whole(
    demonstration: Site, visit: Visit, seen: set[tuple[str, str]], node: str, username: str
) -> None:
    visitor = visit(demonstration, node, username, PHONE)
    paths = [path for path in menu(visitor) if (node, path) not in seen]
    seen.update((node, path) for path in paths)

    assert problems_of_all(visitor, paths) == []

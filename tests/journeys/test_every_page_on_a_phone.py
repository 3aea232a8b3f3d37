"""Every page of the menus on a phone: a file of its own, so that a second browser takes it."""

import pytest

from tests.journeys.conftest import PHONE, Site, Visit
from tests.journeys.every_page import USERS, problems_of_all

pytestmark = [pytest.mark.journeys, pytest.mark.timeout(280)]


@pytest.mark.parametrize(("node", "username"), USERS, ids=lambda value: str(value))
def test_every_page_of_the_menu_is_whole(demonstration: Site, visit: Visit, node: str, username: str) -> None:
    assert problems_of_all(visit(demonstration, node, username, PHONE)) == []

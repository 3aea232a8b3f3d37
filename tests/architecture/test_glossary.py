"""The glossary knows every name that code and people share."""

from pathlib import Path

import pytest

from brain.manifest import Scenario
from brain.nodes.kinds import KINDS, assembly_of
from brain.platform.identity.contract import ROLES

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text()
ROOMS = {room.name: room for kind in KINDS for room in assembly_of(kind).rooms}


@pytest.mark.parametrize("name", sorted({*ROOMS, *ROLES, *KINDS}))
def test_the_glossary_has_the_name(name: str) -> None:
    assert f"`{name}`" in GLOSSARY


@pytest.mark.parametrize(
    "room", [r for r in ROOMS.values() if isinstance(r, Scenario)], ids=lambda room: room.name
)
def test_the_glossary_has_the_title_and_group_of_a_scenario(room: Scenario) -> None:
    assert f"| `{room.name}` | {room.title} | {room.category.value}" in GLOSSARY

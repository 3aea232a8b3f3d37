"""Every act that the code may record is declared by its room, under the room's own name."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

import brain
from brain.kit.acts import Act
from brain.nodes.kinds import KINDS, assembly_of
from brain.platform.security.contract import Acts

ROOMS = {room.name: room for kind in KINDS for room in assembly_of(kind).rooms}
DECLARED = {act.name: act for room in ROOMS.values() for act in room.acts}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(brain.__path__, "brain."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def test_every_act_is_declared_by_a_room() -> None:
    written = {
        value.name for module in modules() for value in vars(module).values() if isinstance(value, Act)
    }

    assert "identity.grant_roles" in written
    assert written - DECLARED.keys() == set()


@pytest.mark.parametrize("room", ROOMS.values(), ids=lambda room: room.name)
def test_a_room_names_its_acts_after_itself_and_once(room: object) -> None:
    names = [act.name for act in room.acts]  # type: ignore[attr-defined]

    assert len(names) == len(set(names))
    assert all(name.startswith(f"{room.name}.") for name in names)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "assembly", [assembly_of(kind) for kind in KINDS], ids=lambda assembly: assembly.rooms[0].name
)
def test_two_kinds_of_thing_do_not_share_a_name(assembly: object) -> None:
    acts = Acts(assembly.acts)  # type: ignore[attr-defined]

    assert all(acts.kinds[act.of.name] == act.of for act in acts.by_name.values())

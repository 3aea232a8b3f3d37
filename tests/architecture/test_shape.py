"""The shape of the house: rooms, doors, names, sizes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "brain"
WEB = ROOT / "web" / "src"
ROLES = {
    "__init__", "manifest", "contract", "domain", "service", "routes", "schemas", "models", "queries",
    "algorithm", "datasets", "evidence", "jobs", "reports", "cards", "adapters",
}  # fmt: skip
LONGEST_FILE = 300
FLOORS = {
    "cli.py",
    "__init__.py",
    "__main__.py",
    "manifest.py",
    "nodes",
    "supervisor",
    "scenarios",
    "platform",
    "simulation",
    "reference",
    "kit",
}


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py"))


def rooms(floor: str) -> list[Path]:
    return sorted(path for path in (SOURCE / floor).iterdir() if (path / "__init__.py").is_file())


def imports_of(path: Path) -> Iterator[str]:
    for found in ast.walk(ast.parse(path.read_text())):
        if isinstance(found, ast.ImportFrom) and found.module:
            yield found.module
            yield from (f"{found.module}.{name.name}" for name in found.names)
        elif isinstance(found, ast.Import):
            yield from (name.name for name in found.names)


def test_nothing_stands_outside_the_floors() -> None:
    assert {path.name for path in SOURCE.iterdir() if path.name not in {"__pycache__", "webdist"}} <= FLOORS


def test_files_stay_readable_and_say_what_they_are_for() -> None:
    texts = {str(path.relative_to(SOURCE)): path.read_text() for path in modules()}

    assert [name for name, text in texts.items() if len(text.splitlines()) > LONGEST_FILE] == []
    assert [name for name, text in texts.items() if not ast.get_docstring(ast.parse(text))] == []


@pytest.mark.parametrize("room", [*rooms("platform"), *rooms("scenarios")], ids=lambda path: path.name)
def test_a_room_has_a_manifest_and_files_by_role_only(room: Path) -> None:
    names = {path.stem for path in room.iterdir() if path.suffix == ".py" or path.is_dir()} - {"__pycache__"}
    # exchange, factory_link, recognition, record_sharing: sides of one protocol, each shaped like a room
    halves = names & {"server", "client", "gateway", "brain", "centre"}

    assert (room / "manifest.py").is_file() or halves
    if not halves:
        assert names <= ROLES


# brain.platform.<room>[.server|.client].<door>…
ENTERED = re.compile(
    r"brain\.platform\.(?P<room>\w+)(?:\.(?:server|client|gateway|brain|centre))?\.(?P<door>\w+)"
)
SIDES = (".server", ".client", ".gateway", ".brain", ".centre")
DOORS = {"contract", "service"}
ASSEMBLY_DOORS = DOORS | {"manifest", "routes"}  # routes: what a room mounts beside the portal's own API


def test_platform_rooms_are_entered_by_their_doors_only() -> None:
    assert {str(path.relative_to(SOURCE)): wrong for path in modules() if (wrong := wrong_doors(path))} == {}


def wrong_doors(path: Path) -> list[str]:
    place = path.relative_to(SOURCE).parts
    own = place[1] if place[0] == "platform" and len(place) > 2 else None
    doors = ASSEMBLY_DOORS if place[0] in {"nodes", "cli.py"} else DOORS

    entered = {found[0]: found for found in map(ENTERED.match, imports_of(path)) if found}
    wrong = [name for name, found in entered.items() if found["room"] != own and found["door"] not in doors]
    return [name for name in wrong if not name.endswith(SIDES)]


@pytest.mark.parametrize("path", sorted(SOURCE.glob("reference/*.py")), ids=lambda path: path.name)
def test_reference_is_pure(path: Path) -> None:
    assert [
        n
        for n in imports_of(path)
        if n.startswith("brain.") and not n.startswith(("brain.reference", "brain.kit.errors"))
    ] == []


@pytest.mark.parametrize("floor", ["platform", "scenarios"])
def test_the_portal_has_pages_only_for_rooms_that_exist(floor: str) -> None:
    pages = (
        {path.name for path in (WEB / floor).iterdir() if path.is_dir()} if (WEB / floor).is_dir() else set()
    )

    assert pages <= {path.name for path in rooms(floor)}

"""What rooms offer as evidence of DCMM: of an item there is, on a page there is, for a right there is."""

import re
from pathlib import Path

import pytest

from brain.kit.evidence import Counted, Evidence
from brain.nodes.kinds import KINDS, assembly_of
from brain.platform.standards.service.proving import Proofs
from brain.reference.dcmm import DOMAINS, ITEMS

ROOMS = {room.name: room for kind in KINDS for room in assembly_of(kind).rooms}
OFFERED = [each for room in ROOMS.values() for each in room.evidence]
SCOPES = {scope.name for room in ROOMS.values() for scope in room.scopes}
MODULES = (Path(__file__).parents[2] / "web" / "src").rglob("module.ts")
PAGES = {page for module in MODULES for page in re.findall(r"path: '([^']+)'", module.read_text())}


def test_the_standard_has_eight_domains_and_28_items() -> None:
    assert [len(domain.items) for domain in DOMAINS] == [3, 3, 4, 3, 3, 4, 4, 4]
    assert len(ITEMS) == 28
    assert all(code == f"{domain.code}.{code.split('.')[1]}" for domain in DOMAINS for code in codes(domain))


def codes(domain: object) -> list[str]:
    return [item.code for item in domain.items]  # type: ignore[attr-defined]


@pytest.mark.parametrize("offered", OFFERED, ids=lambda each: f"{each.item} {each.title_en}")
def test_evidence_is_of_an_item_and_shown_on_a_page(offered: Evidence) -> None:
    assert offered.item in ITEMS
    assert offered.page.split("?")[0] in PAGES
    assert offered.scope is None or offered.scope in SCOPES


def test_evidence_of_no_item_keeps_a_node_from_starting() -> None:
    async def nothing(*_: object) -> Counted:
        return Counted(0)

    wrong = Evidence(
        item="quality.beauty", title="", title_en="", rule="", rule_en="", page="/", scope=None, count=nothing
    )

    with pytest.raises(ValueError, match=r"quality\.beauty"):
        Proofs([wrong])

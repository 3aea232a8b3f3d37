"""The committed OpenAPI documents, from which the portal's types are made, are those of the code."""

import json
from pathlib import Path

import pytest

from brain.kit.node_kind import NodeKind
from brain.nodes import openapi
from brain.nodes.kinds import KINDS

FOLDER = Path(__file__).parents[2] / "web" / "openapi"


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_document_is_current(kind: NodeKind) -> None:
    assert openapi.document(kind) == (FOLDER / f"{kind}.json").read_text(), "运行 make api"


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_rooms_give_different_shapes_the_same_name(kind: NodeKind) -> None:
    assert [
        name for name in json.loads(openapi.document(kind))["components"]["schemas"] if "__" in name
    ] == []

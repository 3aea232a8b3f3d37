"""The committed OpenAPI documents, from which the portal's types are made, are those of the code."""

from pathlib import Path

import pytest

from brain.kit.node import NodeKind
from brain.nodes import openapi
from brain.nodes.kinds import KINDS

FOLDER = Path(__file__).parents[2] / "web" / "openapi"


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_document_is_current(kind: NodeKind) -> None:
    assert openapi.document(kind) == (FOLDER / f"{kind}.json").read_text(), "运行 make api"

"""Background work of corpora."""

from typing import Any

from brain.kit.node import Node
from brain.platform.corpora.service import building, documents


async def read_document(node: Node, payload: dict[str, Any]) -> None:
    await documents.read(node, payload["source_id"], payload["digest"])


async def build(node: Node, payload: dict[str, Any]) -> None:
    await building.run(node, payload["build_id"])

"""Background work of ingestion."""

from typing import Any

from brain.kit.node import Node
from brain.platform.ingestion.service import running


async def run_import(node: Node, payload: dict[str, Any]) -> None:
    await running.run(node, payload["import_id"])

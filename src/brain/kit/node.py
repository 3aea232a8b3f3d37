"""The running node: what the assembly hands to rooms, routes and jobs."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from brain.kit.crypto import SecretBox
from brain.kit.db import Database
from brain.kit.node_kind import NodeKind

T = TypeVar("T")


@dataclass(kw_only=True)
class Node:
    """One centre, brain or gateway. `folder` holds its files; `provided` what rooms ask for by contract type;
    `organisation_code` is the credit code of whoever runs it."""

    kind: NodeKind
    name: str
    title: str
    title_en: str
    database: Database
    folder: Path
    secrets: SecretBox
    sample_data: bool
    map_approval: str | None = None
    organisation_code: str | None = None
    provided: dict[type[Any], Any] = field(default_factory=dict)
    also_close: list[Database] = field(default_factory=list)

    def get(self, contract: type[T]) -> T:
        return cast("T", self.provided[contract])

    async def close(self) -> None:
        """Let go of the connections to its databases."""
        for database in (self.database, *self.also_close):
            await database.dispose()


def current_node(request: Request) -> Node:
    return cast("Node", request.app.state.node)


CurrentNode = Annotated[Node, Depends(current_node)]

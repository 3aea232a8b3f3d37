"""Who may do what of business records, and how rows become answers."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import Depends, Path, Query

from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.operations.domain.fields import RecordKind
from brain.platform.operations.domain.kinds import KINDS
from brain.platform.operations.models import RecordRow
from brain.platform.operations.schemas import RecordView

CanSee = Annotated[Caller, Depends(require("operations.see"))]
CanEnter = Annotated[Caller, Depends(require("operations.enter"))]
CanConfigure = Annotated[Caller, Depends(require("operations.configure"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
KindName = Annotated[str, Query(max_length=20, description="记录的类别，如 production_order")]
SEEN: Final = refusals(Unauthenticated, Forbidden, Invalid)
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound, Invalid)
CHANGED: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


def kind_of(name: str) -> RecordKind:
    kind = KINDS.get(name)
    if kind is None:
        raise Invalid(
            f"没有“{name[:20]}”这类记录", [{"loc": "/query/kind", "message": f"可用：{'、'.join(KINDS)}"}]
        )
    return kind


def view(row: RecordRow, system: str, machines: Mapping[str, int]) -> RecordView:
    return RecordView(**told(row, system, machines))


def told(row: RecordRow, system: str, machines: Mapping[str, int]) -> dict[str, Any]:
    return {
        "number": row.number,
        "kind": row.kind,
        "key": row.key,
        "system": system,
        "at": row.at,
        "equipment": row.equipment,
        "equipment_id": machines.get(row.equipment) if row.equipment else None,
        "content": row.content,
        "withdrawn": row.withdrawn,
        "kept_at": row.kept_at,
    }

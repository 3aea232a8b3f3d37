"""Who may do what of assessing, and the shapes of its addresses."""

from typing import Annotated, Final

from fastapi import Depends, Path

from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

CanSee = Annotated[Caller, Depends(require("assessment.see"))]
CanAnswer = Annotated[Caller, Depends(require("assessment.answer"))]
CanSubmit = Annotated[Caller, Depends(require("assessment.submit"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
SetCode = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
SetVersion = Annotated[str, Path(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$")]
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound)
CHANGING: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
RAW_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}

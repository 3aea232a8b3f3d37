"""Who may look and who may configure, and numbers in addresses."""

from typing import Annotated

from fastapi import Depends, Path

from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

CanSee = Annotated[Caller, Depends(require("shop_floor.see"))]
CanConfigure = Annotated[Caller, Depends(require("shop_floor.configure"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]

"""Who may do what on the exchange pages, and what they may be refused."""

from typing import Annotated

from fastapi import Depends, Path

from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.exchange.client.domain.outcome import CentreRefused, CentreUnreachable
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

CanSee = Annotated[Caller, Depends(require("exchange_client.see"))]
CanApply = Annotated[Caller, Depends(require("exchange_client.apply"))]
CanSend = Annotated[Caller, Depends(require("exchange_client.send"))]
CanPull = Annotated[Caller, Depends(require("exchange_client.pull"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]

REFUSALS = refusals(Unauthenticated, Forbidden)
REFUSALS_ONE = refusals(Unauthenticated, Forbidden, NotFound)
REFUSALS_CENTRE = refusals(Unauthenticated, Forbidden, NotFound, CentreRefused, CentreUnreachable)

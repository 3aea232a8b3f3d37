"""Terms of certificates. Provisional: the official ones are not published."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

YEARS: Final = 1  # of validity, then the yearly re-check
DUE: Final = timedelta(days=60)  # before the end, when a re-check is due


class RecommendationState(StrEnum):
    WAITING = "waiting"
    RECOGNISED = "recognised"
    REFUSED = "refused"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


DecisionOutcome = Literal["recognised", "refused", "returned"]
CertificateStatus = Literal["valid", "due", "expired", "revoked"]


def valid_until(issued: date, before: date | None) -> date:
    """A year on; a re-check before the end loses none of the running year."""
    start = (
        max(issued, before) if before is not None and before >= issued and before - issued <= DUE else issued
    )
    try:
        return start.replace(year=start.year + YEARS)
    except ValueError:  # 29 February
        return start.replace(year=start.year + YEARS, day=28)


def status(until: date, revoked: date | None, on: date) -> CertificateStatus:
    if revoked is not None:
        return "revoked"
    if on > until:
        return "expired"
    return "due" if until - on <= DUE else "valid"


def number_of(year: int, serial: int) -> str:
    return f"CX-{year}-{serial:05d}"

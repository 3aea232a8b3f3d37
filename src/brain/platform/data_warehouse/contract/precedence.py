"""Whose word goes before whose: what stands behind a provider, and what each of them says of an attribute."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from brain.platform.data_warehouse.contract import Source


class Authority(StrEnum):
    """What stands behind a provider: the three kinds of data that the guideline gathers (三（一）), what
    came through the provincial centre from a provider that is not registered here, and what an enterprise put
    right and a reviewer verified."""

    VERIFIED = "verified"
    PUBLIC = "public"
    ENTERPRISE = "enterprise"
    THIRD_PARTY = "third_party"
    CENTRE = "centre"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """Why a statement holds, or why another goes before it."""

    HOLDS = "holds"
    AGREES = "agrees"  # says the same as the one that holds
    OUTRANKED = "outranked"
    STALE = "stale"  # of a higher rank, but older than the bound
    FRESHER = "fresher"  # the one that holds is of a later day
    LATER_DELIVERY = "later_delivery"  # of the same day, but came later


@dataclass(frozen=True, kw_only=True)
class Statement:
    """The newest word of one provider on one attribute of a record."""

    attribute: str
    value: Any
    source: Source
    received_at: datetime
    standing: Standing

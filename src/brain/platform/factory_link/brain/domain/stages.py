"""The states of a factory's link at the brain, and what may follow what."""

import secrets
from enum import StrEnum
from typing import Final

from brain.kit.errors import Conflict, Forbidden

CODE_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that are taken for one another
CODE_GROUPS, CODE_GROUP = 3, 4
MOST_TRIES: Final = 10  # wrong codes for one credit code, after which its invitations are void


class Stage(StrEnum):
    INVITED = "invited"
    CLAIMED = "claimed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


FOLLOWS: Final[dict[Stage, frozenset[Stage]]] = {
    Stage.INVITED: frozenset({Stage.CLAIMED, Stage.REVOKED}),
    Stage.CLAIMED: frozenset({Stage.ACTIVE, Stage.REVOKED}),
    Stage.ACTIVE: frozenset({Stage.SUSPENDED, Stage.REVOKED}),
    Stage.SUSPENDED: frozenset({Stage.ACTIVE, Stage.REVOKED}),
    Stage.REVOKED: frozenset(),
}


class CodeRefused(Forbidden):
    """The code is not that of an invitation of this factory, was used, or is too old: which, is not told."""

    code = "enrolment_refused"


class CatalogueNeeded(Conflict):
    """The batch refers to consents that the brain has not been told of."""

    code = "catalogue_needed"


class ChainBroken(Conflict):
    """The batch does not continue what was received: somebody else sends with this key, or one of the sides
    was restored from an older copy."""

    code = "chain_broken"


class NotActive(Forbidden):
    """The link is not in use: not yet confirmed, suspended or revoked."""

    code = "link_not_active"


def follow(before: Stage, after: Stage) -> Stage:
    if after not in FOLLOWS[before]:
        raise Conflict(f"链接现为“{before}”，不能改为“{after}”")
    return after


def new_code() -> str:
    """Twelve letters, 59 bits, in groups: to be read to somebody by telephone."""
    groups = ("".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_GROUP)) for _ in range(CODE_GROUPS))
    return "-".join(groups)


def same_code(told: str) -> str:
    """As it is compared: without what people add or take away when they copy it."""
    return "".join(letter for letter in told.upper() if letter in CODE_LETTERS)

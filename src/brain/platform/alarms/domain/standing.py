"""What an alarm is to people: the states of IEC 62682 (ISA-18.2)."""

from enum import StrEnum


class Standing(StrEnum):
    NORMAL = "normal"
    UNACKNOWLEDGED = "unacknowledged"  # active, and nobody has said that he saw it
    ACKNOWLEDGED = "acknowledged"  # active
    RETURNED = "returned"  # no longer active, and nobody has said that he saw it
    SHELVED = "shelved"  # set aside by a person until a time
    OUT_OF_SERVICE = "out_of_service"  # taken out by an engineer until put back


def standing(*, active: bool, acknowledged: bool, shelved: bool, out_of_service: bool) -> Standing:
    if out_of_service:
        return Standing.OUT_OF_SERVICE
    if shelved:
        return Standing.SHELVED
    if active:
        return Standing.ACKNOWLEDGED if acknowledged else Standing.UNACKNOWLEDGED
    return Standing.NORMAL if acknowledged else Standing.RETURNED


class Entry(StrEnum):
    """What the journal tells."""

    RAISED = "raised"
    RETURNED = "returned"
    ACKNOWLEDGED = "acknowledged"
    SHELVED = "shelved"
    UNSHELVED = "unshelved"
    TAKEN_OUT = "taken_out"
    PUT_BACK = "put_back"
    RETIRED = "retired"

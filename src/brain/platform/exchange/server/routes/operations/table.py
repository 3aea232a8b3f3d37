"""All operations of the external face but its own documentation."""

from brain.platform.exchange.server.routes.call import Operation
from brain.platform.exchange.server.routes.operations import (
    applications,
    distribution,
    enterprises,
    identity,
    letters,
    reports,
)

OPERATIONS = (
    *identity.OPERATIONS,
    *applications.OPERATIONS,
    *enterprises.OPERATIONS,
    *reports.OPERATIONS,
    *distribution.OPERATIONS,
    *letters.OPERATIONS,
)


def visible(*, sandbox: bool) -> list[Operation]:
    return [operation for operation in OPERATIONS if sandbox or not operation.sandbox_only]

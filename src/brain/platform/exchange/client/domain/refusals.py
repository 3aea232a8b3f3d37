"""What the brain's half of the exchange refuses."""

from brain.kit.errors import Conflict


class KeyUsed(Conflict):
    """This key has been used for a report with other records."""

    code = "exchange_key_used"


class NotConnected(Conflict):
    """There are no credentials for this environment of the centre yet."""

    code = "exchange_not_connected"


class NotDead(Conflict):
    """Only a dead letter is edited, sent again or discarded."""

    code = "exchange_not_dead"


class NotEditable(Conflict):
    """The application is in the hands of the centre."""

    code = "exchange_application_not_editable"


class RunInProgress(Conflict):
    """One joint test at a time."""

    code = "exchange_run_in_progress"

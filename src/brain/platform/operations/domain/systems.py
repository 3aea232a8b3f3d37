"""Business systems that cannot be read, and why."""

from brain.kit.errors import Refusal, Unavailable


class NotRead(Unavailable):
    """It does not answer now; the next look may go better."""


class NotReadable(Refusal):
    """It answers, and what is asked for is not there: somebody must change the settings."""

    status, code = 422, "not_readable"

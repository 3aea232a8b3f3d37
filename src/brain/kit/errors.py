"""Refusals: every error that a caller is meant to see, with its HTTP status and stable code."""

from typing import Any, ClassVar, TypedDict


class FieldError(TypedDict):
    """One wrong field: a JSON pointer and a sentence for the person who filled it."""

    loc: str
    message: str


class Refusal(Exception):
    """Base of all refusals; `details` travel in the answer beside code and message."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "refused"

    def __init__(self, message: str, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class NotFound(Refusal):
    status, code = 404, "not_found"


class Conflict(Refusal):
    status, code = 409, "conflict"


class Forbidden(Refusal):
    status, code = 403, "forbidden"


class Unauthenticated(Refusal):
    status, code = 401, "unauthenticated"


class Invalid(Refusal):
    """Input that cannot be accepted; `fields` name the places."""

    status, code = 422, "invalid"

    def __init__(self, message: str, fields: list[FieldError] | None = None, **details: Any) -> None:
        super().__init__(message, fields=fields or [], **details)


class TooLarge(Refusal):
    status, code = 413, "too_large"


class TooMany(Refusal):
    """More requests than allowed; `retry_after` in seconds goes into the Retry-After header."""

    status, code = 429, "too_many"

    def __init__(self, message: str, retry_after: int, **details: Any) -> None:
        super().__init__(message, **details)
        self.retry_after = retry_after


class Unavailable(Refusal):
    status, code = 503, "unavailable"


class DiskFull(Unavailable):
    status, code = 507, "disk_full"

"""One call to the centre as it ended: with the centre's answer, or with none."""

from dataclasses import dataclass, field
from typing import Any

from brain.kit.errors import Conflict, Unavailable


class CentreUnreachable(Unavailable):
    """No answer of the centre came back."""

    code = "centre_unreachable"


class CentreRefused(Conflict):
    """The centre answered with another code than 100; `respCode`, `reason` and its `errors` are passed on."""

    code = "centre_refused"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`status` is None when no whole answer arrived, `code` when what answered is not the centre.

    The brain chooses `request_id`: even a call without an answer can be looked for at the centre. `shut_out`:
    the centre gave no token, so the call itself was never judged.
    """

    status: int | None
    code: str | None
    reason: str
    milliseconds: int = 0
    retry_after: float | None = None
    gzip: bool = False
    request_id: str = ""
    shut_out: bool = False
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def accepted(self) -> bool:
        return self.status == 200 and self.code == "100"

    def required(self) -> dict[str, Any]:
        """The answer's body; raises `CentreUnreachable` or `CentreRefused` when it is not a success."""
        if self.accepted:
            return self.body
        if self.code is None:
            raise CentreUnreachable(f"省级能力中心没有应答：{self.reason}")
        details = {name: self.body[name] for name in ("reason", "errors", "candidates") if name in self.body}
        raise CentreRefused(f"省级能力中心返回 {self.code}：{self.reason}", respCode=self.code, **details)

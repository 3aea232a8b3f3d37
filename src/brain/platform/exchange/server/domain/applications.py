"""备案申请 and 联调测试 as a state machine (annex 3, 2.4 b and 3.1): who may move an application."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from brain.kit.errors import Conflict, FieldError, Invalid
from brain.platform.exchange.messages.application import Environment
from brain.platform.exchange.protocol import STATE_TITLES, ApplicationState

S = ApplicationState
Side = Literal["brain", "centre"]

VALIDITY = timedelta(days=365)
RENEWABLE = timedelta(days=60)  # before the end
ROTATION_OVERLAP = timedelta(days=7)
ENROLMENT_LIFE = timedelta(days=30)
DEFAULT_CALLS_PER_MINUTE = 600


class WrongState(Conflict):
    """The application is not where this step starts."""

    code = "wrong_state"


@dataclass(frozen=True, kw_only=True)
class Step:
    """`reason_from` are the states from which the step must be given a reason."""

    name: str
    title: str
    side: Side
    sources: frozenset[ApplicationState]
    target: ApplicationState | None
    reason_from: frozenset[ApplicationState] = frozenset()


def _step(
    name: str,
    title: str,
    side: Side,
    sources: set[ApplicationState],
    target: ApplicationState | None,
    *,
    reason: bool,
) -> Step:
    held = frozenset(sources)
    return Step(
        name=name,
        title=title,
        side=side,
        sources=held,
        target=target,
        reason_from=held if reason else frozenset(),
    )


LIVE = {S.ACTIVE, S.SUSPENDED}
BEFORE_ACTIVE = {S.SUBMITTED, S.APPROVED_FOR_TEST, S.TESTING, S.TEST_FAILED, S.TEST_PASSED}

# `renewals` and `decline` change no state: a renewal is a wish beside the state, which `extend` grants.
STEPS = {
    step.name: step
    for step in (
        _step("submissions", "提交", "brain", {S.DRAFT, S.RETURNED}, S.SUBMITTED, reason=False),
        Step(
            name="test-requests",
            title="申请联调",
            side="brain",
            sources=frozenset({S.APPROVED_FOR_TEST, S.TEST_FAILED}),
            target=S.TESTING,
            reason_from=frozenset({S.TEST_FAILED}),
        ),
        _step("renewals", "申请续期", "brain", {S.ACTIVE, S.EXPIRED}, None, reason=False),
        _step("approve", "同意联调", "centre", {S.SUBMITTED}, S.APPROVED_FOR_TEST, reason=False),
        _step("return", "退回修改", "centre", {S.SUBMITTED}, S.RETURNED, reason=True),
        _step("refuse", "不予同意", "centre", BEFORE_ACTIVE, S.REVOKED, reason=True),
        _step("pass", "联调通过", "centre", {S.TESTING}, S.TEST_PASSED, reason=False),
        _step("fail", "联调未通过", "centre", {S.TESTING}, S.TEST_FAILED, reason=True),
        _step("promote", "正式开通", "centre", {S.TEST_PASSED}, S.ACTIVE, reason=False),
        _step("suspend", "暂停", "centre", {S.ACTIVE}, S.SUSPENDED, reason=True),
        _step("resume", "恢复", "centre", {S.SUSPENDED}, S.ACTIVE, reason=False),
        _step("revoke", "撤销", "centre", LIVE | {S.EXPIRED}, S.REVOKED, reason=True),
        _step("expire", "到期", "centre", LIVE, S.EXPIRED, reason=False),
        _step("extend", "同意续期", "centre", {S.ACTIVE, S.EXPIRED}, S.ACTIVE, reason=False),
        _step("decline", "不同意续期", "centre", {S.ACTIVE, S.EXPIRED}, None, reason=True),
    )
}
# Taken by the conformance report and the calendar, never by a person.
AUTOMATIC = {"pass", "fail", "expire"}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where an application stands, as far as the rules ask."""

    state: ApplicationState
    valid_until: date | None = None
    renewal_pending: bool = False
    sandbox_collected: bool = False
    production_collected: bool = False

    def take(self, name: str, side: Side, reason: str) -> ApplicationState:
        """The state after the step; refuses the wrong moment and the missing reason."""
        step = STEPS[name]
        if step.side != side or not self._open(step):
            title = STATE_TITLES[self.state]
            raise WrongState(f"当前状态为“{title}”，不能{step.title}", state=self.state.value)
        if self.state in step.reason_from and not reason.strip():
            raise Invalid(f"{step.title}须说明理由", [FieldError(loc="/reason", message="必填项不可为空")])
        return step.target or self.state

    def steps(self, side: Side) -> list[str]:
        """What this side's people may do now."""
        return [
            s.name for s in STEPS.values() if s.side == side and s.name not in AUTOMATIC and self._open(s)
        ]

    def _open(self, step: Step) -> bool:
        if step.name in {"extend", "decline"} and not self.renewal_pending:
            return False
        if step.name == "renewals" and self.renewal_pending:
            return False
        return self.state in step.sources

    def collectable(self) -> list[Environment]:
        """Credentials that may be collected now, each once."""
        found: list[Environment] = []
        if self.may_use("sandbox") and not self.sandbox_collected:
            found.append("sandbox")
        if self.may_use("production") and not self.production_collected:
            found.append("production")
        return found

    def may_use(self, environment: Environment) -> bool:
        """The sandbox stays open after promotion, for tests of new versions."""
        if environment == "production":
            return self.state is S.ACTIVE
        return self.state in {S.APPROVED_FOR_TEST, S.TESTING, S.TEST_FAILED, S.TEST_PASSED, S.ACTIVE}


def extended(valid_until: date | None, today: date) -> date:
    """A renewal counts from the old end, or from today when that has passed."""
    start = max(valid_until or today, today)
    return start + VALIDITY


def client_state(state: ApplicationState) -> str:
    """What a state of the application means for its clients, in both environments."""
    closed = {S.SUSPENDED, S.REVOKED, S.EXPIRED}
    return state.value if state in closed else "open"

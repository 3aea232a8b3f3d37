"""Who is let in: the levels of authorisation of annex 3, 2.1, the signature's window, the rate, the lock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from ipaddress import ip_address, ip_network

from brain.kit.clock import BEIJING
from brain.kit.errors import TooMany
from brain.platform.exchange.codes import BadSignature, BadToken, NotOpened
from brain.platform.exchange.protocol import CLASS_TITLES, MAX_SKEW, InterfaceClass

WINDOW_SECONDS = 10
FAILURES_ALLOWED = 5
FIRST_LOCK = timedelta(seconds=30)
LONGEST_LOCK = timedelta(minutes=15)
FAILURES_FORGOTTEN = timedelta(minutes=30)

STATE_SENTENCES = {
    "suspended": "数据交换已暂停，请联系省级产业数据仓",
    "revoked": "数据交换已撤销",
    "expired": "数据交换已到期，请申请续期",
}


@dataclass(frozen=True, kw_only=True)
class Client:
    """A client as it calls. `sign_keys` are the current one and, during a rotation, the one before."""

    id: str
    name: str
    state: str
    scopes: frozenset[str]
    scenes: frozenset[str]
    addresses: Sequence[str]
    users: frozenset[str]
    calls_per_minute: int
    valid_until: date | None
    generation: int
    sign_keys: Sequence[str] = ()

    def check_open(self, address: str, at: datetime) -> None:
        """Not suspended, revoked, expired; called from an allowed address."""
        if self.state != "open":
            raise NotOpened(STATE_SENTENCES[self.state], state=self.state)
        if self.valid_until is not None and at.astimezone(BEIJING).date() > self.valid_until:
            raise NotOpened(STATE_SENTENCES["expired"], state="expired")
        if self.addresses and not address_allowed(address, self.addresses):
            raise NotOpened(f"来源地址 {address} 未登记")

    def check_class(self, wanted: InterfaceClass, token_scopes: frozenset[str]) -> None:
        """The client must have been granted the class, and the token must carry it."""
        title = CLASS_TITLES[wanted]
        if wanted not in self.scopes:
            raise NotOpened(f"未开通{title}接口", scope=wanted.value)
        if wanted not in token_scopes:
            raise InsufficientScope(f"访问令牌不含{title}接口的权限", scope=wanted.value)

    def check_scene(self, scene: str) -> None:
        if scene not in self.scenes:
            raise NotOpened(f"未开通场景 {scene}")

    def check_user(self, user: str | None) -> None:
        if user is not None and user not in self.users:
            raise NotOpened(f"用户 {user} 未登记，不能代表其调用")

    def check_token(self, generation: int, *, revoked: bool) -> None:
        if revoked or generation != self.generation:
            raise BadToken("访问令牌已撤销")

    @property
    def calls_per_window(self) -> int:
        return max(1, self.calls_per_minute * WINDOW_SECONDS // 60)


class InsufficientScope(NotOpened):
    """RFC 6750 §3.1: the token lacks the scope."""

    code = "insufficient_scope"


def address_allowed(address: str, networks: Sequence[str]) -> bool:
    """An address that is none, as over a Unix socket, is in no network."""
    try:
        peer = ip_address(address)
    except ValueError:
        return False
    return any(peer in ip_network(network, strict=False) for network in networks)


def is_network(text: str) -> bool:
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def check_timestamp(timestamp: int, at: datetime) -> None:
    offset = timestamp / 1000 - at.timestamp()
    if abs(offset) > MAX_SKEW.total_seconds():
        raise BadSignature(
            f"时间戳与标准时间相差 {abs(offset):.0f} 秒，超过 5 分钟", serverTime=int(at.timestamp() * 1000)
        )


def window_of(at: datetime) -> int:
    return int(at.timestamp()) // WINDOW_SECONDS


def check_rate(client: Client, calls: int, at: datetime) -> None:
    if calls > client.calls_per_window:
        wait = WINDOW_SECONDS - int(at.timestamp()) % WINDOW_SECONDS
        raise TooMany(f"调用过于频繁：每 {WINDOW_SECONDS} 秒不超过 {client.calls_per_window} 次", wait)


@dataclass(frozen=True, kw_only=True)
class Lock:
    """Failed authentications from one address: after five each further one doubles the wait."""

    failures: int = 0
    last_at: datetime | None = None
    until: datetime | None = None

    def check(self, at: datetime) -> None:
        if self.until is not None and at < self.until:
            wait = max(1, round((self.until - at).total_seconds()))
            raise TooMany(f"认证失败次数过多，请 {wait} 秒后再试", wait)

    def after_failure(self, at: datetime) -> "Lock":
        forgotten = self.last_at is not None and at - self.last_at > FAILURES_FORGOTTEN
        failures = 1 if forgotten else self.failures + 1
        over = failures - FAILURES_ALLOWED
        until = at + min(FIRST_LOCK * 2 ** min(over, 10), LONGEST_LOCK) if over >= 0 else None
        return replace(self, failures=failures, last_at=at, until=until)

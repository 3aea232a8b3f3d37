"""What collecting asks of a driver, and what a driver tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from brain.kit.errors import Refusal
from brain.platform.shop_floor.domain.readings import Quality, Value, ValueKind

Address = TypeVar("Address")


class NotReached(Refusal):
    """The machine or server does not answer, or the connection broke: worth another try later."""

    status, code = 502, "source_not_reached"


class NotAdmitted(Refusal):
    """It answers and refuses us, or what is configured cannot be so: a person must change something."""

    status, code = 409, "source_not_admitted"


@dataclass(frozen=True, kw_only=True)
class Wanted(Generic[Address]):
    """A point to collect. `sampling` in seconds: how often to look at most; `dead_band` in the source's own
    unit, for servers that can filter themselves (the sink filters anyway)."""

    number: int
    address: Address
    kind: ValueKind
    sampling: float = 1.0
    dead_band: float | None = None


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One value as the source gave it. `at` in µs since 1970 UTC; None where the source gives no time."""

    value: Value
    quality: Quality
    at: int | None = None


@dataclass(frozen=True, kw_only=True)
class Found(Generic[Address]):
    """An entry of the address browser; `address` is None where nothing can be read, `under` is what to ask
    `browse` for its children, None where it has none."""

    name: str
    title: str
    address: Address | None
    under: str | None
    kind: ValueKind | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    sample: Sample | None = None


class Sink(Protocol):
    """Where a driver puts what it hears; never waits and never raises for what a machine says."""

    def put(self, number: int, at: int | None, value: object, quality: Quality) -> None:
        """`at`: the source's own time in µs since 1970 UTC, None where it gives none. `value` as decoded,
        whatever it is: the sink checks type, finiteness and length."""

    def clock(self, ahead: float) -> None:
        """The source's clock is `ahead` of ours by so many seconds (half the round trip taken off)."""

    def lost(self, count: int, why: str) -> None:
        """The source tells of changes that it dropped before we could take them (queue overflow, gap in
        sequence numbers)."""

    def silent(self, numbers: Sequence[int], why: str) -> None:
        """These points cannot be read just now, though the connection stands."""

    def taken(self, done: Callable[[], None]) -> None:
        """Call `done`, in the event loop, once everything put so far is on disk: for sources that keep what
        they sent until it is acknowledged."""


class Driver(Protocol[Address]):
    """Made from settings for one use; holds no connection until it is asked for something."""

    async def collect(self, wanted: Sequence[Wanted[Address]], sink: Sink) -> None:
        """Put values into `sink` until cancelled. Raises NotReached when the connection is lost (it is called
        again after a pause) and NotAdmitted when trying again cannot help."""

    async def browse(self, under: str | None) -> Sequence[Found[Address]]:
        """What lies below `under` (None: the top), with live values; at most 500 entries."""

    async def read(self, addresses: Sequence[Address]) -> Sequence[Sample]:
        """Present values, in the order asked; an address that cannot be read is BAD without a value."""

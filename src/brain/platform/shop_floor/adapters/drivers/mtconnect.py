"""Values of an MTConnect agent: what is, then every change after it by sequence number."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers import mtconnect_documents as told
from brain.platform.shop_floor.adapters.drivers import web
from brain.platform.shop_floor.adapters.drivers.driver import (
    Found,
    NotAdmitted,
    NotReached,
    Sample,
    Sink,
    Wanted,
)
from brain.platform.shop_floor.adapters.drivers.mtconnect_documents import (
    Conditions,
    DataItem,
    Header,
    NoDocument,
    Observation,
    Refused,
)
from brain.platform.shop_floor.domain.readings import LONGEST_TEXT, Quality, Value, ValueKind

if TYPE_CHECKING:
    import httpx

_FASTEST: Final = 0.1  # seconds between two questions
_AT_ONCE: Final = 1000  # observations of one answer
_MOST_BARREN: Final = 2  # beginnings in a row that lead nowhere
_RESUMED_WITHIN: Final = 10.0  # seconds after collecting was stopped on purpose
_MOST_FOUND: Final = 500


class MtconnectSettings(Schema):
    """MTConnect 代理（Agent），通常由机床或它的适配器提供。"""

    kind: Literal["mtconnect"]
    url: str = Field(
        pattern=r"^https?://[^\s?#@]+$",
        max_length=1000,
        description="代理的网址，如 http://10.0.0.5:5000；只要其中一台设备，接上它的名称",
    )
    ca: str | None = Field(None, max_length=20_000, description="对方自签的 CA 证书（PEM）；公共 CA 不填")


class MtconnectAddress(Schema):
    """一个数据项。"""

    data_item: str = Field(min_length=1, max_length=200, description="数据项的 id（dataItemId），如 Xpos")
    part: int | None = Field(None, ge=1, le=3, description="一次给三个数的（如 MILLIMETER_3D）取第几个")


@dataclass
class _Place:
    """Up to where an agent was heard. `stopped_at`: when nobody wanted to hear more, by a steady clock."""

    instance: int
    next: int
    stopped_at: float | None = None

    @property
    def stands(self) -> bool:
        if self.instance < 0:
            return False
        return self.stopped_at is None or time.monotonic() - self.stopped_at < _RESUMED_WITHIN


# By agent and point, of this process: after a broken connection the agent's buffer has what came meanwhile.
_PLACES: Final[dict[tuple[str, int], _Place]] = {}


class _Agent:
    def __init__(self, client: "httpx.AsyncClient", url: str) -> None:
        self._client = client
        self._url = url.rstrip("/")

    async def ask(self, question: str, root: str) -> tuple[Element, float]:
        """The document, and when it was made by our clock. Raises Refused, NotReached and NotAdmitted."""
        url = f"{self._url}/{question}"
        try:
            answer = await web.get(self._client, url)
            web.check(answer, url)
            return told.document(answer.body, root), answer.at
        except web.Busy as error:
            raise NotReached(f"{url} 正忙，稍后再试") from error
        except Refused:
            raise
        except ValueError as error:
            raise NotReached(f"{url} 读不出：{error}") from error

    async def streams(self, question: str) -> tuple[Element, Header, float]:
        found, at = await self.ask(question, "MTConnectStreams")
        try:
            return found, told.header(found), at
        except NoDocument as error:
            raise NotReached(f"{self._url} 读不出：{error}") from error


class MtconnectDriver:
    def __init__(self, settings: MtconnectSettings, secret: str | None) -> None:
        self._settings = settings

    async def collect(self, wanted: Sequence[Wanted[MtconnectAddress]], sink: Sink) -> None:
        async with web.opened(self._settings.ca) as client:
            following = _Following(_Agent(client, self._settings.url), self._settings.url, wanted, sink)
            try:
                await following.go()
            except asyncio.CancelledError:
                following.place.stopped_at = time.monotonic()
                raise

    async def read(self, addresses: Sequence[MtconnectAddress]) -> Sequence[Sample]:
        async with web.opened(self._settings.ca) as client:
            found = await _current(_Agent(client, self._settings.url))
        return [_sample(found.get(each.data_item), each.part, None) for each in addresses]

    async def browse(self, under: str | None) -> Sequence[Found[MtconnectAddress]]:
        """`under`: the ids from the device down to the component, parted by spaces."""
        async with web.opened(self._settings.ca) as client:
            agent = _Agent(client, self._settings.url)
            try:
                devices = told.components((await agent.ask("probe", "MTConnectDevices"))[0])
            except Refused as refusal:
                raise NotAdmitted(f"代理不肯回答：{refusal}") from refusal
            above = tuple((under or "").split())
            below = [each for each in devices if each.path[:-1] == above]
            here = next((each for each in devices if each.path == above), None)
            found = {} if here is None else await _current(agent)
        parts = [
            Found[MtconnectAddress](name=each.name, title=each.name, address=None, under=" ".join(each.path))
            for each in below
        ]
        items = [one for item in (here.items if here else ()) for one in _entries(item, found.get(item.id))]
        return (items + parts)[:_MOST_FOUND]


class _Following:
    """Keeps its place in the agent's sequence, also over answers that fail and restarts of the agent."""

    def __init__(
        self, agent: _Agent, url: str, wanted: Sequence[Wanted[MtconnectAddress]], sink: Sink
    ) -> None:
        self._agent = agent
        self._sink = sink
        self._numbers = [each.number for each in wanted]
        self._every = max(_FASTEST, min((each.sampling for each in wanted), default=1.0))
        self._wanted = defaultdict[str, list[Wanted[MtconnectAddress]]](list)
        for each in wanted:
            self._wanted[each.address.data_item].append(each)
        before = {
            number: place
            for number in self._numbers
            if (place := _PLACES.get((url, number))) and place.stands
        }
        self._from = {number: place.next for number, place in before.items()}
        first = min(before.values(), key=lambda place: place.next, default=None)
        self.place = _Place(first.instance, first.next) if first else _Place(-1, 0)
        _PLACES.update(((url, number), self.place) for number in self._numbers)
        self._conditions = defaultdict[str, Conditions](Conditions)
        self._count = _AT_ONCE

    async def go(self) -> None:
        """Begins anew where the agent's answer does not follow on from the last: once without a step between,
        for an agent may restart at any moment."""
        barren = 0
        while True:
            await self._begin()
            steps = 0
            while await self._next():
                steps += 1
            barren = 0 if steps else barren + 1
            if barren == _MOST_BARREN:
                raise NotReached("代理给不出接着上一次的变化：它的缓冲区太小，或前后的应答不一致")

    async def _begin(self) -> None:
        """Finds where to go on from, and tells what did not change since."""
        try:
            streams, header, _ = await self._agent.streams("current")
            found = told.observations(streams)
        except (Refused, NoDocument) as error:
            raise NotReached(f"代理没有给出当前的值：{error}") from error
        self._count = max(1, min(_AT_ONCE, header.buffer))
        place, is_new = self.place, self.place.instance < 0
        if is_new:
            place.instance, place.next = header.instance, header.next
        elif place.instance != header.instance:
            self._sink.silent(self._numbers, "代理重新启动过，它停下前最后的变化不得而知")
            place.instance, place.next = header.instance, header.first
            self._from.clear()
        elif place.next < header.first:
            missed = header.first - place.next
            self._sink.lost(missed, f"代理的缓冲区已盖过：缺 {missed} 个变化，其中可能有没有登记的数据项")
            place.next = header.first
        self._conditions.clear()
        held = [each for each in found if each.sequence < place.next]
        self._tell(held, None if is_new else header.at)
        known = {each.item for each in found}
        for item, points in self._wanted.items():
            if item not in known:
                numbers = [each.number for each in points]
                self._sink.silent(numbers, f"代理没有数据项 {item}，请核对 dataItemId")

    async def _next(self) -> bool:
        """Whether there is more to follow from this place."""
        place, asked = self.place, time.monotonic()
        try:
            streams, header, at = await self._agent.streams(f"sample?from={place.next}&count={self._count}")
            found = told.observations(streams)
        except Refused as refusal:
            if refusal.code == "OUT_OF_RANGE":
                return False
            raise NotReached(f"代理不肯回答：{refusal}") from refusal
        except NoDocument as error:
            raise NotReached(f"代理的应答读不出：{error}") from error
        if header.instance != place.instance or header.first > place.next or header.next < place.next:
            return False
        self._clock(header, at)
        self._tell([each for each in found if place.next <= each.sequence < header.next], None)
        moved, place.next = header.next > place.next, header.next
        if not moved or header.next > header.last:
            await asyncio.sleep(max(0.0, asked + self._every - time.monotonic()))
        return True

    def _clock(self, header: Header, at: float) -> None:
        """Of whole seconds half a one is still to come on average."""
        if header.at is not None:
            ahead = header.at / 1e6 + 0.5 * header.coarse - at
            self._sink.clock(ahead if abs(ahead) > header.coarse else 0.0)

    def _tell(self, found: Sequence[Observation], as_of: int | None) -> None:
        """`as_of`: the time of what stood still while it was told to be silent."""
        for each in found:
            points = self._wanted.get(each.item, ())
            state = _state(each, self._conditions) if points else None
            for point in points:
                if each.sequence < self._from.get(point.number, 0) and as_of is None:
                    continue
                if not each.is_single:
                    self._sink.silent([point.number], "这个数据项一次给许多值，不是单个值")
                    continue
                value = None if state is None else told.value_of(state, point.kind, point.address.part)
                quality = Quality.BAD if value is None else Quality.GOOD
                self._sink.put(point.number, as_of or each.at, value, quality)


def _state(each: Observation, conditions: dict[str, Conditions]) -> str | None:
    """As text; None where the agent says that it is not known."""
    if each.category == "Condition":
        return conditions[each.item].take(each)
    return None if each.text == told.UNAVAILABLE else each.text


async def _current(agent: _Agent) -> dict[str, tuple[Observation, str | None]]:
    """By data item: the last that was observed, and what it comes to."""
    try:
        found = told.observations((await agent.ask("current", "MTConnectStreams"))[0])
    except (Refused, NoDocument) as error:
        raise NotReached(f"代理没有给出当前的值：{error}") from error
    conditions = defaultdict[str, Conditions](Conditions)
    return {each.item: (each, _state(each, conditions)) for each in found}


def _sample(found: tuple[Observation, str | None] | None, part: int | None, kind: ValueKind | None) -> Sample:
    if found is None or found[1] is None or not found[0].is_single:
        return Sample(value=None, quality=Quality.BAD, at=found[0].at if found else None)
    observed, state = found
    guessed = ValueKind.NUMBER if observed.category == "Samples" else ValueKind.TEXT
    value: Value = told.value_of(state or "", kind or guessed, part)
    is_fit = not isinstance(value, str) or len(value) <= LONGEST_TEXT
    return Sample(
        value=value if is_fit else None, quality=Quality.GOOD if is_fit else Quality.BAD, at=observed.at
    )


def _entries(item: DataItem, found: tuple[Observation, str | None] | None) -> list[Found[MtconnectAddress]]:
    """One for each number that it gives at once."""
    return [
        Found(
            name=item.name,
            title=item.name if part is None else f"{item.name} {'XYZ'[part - 1]}",
            address=None if item.kind is None else MtconnectAddress(data_item=item.id, part=part),
            under=None,
            kind=item.kind,
            unit=item.unit,
            low=item.low,
            high=item.high,
            sample=_sample(found, part, item.kind),
        )
        for part in ([None] if item.parts == 1 else range(1, item.parts + 1))
    ]

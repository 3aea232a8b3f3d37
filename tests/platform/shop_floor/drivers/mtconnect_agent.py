"""An MTConnect agent behind a real web server: a bounded buffer of observations, as the standard has it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape, quoteattr

from tests.platform.ingestion.servers import Answer, Asked, Site, site

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
# Element, category, what else is told of the data item.
ITEMS = {
    "avail": ("Availability", "Events", 'category="EVENT" type="AVAILABILITY"'),
    "parts": ("PartCount", "Events", 'category="EVENT" type="PART_COUNT" name="good"'),
    "door": ("DoorState", "Events", 'category="EVENT" type="DOOR_STATE"'),
    "speed": ("RotaryVelocity", "Samples",
              'category="SAMPLE" type="ROTARY_VELOCITY" subType="ACTUAL" units="REVOLUTION/MINUTE"'),
    "place": ("PathPosition", "Samples", 'category="SAMPLE" type="PATH_POSITION" units="MILLIMETER_3D"'),
    "wave": ("DisplacementTimeSeries", "Samples",
             'category="SAMPLE" type="DISPLACEMENT" representation="TIME_SERIES"'),
    "heat": ("Temperature", "Condition", 'category="CONDITION" type="TEMPERATURE"'),
}  # fmt: skip
LIMITS = "<Constraints><Minimum>0</Minimum><Maximum>6000</Maximum></Constraints>"


@dataclass
class Observed:
    sequence: int
    item: str
    at: datetime
    text: str
    level: str = ""
    code: str = ""

    @property
    def xml(self) -> str:
        element = self.level or ITEMS[self.item][0]
        extra = f' type="TEMPERATURE" nativeCode={quoteattr(self.code)}' if self.level else ""
        extra += ' sampleCount="3"' if self.item == "wave" else ""
        at = self.at.isoformat().replace("+00:00", "Z")
        return (
            f'<{element} dataItemId="{self.item}" timestamp="{at}" sequence="{self.sequence}"{extra}>'
            f"{escape(self.text)}</{element}>"
        )


@dataclass
class Agent:
    """`size`: how many observations it holds."""

    version: str = "1.3"
    size: int = 100
    instance: int = 1_700_000_000
    buffer: list[Observed] = field(default_factory=list)
    latest: dict[str, list[Observed]] = field(default_factory=dict)
    next: int = 1
    broken: bool = False
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.restart(self.instance)

    def restart(self, instance: int) -> None:
        """It forgets everything, and knows of nothing until its adapters tell."""
        with self.lock:
            self.instance, self.next, self.buffer, self.latest = instance, 1, [], {}
            for item, (_, category, _) in ITEMS.items():
                self.put(item, "UNAVAILABLE", level="Unavailable" if category == "Condition" else "")

    def put(self, item: str, text: str, level: str = "", code: str = "") -> Observed:
        with self.lock:
            made = Observed(self.next, item, START + timedelta(seconds=self.next), text, level, code)
            self.next += 1
            self.buffer = [*self.buffer, made][-self.size :]
            before = self.latest.get(item, []) if level in ("Fault", "Warning") else []
            kept = [each for each in before if each.level in ("Fault", "Warning") and each.code != code]
            if level == "Normal" and code:
                kept = [each for each in self.latest.get(item, []) if each.code != code]
                self.latest[item] = kept or [made]
            else:
                self.latest[item] = [*kept, made]
            return made

    def answer(self, asked: Asked) -> Answer:
        parts, query = urlsplit(asked.target), parse_qs(urlsplit(asked.target).query)
        with self.lock:
            if self.broken:
                return Answer(status=500)
            if parts.path == "/probe":
                return Answer(self._devices().encode())
            if parts.path == "/current":
                return self._streams([each for held in self.latest.values() for each in held], self.next)
            if parts.path != "/sample":
                return Answer(status=404)
            start, count = int(query["from"][0]), int(query["count"][0])
            if not self.buffer[0].sequence <= start <= self.next:
                return self._error("OUT_OF_RANGE", f"'from' must be within {self.buffer[0].sequence}")
            if count > self.size:
                return self._error("INVALID_REQUEST", f"'count' must be at most {self.size}")
            found = [each for each in self.buffer if each.sequence >= start][:count]
            return self._streams(found, found[-1].sequence + 1 if found else self.next)

    def _header(self, following: int) -> str:
        made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return (
            f'<Header creationTime="{made}" sender="cell-1" instanceId="{self.instance}" '
            f'version="{self.version}" bufferSize="{self.size}" nextSequence="{following}" '
            f'firstSequence="{self.buffer[0].sequence}" lastSequence="{self.next - 1}"/>'
        )

    def _streams(self, found: list[Observed], following: int) -> Answer:
        """Grouped by category, as the schema wants it: not in the order of the sequence."""
        boxes = "".join(
            f"<{box}>{''.join(each.xml for each in found if ITEMS[each.item][1] == box)}</{box}>"
            for box in ("Samples", "Events", "Condition")
        )
        return Answer(
            f'<?xml version="1.0"?><MTConnectStreams xmlns="urn:mtconnect.org:MTConnectStreams:'
            f'{self.version}">{self._header(following)}<Streams><DeviceStream name="VMC" uuid="vmc-1">'
            f'<ComponentStream component="Device" componentId="d1">{boxes}</ComponentStream>'
            f"</DeviceStream></Streams></MTConnectStreams>".encode()
        )

    def _error(self, code: str, text: str) -> Answer:
        return Answer(
            f'<MTConnectError xmlns="urn:mtconnect.org:MTConnectError:{self.version}"><Errors>'
            f'<Error errorCode="{code}">{text}</Error></Errors></MTConnectError>'.encode(),
            status=404,
        )

    def _devices(self) -> str:
        def item(name: str) -> str:
            limits = LIMITS if name == "speed" else ""
            return f'<DataItem id="{name}" {ITEMS[name][2]}>{limits}</DataItem>'

        top = "".join(item(each) for each in ("avail", "parts", "door"))
        axes = "".join(item(each) for each in ("speed", "place", "wave", "heat"))
        return (
            f'<MTConnectDevices xmlns="urn:mtconnect.org:MTConnectDevices:{self.version}"><Header/>'
            f'<Devices><Device id="d1" name="VMC" uuid="vmc-1"><DataItems>{top}</DataItems>'
            f'<Components><Axes id="a1"><Components><Rotary id="c1" name="C"><DataItems>{axes}'
            f"</DataItems></Rotary></Components></Axes></Components></Device></Devices></MTConnectDevices>"
        )


@contextmanager
def agent(**told: object) -> Iterator[tuple[Agent, Site]]:
    made = Agent(**told)  # type: ignore[arg-type]
    with site(made.answer) as web:
        yield made, web

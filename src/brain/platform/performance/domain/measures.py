"""How a work unit is measured, and what can be told from the names of its points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from brain.kit.errors import FieldError, Invalid
from brain.platform.performance.domain.figures import TimeElement

MOST_STATES: Final = 60  # of one work unit


@dataclass(frozen=True, kw_only=True)
class Measure:
    """Points by number. `states`: what each value of the state point counts as (a truth value is `true` or
    `false`); a value not named there is unknown. `produced_point` and `rejected_point` count up;
    `energy_point` counts kWh; `run_time` is the planned run time per item (PRI) in s. `is_output`: its items
    leave the plant."""

    state_point: int
    states: Mapping[str, TimeElement]
    produced_point: int | None = None
    rejected_point: int | None = None
    energy_point: int | None = None
    run_time: float | None = None
    is_output: bool = False

    @property
    def points(self) -> set[int]:
        told = (self.state_point, self.produced_point, self.rejected_point, self.energy_point)
        return {number for number in told if number is not None}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A point of the work unit, as far as measuring cares. `kind`: number, integer, boolean or text."""

    number: int
    code: str
    title: str
    kind: str
    unit: str | None

    @property
    def counts(self) -> bool:
        return self.kind in ("number", "integer")


def check(measure: Measure, candidates: Mapping[int, Candidate]) -> None:
    """`candidates`: points in use. Raises Invalid, naming each part that is wrong."""
    fields = _fields(measure)
    named = {field: candidates[number] for field, number in fields.items() if number in candidates}
    wrong = [
        *((field, "没有这个测点，或它已停采") for field in fields if field not in named),
        *((field, "计数须是数值") for field in _COUNTERS if field in named and not named[field].counts),
    ]
    rules = (
        (
            "statePoint" in named and named["statePoint"].kind == "number",
            "statePoint",
            "状态须是文本、整数或真假，不能是带小数的数值",
        ),
        (not measure.states, "states", "请写明至少一个状态算作什么"),
        (
            "energyPoint" in named and named["energyPoint"].unit != "kWh",
            "energyPoint",
            "电量的单位须是 kWh，请先在测点里换算",
        ),
        (
            measure.produced_point is None and (measure.rejected_point is not None or measure.is_output),
            "producedPoint",
            "有不合格数的、出成品的设备，须有完成数",
        ),
    )
    wrong += [(field, message) for broken, field, message in rules if broken]
    if wrong:
        problems: list[FieldError] = [
            {"loc": f"/body/{field}", "message": message} for field, message in wrong
        ]
        raise Invalid("测算的设置有误", problems)


_COUNTERS: Final = ("producedPoint", "rejectedPoint", "energyPoint")


def _fields(measure: Measure) -> dict[str, int]:
    told = {
        "statePoint": measure.state_point,
        "producedPoint": measure.produced_point,
        "rejectedPoint": measure.rejected_point,
        "energyPoint": measure.energy_point,
    }
    return {field: number for field, number in told.items() if number is not None}


# Words by which machines commonly name their states, points and counters.
_STATES: Final = {
    TimeElement.PRODUCTION: ("running", "run", "producing", "execute", "active", "true", "运行", "生产"),
    TimeElement.SETUP: ("setup", "changeover", "换产", "换型", "调机"),
    TimeElement.DELAY: (
        "idle",
        "standby",
        "ready",
        "waiting",
        "starved",
        "blocked",
        "false",
        "待机",
        "空闲",
        "等待",
    ),
    TimeElement.DOWN: ("down", "fault", "error", "alarm", "stopped", "aborted", "故障", "停机", "报警"),
}
_NAMES: Final = {
    "state_point": ("state", "status", "状态"),
    "produced_point": ("made", "produced", "count", "产量", "完成"),
    "rejected_point": ("rejected", "scrap", "不合格", "废品"),
    "energy_point": ("energy", "kwh", "电量"),
}


def proposed_states() -> dict[str, TimeElement]:
    """Common words, each with what it counts as."""
    return {word: element for element, words in _STATES.items() for word in words}


def proposed(candidates: Sequence[Candidate]) -> Measure | None:
    """What the names of a work unit's points suggest; None where none looks like a state."""
    found: dict[str, int] = {}
    for field, words in _NAMES.items():
        for point in candidates:
            leaf = point.code.rpartition(".")[2].lower()
            fits = point.kind != "number" if field == "state_point" else point.counts
            named = any(word in leaf or word in point.title for word in words)
            if fits and named and (field != "energy_point" or point.unit == "kWh"):
                found.setdefault(field, point.number)
    if "state_point" not in found:
        return None
    return Measure(states=proposed_states(), **found)  # type: ignore[arg-type]

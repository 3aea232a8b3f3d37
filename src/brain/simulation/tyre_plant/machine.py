"""One machine: its states, its power, its tool, and the tyre in it if it is a curing press."""

from dataclasses import dataclass, field
from math import exp, log

from numpy.random import Generator

from brain.simulation.tyre_plant.curing import approach, equivalent_seconds
from brain.simulation.tyre_plant.layout import Layout, Product, Step
from brain.simulation.tyre_plant.orders import Job
from brain.simulation.tyre_plant.processes import Process, Run, process_of
from brain.simulation.tyre_plant.records import State
from brain.simulation.tyre_plant.wear import failure_chance

# lognormal, as such times are commonly modelled; assumed values
REPAIR_MEDIAN_S, REPAIR_SPREAD = 1800.0, 0.6
SETUP_SPREAD = 0.2
SOFTEST = 0.92  # batch, as a share of the power that the stiffest takes
LATENT_KJ_PER_KG = 2015.0  # of steam at 1 MPa


@dataclass(slots=True)
class Machine:
    """`loaded` is what is reserved for the running cycle, by lot; powers in kW, energy in kWh."""

    equipment: str
    step: Step
    random: Generator
    state: State = State.IDLE
    elapsed_s: int = 0
    repair_s: float = 0.0
    setup_s: float = 0.0
    tool_age: int = 0
    power_kw: float = 0.0
    energy_kwh: float = 0.0
    made: int = 0
    rejected: int = 0
    product: Product | None = None
    job: Job | None = None
    loaded: dict[str, float] = field(default_factory=dict)
    seconds_in: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    set_point_c: float = 25.0
    platen_c: float = 25.0
    tyre_c: float = 25.0
    cured_s: float = 0.0
    steam_kg_per_h: float = 0.0
    stiffness: float = 1.0
    found: dict[str, float] = field(default_factory=dict)  # of the last tyre inspected
    defect_code: str = ""
    process: Process | None = None

    def __post_init__(self) -> None:
        self.process = process_of(self.step)

    def begin(self, platen_c: float, product: Product | None) -> None:
        """As a plant is met: set up, presses hot, tools of any age up to four fifths of their life."""
        self.product = product
        self.set_point_c = self.platen_c = platen_c
        self.tool_age = int(self.random.integers(0, int(0.8 * self.step.tool.life)))

    def spend(self, seconds: int) -> None:
        """Lets the state go on: time in it, power and the energy that is its integral."""
        self.power_kw = self._power()
        self.energy_kwh += self.power_kw * seconds / 3600
        self.seconds_in[self.state] += seconds
        if self.state is State.RUNNING:
            self.elapsed_s += seconds
        elif self.state is State.DOWN:
            self.repair_s -= seconds
        elif self.state is State.SETUP:
            self.setup_s -= seconds

    def heat(self, layout: Layout, ambient_c: float, seconds: int) -> None:
        """Platens follow their set point, the tyre follows the platens, and cures (see `curing`)."""
        press, shut = layout.press, self.state is State.DOWN
        platen, tyre = self.platen_c, self.tyre_c
        goal = ambient_c if shut else self.set_point_c
        self.platen_c = approach(platen, goal, press.platen_lag_s, seconds)
        heat_kw = press.platen_kj_per_k * (self.platen_c - platen) / seconds
        heat_kw += press.loss_kw_per_k * (self.platen_c - ambient_c)
        if self.state is State.RUNNING:
            self.tyre_c = approach(tyre, self.platen_c, press.tyre_lag_s, seconds)
            heat_kw += press.tyre_kj_per_k * (self.tyre_c - tyre) / seconds
            self.cured_s += equivalent_seconds(layout.compound, self.tyre_c, seconds)

        self.steam_kg_per_h = 0.0 if shut else max(0.0, heat_kw) * 3600 / LATENT_KJ_PER_KG

    def measure(self, ambient_c: float, seconds: int) -> None:
        """Lets the instruments of the process follow what it did."""
        if self.process is not None:
            run = Run(
                running=self.state is State.RUNNING,
                first=self.state is State.RUNNING and self.elapsed_s <= seconds,
                power_kw=self.power_kw,
                ambient_c=ambient_c,
                wear=self.tool_age / self.step.tool.life,
                size=self.product.size if self.product else 1.0,
                seconds=seconds,
            )
            self.process.move(run, self.random)

    def change_to(self, product: Product) -> None:
        """Dies, drums or moulds are changed; how long it takes is drawn about the time the layout tells."""
        self.product = product
        self.setup_s = (self.step.setup_s or 0) * float(self.random.lognormal(0, SETUP_SPREAD))

    def wears_out(self) -> bool:
        """Ages the tool by one cycle; true when it fails, with the time of its repair drawn."""
        failed = bool(self.random.random() < failure_chance(self.step.tool, self.tool_age, 1))
        self.tool_age += 1
        if failed:
            self.repair_s = float(self.random.lognormal(log(REPAIR_MEDIAN_S), REPAIR_SPREAD))
        return failed

    def _power(self) -> float:
        if self.state is State.DOWN:
            return 0.0
        if self.state is not State.RUNNING:
            return self.step.idle_kw
        if self.step.process != "mixing":
            return self.step.load_kw
        # cold rubber is stiff: power falls as the batch warms and softens
        return self.stiffness * self.step.load_kw * (0.6 + 0.4 * exp(-3 * self.elapsed_s / self.step.cycle_s))

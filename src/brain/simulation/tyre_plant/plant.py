"""A plant that runs by itself, the same for the same layout and seed, however its time is cut."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import cos, pi
from typing import Final

from numpy.random import default_rng

from brain.simulation.tyre_plant.inspection import Tyre, findings
from brain.simulation.tyre_plant.layout import Layout
from brain.simulation.tyre_plant.ledger import Ledger
from brain.simulation.tyre_plant.machine import SOFTEST, Machine
from brain.simulation.tyre_plant.orders import Job, OrderBook
from brain.simulation.tyre_plant.records import (
    EnergyReading,
    EquipmentEvent,
    MaterialLot,
    Movement,
    QualityTestResult,
    Record,
    State,
)
from brain.simulation.tyre_plant.shelf import Shelf
from brain.simulation.tyre_plant.shifts import shift_begin, staffed
from brain.simulation.tyre_plant.tags import Tag, Value, described, metered, meters, values
from brain.simulation.tyre_plant.utilities import Utilities
from brain.simulation.tyre_plant.wear import scatter

TICK_S = 5
METER_S = 900  # meters are read each quarter of an hour
AHEAD = 4  # cycles of all its users that a step makes ahead before it waits
PREHEATED_C = 5  # below its set point a press takes no tyre
SPLICE_SD_MM = 0.4  # of a new building drum; assumed
ORDERS, SHIFTS = 10_000, 10_001  # random streams beside those of the machines
HELD_UP: Final = "no_material_no_demand_or_cold"


class Plant:
    """`tags` is the state now; `drain` hands out what happened since it was last asked. `series` stands in
    all identifiers but those of shifts: plants of different series never give the same one."""

    def __init__(self, layout: Layout, seed: int, begin: datetime, series: str = "") -> None:
        self.layout, self.ledger, self.now = layout, Ledger(series), begin
        self._begin, self._series, self._waiting_s, self._identifiers = begin, series, 0, 0
        self._shelf = Shelf()
        self._splice_mm: dict[str, float] = {}
        self._tyres: dict[str, Tyre] = {}
        places = [(step, number) for step in layout.steps for number in range(1, step.machines + 1)]
        self.machines = tuple(
            Machine(
                f"{layout.path}/{step.process}/{step.process}-{number:02d}", step, default_rng([seed, index])
            )
            for index, (step, number) in enumerate(places)
        )
        self.utilities = Utilities(layout.steam, layout.steam.set_mpa)
        self._enough = {step.makes: self._wanted(step.makes) for step in layout.steps if step.makes}
        self._orders = OrderBook(layout, default_rng([seed, ORDERS]), series)
        self._people = default_rng([seed, SHIFTS])
        self._shift = shift_begin(begin)
        self._staff()
        self._orders.release(begin)
        self._tell_orders()
        for machine in self.machines:
            first = self._orders.next(machine.step.process)
            machine.begin(layout.press.platen_c, first.product if first else None)

    def advance(self, seconds: int) -> None:
        """Whole seconds; the plant moves by ticks, what is left over waits for the next call."""
        self._waiting_s += seconds
        while self._waiting_s >= TICK_S:
            self._waiting_s -= TICK_S
            self._tick()

    def described(self) -> tuple[Tag, ...]:
        ambient = Tag(f"{self.layout.path}/ambient_c", self.layout.path, "Cel", -20, 50)
        of_machines = (tag for machine in self.machines for tag in described(machine))
        return (ambient, *of_machines, *meters(self.layout, self.machines))

    def tags(self) -> Mapping[str, Value]:
        found: dict[str, Value] = {f"{self.layout.path}/ambient_c": self._ambient_c()}
        for machine in self.machines:
            found |= values(machine)
        found |= metered(self.layout, self.utilities)
        return found

    def drain(self) -> list[Record]:
        return self.ledger.drain()

    def _tick(self) -> None:
        self.now += timedelta(seconds=TICK_S)
        ambient = self._ambient_c()
        if shift_begin(self.now) != self._shift:
            self._shift = shift_begin(self.now)
            self._staff()
        self._receive()
        for machine in self.machines:
            machine.spend(TICK_S)
            if machine.step.process == "curing":
                machine.heat(self.layout, ambient, TICK_S)
            machine.measure(ambient, TICK_S)
            self._act(machine)
        self.utilities.meter(self.machines, TICK_S)
        if (self.now - self._begin) % timedelta(seconds=METER_S) == timedelta():
            self._tell_orders()
            for machine in self.machines:
                reading = EnergyReading(self._id("ER"), machine.equipment, machine.energy_kwh, self.now)
                self.ledger.write(reading)

    def _act(self, machine: Machine) -> None:
        if machine.state is State.RUNNING and machine.elapsed_s >= machine.step.cycle_s:
            self._finish(machine)
            if machine.wears_out():
                self._enter(machine, State.DOWN, "tool_failure")
            else:
                self._go_on(machine)
        elif machine.state is State.DOWN and machine.repair_s <= 0:
            machine.tool_age = 0
            self._enter(machine, State.IDLE, "repaired")
        elif machine.state is State.SETUP and machine.setup_s <= 0:
            self._enter(machine, State.IDLE, "set_up")
        elif machine.state is State.IDLE:
            self._go_on(machine)

    def _go_on(self, machine: Machine) -> None:
        """With the earliest order there is: another product first needs a changeover."""
        job = self._orders.next(machine.step.process)
        if job and machine.step.setup_s and job.product is not machine.product:
            machine.change_to(job.product)
            self._enter(machine, State.SETUP, "changeover")
        elif job and self._start(machine, job):
            if machine.state is not State.RUNNING:
                self._enter(machine, State.RUNNING, "started")
        elif machine.state is State.RUNNING:
            self._enter(machine, State.IDLE, HELD_UP)

    def _start(self, machine: Machine, job: Job) -> bool:
        step, press = machine.step, self.layout.press
        kept = self.layout.kept(step.makes, job.product)
        if step.makes and self._shelf.total(kept) >= self._enough[step.makes]:
            return False
        if step.process == "curing" and machine.platen_c < press.platen_c - PREHEATED_C:
            return False
        loaded = self._shelf.pick(self.layout.needs(step, job.product))
        if loaded is None:
            return False
        machine.loaded, machine.elapsed_s, machine.product, machine.job = loaded, 0, job.product, job
        first = job.actual_begin is None
        job.begin(self.now)
        if first:
            self._tell_orders()
        if step.process == "mixing":
            machine.stiffness = float(machine.random.uniform(SOFTEST, 1))
        elif step.process == "curing":
            machine.set_point_c = float(machine.random.normal(press.platen_c, press.platen_sd_c))
            machine.tyre_c, machine.cured_s = self._ambient_c(), 0.0
        return True

    def _finish(self, machine: Machine) -> None:
        step, job = machine.step, machine.job
        if job is None:
            raise RuntimeError(f"{machine.equipment} runs without a work order")
        machine.made += 1
        accepted = True
        if step.makes:
            self._produce(machine, job)
        else:
            accepted = self._inspect(machine, next(iter(machine.loaded)), job)
            machine.rejected += not accepted
        job.end(self.now, accepted=accepted)
        if job.actual_end is not None:
            self._tell_orders()
            self._orders.release(self.now)
            self._tell_orders()

    def _produce(self, machine: Machine, job: Job) -> None:
        step = machine.step
        name = f"{step.makes}-{machine.equipment.rsplit('-', 1)[1]}-{self._series}{machine.made:06d}"
        made = MaterialLot(
            id=name,
            material=step.makes,
            unit=step.unit,
            made_of=tuple(machine.loaded),
            at=self.now,
            product=job.product.code if step.by_product else "",
            work_order=job.id,
        )
        self.ledger.produce(made, step.quantity, machine.loaded)
        self._shelf.put(self.layout.kept(step.makes, job.product), name, step.quantity)
        if step.process == "building":
            spread = scatter(step.tool, machine.tool_age, SPLICE_SD_MM)
            self._splice_mm[name] = abs(float(machine.random.normal(0, spread)))
        elif step.process == "curing":
            splice = self._splice_mm.pop(next(iter(machine.loaded)))
            cure = machine.cured_s / self.layout.compound.t90_s
            self._tyres[name] = Tyre(splice, cure, machine.tool_age / step.tool.life)

    def _inspect(self, machine: Machine, tyre: str, job: Job) -> bool:
        """An accepted tyre is shipped, another is scrapped."""
        results = [
            QualityTestResult(
                self._id("QT"), tyre, each.characteristic, each.value, each.low, each.high, self.now, job.id,
                each.defect_code,
            )
            for each in findings(self.layout, self._tyres.pop(tyre), machine.random)
        ]  # fmt: skip
        for result in results:
            self.ledger.write(result)
        machine.found = {result.characteristic: result.value for result in results}
        machine.defect_code = next((result.defect_code for result in results if result.defect_code), "")
        accepted = all(result.accepted for result in results)
        kind = Movement.SHIPMENT if accepted else Movement.SCRAP
        self.ledger.remove(tyre, kind, machine.step.quantity, self.now)
        return accepted

    def _receive(self) -> None:
        for material, delivery in self.layout.raw.items():
            if self._shelf.total(material) < delivery / 2:
                lot = MaterialLot(self._id(f"RM-{material}"), material, "kg", (), self.now)
                self.ledger.receive(lot, delivery)
                self._shelf.put(material, lot.id, delivery)

    def _staff(self) -> None:
        for shift in staffed(self.layout, self._shift, self._people):
            self.ledger.write(shift)

    def _tell_orders(self) -> None:
        for order in self._orders.news(self.now):
            self.ledger.write(order)

    def _enter(self, machine: Machine, state: State, reason: str) -> None:
        machine.state = state
        self.ledger.write(EquipmentEvent(self._id("EE"), machine.equipment, state, reason, self.now))

    def _wanted(self, material: str) -> float:
        users = (step for step in self.layout.steps if material in step.needs)
        return AHEAD * sum(step.needs[material] * step.machines for step in users)

    def _ambient_c(self) -> float:
        """Warmest at three in the afternoon, 20 °C ± 6; assumed."""
        hour = self.now.hour + self.now.minute / 60
        return 20 + 6 * cos((hour - 15) / 12 * pi)

    def _id(self, kind: str) -> str:
        self._identifiers += 1
        return f"{kind}-{self._series}{self._identifiers:08d}"

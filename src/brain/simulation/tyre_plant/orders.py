"""What is to be made: production orders of customers, and a work order of each for every process.

Each process works its orders off in the order of their release, so the earliest that is open always has what
it waits for made before anything later.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from numpy.random import Generator

from brain.simulation.tyre_plant.layout import Layout, Product, Step
from brain.simulation.tyre_plant.records import OrderStatus, ProductionOrder, WorkOrder

CUSTOMERS: Final = 6
PACK: Final = 20  # an order is for a multiple of this
PLANNED_SHARE: Final = 0.75  # of the machines' time that planning counts on; assumed
NEGLIGIBLE: Final = 1e-9  # rounding of sums of floats, in cycles


@dataclass(slots=True)
class Job:
    """A work order as it goes on; quantities in the unit of what its step makes."""

    id: str
    order: str
    step: Step
    product: Product
    planned: float
    planned_begin: datetime
    planned_end: datetime
    started: float = 0.0
    good: float = 0.0
    scrap: float = 0.0
    actual_begin: datetime | None = None
    actual_end: datetime | None = None
    told: tuple[float, float, OrderStatus] | None = None  # what was last written down of it

    @property
    def status(self) -> OrderStatus:
        if self.actual_begin is None:
            return OrderStatus.RELEASED
        return OrderStatus.RUNNING if self.actual_end is None else OrderStatus.COMPLETED

    def begin(self, at: datetime) -> None:
        """Another cycle starts."""
        self.started += self.step.quantity
        self.actual_begin = self.actual_begin or at

    def end(self, at: datetime, *, accepted: bool) -> None:
        """A cycle that was started ends."""
        if accepted:
            self.good += self.step.quantity
        else:
            self.scrap += self.step.quantity
        if self.good + self.scrap >= self.planned:
            self.actual_end = at

    def record(self, at: datetime) -> WorkOrder:
        return WorkOrder(
            id=self.id,
            production_order=self.order,
            process=self.step.process,
            product=self.product.code if self.step.by_product else "",
            unit=self.step.unit,
            planned=self.planned,
            good=self.good,
            scrap=self.scrap,
            planned_begin=self.planned_begin,
            planned_end=self.planned_end,
            actual_begin=self.actual_begin,
            actual_end=self.actual_end,
            status=self.status,
            at=at,
        )


@dataclass(slots=True)
class _Order:
    """A production order as it goes on; its last job decides what is good of it."""

    id: str
    customer: str
    product: Product
    quantity: int
    due: datetime
    jobs: list[Job] = field(default_factory=list)

    def record(self, at: datetime) -> ProductionOrder:
        last = self.jobs[-1]
        begun = [job.actual_begin for job in self.jobs if job.actual_begin]
        status = last.status
        if begun and status is OrderStatus.RELEASED:
            status = OrderStatus.RUNNING
        return ProductionOrder(
            id=self.id,
            customer_order=f"CO-{self.id.removeprefix('PO-')}",
            customer=self.customer,
            product=self.product.code,
            planned=float(self.quantity),
            good=last.good,
            scrap=last.scrap,
            planned_begin=min(job.planned_begin for job in self.jobs),
            planned_end=last.planned_end,
            due=self.due,
            actual_begin=min(begun) if begun else None,
            actual_end=last.actual_end,
            status=status,
            at=at,
        )


class OrderBook:
    """Keeps as many production orders open as the layout tells; `news` are those that changed."""

    def __init__(self, layout: Layout, random: Generator, series: str = "") -> None:
        self._layout, self._random, self._series = layout, random, series
        self._open: list[_Order] = []
        self._queues: dict[str, deque[Job]] = {step.process: deque() for step in layout.steps}
        self._spare: dict[str, float] = {}  # planned beyond what was needed, by material and product
        self._busy_until: dict[str, datetime] = {}
        self._orders = 0

    def next(self, process: str) -> Job | None:
        """The earliest work order of which a cycle is still to be started."""
        queue = self._queues[process]
        while queue and queue[0].started >= queue[0].planned:
            queue.popleft()
        return queue[0] if queue else None

    def release(self, at: datetime) -> None:
        while len(self._open) < self._layout.demand.open:
            self._open.append(self._order(at))

    def news(self, at: datetime) -> list[ProductionOrder | WorkOrder]:
        """Orders that changed since last asked; what is completed is forgotten thereafter."""
        found: list[ProductionOrder | WorkOrder] = []
        for order in self._open:
            changed = [job for job in order.jobs if job.told != (job.good, job.scrap, job.status)]
            if not changed:
                continue
            found.append(order.record(at))
            for job in changed:
                job.told = (job.good, job.scrap, job.status)
                found.append(job.record(at))
        self._open = [order for order in self._open if any(job.actual_end is None for job in order.jobs)]
        return found

    def _order(self, at: datetime) -> _Order:
        self._orders += 1
        products, demand = self._layout.products, self._layout.demand
        product = products[int(self._random.choice(len(products), p=[each.share for each in products]))]
        quantity = PACK * int(self._random.integers(demand.low // PACK, demand.high // PACK + 1))
        customer = f"C-{int(self._random.integers(1, CUSTOMERS + 1)):02d}"
        order = _Order(f"PO-{self._series}{self._orders:06d}", customer, product, quantity, at)
        order.jobs = self._jobs(order, self._cycles(product, quantity), at)
        order.due = order.jobs[-1].planned_end + timedelta(days=1)
        return order

    def _cycles(self, product: Product, quantity: int) -> dict[str, int]:
        """By process, net of what earlier orders left over; from the finished tyre back to the mixer."""
        wanted: dict[str, float] = {}
        cycles: dict[str, int] = {}
        for step in reversed(self._layout.steps):
            key = self._layout.kept(step.makes, product)
            gross = wanted.get(key, 0.0) if step.makes else float(quantity)
            net = gross - self._spare.get(key, 0.0)
            count = max(0, ceil(net / step.quantity - NEGLIGIBLE))
            self._spare[key] = count * step.quantity - net
            cycles[step.process] = count
            for material, amount in self._layout.needs(step, product).items():
                wanted[material] = wanted.get(material, 0.0) + amount * count
        return cycles

    def _jobs(self, order: _Order, cycles: dict[str, int], at: datetime) -> list[Job]:
        """Planned forward: a process begins once the one before has made its first, and ends after it."""
        jobs: list[Job] = []
        first, last = at, at
        for step in self._layout.steps:
            count = cycles[step.process]
            if not count:
                continue
            begin = max(first, self._busy_until.get(step.process, at))
            work = timedelta(seconds=count * step.cycle_s / step.machines / PLANNED_SHARE)
            cycle = timedelta(seconds=step.cycle_s)
            own = begin + timedelta(seconds=step.setup_s or 0) + work
            end = max(own, last) + cycle
            identifier = f"WO-{order.id.removeprefix('PO-')}-{step.process}"
            planned = count * step.quantity
            job = Job(identifier, order.id, step, order.product, planned, begin, end)
            jobs.append(job)
            self._queues[step.process].append(job)
            self._busy_until[step.process] = own
            first, last = begin + cycle, end
        return jobs

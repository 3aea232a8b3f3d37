"""The stock of a factory: only what is there leaves it, and every lot traces to what was bought."""

from collections.abc import Iterator
from datetime import datetime

from brain.simulation.tyre_plant.records import MaterialLot, Movement, Record, StockMovement

INTO = {Movement.RECEIPT, Movement.PRODUCTION}
TOLERANCE = 1e-9  # rounding of sums of floats, in the unit of the lot


class NotInStock(Exception):
    """More was to leave than is there, or a lot is unknown."""


class Ledger:
    """Lots, their stock and the records of both; `drain` hands records out once, in order."""

    def __init__(self, series: str = "") -> None:
        self._series = series
        self._lots: dict[str, MaterialLot] = {}
        self._stock: dict[str, float] = {}
        self._records: list[Record] = []
        self._movements = 0

    def stock(self, lot: str) -> float:
        return self._stock.get(lot, 0.0)

    def receive(self, lot: MaterialLot, quantity: float) -> None:
        self._add(lot)
        self._move(lot.id, Movement.RECEIPT, quantity, lot.at)

    def produce(self, lot: MaterialLot, quantity: float, consumed: dict[str, float]) -> None:
        """Issues what the lot is made of and puts the lot in stock; nothing happens unless all is there.

        Raises:
            NotInStock: One of the lots consumed is short.
        """
        if set(consumed) != set(lot.made_of):
            raise ValueError("a lot is made of what was consumed for it")
        for source, amount in consumed.items():
            self._require(source, amount)
        self._add(lot)
        for source, amount in consumed.items():
            self._move(source, Movement.ISSUE, amount, lot.at)
        self._move(lot.id, Movement.PRODUCTION, quantity, lot.at)

    def remove(self, lot: str, kind: Movement, quantity: float, at: datetime) -> None:
        """Scrap or shipment.

        Raises:
            NotInStock: Less than that is there.
        """
        if kind in INTO:
            raise ValueError(f"{kind} does not remove")
        self._require(lot, quantity)
        self._move(lot, kind, quantity, at)

    def bought(self, lot: str) -> Iterator[str]:
        """The lots bought that went into a lot, each once."""
        open_lots, seen = [lot], {lot}
        while open_lots:
            made_of = self._lots[open_lots[-1]].made_of
            last = open_lots.pop()
            if not made_of:
                yield last
            new = [source for source in made_of if source not in seen]
            seen.update(new)
            open_lots.extend(new)

    def forget(self, before: datetime) -> None:
        """Lots gone since long, with all that only they were made of: those made later, and what is in stock,
        can still be traced."""
        kept = [name for name, lot in self._lots.items() if lot.at >= before or self.stock(name) > TOLERANCE]
        seen = set(kept)
        while kept:
            new = [source for source in self._lots[kept.pop()].made_of if source not in seen]
            seen.update(new)
            kept.extend(new)
        self._lots = {name: lot for name, lot in self._lots.items() if name in seen}
        self._stock = {name: amount for name, amount in self._stock.items() if name in seen}

    def write(self, record: Record) -> None:
        """Sets a record that moves no stock among the others, in order."""
        self._records.append(record)

    def drain(self) -> list[Record]:
        records, self._records = self._records, []
        return records

    def _add(self, lot: MaterialLot) -> None:
        if lot.id in self._lots:
            raise ValueError(f"lot {lot.id} exists")
        self._lots[lot.id] = lot
        self._records.append(lot)

    def _require(self, lot: str, quantity: float) -> None:
        if quantity > self.stock(lot) + TOLERANCE:
            raise NotInStock(f"{quantity} of {lot} asked, {self.stock(lot)} there")

    def _move(self, lot: str, kind: Movement, quantity: float, at: datetime) -> None:
        if quantity <= 0:
            raise ValueError("a movement has a positive quantity")
        self._movements += 1
        self._records.append(
            StockMovement(f"SM-{self._series}{self._movements:08d}", lot, kind, quantity, at)
        )
        signed = quantity if kind in INTO else -quantity
        self._stock[lot] = max(0.0, self.stock(lot) + signed)

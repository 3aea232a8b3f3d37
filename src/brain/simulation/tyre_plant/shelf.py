"""What is free to be used, first in first out."""

from collections import defaultdict, deque

TOLERANCE = 1e-9


class Shelf:
    """Lots by material; what is picked is reserved and no longer free."""

    def __init__(self) -> None:
        self._free: dict[str, deque[tuple[str, float]]] = defaultdict(deque)
        self._total: dict[str, float] = defaultdict(float)

    def total(self, material: str) -> float:
        return self._total[material]

    def put(self, material: str, lot: str, quantity: float) -> None:
        self._free[material].append((lot, quantity))
        self._total[material] += quantity

    def pick(self, needs: dict[str, float]) -> dict[str, float] | None:
        """Quantities by lot, oldest first; nothing is taken unless all needs are met."""
        if any(self._total[material] + TOLERANCE < amount for material, amount in needs.items()):
            return None
        picked: dict[str, float] = {}
        for material, amount in needs.items():
            picked |= self._take(material, amount)
        return picked

    def _take(self, material: str, amount: float) -> dict[str, float]:
        taken: dict[str, float] = {}
        lots, left = self._free[material], amount
        while left > TOLERANCE and lots:
            lot, there = lots.popleft()
            taken[lot] = min(there, left)
            left -= taken[lot]
            if there > taken[lot]:
                lots.appendleft((lot, there - taken[lot]))
        self._total[material] -= amount - left
        return taken

"""Wear of tools: Weibull hazard over age, and what age does to scatter (W. Weibull, J. Appl. Mech. 1951)."""

from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Tool:
    """`life` is the age (cycles or hours) by which 63.2 % have failed; `shape` > 1 means that it wears."""

    life: float
    shape: float


def hazard(tool: Tool, age: float) -> float:
    """Failures per unit of age, among the tools that reached it: β/η · (t/η)^(β-1)."""
    return float(tool.shape / tool.life * (age / tool.life) ** (tool.shape - 1))


def failure_chance(tool: Tool, age: float, more: float) -> float:
    """Chance that a tool of this age fails within `more`: 1 - exp(H(t) - H(t + more)), H = (t/η)^β."""
    return 1 - exp((age / tool.life) ** tool.shape - ((age + more) / tool.life) ** tool.shape)


def scatter(tool: Tool, age: float, new: float) -> float:
    """Standard deviation of what the tool makes; an assumption: doubled at the end of its life, linear."""
    return new * (1 + age / tool.life)

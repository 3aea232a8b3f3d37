"""Attachments of enterprises to products, with the evidence that explains each."""

from dataclasses import dataclass
from typing import Literal

from brain.scenarios.industry_graph.domain.chain import Role

Field = Literal["name", "scope", "listing", "expert"]


@dataclass(frozen=True, kw_only=True)
class EnterpriseText:
    """What the matcher reads of an enterprise."""

    credit_code: str
    name: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Which words of which field speak for the attachment, by which rule, how strongly."""

    field: Field
    text: str
    start: int
    end: int
    rule: str
    verbs: tuple[str, ...]
    strength: float


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """`score` is how surely the attachment holds; `weight` how much of the business it is (both 0–1)."""

    credit_code: str
    product: str
    role: Role
    score: float
    weight: float
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.credit_code, self.product


def combined(strengths: list[float]) -> float:
    """Independent hints: 1 − Π(1 − s), never certain."""
    doubt = 1.0
    for strength in strengths:
        doubt *= 1.0 - strength
    return round(min(0.99, 1.0 - doubt), 4)

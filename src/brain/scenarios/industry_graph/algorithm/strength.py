"""How strong a link stands (强、中、弱、缺), every part of the figure explained.

S = Σ wᵢ·xᵢ / Σ wᵢ over the parts that can be computed; docs/algorithms/industry_graph.md gives the reasons.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from brain.scenarios.industry_graph.domain.chain import StrengthRule

Class = Literal["strong", "medium", "weak", "missing"]
CLASS_TITLES: Mapping[Class, str] = {"strong": "强", "medium": "中", "weak": "弱", "missing": "缺"}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is counted of a link: makers (or whoever the link consists of), their capital in 10k yuan, and

    the enterprises of link and chain, here and in all, for the location quotient (None: no region chosen).
    """

    producers: int
    capital: float
    link_here: int | None = None
    chain_here: int | None = None
    link_all: int | None = None
    chain_all: int | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    name: Literal["producers", "capital", "quotient"]
    value: float
    score: float
    weight: float
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Strength:
    score: float
    grade: Class
    parts: tuple[Part, ...]
    sentence: str


def strength(standing: Standing, rule: StrengthRule) -> Strength:
    parts = [_producers(standing, rule), _capital(standing, rule), *_quotient(standing, rule)]
    total = sum(part.weight for part in parts)
    score = round(sum(part.score * part.weight for part in parts) / total, 4)
    grade = _grade(standing, score, rule)
    return Strength(score=score, grade=grade, parts=tuple(parts), sentence=_sentence(score, grade, rule))


def location_quotient(standing: Standing) -> float | None:
    """(n_link,here / n_chain,here) ÷ (n_link / n_chain); None where a share has no base."""
    if not (standing.link_all and standing.chain_all and standing.chain_here) or standing.link_here is None:
        return None
    return (standing.link_here / standing.chain_here) / (standing.link_all / standing.chain_all)


def _producers(standing: Standing, rule: StrengthRule) -> Part:
    full = rule.producers_full
    score = min(1.0, math.log1p(standing.producers) / math.log1p(full))
    return Part(
        name="producers",
        value=standing.producers,
        score=round(score, 4),
        weight=rule.weights["producers"],
        sentence=f"环节内企业 {standing.producers} 家，按 ln(1+家数)/ln(1+{full}) 计 {score:.2f}",
    )


def _capital(standing: Standing, rule: StrengthRule) -> Part:
    full = rule.capital_full
    score = min(1.0, math.log1p(standing.capital) / math.log1p(full))
    return Part(
        name="capital",
        value=round(standing.capital, 2),
        score=round(score, 4),
        weight=rule.weights["capital"],
        sentence=f"注册资本合计 {standing.capital:,.0f} 万元，按 ln(1+万元)/ln(1+{full:,.0f}) 计 {score:.2f}",
    )


def _quotient(standing: Standing, rule: StrengthRule) -> list[Part]:
    quotient = location_quotient(standing)
    if quotient is None:
        return []
    score = min(1.0, quotient / rule.quotient_full)
    return [
        Part(
            name="quotient",
            value=round(quotient, 3),
            score=round(score, 4),
            weight=rule.weights["quotient"],
            sentence=(
                f"区位商 {quotient:.2f} =（{standing.link_here}/{standing.chain_here}）÷"
                f"（{standing.link_all}/{standing.chain_all}），{rule.quotient_full:g} 记满，计 {score:.2f}"
            ),
        )
    ]


def _grade(standing: Standing, score: float, rule: StrengthRule) -> Class:
    if not standing.producers:
        return "missing"
    if score >= rule.strong:
        return "strong"
    return "medium" if score >= rule.medium else "weak"


def _sentence(score: float, grade: Class, rule: StrengthRule) -> str:
    if grade == "missing":
        return "环节内没有企业，判为“缺”"
    limits = f"≥{rule.strong:g} 强，≥{rule.medium:g} 中，其余弱"
    return f"综合得分 {score:.2f}（{limits}），判为“{CLASS_TITLES[grade]}”"

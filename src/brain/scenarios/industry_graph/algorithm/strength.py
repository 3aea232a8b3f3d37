"""How strong a link stands (强、中、弱、缺), every part of the figure explained.

S = Σ wᵢ·vᵢ/(vᵢ + hᵢ) / Σ wᵢ over the parts that can be computed, hᵢ being the value that counts half;
docs/algorithms/industry_graph.md gives the reasons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from brain.scenarios.industry_graph.domain.chain import StrengthRule

Class = Literal["strong", "medium", "weak", "missing"]
PartName = Literal["producers", "capital", "quotient"]
CLASS_TITLES: Mapping[Class, str] = {"strong": "强", "medium": "中", "weak": "弱", "missing": "缺"}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is counted of a link.

    `enterprises` make it up: its makers, or its dealers or servants where nothing is made. `committed` are
    the same weighed by the share of business that it is to them, `capital` (万元) likewise. The last four
    count enterprises for the location quotient (None: no region was chosen).
    """

    enterprises: int
    committed: float
    capital: float
    link_here: int | None = None
    chain_here: int | None = None
    link_all: int | None = None
    chain_all: int | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    name: PartName
    value: float
    score: float
    weight: float
    sentence: str
    sentence_en: str


@dataclass(frozen=True, kw_only=True)
class Strength:
    score: float
    grade: Class
    parts: tuple[Part, ...]
    sentence: str
    sentence_en: str


def strength(standing: Standing, rule: StrengthRule) -> Strength:
    parts = [_producers(standing, rule), _capital(standing, rule), *_quotient(standing, rule)]
    total = sum(part.weight for part in parts)
    score = round(sum(part.score * part.weight for part in parts) / total, 4)
    grade = _grade(standing, score, rule)
    sentence, sentence_en = _sentences(score, grade, rule)
    return Strength(score=score, grade=grade, parts=tuple(parts), sentence=sentence, sentence_en=sentence_en)


def location_quotient(standing: Standing) -> float | None:
    """(n_link,here / n_chain,here) ÷ (n_link / n_chain); None where a share has no base."""
    if not (standing.link_all and standing.chain_all and standing.chain_here) or standing.link_here is None:
        return None
    return (standing.link_here / standing.chain_here) / (standing.link_all / standing.chain_all)


def _producers(standing: Standing, rule: StrengthRule) -> Part:
    counted = f"企业 {standing.enterprises} 家，按业务占比折算 {standing.committed:.1f} 家"
    counted_en = f"{standing.enterprises} enterprises, {standing.committed:.1f} by share of business"
    return _part("producers", standing.committed, (counted, counted_en), rule)


def _capital(standing: Standing, rule: StrengthRule) -> Part:
    counted = f"注册资本按业务占比折算 {standing.capital:,.0f} 万元"
    counted_en = f"Registered capital by share of business {standing.capital:,.0f} × CNY 10,000"
    return _part("capital", standing.capital, (counted, counted_en), rule)


def _quotient(standing: Standing, rule: StrengthRule) -> list[Part]:
    quotient = location_quotient(standing)
    if quotient is None:
        return []
    here, base = f"{standing.link_here}/{standing.chain_here}", f"{standing.link_all}/{standing.chain_all}"
    counted = f"区位商 {quotient:.2f} =（{here}）÷（{base}）"
    counted_en = f"Location quotient {quotient:.2f} = ({here}) ÷ ({base})"
    return [_part("quotient", quotient, (counted, counted_en), rule)]


def _part(name: PartName, value: float, counted: tuple[str, str], rule: StrengthRule) -> Part:
    half = rule.halves[name]
    score = value / (value + half)
    return Part(
        name=name,
        value=round(value, 3),
        score=round(score, 4),
        weight=rule.weights[name],
        sentence=f"{counted[0]}，按 v/(v+{half:,g}) 计 {score:.2f}",
        sentence_en=f"{counted[1]}; v/(v+{half:,g}) = {score:.2f}",
    )


def _grade(standing: Standing, score: float, rule: StrengthRule) -> Class:
    if not standing.enterprises:
        return "missing"
    if score >= rule.strong:
        return "strong"
    return "medium" if score >= rule.medium else "weak"


def _sentences(score: float, grade: Class, rule: StrengthRule) -> tuple[str, str]:
    """Chinese and English."""
    if grade == "missing":
        return "没有企业，判为“缺”", "No enterprise: missing"
    limits = f"≥{rule.strong:g} 强，≥{rule.medium:g} 中，其余弱"
    limits_en = f"≥{rule.strong:g} strong, ≥{rule.medium:g} medium, else weak"
    return (
        f"综合得分 {score:.2f}（{limits}），判为“{CLASS_TITLES[grade]}”",
        f"Score {score:.2f} ({limits_en}): {grade}",
    )

"""What an owner may consent to: which granularity suits which sensitivity."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from brain.kit.errors import FieldError, Invalid

NEVER: Final = 4  # of this level nothing leaves
COARSE: Final = 3  # of this level only what tells no single value
SHORTEST_COARSE: Final = 900  # seconds of the shortest summary of it
LEVELS: Final = {1: "一级（可公开）", 2: "二级（内部）", 3: "三级（敏感）", 4: "四级（商业秘密）"}


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How far a consent goes. `seconds` of sampled and aggregated, `step` of masked values."""

    purpose: str
    kind: str
    seconds: int | None = None
    step: float | None = None
    until: datetime | None = None

    @property
    def is_coarse(self) -> bool:
        """Whether no single value can be told from what leaves."""
        return self.kind == "masked" or (self.kind == "aggregated" and (self.seconds or 0) >= SHORTEST_COARSE)


def check(terms: Terms, levels: dict[str, int], at: datetime) -> None:
    """`levels`: of the points, by code. Raises Invalid, naming every point that may not leave so."""
    problems: list[FieldError] = []
    if terms.kind in ("sampled", "aggregated") and terms.seconds is None:
        problems.append({"loc": "/body/granularity/seconds", "message": "请写明周期"})
    if terms.kind == "masked" and terms.step is None:
        problems.append({"loc": "/body/granularity/step", "message": "请写明取整的步长"})
    if terms.until is not None and terms.until <= at:
        problems.append({"loc": "/body/until", "message": "期限须在将来"})
    secret = sorted(code for code, level in levels.items() if level >= NEVER)
    if secret:
        told = f"{'、'.join(secret[:5])}{'等' if len(secret) > 5 else ''}为{LEVELS[NEVER]}，不出厂"
        problems.append({"loc": "/body/points", "message": told})
    sensitive = sorted(code for code, level in levels.items() if level == COARSE)
    if sensitive and not terms.is_coarse:
        told = f"{'、'.join(sensitive[:5])}{'等' if len(sensitive) > 5 else ''}为{LEVELS[COARSE]}，"
        problems.append({"loc": "/body/granularity", "message": told + "只能遮盖，或汇总到 15 分钟以上"})
    if problems:
        raise Invalid("这样共享不可以", problems)

"""The words of grading: levels, whom harm would befall and how badly, how far data are processed."""

from enum import IntEnum, StrEnum
from typing import Self

from brain.kit.errors import Invalid


class Level(IntEnum):
    """General data in four grades (annex H), important and core data (chapter 6); greater is stricter."""

    GENERAL_1 = 1
    GENERAL_2 = 2
    GENERAL_3 = 3
    GENERAL_4 = 4
    IMPORTANT = 5
    CORE = 6

    @property
    def label(self) -> str:
        return {Level.IMPORTANT: "重要数据", Level.CORE: "核心数据"}.get(self, f"一般数据{self.value}级")

    @property
    def is_general(self) -> bool:
        return self <= Level.GENERAL_4

    def moved(self, steps: int) -> Self:
        """Up or down among the grades of general data; important and core data only people regrade."""
        if not self.is_general:
            return self
        return type(self)(min(max(self + steps, Level.GENERAL_1), Level.GENERAL_4))


class Subject(StrEnum):
    """影响对象 (6.4, annex E)."""

    NATIONAL_SECURITY = "national_security"
    ECONOMY = "economy"
    SOCIAL_ORDER = "social_order"
    PUBLIC_INTEREST = "public_interest"
    ORGANISATION = "organisation"
    INDIVIDUAL = "individual"


class Harm(StrEnum):
    """影响程度 (6.4, annex F); `none` only for what may be made public (annex H)."""

    NONE = "none"
    ORDINARY = "ordinary"
    SERIOUS = "serious"
    SPECIALLY_SERIOUS = "specially_serious"


class Processing(StrEnum):
    """数据加工程度 (annex I)."""

    RAW = "raw"
    MASKED = "masked"
    LABELLED = "labelled"
    STATISTICAL = "statistical"
    FUSED = "fused"


def level_named(name: str) -> Level:
    try:
        return Level[name.upper()]
    except KeyError:
        raise Invalid(f"“{name}”不是数据级别：应为 general_1 至 general_4、important 或 core") from None

"""The name plate of a machine: what people read off it."""

from dataclasses import dataclass, fields
from datetime import date

from brain.kit.errors import FieldError, Invalid


@dataclass(frozen=True, kw_only=True)
class Plate:
    """After IDTA 02006-2-0; None is not told. `country`: ISO 3166-1 alpha-2. `product_uri` names this one
    machine all over the world (IEC 61406)."""

    maker: str | None = None
    designation: str | None = None
    family: str | None = None
    model: str | None = None
    order_code: str | None = None
    article_number: str | None = None
    serial: str | None = None
    year: int | None = None
    made_on: date | None = None
    country: str | None = None
    hardware: str | None = None
    firmware: str | None = None
    software: str | None = None
    product_uri: str | None = None

    def check(self, today: date) -> None:
        """Raises Invalid where the parts do not agree."""
        problems: list[FieldError] = []
        if self.year is not None and self.year > today.year:
            problems.append({"loc": "/body/year", "message": "制造年份不能在将来"})
        if self.made_on is not None and self.made_on > today:
            problems.append({"loc": "/body/madeOn", "message": "制造日期不能在将来"})
        if self.year is not None and self.made_on is not None and self.made_on.year != self.year:
            problems.append({"loc": "/body/madeOn", "message": "制造日期与制造年份不符"})
        if problems:
            raise Invalid("铭牌有误", problems)


NAMES = tuple(each.name for each in fields(Plate))

"""In which form a kind of record is shared, and the periods of sums (Beijing time)."""

from datetime import datetime, timedelta
from enum import StrEnum

from brain.kit.clock import BEIJING


class Form(StrEnum):
    RAW = "raw"  # 原样: every record with the consented fields
    MASKED = "masked"  # 遮盖: texts as keyed digests, numbers of two significant digits, moments as days
    AGGREGATED = "aggregated"  # 汇总: counts and sums of a period, once it is over


class Period(StrEnum):
    DAY = "day"
    WEEK = "week"  # Monday to Sunday (GB/T 7408)
    MONTH = "month"

    def begin(self, at: datetime) -> datetime:
        """Of the period in which `at` lies."""
        day = at.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
        if self is Period.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Period.MONTH else day

    def end(self, begin: datetime) -> datetime:
        """The beginning of the next."""
        longest = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31}[self]
        return self.begin(begin + timedelta(days=longest))

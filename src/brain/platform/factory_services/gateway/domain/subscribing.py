"""When a subscribed call is made again."""

import calendar
from datetime import datetime, timedelta
from typing import Final, Literal

from brain.kit.clock import BEIJING

Every = Literal["day", "week", "month"]
HOUR: Final = 7  # of Beijing's morning: figures of yesterday are complete, and people are about to come


def next_due(every: Every, after: datetime) -> datetime:
    """The next morning of every day, of Monday, of the first of the month."""
    day = after.astimezone(BEIJING).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    if day <= after:
        day += timedelta(days=1)
    if every == "week":
        day += timedelta(days=-day.weekday() % 7)
    elif every == "month" and day.day != 1:
        day += timedelta(days=calendar.monthrange(day.year, day.month)[1] - day.day + 1)
    return day

"""When a collection is due: by a cron line in Beijing time, every so many minutes, or only by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from croniter import croniter

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid

MOST_MINUTES = 7 * 24 * 60


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """At most one of both; neither: only by hand."""

    cron: str | None = None
    minutes: int | None = None

    def check(self) -> None:
        """Raises Invalid for what never or always comes due."""
        if self.cron is not None and self.minutes is not None:
            raise Invalid("时刻与间隔只能选一种", [{"loc": "/body/minutes", "message": "已写了时刻"}])
        if self.minutes is not None and not 1 <= self.minutes <= MOST_MINUTES:
            message = f"应为 1 到 {MOST_MINUTES} 分钟"
            raise Invalid("间隔有误", [{"loc": "/body/minutes", "message": message}])
        if self.cron is not None and (len(self.cron.split()) != 5 or not croniter.is_valid(self.cron)):
            message = "应为五段：分 时 日 月 周，如 20 2 * * * 表示每天 2:20"
            raise Invalid("时刻有误", [{"loc": "/body/cron", "message": message}])

    def after(self, moment: datetime) -> datetime | None:
        """The first time due after this moment; None: only by hand."""
        if self.minutes is not None:
            return moment + timedelta(minutes=self.minutes)
        if self.cron is None:
            return None
        return croniter(self.cron, moment.astimezone(BEIJING)).get_next(datetime)

"""The hours in which a gateway may be restarted for an upgrade."""

from dataclasses import dataclass
from datetime import datetime

from brain.kit.clock import BEIJING


@dataclass(frozen=True)
class Window:
    """From `start` to before `end`, minutes of the day in Beijing time; over midnight where `end` is less."""

    start: int
    end: int

    def holds(self, at: datetime) -> bool:
        here = at.astimezone(BEIJING)
        minute = here.hour * 60 + here.minute
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


USUAL = Window(start=2 * 60, end=5 * 60)

"""Three shifts a day by Beijing's clock, and how many people of each process are there."""

from datetime import datetime, timedelta
from typing import Final

from numpy.random import Generator

from brain.simulation.tyre_plant.layout import Layout
from brain.simulation.tyre_plant.records import Shift

BEIJING: Final = timedelta(hours=8)
HOURS: Final = 8
NAMES: Final = ("night", "day", "evening")
PRESENT: Final = 0.97  # of the crew, on average; assumed


def shift_begin(at: datetime) -> datetime:
    """When the shift began that `at` belongs to."""
    local = at + BEIJING
    return local.replace(hour=local.hour // HOURS * HOURS, minute=0, second=0, microsecond=0) - BEIJING


def staffed(layout: Layout, begin: datetime, random: Generator) -> list[Shift]:
    """One for each process; at least one person is there."""
    local = begin + BEIJING
    name = NAMES[local.hour // HOURS]
    return [
        Shift(
            id=f"SH-{local:%Y%m%d}-{name}-{step.process}",
            name=name,
            process=step.process,
            head_count=max(1, int(random.binomial(step.crew, PRESENT))),
            at=begin,
            end=begin + timedelta(hours=HOURS),
        )
        for step in layout.steps
    ]

"""Laws of inspection."""

from collections import Counter
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.simulation.tyre_plant.inspection import OPEN_SPLICE_MM, Defect, Finding, Tyre, findings
from brain.simulation.tyre_plant.layout import SHIPPED, shipped
from brain.simulation.tyre_plant.plant import Plant
from brain.simulation.tyre_plant.records import QualityTestResult

LAYOUT = shipped("passenger")
GOOD = 1.27  # of t90, between the limits


def of(tyre: Tyre, seed: int = 0) -> dict[str, Finding]:
    return {each.characteristic: each for each in findings(LAYOUT, tyre, np.random.default_rng(seed))}


@given(st.floats(0, 1.9), st.floats(0.01, 0.1))
def test_a_wider_splice_runs_less_evenly(splice: float, more: float) -> None:
    one, other = (of(Tyre(width, GOOD, 0)) for width in (splice, splice + more))

    assert other["radial_force_variation_n"].value > one["radial_force_variation_n"].value


@given(st.floats(0, 5), st.floats(0.5, 2), st.integers(0, 100))
def test_a_code_is_told_where_defects_are_and_only_there(splice: float, cure: float, seed: int) -> None:
    found = of(Tyre(splice, cure, 1), seed)

    for each in found.values():
        assert bool(each.defect_code) == (each.characteristic.endswith("_defects") and each.value > 0)
    assert (found["xray_defects"].defect_code == Defect.OPEN_SPLICE) == (splice > OPEN_SPLICE_MM)
    assert (found["visual_defects"].defect_code == Defect.POROUS) == (cure < LAYOUT.cure_low)


def test_a_worn_bladder_spoils_more_surfaces() -> None:
    spoilt = Counter(
        bladder
        for bladder in (0.0, 1.0)
        for seed in range(3000)
        if of(Tyre(0, GOOD, bladder), seed)["visual_defects"].defect_code == Defect.LIGHT_SURFACE
    )

    assert spoilt[1.0] > 2 * spoilt[0.0] > 0


@pytest.mark.parametrize("name", SHIPPED)
def test_some_tyres_are_scrapped_and_most_are_not(name: str) -> None:
    plant = Plant(shipped(name), 7, datetime(2026, 1, 1, tzinfo=UTC))
    plant.advance(24 * 3600)
    tested: dict[str, bool] = {}
    for record in plant.drain():
        if isinstance(record, QualityTestResult):
            tested[record.lot] = tested.get(record.lot, True) and record.accepted
    refused = sum(not accepted for accepted in tested.values())

    assert 0 < refused < 0.05 * len(tested)
    told = sum(machine.rejected for machine in plant.machines)
    assert told == refused

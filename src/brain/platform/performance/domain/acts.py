"""What measuring records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind

MEASURED = Kind(
    name="measured_unit",
    title="设备的绩效测算",
    title_en="Measuring of a work unit",
    page="/performance/units/{}",
    scope="performance.see",
)
SHIFTS = Kind(
    name="shifts", title="班次", title_en="Shifts", page="/performance/shifts", scope="performance.see"
)

SET: Final = Act(name="performance.measure", title="设置绩效测算", title_en="Set up measuring", of=MEASURED)
STOPPED: Final = Act(name="performance.stop", title="停止绩效测算", title_en="Stopped measuring", of=MEASURED)
SHIFTS_SET: Final = Act(name="performance.set_shifts", title="设置班次", title_en="Set the shifts", of=SHIFTS)
ACTS: Final = (SET, STOPPED, SHIFTS_SET)

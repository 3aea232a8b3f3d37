"""What this room records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind

SYSTEM = Kind(
    name="business_system",
    title="业务系统",
    title_en="Business system",
    page="/operations/systems/{}",
    scope="operations.see",
)
RECORD = Kind(
    name="business_record",
    title="业务记录",
    title_en="Business record",
    page="/operations/records/{}",
    scope="operations.see",
)
SHEET = Kind(
    name="record_import",
    title="业务记录的导入",
    title_en="Import of business records",
    page="/operations/entry",
    scope="operations.see",
)
WORD = Kind(
    name="equipment_word",
    title="业务系统对设备的叫法",
    title_en="Business systems' words for machines",
    page="/operations/systems",
    scope="operations.see",
)

SYSTEM_ADDED: Final = Act(
    name="operations.add_system", title="登记业务系统", title_en="Added a business system", of=SYSTEM
)
SYSTEM_CHANGED: Final = Act(
    name="operations.change_system", title="修改业务系统", title_en="Changed a business system", of=SYSTEM
)
SYSTEM_SWITCHED: Final = Act(
    name="operations.switch_system",
    title="启用或停用业务系统",
    title_en="Switched a business system on or off",
    of=SYSTEM,
)
SYSTEM_REMOVED: Final = Act(
    name="operations.remove_system", title="删除业务系统", title_en="Removed a business system", of=SYSTEM
)
ENTERED: Final = Act(name="operations.enter", title="填报业务记录", title_en="Entered a record", of=RECORD)
WITHDRAWN: Final = Act(
    name="operations.withdraw", title="撤回填报的记录", title_en="Withdrew a record", of=RECORD
)
IMPORTED: Final = Act(name="operations.import", title="导入业务记录", title_en="Imported records", of=SHEET)
UNDONE: Final = Act(name="operations.undo", title="撤销导入", title_en="Undid an import", of=SHEET)
NAMED: Final = Act(
    name="operations.name_equipment",
    title="对应设备的叫法",
    title_en="Told which machine a word means",
    of=WORD,
)

ACTS: Final = (
    SYSTEM_ADDED, SYSTEM_CHANGED, SYSTEM_SWITCHED, SYSTEM_REMOVED, ENTERED, WITHDRAWN, IMPORTED, UNDONE,
    NAMED,
)  # fmt: skip

"""What the audit log says of alarms."""

from typing import Final

from brain.kit.acts import Act, Kind

RULE: Final = Kind(
    name="alarm_rule", title="报警规则", title_en="Alarm rule", page="/alarms/rules/{}", scope="alarms.see"
)
ADDED: Final = Act(name="alarms.add", title="新增报警规则", title_en="Added an alarm rule", of=RULE)
CHANGED: Final = Act(name="alarms.change", title="更改报警规则", title_en="Changed an alarm rule", of=RULE)
RETIRED: Final = Act(name="alarms.retire", title="停用报警规则", title_en="Retired an alarm rule", of=RULE)
TAKEN_OUT: Final = Act(
    name="alarms.take_out", title="报警退出服务", title_en="Took an alarm out of service", of=RULE
)
PUT_BACK: Final = Act(
    name="alarms.put_back", title="报警恢复服务", title_en="Put an alarm back into service", of=RULE
)
ACTS: Final = (ADDED, CHANGED, RETIRED, TAKEN_OUT, PUT_BACK)

"""What the audit log says of configurations that are carried."""

from typing import Final

from brain.kit.acts import Act, Kind

DELIVERY: Final = Kind(
    name="configuration_delivery",
    title="送往工厂的配置",
    title_en="Configuration for a factory",
    page="/configuration-deliveries",
    scope="configuration_delivery.see",
)
SENT: Final = Act(
    name="configuration_delivery.send",
    title="转送工厂的配置",
    title_en="Carried a configuration",
    of=DELIVERY,
)
ACTS: Final = (SENT,)

"""What this room records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind

CALL = Kind(
    name="service_call",
    title="工厂的服务调用",
    title_en="A factory's call of a service",
    page="/factory-services/calls",
    scope="factory_services.see",
)
CALLED: Final = Act(
    name="factory_services.call", title="工厂调用服务", title_en="A factory called a service", of=CALL
)
ACTS: Final = (CALLED,)

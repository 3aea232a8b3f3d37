"""What this side records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind

CALL = Kind(
    name="own_call",
    title="服务调用",
    title_en="Call of a service",
    page="/brain-services/calls/{}",
    scope="brain_services.see",
)
SUBSCRIPTION = Kind(
    name="subscription",
    title="服务订阅",
    title_en="Subscription",
    page="/brain-services",
    scope="brain_services.see",
)
CALLED: Final = Act(name="brain_services.call", title="调用服务", title_en="Called a service", of=CALL)
SUBSCRIBED: Final = Act(
    name="brain_services.subscribe", title="订阅服务", title_en="Subscribed to a service", of=SUBSCRIPTION
)
CANCELLED: Final = Act(
    name="brain_services.cancel", title="取消订阅", title_en="Cancelled a subscription", of=SUBSCRIPTION
)
ACTS: Final = (CALLED, SUBSCRIBED, CANCELLED)

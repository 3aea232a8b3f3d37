"""What the audit log says of upgrades."""

from typing import Final

from brain.kit.acts import Act, Kind

RELEASE: Final = Kind(
    name="gateway_release",
    title="网关的版本",
    title_en="Release of the gateway",
    page="/gateway-upgrade",
    scope="gateway_upgrade.see",
)
BROUGHT: Final = Act(
    name="gateway_upgrade.bring", title="收到网关的版本", title_en="Received a release", of=RELEASE
)
DECIDED: Final = Act(
    name="gateway_upgrade.decide", title="决定是否升级", title_en="Decided on a release", of=RELEASE
)
ENDED: Final = Act(
    name="gateway_upgrade.end", title="软件升级的结果", title_en="An upgrade ended", of=RELEASE
)
RETURNED: Final = Act(
    name="gateway_upgrade.go_back", title="退回上一版本", title_en="Went back a release", of=RELEASE
)
WINDOW_SET: Final = Act(
    name="gateway_upgrade.set_window",
    title="设置维护时段",
    title_en="Set the maintenance window",
    of=RELEASE,
)
ACTS: Final = (BROUGHT, DECIDED, ENDED, RETURNED, WINDOW_SET)

"""What upgrading offers a factory."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.gateway.contract import BrainLetter
from brain.platform.gateway_upgrade.gateway import jobs, routes
from brain.platform.gateway_upgrade.gateway.domain.acts import ACTS
from brain.platform.gateway_upgrade.gateway.service import releases

GATEWAY = Room(
    name="gateway_upgrade",
    title="软件升级",
    title_en="Software upgrade",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    standing=jobs.STANDING,
    acts=ACTS,
    listeners={BrainLetter: (releases.hear,)},
    scopes=(
        Scope(
            name="gateway_upgrade.see",
            title="查看软件版本",
            title_en="See releases",
            roles=("owner", "engineer"),
        ),
        Scope(
            name="gateway_upgrade.decide",
            title="决定是否升级、退回，设置维护时段",
            title_en="Decide on releases",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="gateway_upgrade",
            title="软件升级",
            title_en="Software upgrade",
            path="/gateway-upgrade",
            icon="download",
            scopes=("gateway_upgrade.see",),
            order=370,
        ),
    ),
)

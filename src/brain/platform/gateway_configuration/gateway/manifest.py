"""What remote configuration offers a factory."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.gateway.contract import BrainLetter
from brain.platform.gateway_configuration.gateway import jobs, routes
from brain.platform.gateway_configuration.gateway.domain.acts import ACTS
from brain.platform.gateway_configuration.gateway.service import judging

GATEWAY = Room(
    name="gateway_configuration",
    title="远程配置",
    title_en="Remote configuration",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    acts=ACTS,
    listeners={BrainLetter: (judging.hear,)},
    scopes=(
        Scope(
            name="gateway_configuration.see",
            title="查看远程配置",
            title_en="See remote configuration",
            roles=("owner", "engineer"),
        ),
        Scope(
            name="gateway_configuration.manage",
            title="登记与吊销配置管理员的公钥，上传与撤销配置",
            title_en="Register and revoke keys, bring and undo configurations",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="gateway_configuration",
            title="远程配置",
            title_en="Remote configuration",
            path="/gateway-configuration",
            icon="setting",
            scopes=("gateway_configuration.see",),
            order=360,
        ),
    ),
)

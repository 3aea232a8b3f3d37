"""What remote configuration offers a brain: carrying."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.gateway_configuration.brain import routes
from brain.platform.gateway_configuration.brain.domain.acts import ACTS
from brain.platform.gateway_configuration.brain.service import carrying

BRAIN = Room(
    name="configuration_delivery",
    title="送往工厂的配置",
    title_en="Configurations for factories",
    nodes=("industry_brain",),
    routers=(routes.router,),
    acts=ACTS,
    listeners={FactoryLetter: (carrying.hear,)},
    scopes=(
        Scope(
            name="configuration_delivery.see",
            title="查看送往工厂的配置",
            title_en="See configurations for factories",
            roles=("operator", "reviewer"),
        ),
        Scope(
            name="configuration_delivery.send",
            title="转送工厂管理员签名的配置",
            title_en="Carry configurations signed by factories",
            roles=("operator",),
        ),
    ),
    menu=(
        MenuItem(
            group="factories",
            name="configuration_delivery",
            title="送往工厂的配置",
            title_en="Configurations for factories",
            path="/configuration-deliveries",
            icon="setting",
            scopes=("configuration_delivery.see",),
            order=330,
        ),
    ),
)

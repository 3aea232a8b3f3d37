"""What carrying releases offers a brain."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.gateway_upgrade.brain import routes
from brain.platform.gateway_upgrade.brain.domain.acts import ACTS
from brain.platform.gateway_upgrade.brain.service import publishing

BRAIN = Room(
    name="gateway_releases",
    title="网关版本",
    title_en="Gateway releases",
    nodes=("industry_brain",),
    routers=(routes.router,),
    acts=ACTS,
    listeners={FactoryLetter: (publishing.hear,)},
    scopes=(
        Scope(
            name="gateway_releases.see",
            title="查看网关版本",
            title_en="See gateway releases",
            roles=("operator", "reviewer"),
        ),
        Scope(
            name="gateway_releases.publish",
            title="上传网关版本，送给工厂，撤下",
            title_en="Add, offer and withdraw gateway releases",
            roles=("operator",),
        ),
    ),
    menu=(
        MenuItem(
            group="factories",
            name="gateway_releases",
            title="网关版本",
            title_en="Gateway releases",
            path="/gateway-releases",
            icon="download",
            scopes=("gateway_releases.see",),
            order=340,
        ),
    ),
)

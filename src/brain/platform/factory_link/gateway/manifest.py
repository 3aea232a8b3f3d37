"""What the gateway's side of the factory link offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.kit.standing import Standing
from brain.platform.factory_link.gateway import jobs
from brain.platform.factory_link.gateway.domain.acts import ACTS
from brain.platform.factory_link.gateway.routes import link
from brain.platform.factory_link.gateway.service import sending

GATEWAY = Room(
    name="brain_link",
    title="与大脑的链接",
    title_en="Link to the brain",
    nodes=("factory_gateway",),
    routers=(link.router,),
    jobs=jobs.JOBS,
    standing=(Standing("brain_link.send", sending.send),),
    acts=ACTS,
    scopes=(
        Scope(
            name="brain_link.see",
            title="查看链接、同意书与离厂数据",
            title_en="See the link, consents and what left",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="brain_link.enrol",
            title="向大脑登记、更换密钥",
            title_en="Enrol with a brain, change the key",
            roles=("owner", "engineer"),
        ),
        Scope(
            name="brain_link.consent",
            title="确认与断开链接，同意与撤回共享",
            title_en="Confirm and leave the link, consent to sharing and withdraw",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="brain_link_link",
            title="与大脑的链接",
            title_en="Link to the brain",
            path="/brain-link",
            icon="connection",
            scopes=("brain_link.see",),
            order=300,
        ),
        MenuItem(
            group="factory",
            name="brain_link_consents",
            title="同意与离厂数据",
            title_en="Consents and what left",
            path="/brain-link/consents",
            icon="connection",
            scopes=("brain_link.see",),
            order=310,
        ),
    ),
)

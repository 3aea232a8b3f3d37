"""What recognition offers a brain."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.exchange.client.contract import Distributed
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.recognition.brain import routes
from brain.platform.recognition.brain.domain.acts import ACTS
from brain.platform.recognition.brain.service import hearing

BRAIN = Room(
    name="recognition_review",
    title="晨星工厂认定",
    title_en="Recognition of factories",
    nodes=("industry_brain",),
    routers=(routes.router,),
    acts=ACTS,
    listeners={FactoryLetter: (hearing.hear_factory,), Distributed: (hearing.hear_centre,)},
    scopes=(
        Scope(
            name="recognition_review.see",
            title="查看认定申请",
            title_en="See applications for recognition",
            roles=("operator", "analyst", "reviewer"),
        ),
        Scope(
            name="recognition_review.review",
            title="审核认定申请、现场核查",
            title_en="Review applications and check on site",
            roles=("analyst", "reviewer"),
        ),
        Scope(
            name="recognition_review.recommend",
            title="推荐或不予推荐",
            title_en="Recommend or decline",
            roles=("reviewer",),
        ),
    ),
    menu=(
        MenuItem(
            group="factories",
            name="recognition_cases",
            title="晨星工厂认定",
            title_en="Recognition",
            path="/recognition-cases",
            icon="stamp",
            scopes=("recognition_review.see",),
            order=320,
        ),
    ),
)

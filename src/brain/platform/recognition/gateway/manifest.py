"""What recognition offers a factory."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.gateway.contract import BrainLetter, LetterRefused
from brain.platform.recognition.gateway import jobs, routes
from brain.platform.recognition.gateway.domain.acts import ACTS
from brain.platform.recognition.gateway.service import applying

GATEWAY = Room(
    name="recognition_application",
    title="晨星工厂申请",
    title_en="Application for recognition",
    nodes=("factory_gateway",),
    routers=(routes.router,),
    jobs=jobs.JOBS,
    acts=ACTS,
    listeners={BrainLetter: (applying.hear,), LetterRefused: (applying.hear_refusal,)},
    scopes=(
        Scope(
            name="recognition_application.see",
            title="查看晨星工厂申请",
            title_en="See applications for recognition",
            roles=("owner", "engineer", "planner"),
        ),
        Scope(
            name="recognition_application.apply",
            title="申请、补充、撤回",
            title_en="Apply, supplement, withdraw",
            roles=("owner",),
        ),
    ),
    menu=(
        MenuItem(
            group="factory",
            name="recognition",
            title="晨星工厂认定",
            title_en="Recognition",
            path="/recognition",
            icon="stamp",
            scopes=("recognition_application.see",),
            order=345,
        ),
    ),
)

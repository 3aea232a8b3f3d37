"""What the brain's side of the factory link offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.factory_link.brain import jobs
from brain.platform.factory_link.brain.datasets import DATA_SETS
from brain.platform.factory_link.brain.domain.acts import ACTS
from brain.platform.factory_link.brain.routes import machine, people

BRAIN = Room(
    name="factory_link",
    title="工厂链接",
    title_en="Factory link",
    nodes=("industry_brain",),
    routers=(people.router, machine.router),
    jobs=jobs.JOBS,
    datasets=DATA_SETS,
    acts=ACTS,
    scopes=(
        Scope(
            name="factory_link.see",
            title="查看接入的工厂",
            title_en="See connected factories",
            roles=("operator", "analyst", "reviewer"),
        ),
        Scope(
            name="factory_link.invite",
            title="邀请工厂接入",
            title_en="Invite factories",
            roles=("operator",),
        ),
        Scope(
            name="factory_link.confirm",
            title="确认、停用、吊销工厂的链接",
            title_en="Confirm, suspend and revoke links of factories",
            roles=("operator", "reviewer"),
        ),
        Scope(
            name="factory_link.land",
            title="把工厂数据存入数据仓",
            title_en="Take data of factories into the warehouse",
            roles=("operator",),
        ),
        Scope(
            name="factory_link.read",
            title="按同意的用途查看工厂数据",
            title_en="Read data of factories for consented purposes",
            roles=("analyst",),
        ),
    ),
    menu=(
        MenuItem(
            group="factories",
            name="factory_link_factories",
            title="接入的工厂",
            title_en="Connected factories",
            path="/factory-link/factories",
            icon="factory",
            scopes=("factory_link.see",),
            order=300,
        ),
    ),
)

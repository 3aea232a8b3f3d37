"""What the centre's half of the exchange offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.exchange.server import jobs
from brain.platform.exchange.server.domain.acts import ACTS
from brain.platform.exchange.server.evidence import EVIDENCE
from brain.platform.exchange.server.routes import monitoring, mounting, review

mount = mounting.mount
SEE = ("operator", "reviewer", "analyst", "audit_admin", "security_admin")


def _page(name: str, title: str, title_en: str, icon: str, order: int) -> MenuItem:
    return MenuItem(
        group="exchange",
        name=f"exchange-{name}",
        title=title,
        title_en=title_en,
        path=f"/exchange/{name}",
        icon=icon,
        scopes=("exchange.see",),
        order=order,
    )


SERVER = Room(
    name="exchange",
    title="数据共享交换",
    title_en="Data exchange",
    nodes=("capability_centre",),
    routers=(review.router, monitoring.router),
    jobs=jobs.JOBS,
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(name="exchange.see", title="查看数据交换", title_en="See the exchange", roles=SEE),
        Scope(
            name="exchange.review",
            title="审核数据交换申请",
            title_en="Review exchange applications",
            roles=("reviewer",),
        ),
        Scope(
            name="exchange.operate",
            title="运营数据交换",
            title_en="Operate the exchange",
            roles=("operator",),
        ),
    ),
    menu=(
        _page("overview", "接入总览", "Overview", "board", 510),
        _page("applications", "申请审核", "Applications", "stamp", 520),
        MenuItem(
            group="administration",
            name="exchange-clients",
            title="机器客户端",
            title_en="Machine clients",
            path="/exchange/clients",
            icon="key",
            scopes=("exchange.see",),
            order=925,
        ),
        _page("ledger", "上报台账", "Ledger", "tickets", 530),
        _page("distributions", "数据下发", "Distributions", "promotion", 540),
        _page("alarms", "异常告警", "Alarms", "warning", 550),
    ),
)

"""What the brain's half of the exchange offers the node."""

from brain.kit.room import MenuItem, Room, Scope
from brain.platform.exchange.client import jobs
from brain.platform.exchange.client.domain.acts import ACTS
from brain.platform.exchange.client.evidence import EVIDENCE
from brain.platform.exchange.client.routes import applications, connection, ledger, pulls, testing

CLIENT = Room(
    name="exchange_client",
    title="数据交换",
    title_en="Data exchange",
    nodes=("industry_brain",),
    routers=(connection.router, applications.router, testing.router, ledger.router, pulls.router),
    jobs=jobs.JOBS,
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(
            name="exchange_client.see",
            title="查看数据交换",
            title_en="See the data exchange",
            roles=("operator", "analyst", "reviewer"),
        ),
        Scope(
            name="exchange_client.apply",
            title="办理备案申请与联调测试",
            title_en="Apply for data exchange and run the joint test",
            roles=("operator",),
        ),
        Scope(
            name="exchange_client.send",
            title="处理未被接收的上报、对账",
            title_en="Handle dead letters and reconciliation",
            roles=("operator",),
        ),
        Scope(
            name="exchange_client.pull",
            title="从省级能力中心拉取数据",
            title_en="Pull data from the centre",
            roles=("operator",),
        ),
    ),
    menu=(
        MenuItem(
            group="exchange",
            name="exchange_client_application",
            title="备案与联调",
            title_en="Application and joint test",
            path="/exchange/client/applications",
            icon="connection",
            scopes=("exchange_client.see",),
            order=410,
        ),
        MenuItem(
            group="exchange",
            name="exchange_client_ledger",
            title="上报台账",
            title_en="Ledger of reports",
            path="/exchange/client/ledger",
            icon="tickets",
            scopes=("exchange_client.see",),
            order=420,
        ),
        MenuItem(
            group="exchange",
            name="exchange_client_dead_letters",
            title="未被接收的上报",
            title_en="Dead letters",
            path="/exchange/client/dead-letters",
            icon="warning",
            scopes=("exchange_client.send",),
            order=430,
        ),
        MenuItem(
            group="exchange",
            name="exchange_client_pulls",
            title="数据拉取与下发",
            title_en="Pulls and distributions",
            path="/exchange/client/pulls",
            icon="download",
            scopes=("exchange_client.see",),
            order=440,
        ),
    ),
)

"""What governance offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.data_warehouse.contract import RecordsChanged
from brain.platform.governance import jobs, service
from brain.platform.governance.domain.acts import ACTS
from brain.platform.governance.evidence import EVIDENCE
from brain.platform.governance.routes import identity_links as links
from brain.platform.governance.routes import industry_codings, matches
from brain.platform.governance.routes import written_names as names
from brain.platform.governance.service import identity_links, industry_coding, matching

ROOM = Room(
    name="governance",
    title="数据治理",
    title_en="Data governance",
    routers=(matches.router, industry_codings.router, names.router, links.router),
    jobs=(
        Job(name=service.INDEX_NAMES, run=jobs.index_names),
        Job(name=industry_coding.TRAIN, run=jobs.train_industry_coder, every="40 2 * * *"),
        Job(name=industry_coding.CODE, run=jobs.code_industries),
        Job(name=matching.PROPOSE, run=jobs.propose_matches),
        Job(name=matching.RENEW, run=jobs.renew_matches, every="10 3 * * *"),
        Job(name=identity_links.SEARCH, run=jobs.find_twins, every="20 4 * * 0"),
    ),
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(
            name="governance.correct_industry",
            title="核定企业行业代码",
            title_en="Decide industry codes",
            roles=("operator", "expert"),
        ),
        Scope(
            name="governance.match_names",
            title="认定名称所指的企业",
            title_en="Decide whom names mean",
            roles=("operator",),
        ),
        Scope(
            name="governance.propose_merges",
            title="提出企业合并",
            title_en="Propose merges of enterprises",
            roles=("operator",),
        ),
        Scope(
            name="governance.decide_merges",
            title="确认企业合并、拆分",
            title_en="Decide and split merges of enterprises",
            roles=("reviewer",),
        ),
    ),
    menu=(
        MenuItem(
            group="data_governance",
            name="industry_codings",
            title="行业编码",
            title_en="Industry codes",
            path="/governance/industry-codings",
            icon="list",
            scopes=("data_warehouse.read",),
            order=312,
        ),
        MenuItem(
            group="data_governance",
            name="written_names",
            title="企业匹配",
            title_en="Name matching",
            path="/governance/matches",
            icon="list",
            scopes=("governance.match_names",),
            order=313,
        ),
        MenuItem(
            group="data_governance",
            name="identity_links",
            title="合并与拆分",
            title_en="Merges",
            path="/governance/merges",
            icon="list",
            scopes=("data_warehouse.read",),
            order=314,
        ),
    ),
    listeners={RecordsChanged: (service.hear_records_changed, industry_coding.hear_records_changed)},
)

"""What the industry graph offers the node."""

from brain.kit.room import MenuItem, Scope
from brain.manifest import Category, Scenario
from brain.platform.data_sets.contract.readers import DataSetChanged
from brain.platform.data_warehouse.contract import RecordsChanged
from brain.scenarios.industry_graph import jobs
from brain.scenarios.industry_graph.datasets import DATA_SETS
from brain.scenarios.industry_graph.domain.acts import ACTS
from brain.scenarios.industry_graph.reports import SCENE
from brain.scenarios.industry_graph.routes import decisions, explorer, feeds, figures, overview, upkeep
from brain.scenarios.industry_graph.service import building, feeding

SCENARIO = Scenario(
    name="industry_graph",
    title="产业全景图谱",
    title_en="Industry graph",
    category=Category.GOVERNANCE,
    nodes=("industry_brain",),
    routers=(overview.router, figures.router, explorer.router, decisions.router, upkeep.router, feeds.router),
    jobs=jobs.JOBS,
    listeners={RecordsChanged: (building.hear_change,), DataSetChanged: (feeding.hear_data_set,)},
    datasets=DATA_SETS,
    reports=SCENE,
    acts=ACTS,
    scopes=(
        Scope(
            name="industry_graph.read",
            title="查看产业图谱",
            title_en="See the industry graph",
            roles=("operator", "reviewer", "analyst", "expert"),
        ),
        Scope(
            name="industry_graph.export",
            title="导出产业图谱",
            title_en="Export the industry graph",
            roles=("operator", "analyst"),
        ),
        Scope(
            name="industry_graph.correct",
            title="修正图谱、处理矛盾",
            title_en="Correct the graph and settle contradictions",
            roles=("expert",),
        ),
        Scope(
            name="industry_graph.manage",
            title="管理产业链定义、导入与重建",
            title_en="Manage definition, imports and rebuilds",
            roles=("operator",),
        ),
    ),
    menu=(
        MenuItem(
            group="cockpit",
            name="industry_graph_wall",
            title="产业图谱",
            title_en="Industry graph",
            path="/cockpit/industry-graph",
            icon="share",
            scopes=("industry_graph.read",),
            order=2,
        ),
        MenuItem(
            group="governance",
            name="industry_graph",
            title="产业全景图谱",
            title_en="Industry graph",
            path="/industry-graph",
            icon="share",
            scopes=("industry_graph.read",),
            order=110,
        ),
    ),
)

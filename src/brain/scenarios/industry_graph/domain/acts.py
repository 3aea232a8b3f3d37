"""What the industry graph records, in its own words."""

from brain.kit.acts import Act, Kind

READ = "industry_graph.read"
GRAPH = Kind(
    name="industry_graph", title="产业图谱", title_en="Industry graph", page="/industry-graph", scope=READ
)
CORRECTION = Kind(
    name="correction",
    title="专家修正",
    title_en="Correction",
    page="/industry-graph/corrections",
    scope=READ,
)


def _act(verb: str, title: str, title_en: str, of: Kind = GRAPH) -> Act:
    return Act(name=f"industry_graph.{verb}", title=title, title_en=title_en, of=of)


CORRECTED = _act("correct", "修正图谱", "Corrected the graph", CORRECTION)
REVOKED = _act("revoke_correction", "撤销修正", "Revoked a correction", CORRECTION)
RESOLVED = _act("resolve", "处理矛盾", "Settled a contradiction", CORRECTION)
EXPORTED = _act("export", "导出图谱企业", "Exported enterprises of the graph")
INSTALLED = _act("install", "换用产业链定义", "Installed a chain definition")
REBUILT = _act("rebuild", "重建图谱", "Asked for a rebuild")
EDGES_IMPORTED = _act("import_edges", "导入供应关系", "Imported supply edges")
PRODUCTS_IMPORTED = _act("import_products", "导入上市公司产品", "Imported listed products")
FEED_SET = _act("set_feed", "图谱读取数据集", "Had the graph read a data set")
FEED_ENDED = _act("end_feed", "图谱停止读取数据集", "Had the graph stop reading a data set")
ACTS = (
    CORRECTED,
    REVOKED,
    RESOLVED,
    EXPORTED,
    INSTALLED,
    REBUILT,
    EDGES_IMPORTED,
    PRODUCTS_IMPORTED,
    FEED_SET,
    FEED_ENDED,
)

"""Public sets of the industry graph: supply between products, and what listed firms make."""

from datetime import date
from pathlib import Path

from brain.kit.node import Node
from brain.nodes.demonstration.loop import Say
from brain.scenarios.industry_graph.domain.supply import Source
from brain.scenarios.industry_graph.service import importing
from brain.scenarios.industry_graph.service.importing import EdgeColumns, Imported, ProductColumns

EDGES = {
    "kag_supplychain/product_supply_chain.csv.gz": (
        EdgeColumns(upstream="upstream_product", downstream="downstream_product"),
        Source(title="OpenSPG/KAG 供应链示例", stated_on=date(2024, 12, 31), confidence=0.9),
    ),
    "chain_kg/product_product.csv.gz": (
        EdgeColumns(upstream="from_product", downstream="to_product", relation="rel"),
        Source(title="ChainKnowledgeGraph 产品上下游", stated_on=date(2021, 12, 31), confidence=0.5),
    ),
}
LISTED, COMPANIES = "chain_kg/company_product.csv.gz", "chain_kg/companies.csv.gz"
LISTED_COLUMNS = ProductColumns(company="company_code", product="product", weight="weight")
LISTED_SOURCE = Source(
    title="ChainKnowledgeGraph 上市公司主营产品", stated_on=date(2021, 12, 31), confidence=0.8
)


async def load(brain: Node, folder: Path, say: Say) -> None:
    """Each file states all that its source says; one that has been heard is not read again."""
    async with brain.database.transaction() as session:
        heard = await importing.sources(session)
    for place, (columns, source) in EDGES.items():
        if source.title not in heard and (folder / place).is_file():
            wanted = filter(None, (columns.upstream, columns.downstream, columns.relation))
            rows = importing.rows_of((folder / place).read_bytes(), *wanted)
            async with brain.database.transaction() as session:
                _tell(say, source, await importing.supply_edges(session, rows, columns, source))
    if LISTED_SOURCE.title in heard:
        return
    if (folder / LISTED).is_file() and (folder / COMPANIES).is_file():
        known = importing.rows_of((folder / COMPANIES).read_bytes(), "code", "full_name")
        names = {row["code"]: row["full_name"] for row in known}
        rows = importing.rows_of((folder / LISTED).read_bytes(), "company_code", "product", "weight")
        async with brain.database.transaction() as session:
            _tell(
                say,
                LISTED_SOURCE,
                await importing.listed_products(session, rows, LISTED_COLUMNS, names, LISTED_SOURCE),
            )


def _tell(say: Say, source: Source, done: Imported) -> None:
    counted = f"{done.rows} 行，对应到本链 {done.mapped} 行，新增 {done.begun} 条，结束 {done.ended} 条"
    say(f"{source.title}：{counted}")

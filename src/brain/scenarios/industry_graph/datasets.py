"""The data sets of the industry graph: enterprises by product, supply, what is used and not made here."""

from typing import Final

from brain.kit.datasets import Column, DataSet, Derived, Snapshot, Type

_CHAIN: Final = Column("chain", "产业链", "Chain")
_MARK: Final = "SELECT concat(count(*), max(recorded_at), max(superseded_at)) FROM "

ENTERPRISES: Final = DataSet(
    tier="industry",
    name="chain_enterprise",
    title="产业链企业（企业 × 产品）",
    title_en="Enterprises of the chain by product",
    about="每行是一家企业在产业链一个产品上的归属，由产业图谱从名称、经营范围与披露中得出，含专家修正",
    columns=(
        _CHAIN,
        Column("credit_code", "统一社会信用代码", "Credit code"),
        Column("name", "企业名称", "Name"),
        Column("product", "产品", "Product"),
        Column("role", "角色", "Role"),
        Column("score", "归属分数（0–1）", "Score (0–1)", Type.NUMBER),
        Column("weight", "产品权重", "Weight", Type.NUMBER),
        Column("region_code", "行政区划代码", "Region code"),
        Column("established_on", "成立日期", "Established", Type.DATE),
        Column("capital_wan", "注册资本（万元）", "Registered capital (10,000 yuan)", Type.DECIMAL),
        Column("valid_from", "有效期自", "Valid from", Type.DATE),
    ),
    keys=("chain", "credit_code", "product"),
    built=Snapshot(
        statement=(
            "SELECT a.chain, a.credit_code, e.name, a.product, a.role, a.score, a.weight, e.region_code,"
            " e.established_on, e.capital_wan, a.valid_from"
            " FROM industry_graph_attachment AS a JOIN industry_graph_enterprise AS e"
            " USING (chain, credit_code) WHERE a.superseded_at IS NULL AND a.valid_to IS NULL"
        ),
        mark=f"{_MARK}industry_graph_attachment",
    ),
)
SUPPLY: Final = DataSet(
    tier="industry",
    name="chain_supply",
    title="产业链供应关系（产品 × 产品 × 来源）",
    title_en="Supply between products of the chain",
    about="每行是一个来源对一条上下游供应关系的陈述，含可信度与陈述日期",
    columns=(
        _CHAIN,
        Column("upstream", "上游产品", "Upstream"),
        Column("downstream", "下游产品", "Downstream"),
        Column("source", "来源", "Source"),
        Column("stated_on", "陈述日期", "Stated", Type.DATE),
        Column("confidence", "可信度（0–1）", "Confidence (0–1)", Type.NUMBER),
        Column("weight", "权重", "Weight", Type.NUMBER),
    ),
    keys=("chain", "upstream", "downstream", "source"),
    built=Snapshot(
        statement=(
            "SELECT chain, upstream, downstream, source, stated_on, confidence, weight"
            " FROM industry_graph_supply WHERE superseded_at IS NULL"
        ),
        mark=f"{_MARK}industry_graph_supply",
    ),
)
PRODUCTS: Final = DataSet(
    tier="industry",
    name="chain_product",
    title="产业链产品汇总（产品 × 市）",
    title_en="Products of the chain by city",
    about="每行是一个产品在一个市的企业数与注册资本合计，由产业链企业汇总",
    columns=(
        _CHAIN,
        Column("product", "产品", "Product"),
        Column("city_code", "市（GB/T 2260）", "City (GB/T 2260)"),
        Column("enterprises", "企业数", "Enterprises", Type.INTEGER),
        Column("capital_wan", "注册资本合计（万元）", "Registered capital (10,000 yuan)", Type.DECIMAL),
    ),
    keys=("chain", "product", "city_code"),
    built=Derived(
        statement="""
        SELECT chain, product, concat(substring(region_code, 1, 4), '00') AS city_code,
               count(*) AS enterprises, sum(capital_wan) AS capital_wan
        FROM industry.chain_enterprise
        GROUP BY 1, 2, 3
        """
    ),
)
GAPS: Final = DataSet(
    tier="scenario",
    name="chain_gap",
    title="产业链供需对照（上游 × 下游）",
    title_en="Supply and demand along the chain",
    about="每行是一条供应关系：两端各有多少家企业在生产，有用家而无产家的是缺口，供招商与补链参考",
    columns=(
        _CHAIN,
        Column("upstream", "上游产品", "Upstream"),
        Column("downstream", "下游产品", "Downstream"),
        Column("sources", "支持这条关系的来源数", "Sources that state it", Type.INTEGER),
        Column("producers", "生产上游产品的企业数", "Producers upstream", Type.INTEGER),
        Column("users", "生产下游产品的企业数", "Producers downstream", Type.INTEGER),
        Column("gap", "有用家而无产家", "Used here, made nowhere here", Type.BOOLEAN),
    ),
    keys=("chain", "upstream", "downstream"),
    built=Derived(
        statement="""
        WITH made AS (
            SELECT chain, product, count(DISTINCT credit_code) AS enterprises
            FROM industry.chain_enterprise
            WHERE role = 'producer'
            GROUP BY chain, product
        ), stated AS (
            SELECT chain, upstream, downstream, count(DISTINCT source) AS sources
            FROM industry.chain_supply
            GROUP BY chain, upstream, downstream
        )
        SELECT s.chain, s.upstream, s.downstream, s.sources,
               coalesce(p.enterprises, 0) AS producers, coalesce(u.enterprises, 0) AS users,
               p.enterprises IS NULL AND u.enterprises IS NOT NULL AS gap
        FROM stated AS s
        LEFT JOIN made AS p ON p.chain = s.chain AND p.product = s.upstream
        LEFT JOIN made AS u ON u.chain = s.chain AND u.product = s.downstream
        """
    ),
)
DATA_SETS: Final = (ENTERPRISES, SUPPLY, PRODUCTS, GAPS)

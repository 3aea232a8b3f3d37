"""What is recorded of data sets, in their own words."""

from brain.kit.acts import Act, Kind

QUERY = Kind(
    name="query", title="数据查询", title_en="Query", page="/data-sets/query", scope="data_sets.query"
)
ASKED = Act(name="data_sets.query", title="查询数据集", title_en="Queried data sets", of=QUERY)
EXPORTED = Act(name="data_sets.export", title="导出查询结果", title_en="Exported a query's result", of=QUERY)
ACTS = (ASKED, EXPORTED)

"""What is recorded of data sets, in their own words."""

from brain.kit.acts import Act, Kind

QUERY = Kind(
    name="query", title="数据查询", title_en="Query", page="/data-sets/query", scope="data_sets.query"
)
ASKED = Act(name="data_sets.query", title="查询数据集", title_en="Queried data sets", of=QUERY)
EXPORTED = Act(name="data_sets.export", title="导出查询结果", title_en="Exported a query's result", of=QUERY)

DATA_SET = Kind(
    name="data_set", title="数据集", title_en="Data set", page="/data-sets/{}", scope="data_sets.read"
)
DECLARED = Act(name="data_sets.declare", title="登记数据集", title_en="Declared a data set", of=DATA_SET)
CONFIRMED = Act(
    name="data_sets.confirm", title="确认数据集的登记", title_en="Confirmed a data set", of=DATA_SET
)
REFUSED = Act(name="data_sets.refuse", title="退回数据集的登记", title_en="Refused a data set", of=DATA_SET)
RETIRED = Act(name="data_sets.retire", title="停用数据集", title_en="Retired a data set", of=DATA_SET)
GRADED = Act(name="data_sets.grade", title="调整列的级别", title_en="Graded a column", of=DATA_SET)
WITHDRAWN = Act(name="data_sets.withdraw", title="撤回一次交付", title_en="Withdrew a delivery", of=DATA_SET)
HELD_ACCEPTED = Act(
    name="data_sets.accept_held", title="接受隔离的行", title_en="Accepted a held row", of=DATA_SET
)
HELD_CORRECTED = Act(
    name="data_sets.correct_held", title="更正隔离的行", title_en="Corrected a held row", of=DATA_SET
)
HELD_DISCARDED = Act(
    name="data_sets.discard_held", title="丢弃隔离的行", title_en="Discarded a held row", of=DATA_SET
)
ELEMENT_CHOSEN = Act(
    name="data_sets.choose_element", title="认定列的数据元", title_en="Chose a data element", of=DATA_SET
)
ACCESS_ASKED = Act(
    name="data_sets.ask_access", title="申请查看取值", title_en="Asked to see values", of=DATA_SET
)
ACCESS_GRANTED = Act(
    name="data_sets.grant_access", title="同意查看取值", title_en="Granted seeing values", of=DATA_SET
)
ACCESS_REFUSED = Act(
    name="data_sets.refuse_access", title="不同意查看取值", title_en="Refused seeing values", of=DATA_SET
)
ACCESS_WITHDRAWN = Act(
    name="data_sets.withdraw_access", title="收回查看取值", title_en="Withdrew seeing values", of=DATA_SET
)
ACTS = (
    ACCESS_ASKED,
    ACCESS_GRANTED,
    ACCESS_REFUSED,
    ACCESS_WITHDRAWN,
    ELEMENT_CHOSEN,
    HELD_ACCEPTED,
    HELD_CORRECTED,
    HELD_DISCARDED,
    ASKED,
    EXPORTED,
    DECLARED,
    CONFIRMED,
    REFUSED,
    RETIRED,
    GRADED,
    WITHDRAWN,
)

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
RETENTION_SET = Act(
    name="data_sets.set_retention",
    title="调整保留期限",
    title_en="Set how long versions are kept",
    of=DATA_SET,
)
HOLD_PLACED = Act(name="data_sets.place_hold", title="法律冻结", title_en="Placed a legal hold", of=DATA_SET)
HOLD_RELEASED = Act(
    name="data_sets.release_hold", title="解除法律冻结", title_en="Released a legal hold", of=DATA_SET
)
DELIVERY_REMOVED = Act(
    name="data_sets.remove_delivery",
    title="按期清除交付的文件",
    title_en="Removed a delivery's files",
    of=DATA_SET,
)
ERASURE_ASKED = Act(
    name="data_sets.ask_erasure", title="申请永久删除行", title_en="Asked for rows to be erased", of=DATA_SET
)
ERASURE_APPROVED = Act(
    name="data_sets.approve_erasure", title="核准永久删除", title_en="Approved an erasure", of=DATA_SET
)
ERASURE_REFUSED = Act(
    name="data_sets.refuse_erasure", title="不同意永久删除", title_en="Refused an erasure", of=DATA_SET
)
ERASURE_DONE = Act(name="data_sets.erase", title="完成永久删除", title_en="Erased rows for good", of=DATA_SET)
RULE_CHANGED = Act(
    name="data_sets.change_rule", title="改动质量规则", title_en="Changed a rule of quality", of=DATA_SET
)
RULE_CONFIRMED = Act(
    name="data_sets.confirm_rule", title="确认规则改动", title_en="Confirmed a rule's change", of=DATA_SET
)
RULE_REFUSED = Act(
    name="data_sets.refuse_rule", title="退回规则改动", title_en="Refused a rule's change", of=DATA_SET
)
ISSUE = Kind(
    name="quality_issue",
    title="质量问题单",
    title_en="Issue of quality",
    page="/data-sets/issues/{}",
    scope="data_sets.read",
)
ISSUE_SEEN_TO = Act(
    name="data_sets.see_to_issue", title="办理质量问题单", title_en="Saw to an issue of quality", of=ISSUE
)
DETECTION_BEGUN = Act(
    name="data_sets.look_for_errors", title="查找疑似错误", title_en="Looked for errors", of=DATA_SET
)
SUSPICION_DECIDED = Act(
    name="data_sets.decide_suspicions",
    title="处理疑似错误",
    title_en="Decided on suspected cells",
    of=DATA_SET,
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
COMMENT_WITHDRAWN = Act(
    name="data_sets.withdraw_comment",
    title="撤回他人的评论",
    title_en="Withdrew another's comment",
    of=DATA_SET,
)
ROW_POLICY_DECLARED = Act(
    name="data_sets.declare_row_policy",
    title="提出行策略",
    title_en="Proposed a row policy",
    of=DATA_SET,
)
ROW_POLICY_CONFIRMED = Act(
    name="data_sets.confirm_row_policy",
    title="确认行策略",
    title_en="Confirmed a row policy",
    of=DATA_SET,
)
ROW_POLICY_REFUSED = Act(
    name="data_sets.refuse_row_policy",
    title="退回行策略",
    title_en="Refused a row policy",
    of=DATA_SET,
)
RUNS = Kind(
    name="lineage_events",
    title="血缘事件",
    title_en="Events of lineage",
    page="/data-sets",
    scope="data_sets.manage",
)
SENT_AGAIN = Act(
    name="data_sets.send_lineage_again",
    title="重推被拒收的血缘事件",
    title_en="Sent refused events of lineage again",
    of=RUNS,
)
ACTS = (
    SENT_AGAIN,
    COMMENT_WITHDRAWN,
    ROW_POLICY_DECLARED,
    ROW_POLICY_CONFIRMED,
    ROW_POLICY_REFUSED,
    RETENTION_SET,
    HOLD_PLACED,
    HOLD_RELEASED,
    DELIVERY_REMOVED,
    ERASURE_ASKED,
    ERASURE_APPROVED,
    ERASURE_REFUSED,
    ERASURE_DONE,
    DETECTION_BEGUN,
    SUSPICION_DECIDED,
    ISSUE_SEEN_TO,
    RULE_CHANGED,
    RULE_CONFIRMED,
    RULE_REFUSED,
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

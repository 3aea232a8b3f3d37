"""What the brain's half of the exchange records, in its own words."""

from brain.kit.acts import Act, Kind

SEE = "exchange_client.see"
APPLICATION = Kind(
    name="own_application",
    title="备案申请",
    title_en="Exchange application",
    page="/exchange/client/applications/{}",
    scope=SEE,
)
LEDGER = Kind(
    name="own_ledger",
    title="上报台账",
    title_en="Ledger of reports",
    page="/exchange/client/ledger",
    scope=SEE,
)
PART = Kind(
    name="report_part",
    title="上报分片",
    title_en="Part of a report",
    page="/exchange/client/ledger?q={}",
    scope=SEE,
)
PULL = Kind(name="pull", title="拉取任务", title_en="Pull", page="/exchange/client/pulls", scope=SEE)


def _act(verb: str, title: str, title_en: str, of: Kind = APPLICATION) -> Act:
    return Act(name=f"exchange_client.{verb}", title=title, title_en=title_en, of=of)


CREATED = _act("create", "新建备案申请", "Drafted an application")
SUBMITTED = _act("submissions", "提交备案申请", "Submitted the application")
TEST_REQUESTED = _act("test-requests", "申请联调", "Asked for the joint test")
RENEWAL_REQUESTED = _act("renewals", "申请续期", "Asked for renewal")
COLLECTED = _act("collect_credentials", "领取凭证", "Collected credentials")
ROTATED = _act("rotate_credentials", "轮换凭证", "Rotated credentials")
TEST_STARTED = _act("start_test", "发起联调测试", "Started the joint test")
PART_RESENT = _act("part_resent", "重发未被接收的分片", "Sent a dead letter again", PART)
PART_EDITED = _act("part_edited", "修改并重发分片", "Edited and resent a dead letter", PART)
PART_DISCARDED = _act("part_discarded", "放弃上报分片", "Discarded a dead letter", PART)
LEDGER_EXPORTED = _act("export_ledger", "导出上报台账", "Exported the ledger", LEDGER)
PULL_ORDERED = _act("order_pull", "新建拉取任务", "Ordered a pull", PULL)
PULL_REMOVED = _act("remove_pull", "删除拉取任务", "Removed a pull", PULL)
ACTIONS = {"submissions": SUBMITTED, "test-requests": TEST_REQUESTED, "renewals": RENEWAL_REQUESTED}
ACTS = (
    CREATED,
    *ACTIONS.values(),
    COLLECTED,
    ROTATED,
    TEST_STARTED,
    PART_RESENT,
    PART_EDITED,
    PART_DISCARDED,
    LEDGER_EXPORTED,
    PULL_ORDERED,
    PULL_REMOVED,
)

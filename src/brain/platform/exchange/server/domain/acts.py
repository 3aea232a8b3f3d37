"""What the centre's half of the exchange records, in its own words."""

from brain.kit.acts import Act, Kind
from brain.platform.exchange.server.domain.applications import STEPS

SEE = "exchange.see"
APPLICATION = Kind(
    name="exchange_application",
    title="数据交换申请",
    title_en="Exchange application",
    page="/exchange/applications/{}",
    scope=SEE,
)
LEDGER = Kind(
    name="exchange_ledger", title="上报台账", title_en="Ledger of reports", page="/exchange/ledger", scope=SEE
)
DISTRIBUTION = Kind(
    name="distribution", title="数据下发", title_en="Distribution", page="/exchange/distributions", scope=SEE
)
ALARM = Kind(name="alarm", title="异常告警", title_en="Alarm", page="/exchange/alarms", scope=SEE)
ENROLMENT = Kind(
    name="enrolment", title="登记码", title_en="Enrolment code", page="/exchange/applications", scope=SEE
)


def _act(verb: str, title: str, title_en: str, of: Kind = APPLICATION) -> Act:
    return Act(name=f"exchange.{verb}", title=title, title_en=title_en, of=of)


_STEPS_EN = {
    "submissions": "Submitted",
    "test-requests": "Asked for the joint test",
    "renewals": "Asked for renewal",
    "approve": "Approved for the joint test",
    "return": "Returned for changes",
    "refuse": "Refused",
    "pass": "Passed the joint test",
    "fail": "Failed the joint test",
    "promote": "Opened for production",
    "suspend": "Suspended",
    "resume": "Resumed",
    "revoke": "Revoked",
    "expire": "Expired",
    "extend": "Renewed",
    "decline": "Declined renewal",
}
STEP_ACTS = {name: _act(name, f"申请：{step.title}", _STEPS_EN[name]) for name, step in STEPS.items()}
ENROLLED = _act("enrol", "发放登记码", "Issued an enrolment code", ENROLMENT)
APPLIED = _act("apply", "提出申请", "Applied")
LIMITED = _act("limit", "调整调用频率", "Changed the call limit")
COLLECTED = _act("collect_credentials", "领取凭证", "Collected credentials")
ROTATED = _act("rotate_credentials", "轮换凭证", "Rotated credentials")
VOIDED = _act("void_credentials", "作废凭证", "Voided credentials")
LEDGER_EXPORTED = _act("export_ledger", "导出上报台账", "Exported the ledger", LEDGER)
PUBLISHED = _act("publish", "下发数据", "Distributed data", DISTRIBUTION)
ALARM_HANDLED = _act("handle_alarm", "处置告警", "Handled an alarm", ALARM)
ACTS = (
    *STEP_ACTS.values(),
    ENROLLED,
    APPLIED,
    LIMITED,
    COLLECTED,
    ROTATED,
    VOIDED,
    LEDGER_EXPORTED,
    PUBLISHED,
    ALARM_HANDLED,
)

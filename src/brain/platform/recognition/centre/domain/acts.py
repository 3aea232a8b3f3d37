"""What the audit log says of decisions and certificates."""

from typing import Final

from brain.kit.acts import Act, Kind

RECOMMENDATION: Final = Kind(
    name="recognition_recommendation",
    title="晨星工厂推荐",
    title_en="Recommendation for recognition",
    page="/recognitions/{}",
    scope="recognition.see",
)


def _act(verb: str, title: str, title_en: str) -> Act:
    return Act(name=f"recognition.{verb}", title=title, title_en=title_en, of=RECOMMENDATION)


RECEIVED: Final = _act("receive", "收到推荐", "Recommendation received")
DECIDED: Final = {
    "recognised": _act("recognise", "认定晨星工厂", "Recognised"),
    "refused": _act("refuse", "不予认定", "Refused"),
    "returned": _act("return", "退回推荐", "Returned"),
    "withdrawn": _act("withdraw", "工厂撤回", "Withdrawn"),
}
REVOKED: Final = _act("revoke", "撤销认定", "Revoked")
ACTS: Final = (RECEIVED, *DECIDED.values(), REVOKED)

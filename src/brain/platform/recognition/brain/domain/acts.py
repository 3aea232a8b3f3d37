"""What the audit log says of applications at a brain."""

from typing import Final

from brain.kit.acts import Act, Kind
from brain.platform.recognition.protocol.stages import CaseStep

CASE: Final = Kind(
    name="recognition_case",
    title="晨星工厂认定申请",
    title_en="Application for recognition",
    page="/recognition-cases/{}",
    scope="recognition_review.see",
)
TITLES: Final = {
    CaseStep.SUBMIT: ("收到申请", "Application received"),
    CaseStep.ACCEPT: ("受理申请", "Accepted for review"),
    CaseStep.ASK_SUPPLEMENT: ("要求补充材料", "Asked for a supplement"),
    CaseStep.SUPPLEMENT: ("收到补充材料", "Supplement received"),
    CaseStep.REVIEW: ("完成材料审核", "Reviewed"),
    CaseStep.ARRANGE_CHECK: ("安排现场核查", "Arranged a site check"),
    CaseStep.RECORD_CHECK: ("记录现场核查", "Recorded the site check"),
    CaseStep.RECOMMEND: ("推荐到能力中心", "Recommended to the centre"),
    CaseStep.DECLINE: ("不予推荐", "Declined"),
    CaseStep.RETURN: ("能力中心退回", "Returned by the centre"),
    CaseStep.RECOGNISE: ("能力中心认定", "Recognised by the centre"),
    CaseStep.REFUSE: ("能力中心不予认定", "Refused by the centre"),
    CaseStep.WITHDRAW: ("工厂撤回申请", "Withdrawn by the factory"),
    CaseStep.REVOKE: ("能力中心撤销认定", "Revoked by the centre"),
}
OF: Final = {
    step: Act(name=f"recognition_review.{step.value}", title=title, title_en=title_en, of=CASE)
    for step, (title, title_en) in TITLES.items()
}
ACTS: Final = tuple(OF.values())

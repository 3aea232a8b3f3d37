"""What the gateway's side of the link records, in its own words."""

from typing import Final

from brain.kit.acts import Act, Kind

LINK = Kind(
    name="link", title="与大脑的链接", title_en="Link to a brain", page="/brain-link", scope="brain_link.see"
)
CONSENT = Kind(
    name="consent", title="同意书", title_en="Consent", page="/brain-link/consents", scope="brain_link.see"
)

ENROLLED: Final = Act(name="brain_link.enrol", title="向大脑登记", title_en="Enrolled with a brain", of=LINK)
CONFIRMED: Final = Act(name="brain_link.confirm", title="确认链接", title_en="Confirmed the link", of=LINK)
LEFT: Final = Act(name="brain_link.leave", title="断开链接", title_en="Left the link", of=LINK)
KEY_CHANGED: Final = Act(name="brain_link.change_key", title="更换密钥", title_en="Changed the key", of=LINK)
GIVEN: Final = Act(name="brain_link.consent", title="同意共享", title_en="Consented to sharing", of=CONSENT)
WITHDRAWN: Final = Act(
    name="brain_link.withdraw", title="撤回同意", title_en="Withdrew a consent", of=CONSENT
)
EXPORTED: Final = Act(
    name="brain_link.export_sent", title="导出已发送的数据", title_en="Exported what was sent", of=LINK
)
ACTS: Final = (ENROLLED, CONFIRMED, LEFT, KEY_CHANGED, GIVEN, WITHDRAWN, EXPORTED)

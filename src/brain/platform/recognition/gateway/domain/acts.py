"""What the audit log says of a factory's applications."""

from typing import Final

from brain.kit.acts import Act, Kind

APPLICATION: Final = Kind(
    name="recognition_application",
    title="晨星工厂申请",
    title_en="Application for recognition",
    page="/recognition/{}",
    scope="recognition_application.see",
)
APPLIED: Final = Act(
    name="recognition_application.apply", title="申请认定", title_en="Applied for recognition", of=APPLICATION
)
SUPPLEMENTED: Final = Act(
    name="recognition_application.supplement", title="补充材料", title_en="Sent a supplement", of=APPLICATION
)
WITHDRAWN: Final = Act(
    name="recognition_application.withdraw", title="撤回申请", title_en="Withdrew", of=APPLICATION
)
ACTS: Final = (APPLIED, SUPPLEMENTED, WITHDRAWN)

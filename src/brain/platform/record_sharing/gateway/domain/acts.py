"""What the audit log says of sharing business records."""

from typing import Final

from brain.kit.acts import Act, Kind

CONSENT: Final = Kind(
    name="record_consent",
    title="业务记录同意书",
    title_en="Consent to share business records",
    page="/record-sharing",
    scope="record_sharing.see",
)
FIELD: Final = Kind(
    name="record_field",
    title="业务记录的字段",
    title_en="Field of business records",
    page="/record-sharing",
    scope="record_sharing.see",
)
GIVEN: Final = Act(
    name="record_sharing.give", title="同意共享业务记录", title_en="Consented to share records", of=CONSENT
)
WITHDRAWN: Final = Act(
    name="record_sharing.withdraw",
    title="撤回业务记录的同意",
    title_en="Withdrew a consent to records",
    of=CONSENT,
)
GRADED: Final = Act(
    name="record_sharing.grade", title="为业务记录的字段定级", title_en="Graded a field of records", of=FIELD
)
ACTS: Final = (GIVEN, WITHDRAWN, GRADED)

"""What the audit log says of business records that factories share."""

from typing import Final

from brain.kit.acts import Act, Kind

CONSENT: Final = Kind(
    name="shared_records",
    title="工厂的业务记录",
    title_en="Business records of a factory",
    page="/shared-records/{}",
    scope="shared_records.see",
)
READ: Final = Act(
    name="shared_records.read", title="查看工厂的业务记录", title_en="Read a factory's records", of=CONSENT
)
ACTS: Final = (READ,)

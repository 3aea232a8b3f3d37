"""What the audit log says of releases that a brain carries."""

from typing import Final

from brain.kit.acts import Act, Kind

PUBLISHED_RELEASE: Final = Kind(
    name="published_release",
    title="网关版本",
    title_en="Release of the gateway",
    page="/gateway-releases",
    scope="gateway_releases.see",
)
ADDED: Final = Act(
    name="gateway_releases.add", title="上传网关版本", title_en="Added a release", of=PUBLISHED_RELEASE
)
OFFERED: Final = Act(
    name="gateway_releases.offer",
    title="把网关版本送给工厂",
    title_en="Offered a release to factories",
    of=PUBLISHED_RELEASE,
)
WITHDRAWN: Final = Act(
    name="gateway_releases.withdraw",
    title="撤下网关版本",
    title_en="Withdrew a release",
    of=PUBLISHED_RELEASE,
)
ACTS: Final = (ADDED, OFFERED, WITHDRAWN)

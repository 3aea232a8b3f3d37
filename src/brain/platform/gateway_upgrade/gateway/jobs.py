"""Background work of upgrading."""

from typing import Final

from brain.kit.jobs import Job
from brain.kit.standing import Standing
from brain.platform.gateway_upgrade.gateway.service import carrying_out, releases

JOBS: Final = (Job(name=releases.TAKE, run=releases.take_offered),)
STANDING: Final = (Standing(name="gateway_upgrade", run=carrying_out.stand),)

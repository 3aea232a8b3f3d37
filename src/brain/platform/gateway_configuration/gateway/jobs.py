"""Background work of remote configuration."""

from typing import Final

from brain.kit.jobs import Job
from brain.platform.gateway_configuration.gateway.service import judging

JOBS: Final = (Job(name=judging.JUDGE, run=judging.judge_letter),)

"""What rooms above, and the assembly, know of production performance."""

from brain.platform.performance.domain.figures import TimeElement
from brain.platform.performance.domain.measures import Measure

__all__ = ["Measure", "TimeElement"]

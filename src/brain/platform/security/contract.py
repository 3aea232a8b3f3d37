"""What the assembly hands to security: the acts of all rooms; and the acts of security itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from brain.kit.acts import Act, Kind

READ_AUDIT = "security.read_audit"
AUDIT_LOG = Kind(name="audit_log", title="审计日志", title_en="Audit log")
ADDRESS = Kind(name="address", title="功能", title_en="Function")

VERIFIED = Act(name="security.verify", title="校验审计日志", title_en="Verified the audit log", of=AUDIT_LOG)
EXPORTED = Act(name="security.export", title="导出审计日志", title_en="Exported the audit log", of=AUDIT_LOG)
OVERSTEPPED = Act(name="security.overstep", title="越权操作", title_en="Overstepped rights", of=ADDRESS)
ACTS = (VERIFIED, EXPORTED, OVERSTEPPED)


@dataclass(frozen=True)
class Acts:
    """Every act that the rooms of this node may record, by name."""

    by_name: Mapping[str, Act]

    @property
    def kinds(self) -> dict[str, Kind]:
        return {act.of.name: act.of for act in self.by_name.values()}

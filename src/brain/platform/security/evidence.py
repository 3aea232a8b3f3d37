"""What the audit log proves."""

from typing import Final

from brain.kit.evidence import Evidence, rows, share
from brain.platform.security.models import EntryRow, VerificationRow

EVIDENCE: Final = (
    Evidence(
        item="security.audit",
        title="审计记录",
        title_en="Audit entries",
        rule="审计日志中的全部记录，逐条相连，不能改删",
        rule_en="All entries of the audit log, a chain that nobody can change",
        page="/security/audit",
        scope="security.read_audit",
        count=rows(EntryRow),
    ),
    Evidence(
        item="security.audit",
        title="日志校验",
        title_en="Verifications of the log",
        rule="各次校验中摘要链完整的",
        rule_en="Verifications that found the chain of digests whole",
        page="/security/audit",
        scope="security.read_audit",
        count=share(VerificationRow, VerificationRow.broken_at.is_(None)),
    ),
)

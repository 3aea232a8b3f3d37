"""What corpora prove."""

from typing import Final

from brain.kit.evidence import Evidence, rows
from brain.platform.corpora.models import BuildRow

EVIDENCE: Final = (
    Evidence(
        item="application.analysis",
        title="语料库版本",
        title_en="Versions of corpora",
        rule="构建成功的大模型语料库版本",
        rule_en="Versions of corpora for language models",
        page="/corpora",
        scope="corpora.read",
        count=rows(BuildRow, BuildRow.number.is_not(None)),
    ),
)

"""What the portal proves of people telling each other."""

from typing import Final

from brain.kit.evidence import Evidence, rows, share
from brain.platform.portal.models import NoticeRow

EVIDENCE: Final = (
    Evidence(
        item="governance.communication",
        title="办结的待办",
        title_en="To-dos done",
        rule="平台产生的全部待办中已办结的",
        rule_en="Of all to-dos of the platform those that are done",
        page="/todos",
        scope=None,
        count=share(NoticeRow, NoticeRow.done_at.is_not(None), NoticeRow.kind == "todo"),
    ),
    Evidence(
        item="governance.communication",
        title="发出的消息",
        title_en="Messages",
        rule="平台发给有关人员的全部消息",
        rule_en="All messages of the platform to those concerned",
        page="/messages",
        scope=None,
        count=rows(NoticeRow, NoticeRow.kind == "message"),
    ),
)

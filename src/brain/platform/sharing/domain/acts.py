"""What is recorded of sharing, in its own words."""

from brain.kit.acts import Act, Kind

SHARING = Kind(name="sharing", title="对外共享", title_en="Sharing", page="/sharing/{}", scope="sharing.read")


def _act(verb: str, title: str, title_en: str) -> Act:
    return Act(name=f"sharing.{verb}", title=title, title_en=title_en, of=SHARING)


PROPOSED = _act("propose", "提出对外共享", "Proposed sharing")
APPROVED = _act("approve", "同意对外共享", "Approved sharing")
REFUSED = _act("refuse", "退回对外共享", "Refused sharing")
ENDED = _act("end", "终止对外共享", "Ended sharing")
TOKEN_GIVEN = _act("give_token", "发放共享令牌", "Gave a recipient a token")
DOWNLOADED = _act("download", "下载共享文件", "Downloaded a shared file")
READ = _act("read", "接收方读取共享数据", "Recipient read shared data")
ANSWERED = _act("answer", "回答接收方的统计", "Answered a recipient's question")
ACTS = (PROPOSED, APPROVED, REFUSED, ENDED, TOKEN_GIVEN, DOWNLOADED, READ, ANSWERED)

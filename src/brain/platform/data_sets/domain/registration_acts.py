"""What is recorded of the registration of data sets in the catalogue, in its own words."""

from typing import Final

from brain.kit.acts import Act
from brain.platform.data_sets.domain.acts import DATA_SET
from brain.platform.data_sets.domain.registration import Step


def _act(verb: str, title: str, title_en: str) -> Act:
    return Act(name=f"data_sets.{verb}", title=title, title_en=title_en, of=DATA_SET)


REGISTRATION_ACTS: Final = {
    Step.DESCRIBE: _act("describe", "填写目录登记", "Described for the catalogue"),
    Step.SUBMIT: _act("submit_registration", "提交目录登记", "Submitted for the catalogue"),
    Step.APPROVE: _act("approve_registration", "审核通过目录登记", "Approved for the catalogue"),
    Step.REFUSE: _act("refuse_registration", "退回目录登记", "Refused for the catalogue"),
    Step.REGISTER: _act("register", "登记并赋予标识", "Registered in the catalogue"),
    Step.PUBLISH: _act("publish", "发布到数据目录", "Published in the catalogue"),
    Step.WITHDRAW: _act("withdraw_publication", "从数据目录撤下", "Withdrawn from the catalogue"),
}

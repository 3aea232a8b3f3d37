"""往来信件: an extension of annex 3, marked as such."""

import msgspec

from brain.kit.errors import Invalid, TooLarge
from brain.platform.exchange.messages.letters import LARGEST, Letter, LetterAnswer
from brain.platform.exchange.protocol import BASE_PATH
from brain.platform.exchange.server.routes.call import Call, Operation
from brain.platform.exchange.server.service import letters


async def receive(call: Call) -> LetterAnswer:
    letter = await call.body(Letter)
    if len(msgspec.json.encode(letter.body)) > LARGEST:
        raise TooLarge(f"一封信至多 {LARGEST // 1024} KiB")
    async with call.environment.node.database.transaction() as session:
        return LetterAnswer(known=not await letters.take(session, call.caller.client, letter))


OPERATIONS = (
    Operation(
        method="POST",
        path=f"{BASE_PATH}/letters",
        title="送信（扩展）",
        description="附件 3 之外的扩展：产业大脑向能力中心送一件事，如经核实的企业信息更正。"
        "同一编号重复送只算一次；答复由数据下发送回。",
        handler=receive,
        answer=LetterAnswer,
        body=Letter,
        group="往来信件（附件 3 之外的扩展）",
        access="signed",
        refusals=(Invalid, TooLarge),
    ),
)

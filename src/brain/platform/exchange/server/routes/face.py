"""The external face of annex 3: finds the operation, admits the caller, answers with code and request id."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import Receive, Scope, Send

from brain.kit.errors import NotFound, Refusal
from brain.kit.logging import logger
from brain.platform.exchange import protocol
from brain.platform.exchange.codes import AnswerTooLate, BadDigest, DeadlinePassed, FieldsMissing
from brain.platform.exchange.server.contract import Environment
from brain.platform.exchange.server.routes import answers, provocation
from brain.platform.exchange.server.routes.call import Call, Operation, Page
from brain.platform.exchange.server.service import admission, calls
from brain.platform.exchange.signature import EMPTY_DIGEST

log = logger(__name__)

DEADLINE = 60.0  # seconds for a call, its body included
REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")


class WrongVerb(Refusal):
    status, code = 405, "wrong_verb"


@dataclass(frozen=True)
class _Place:
    """A path of the face, and its operations by method."""

    pattern: re.Pattern[str]
    operations: dict[str, Operation]


class Face:
    """One environment's face as an ASGI application."""

    def __init__(self, environment: Environment, operations: Sequence[Operation]) -> None:
        self._environment = environment
        places: dict[str, dict[str, Operation]] = {}
        for operation in operations:
            if environment.is_sandbox or not operation.sandbox_only:
                places.setdefault(operation.path, {})[operation.method] = operation
        self._places = [_Place(_pattern(path), found) for path, found in places.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        call = Call(scope, receive, self._environment, _request_id(scope))
        try:
            async with asyncio.timeout(DEADLINE):
                answer = await self._answer(call, scope)
        except Refusal as refusal:
            answer = answers.refused(call, refusal)
        except provocation.BrokenOnPurpose:
            await provocation.break_off(send)
            raise
        except TimeoutError:
            late = (
                AnswerTooLate("未能在规定时间内完成")
                if call.has_arrived
                else DeadlinePassed("数据未按时到达")
            )
            answer = answers.refused(call, late)
        if self._environment.is_sandbox:
            await calls.record(self._environment.node, call.request_id, answers.trace(call, answer))
        await call.linger()
        await answer(scope, receive, send)

    async def _answer(self, call: Call, scope: Scope) -> answers.Sent:
        operation = self._find(call)
        scope["route"] = operation  # by its path the request figures are kept
        if operation.access == "signed":
            await self._admit(call, operation)
        answer = await operation.handler(call)
        return answers.page(call, answer) if isinstance(answer, Page) else answers.accepted(call, answer)

    def _find(self, call: Call) -> Operation:
        for place in self._places:
            if found := place.pattern.fullmatch(call.path):
                call.parameters = found.groupdict()
                if call.method not in place.operations:
                    allowed = ", ".join(sorted(place.operations))
                    raise WrongVerb("不支持的方法：只使用 GET 和 POST", allow=allowed)
                return place.operations[call.method]
        raise NotFound("没有这个接口")

    async def _admit(self, call: Call, operation: Operation) -> None:
        provoked = provocation.wanted(call) if self._environment.is_sandbox else None
        scene = call.header(protocol.SCENE_HEADER)
        arrival = admission.Arrival(
            method=call.method,
            target=call.target,
            address=call.address,
            headers=call.headers,
            interface_class=operation.interface_class,
            scene=scene,
            weight=provocation.BURST if provoked == "burst" else 1,
        )
        call.admitted = await admission.admit(self._environment.node, arrival)
        if operation.names_scene and scene is None:
            raise FieldsMissing(
                f"须在 {protocol.SCENE_HEADER} 中说明数据用于哪个场景",
                errors=[{"loc": protocol.SCENE_HEADER, "message": "必填项不可为空"}],
            )
        if call.method == "GET" and call.admitted.digest != EMPTY_DIGEST:
            raise BadDigest("GET 请求没有正文，摘要应为空串的摘要")
        await provocation.act(provoked)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))


def _request_id(scope: Scope) -> str:
    """The client's own, where it sends a sound one, so that both sides' logs meet."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and REQUEST_ID.match(value.decode("latin-1")):
            return str(value.decode("latin-1"))
    return str(scope.get("trace_id", ""))

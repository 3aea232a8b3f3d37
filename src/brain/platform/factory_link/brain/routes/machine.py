"""What gateways call. Every request is signed by the gateway's key, every answer by the brain's."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Refusal, TooLarge, Unauthenticated
from brain.kit.http import refusal_response, refusals
from brain.kit.node import CurrentNode, Node
from brain.kit.schemas import Schema
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.service import enrolling, files, letters, reading, receiving
from brain.platform.factory_link.brain.service.keys import own_key
from brain.platform.factory_link.protocol import signing
from brain.platform.factory_link.protocol.messages import (
    BATCH,
    LARGEST_BATCH,
    LARGEST_LETTER,
    PREFIX,
    BatchAnswer,
    CatalogueTold,
    EnrolmentAnswer,
    EnrolmentRequest,
    HealthTold,
    LetterAnswer,
    LettersAnswer,
    LetterTold,
    NewKey,
    NumberedLetter,
    PieceAnswer,
    PositionAnswer,
    UsesAnswer,
    UseTold,
)

T = TypeVar("T", bound=Schema)

router = APIRouter(prefix=PREFIX, tags=["工厂链接"])

MOST_USES = 500
REFUSED = refusals(Unauthenticated, Forbidden, Conflict, TooLarge, Invalid)


@dataclass(frozen=True)
class Call:
    """A request whose signature is good: by `factory`, in whose row nobody else can write meanwhile."""

    factory: FactoryRow
    body: bytes
    message: signing.Message
    session: AsyncSession
    node: Node


async def _body(request: Request) -> bytes:
    """Raises TooLarge before more than is allowed lies in memory."""
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > LARGEST_BATCH:
            raise TooLarge("一批不能超过 16 MB")
    return bytes(received)


def _message(request: Request) -> signing.Message:
    return signing.Message(dict(request.headers), request.method, str(request.url))


async def signed(request: Request, session: Session, node: CurrentNode) -> Call:
    body, message = await _body(request), _message(request)
    key_id = signing.key_id_of(message.headers)
    factory = await session.get(FactoryRow, key_id, with_for_update=True)
    if factory is None or factory.public_key is None:
        raise signing.SignatureRefused("不认识这个密钥")
    try:
        signing.verify(message, signing.public_key(factory.public_key), body)
        factory.old_public_key = None
    except signing.SignatureRefused:
        if factory.old_public_key is None:
            raise
        signing.verify(message, signing.public_key(factory.old_public_key), body)
    return Call(factory, body, message, session, node)


async def in_use(call: Annotated[Call, Depends(signed)]) -> Call:
    receiving.in_use(call.factory)
    return call


Signed = Annotated[Call, Depends(signed)]
InUse = Annotated[Call, Depends(in_use)]


async def _answer(session: AsyncSession, node: Node, message: signing.Message, told: Schema) -> Response:
    body = told.model_dump_json(by_alias=True).encode()
    answer = signing.Answer({"Content-Type": "application/json"}, 200, message)
    signing.sign(answer, await own_key(session, node), "brain", body)
    return Response(body, 200, answer.headers)


async def _answered(call: Call, told: Schema) -> Response:
    return await _answer(call.session, call.node, call.message, told)


def _read(kind: type[T], body: bytes) -> T:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        place = "/body/" + "/".join(str(each) for each in first["loc"])
        raise Invalid("内容读不懂", [{"loc": place, "message": first["msg"]}]) from error


def _takes(kind: type[Schema]) -> dict[str, Any]:
    """The body in the OpenAPI document: routes read it themselves, because its bytes are what is signed."""
    told = kind.model_json_schema()
    schema = _spelt_out(told, told.pop("$defs", {}))
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _spelt_out(told: Any, named: dict[str, Any]) -> Any:
    """Without references, which would point out of the document."""
    if isinstance(told, list):
        return [_spelt_out(each, named) for each in told]
    if not isinstance(told, dict):
        return told
    if "$ref" in told:
        return _spelt_out(named[told["$ref"].rpartition("/")[2]], named)
    return {key: _spelt_out(each, named) for key, each in told.items()}


@router.post(
    "/enrolments",
    response_model=EnrolmentAnswer,
    responses=REFUSED,
    openapi_extra=_takes(EnrolmentRequest),
)
async def enrol(request: Request, session: Session, node: CurrentNode) -> Response:
    """网关凭一次性注册码登记；由正文里的公钥签名，证明持有私钥。"""
    body, message = await _body(request), _message(request)
    told = _read(EnrolmentRequest, body)
    signing.verify(message, signing.public_key(told.public_key), body)
    outcome = await enrolling.claim(session, node, told)
    if isinstance(outcome, Refusal):
        return refusal_response(request, outcome)
    return await _answer(session, node, message, outcome)


@router.get("/position", response_model=PositionAnswer, responses=REFUSED)
async def position(call: Signed) -> Response:
    """链接的状态、已收到哪里；吊销之后仍然应答，使网关得到有签名的答复。"""
    return await _answered(call, receiving.position(call.factory))


@router.put(
    "/catalogue", response_model=PositionAnswer, responses=REFUSED, openapi_extra=_takes(CatalogueTold)
)
async def catalogue(call: InUse) -> Response:
    """现在共享的全部测点与同意书：没有列出的即不再共享。"""
    await receiving.take_catalogue(call.session, call.factory, _read(CatalogueTold, call.body))
    return await _answered(call, receiving.position(call.factory))


@router.post(
    "/batches",
    response_model=BatchAnswer,
    responses=REFUSED,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {BATCH: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def batch(request: Request, call: InUse) -> Response:
    """一批值：4 字节长度、JSON 开头、各部分的数据块。同一批再次送来得到同样的答复。"""
    outcome = await receiving.take_batch(call.session, call.factory, call.body)
    if isinstance(outcome, Refusal):
        return refusal_response(request, outcome)
    return await _answered(call, outcome)


@router.put("/health", response_model=PositionAnswer, responses=REFUSED, openapi_extra=_takes(HealthTold))
async def health(call: InUse) -> Response:
    """网关的版本、来源、积压、磁盘与时钟。"""
    receiving.take_health(call.factory, _read(HealthTold, call.body))
    return await _answered(call, receiving.position(call.factory))


@router.get("/uses", response_model=UsesAnswer, responses=REFUSED)
async def uses(call: Signed, after: Annotated[int, Query(ge=0, le=2**62)] = 0) -> Response:
    """大脑使用这家工厂数据的记录，按次序，一次至多 500 条。"""
    found = await reading.uses_after(call.session, call.factory.id, after, MOST_USES)
    return await _answered(call, UsesAnswer(items=[UseTold.model_validate(each) for each in found]))


@router.post("/letters", response_model=LetterAnswer, responses=REFUSED, openapi_extra=_takes(LetterTold))
async def take_letter(call: InUse) -> Response:
    """工厂给大脑的一封信，如一次服务调用；同一封再次送来只算一次。"""
    if len(call.body) > LARGEST_LETTER:
        raise TooLarge("一封信不能超过 256 KB")
    told = _read(LetterTold, call.body)
    await letters.take(call.session, call.factory, told)
    return await _answered(call, LetterAnswer(id=told.id))


@router.get("/letters", response_model=LettersAnswer, responses=REFUSED)
async def give_letters(call: InUse, after: Annotated[int, Query(ge=0, le=2**62)] = 0) -> Response:
    """大脑给工厂的信，按次序；带上已收到的最后编号，此前的即为已送达。"""
    found = await letters.after(call.session, call.factory.id, after)
    items = [NumberedLetter.model_validate(each) for each in found]
    return await _answered(call, LettersAnswer(items=items))


@router.get("/files/{sha256}", response_model=PieceAnswer, responses=REFUSED | refusals(NotFound))
async def piece(
    call: InUse,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    offset: Annotated[int, Query(ge=0, le=2**40)] = 0,
) -> Response:
    """大脑给各网关的文件（如软件版本）的一段，至多 1 MB；文件按内容的 SHA-256 取。"""
    size, content = files.piece(call.node, sha256, offset)
    return await _answered(call, PieceAnswer(size=size, content=b64encode(content).decode()))


@router.put("/key", response_model=PositionAnswer, responses=REFUSED, openapi_extra=_takes(NewKey))
async def key(call: InUse) -> Response:
    """换密钥：旧密钥签名，新密钥证明。"""
    await enrolling.change_key(call.session, call.factory, _read(NewKey, call.body), now())
    return await _answered(call, receiving.position(call.factory))

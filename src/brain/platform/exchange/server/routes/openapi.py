"""The OpenAPI document of the external face, made from its operations and messages."""

from collections.abc import Sequence
from typing import Any

import msgspec

from brain.kit.errors import Refusal, TooMany
from brain.platform.exchange import protocol
from brain.platform.exchange.codes import BadSignature, BadToken, NotOpened, resp_code
from brain.platform.exchange.messages.base import RefusalAnswer
from brain.platform.exchange.messages.report import ReportHead
from brain.platform.exchange.scenes.catalogue import by_slug
from brain.platform.exchange.scenes.standalone import JsonSchema, schema_of
from brain.platform.exchange.server.routes.answers import sentence
from brain.platform.exchange.server.routes.call import FORM, JSON, Operation
from brain.platform.exchange.signature import ALGORITHMS, DEFAULT_ALGORITHM

SIGNED = (BadToken, NotOpened, BadSignature, TooMany)
HEADERS = {
    protocol.TIMESTAMP_HEADER: (
        "毫秒时间戳，与标准时间相差不超过五分钟",
        {"type": "string", "pattern": "^[0-9]{13}$"},
    ),
    protocol.NONCE_HEADER: ("随机串，每次调用不同", {"type": "string", "pattern": "^[A-Za-z0-9._-]{16,64}$"}),
    protocol.DIGEST_HEADER: (
        "正文（压缩前）的 SM3，十六进制；没有正文时为空串的摘要",
        {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    ),
    protocol.SIGNATURE_HEADER: (
        "以签名密钥对“方法、路径与查询串、时间戳、随机串、摘要”（换行分隔）所做的 HMAC，十六进制",
        {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    ),
}
FORM_FIELDS: dict[str, dict[str, list[str] | None]] = {
    protocol.TOKEN_PATH: {
        "grant_type": ["client_credentials"],
        "client_id": None,
        "client_secret": None,
        "scope": None,
    },
    "/oauth/revoke": {"token": None, "client_id": None, "client_secret": None},
}


def document(operations: Sequence[Operation], title: str, prefix: str) -> JsonSchema:
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        place = paths.setdefault(prefix + operation.path, {})
        place[operation.method.lower()] = described(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1.0", "description": _introduction()},
        "paths": paths,
        "components": {
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "访问令牌（RFC 6750）"},
                "application": {"type": "http", "scheme": "bearer", "description": "登记码或申请令牌"},
                "client": {
                    "type": "http",
                    "scheme": "basic",
                    "description": "标识码与密钥（RFC 6749 2.3.1）",
                },
            }
        },
    }


def _introduction() -> str:
    return (
        "《产业数据仓数据共享交换规范》（指南附件 3）的接口。只用 GET 与 POST，JSON，UTF-8，驼峰命名，"
        f"一次发送不超过 {protocol.MAX_BODY} 字节。每个应答都有 respCode、respDesc、requestId。"
        f"签名算法：{'、'.join(ALGORITHMS)}，默认 {DEFAULT_ALGORITHM}。各场景字段为暂定（provisional）。"
    )


def described(operation: Operation) -> JsonSchema:
    found: JsonSchema = {
        "operationId": operation_id(operation),
        "summary": operation.title,
        "description": operation.description,
        "tags": [operation.group],
        "parameters": _parameters(operation),
        "responses": _responses(operation),
    }
    security = {"signed": "bearer", "application": "application", "client": "client"}.get(operation.access)
    if security is not None:
        found["security"] = [{security: []}]
    if content := _content(operation):
        found["requestBody"] = {"required": True, "content": content}
    return found


def operation_id(operation: Operation) -> str:
    words = operation.path.removeprefix(protocol.BASE_PATH).strip("/").replace("{", "").replace("}", "")
    return f"{operation.method.lower()}-{words.replace('/', '-')}"


def _parameters(operation: Operation) -> list[JsonSchema]:
    names = [part[1:-1] for part in operation.path.split("/") if part.startswith("{")]
    found = [_parameter(name, "path", {"type": "string"} | _choices(name)) for name in names]
    if operation.query is not None:
        schema = schema_of(operation.query)
        found += [_parameter(name, "query", part) for name, part in schema["properties"].items()]
    if operation.access == "signed":
        found += [
            _parameter(name, "header", schema | {"description": text}, required=True)
            for name, (text, schema) in HEADERS.items()
        ]
        scene = {
            "type": "string",
            "enum": [s.name for s in by_slug().values()],
            "description": "数据用于哪个场景",
        }
        found.append(_parameter(protocol.SCENE_HEADER, "header", scene, required=operation.names_scene))
        user = {"type": "string", "maxLength": 200, "description": "代表哪个已登记的用户调用"}
        found.append(_parameter(protocol.USER_HEADER, "header", user))
    return found


def _choices(name: str) -> JsonSchema:
    return {"enum": [family.value for family in protocol.EnterpriseFamily]} if name == "family" else {}


def _parameter(name: str, place: str, schema: JsonSchema, *, required: bool = False) -> JsonSchema:
    text = schema.get("description", "")
    return {
        "name": name,
        "in": place,
        "required": required or place == "path",
        "description": text,
        "schema": {key: value for key, value in schema.items() if key not in {"description", "default"}},
    }


def _content(operation: Operation) -> JsonSchema | None:
    if operation.path in FORM_FIELDS:
        fields = FORM_FIELDS[operation.path]
        properties = {
            name: {"type": "string"} | ({"enum": values} if values else {}) for name, values in fields.items()
        }
        required = [name for name in fields if name in {"grant_type", "token"}]
        return {FORM: {"schema": {"type": "object", "properties": properties, "required": required}}}
    if operation.body is None:
        return None
    if issubclass(operation.body, ReportHead):
        scene = by_slug()[operation.path.rsplit("/", 1)[1]]
        example = {
            "batchId": "2026-03-31-001",
            "partNumber": 1,
            "partCount": 1,
            "asOf": "2026-03-31T16:00:00+08:00",
            "source": "行业数据仓",
            "schemaVersion": scene.version,
            "records": [scene.example],
        }
        return {JSON: {"schema": _plain(scene.report_schema), "example": example}}
    return {JSON: {"schema": schema_of(operation.body)}}


def _plain(schema: JsonSchema) -> JsonSchema:
    """Without `$id` and `$schema`: they would rebase what surrounds them."""
    text = msgspec.json.encode(schema)
    found: JsonSchema = _without(msgspec.json.decode(text))
    return found


def _without(part: Any) -> Any:
    if isinstance(part, list):
        return [_without(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {key: _without(value) for key, value in part.items() if key not in {"$id", "$schema"}}


def _responses(operation: Operation) -> JsonSchema:
    found: JsonSchema = {}
    if operation.answer is None:
        found["200"] = {"description": "页面"}
    else:
        found["200"] = _response("响应成功", schema_of(operation.answer))
    refusals: Sequence[type[Refusal]] = operation.refusals + (SIGNED if operation.access == "signed" else ())
    for kind in sorted(set(refusals), key=lambda kind: (kind.status, kind.code)):
        text = f"{_code_of(kind)} · {kind.code}"
        known = found.setdefault(str(kind.status), _response("", schema_of(RefusalAnswer)))
        known["description"] = "；".join(filter(None, (known["description"], text)))
    found["default"] = _response("其他拒绝", schema_of(RefusalAnswer))
    return found


def _code_of(kind: type[Refusal]) -> str:
    code = resp_code(kind.__new__(kind))
    return f"{code.value} {sentence(code, '').rstrip('：')}"


def _response(text: str, schema: JsonSchema) -> JsonSchema:
    return {"description": text, "content": {JSON: {"schema": schema}}}

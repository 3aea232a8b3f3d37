"""HTTP edges: refusals as JSON, trace ids, security headers, request figures."""

import secrets
import time
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import Counter, Histogram
from psycopg import DataError
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brain.kit.errors import FieldError, Invalid, Refusal, TooMany
from brain.kit.logging import logger

log = logger(__name__)

REQUESTS = Counter("brain_http_requests_total", "HTTP requests", ["method", "route", "status"])
SECONDS = Histogram("brain_http_request_seconds", "Time to the last byte of the answer", ["route"])

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'"
)
SECURITY_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_NUL = ("NUL (0x00)", "\\u0000 cannot be converted to text")


class RefusalBody(BaseModel):
    """拒绝请求时的统一响应。"""

    model_config = {"extra": "allow"}

    code: str
    message: str
    traceId: str  # noqa: N815 - the wire's own name, this body is never built from Python


# A request whose body is a file as it lies.
RAW_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def refusals(*kinds: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """What a route may refuse, for its OpenAPI description."""
    described: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        entry = described.setdefault(kind.status, {"model": RefusalBody, "description": ""})
        entry["description"] = " · ".join(filter(None, (entry["description"], kind.code)))
    return described


def trace_id(request: Request) -> str:
    return str(request.scope.get("trace_id", ""))


def refusal_response(request: Request, refusal: Refusal) -> JSONResponse:
    headers = {"retry-after": str(refusal.retry_after)} if isinstance(refusal, TooMany) else None
    body = {"code": refusal.code, "message": refusal.message, "traceId": trace_id(request), **refusal.details}
    return JSONResponse(body, refusal.status, headers)


MESSAGES = {
    "missing": "必填项不可为空",
    "json_invalid": "请求体不是合法的 JSON",
    "extra_forbidden": "不认识的字段",
    "string_too_long": "内容过长",
    "string_too_short": "内容过短",
    "string_pattern_mismatch": "格式不正确",
    "enum": "不在可选范围内",
    "literal_error": "不在可选范围内",
    "int_parsing": "应为整数",
    "date_from_datetime_parsing": "应为日期",
}


def sentence(error: Mapping[str, Any]) -> str:
    """What pydantic found wrong, for people."""
    kind: str = error["type"]
    if kind == "value_error":
        return str(error["ctx"]["error"])
    return MESSAGES.get(kind, f"取值不正确（{error['msg']}）")


async def _refused(request: Request, error: Exception) -> JSONResponse:
    return refusal_response(request, cast("Refusal", error))


async def _malformed(request: Request, error: Exception) -> JSONResponse:
    found_errors = cast("RequestValidationError", error).errors()
    fields: list[FieldError] = [
        {"loc": "/" + "/".join(str(part) for part in found["loc"]), "message": sentence(found)}
        for found in found_errors
    ]
    return refusal_response(request, Invalid("提交的内容有误，请按提示修改", fields))


async def _http(request: Request, error: Exception) -> JSONResponse:
    error = cast("HTTPException", error)
    phrase = {404: "没有这个地址", 405: "不支持这种请求方法"}.get(error.status_code, error.detail)
    code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
    body = {"code": code, "message": phrase, "traceId": trace_id(request)}
    return JSONResponse(body, error.status_code, error.headers)


async def _unstorable(request: Request, error: Exception) -> JSONResponse:
    """PostgreSQL keeps no NUL in text or JSON; any other trouble with data is a bug of ours."""
    if not any(sign in str(error) for sign in _NUL):
        raise error
    return refusal_response(request, Invalid("提交的内容里有不可见的字符（NUL），请删去后再提交"))


def install_handlers(app: FastAPI) -> None:
    app.add_exception_handler(DBAPIError, _unstorable)
    app.add_exception_handler(DataError, _unstorable)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)


class Edge:
    """Outermost ASGI layer: trace id, request log and figures, security headers, 500 for bugs.

    Calls below `/api/` that change something must carry `X-Requested-With: brain`, a token or a signature,
    none of which a foreign page can set.
    """

    def __init__(self, app: ASGIApp, quiet: Sequence[str] = ("/health", "/metrics")) -> None:
        self._app = app
        self._quiet = frozenset(quiet)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["trace_id"] = trace = secrets.token_hex(8)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(trace_id=trace, address=_address(scope))
        started = time.perf_counter()
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                headers["x-trace-id"] = trace
            await send(message)

        try:
            if self._forged(scope):
                await _forgery(trace)(scope, receive, send_with_headers)
            else:
                await self._app(scope, receive, send_with_headers)
        finally:
            self._record(scope, status, time.perf_counter() - started)

    @staticmethod
    def _forged(scope: Scope) -> bool:
        if scope["method"] in SAFE_METHODS or not scope["path"].startswith("/api/"):
            return False
        headers = dict(scope["headers"])
        own = headers.get(b"x-requested-with") == b"brain"
        return not own and b"authorization" not in headers and b"signature" not in headers

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "unmatched")
        REQUESTS.labels(scope["method"], route, status).inc()
        SECONDS.labels(route).observe(seconds)
        if scope["path"] not in self._quiet:
            log.info(
                "http.answered",
                method=scope["method"],
                path=scope["path"],
                status=status,
                seconds=round(seconds, 4),
            )


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _forgery(trace: str) -> JSONResponse:
    message = "缺少 X-Requested-With 请求头"
    return JSONResponse({"code": "forgery_suspected", "message": message, "traceId": trace}, 403)


async def bug(request: Request, error: Exception) -> JSONResponse:
    """Answer for anything that is not a refusal: the trace id leads to the log."""
    log.error("http.crashed", path=request.url.path, exc_info=error)
    message = "系统内部错误，请将追踪号告知运维人员"
    return JSONResponse({"code": "internal", "message": message, "traceId": trace_id(request)}, 500)

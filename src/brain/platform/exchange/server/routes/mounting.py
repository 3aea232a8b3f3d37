"""Puts the external face into the node's application, in production and in the sandbox."""

import msgspec
from fastapi import FastAPI
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount

from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.exchange.codes import DEFINITIONS, RespCode
from brain.platform.exchange.messages.base import RefusalAnswer
from brain.platform.exchange.protocol import BASE_PATH
from brain.platform.exchange.server.contract import environments
from brain.platform.exchange.server.routes import documentation
from brain.platform.exchange.server.routes.call import Operation
from brain.platform.exchange.server.routes.face import Face
from brain.platform.exchange.server.routes.operations.table import OPERATIONS

log = logger(__name__)

DOCUMENTATION = (
    Operation(
        method="GET",
        path=f"{BASE_PATH}/openapi.json",
        title="OpenAPI 文档",
        handler=documentation.describe,
        answer=None,
        group="接口文档",
        access="open",
    ),
    Operation(
        method="GET",
        path=f"{BASE_PATH}/documentation",
        title="接口文档",
        handler=documentation.show,
        answer=None,
        group="接口文档",
        access="open",
    ),
)


def mount(app: FastAPI, node: Node) -> None:
    """Before all other routes: nothing is tried in vain for a hot call."""
    for environment in environments(node):
        face = ServerErrorMiddleware(Face(environment, (*OPERATIONS, *DOCUMENTATION)), handler=_crashed)
        for place in ("/oauth", BASE_PATH):
            app.router.routes.insert(0, Mount(environment.prefix + place, app=face))


async def _crashed(request: Request, error: Exception) -> Response:
    """A bug is a -1 whose request id leads to the log."""
    request_id = str(request.scope.get("trace_id", ""))
    log.error("exchange.crashed", path=request.url.path, exc_info=error)
    answer = RefusalAnswer(
        resp_code=RespCode.FAILURE.value,
        resp_desc=DEFINITIONS[RespCode.FAILURE],
        request_id=request_id,
        reason="internal",
    )
    return Response(msgspec.json.encode(answer), 500, media_type="application/json")

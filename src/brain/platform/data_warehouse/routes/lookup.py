"""One enterprise by code or by name: the routes that must answer within milliseconds.

They take a connection without a transaction and one prepared statement after the caller's, and leave out what
FastAPI and SQLAlchemy would do between: that is most of the time a request takes.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import current_node
from brain.platform.data_warehouse.domain import industry_name, region_name
from brain.platform.data_warehouse.queries import direct
from brain.platform.data_warehouse.schemas import EnterpriseView, NameLookupView
from brain.platform.identity.service import quick_caller

READ, SEE_PERSONAL = "data_warehouse.read", "data_warehouse.see_personal"
LONGEST_NAME = 200


class DirectRoute(APIRoute):
    """Hands the request to the endpoint as it is: nothing is injected, the endpoint makes the response."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler: Callable[[Request], Coroutine[Any, Any, Response]] = self.endpoint
        return handler


router = APIRouter(prefix="/api/data-warehouse", tags=["产业数据仓"], route_class=DirectRoute)


def _view(row: dict[str, Any]) -> EnterpriseView:
    row["region_name"] = region_name(row["region_code"])
    row["industry_name"] = row["industry_name"] or industry_name(row["industry_code"])
    return EnterpriseView.model_validate(row)


def _json(view: EnterpriseView | NameLookupView) -> Response:
    return Response(view.model_dump_json(by_alias=True), media_type="application/json")


@router.get(
    "/enterprises/lookup",
    response_model=NameLookupView,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
    openapi_extra={
        "parameters": [
            {
                "name": "name",
                "in": "query",
                "required": True,
                "description": "企业名称",
                "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
            }
        ]
    },
)
async def by_name(request: Request) -> Response:
    """按名称查找：先原名，再规范化名称（全半角、括号、空格等），再曾用名。"""
    async with current_node(request).database.reading() as connection:
        caller = await quick_caller(request, connection, READ)
        name = request.query_params.get("name", "").strip()
        if not 1 <= len(name) <= LONGEST_NAME or "\0" in name:
            message = f"应为 1 至 {LONGEST_NAME} 个字符"
            raise Invalid("提交的内容有误，请按提示修改", [{"loc": "/query/name", "message": message}])
        how, rows = await direct.by_name(connection, name, personal=SEE_PERSONAL in caller.scopes)
    return _json(NameLookupView(how=how, enterprises=[_view(row) for row in rows]))


@router.get(
    "/enterprises/{credit_code}",
    response_model=EnterpriseView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
    openapi_extra={
        "parameters": [
            {
                "name": "credit_code",
                "in": "path",
                "required": True,
                "description": "统一社会信用代码",
                "schema": {"type": "string"},
            }
        ]
    },
)
async def by_code(request: Request) -> Response:
    """一家企业的基础工商信息。"""
    async with current_node(request).database.reading() as connection:
        caller = await quick_caller(request, connection, READ)
        code = request.path_params["credit_code"]
        row = await direct.by_code(connection, code, personal=SEE_PERSONAL in caller.scopes)
    if row is None:
        raise NotFound("未查到该统一社会信用代码对应的企业")
    return _json(_view(row))

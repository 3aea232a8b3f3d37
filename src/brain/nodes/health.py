"""`/health` for people and balancers, `/metrics` for Prometheus."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest, multiprocess
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from brain.kit.clock import ClockCheck
from brain.kit.node import CurrentNode, Node
from brain.kit.schemas import Schema
from brain.nodes.migrations import newest_revision
from brain.nodes.settings import metrics_folder

router = APIRouter(tags=["运行状态"])


class ClockView(Schema):
    """`unknown`：校时服务器不可达，时间未经核实。"""

    status: Literal["ok", "off", "unknown"]
    offset: float | None
    server: str | None
    checked_at: datetime
    problems: list[str]


class HealthView(Schema):
    status: Literal["ok", "degraded", "down"]
    database: Literal["ok", "unreachable"]
    migrations: Literal["current", "stale", "unknown"]
    clock: ClockView


async def _database(
    node: Node,
) -> tuple[Literal["ok", "unreachable"], Literal["current", "stale", "unknown"]]:
    try:
        async with node.database.transaction() as session:
            revision = await session.scalar(text("SELECT version_num FROM alembic_version"))
    except (SQLAlchemyError, OSError):
        return "unreachable", "unknown"
    return "ok", "current" if revision == newest_revision() else "stale"


@router.get("/health", response_model=HealthView, responses={503: {"model": HealthView}})
async def health(node: CurrentNode) -> JSONResponse:
    """数据库、迁移与时钟（附件 3 2.4 e）。数据库不可用时返回 503。"""
    database, migrations = await _database(node)
    clock = node.get(ClockCheck)
    good = migrations == "current" and clock.status == "ok"
    view = HealthView(
        status="down" if database != "ok" else "ok" if good else "degraded",
        database=database,
        migrations=migrations,
        clock=ClockView.model_validate(clock),
    )
    return JSONResponse(view.model_dump(mode="json", by_alias=True), 503 if view.status == "down" else 200)


@router.get("/metrics", include_in_schema=False)
def metrics(request: Request) -> Response:
    """Figures of this process, or of all worker processes where they share a folder."""
    if metrics_folder() is None:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # the library is untyped here
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

"""JSON shapes of the brain's side."""

from datetime import datetime
from typing import Any, Literal

from brain.kit.schemas import Schema


class FactoryServiceView(Schema):
    name: str
    version: str
    title: str
    title_en: str
    gives: str
    gives_en: str
    purpose: str | None
    calls: int
    factories: int
    last_at: datetime | None


class FactoryCallView(Schema):
    id: str
    factory_id: str
    factory: str
    service: str
    title: str
    title_en: str
    asked_by: str
    asked_at: datetime
    state: Literal["waiting", "done", "refused", "failed"]
    message: str | None
    finished_at: datetime | None


class AsyncApiView(Schema):
    """AsyncAPI 3.0."""

    asyncapi: str
    info: dict[str, Any]
    channels: dict[str, Any]
    operations: dict[str, Any]
    components: dict[str, Any]

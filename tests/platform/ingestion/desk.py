"""People at work on a data set of their own: one declares and imports, another confirms."""

from dataclasses import dataclass
from typing import Any

import httpx

from brain.platform.data_sets.service import building
from brain.platform.ingestion.service import running
from tests.conftest import RunningNode

CODE = "91370523EXAMP0001W"
HEADERS = "企业名称,产品,月份,产能（万条）,投产日期,联系手机,在产"
LINES = (
    '山东甲子轮胎有限公司,全钢胎,1,"1,200.5",2024-03-01,13812345678,是',
    "山东甲子轮胎有限公司,半钢胎,1,800,2023/5/6,13912345679,否",
    "没有的公司,半钢胎,2,70,20220101,13712345670,是",
)
ABOUT = {"title": "轮胎产能", "about": "每行是一家企业一种产品一个月的产能", "owner": "产业运营部"}
ONE = {"header": "产品", "name": "product", "title": "产品", "level": 1}
LAKE = "/api/data-sets"


@dataclass
class Desk:
    """Who works with the data set: the operator declares and imports, the reviewer confirms."""

    node: RunningNode
    operator: httpx.AsyncClient
    reviewer: httpx.AsyncClient
    source: int

    async def upload(self, *lines: str, headers: str = HEADERS) -> str:
        content = "\n".join([headers, *lines]).encode("gb18030")
        landed = await self.operator.post(
            "/api/ingestion/files", params={"name": "产能.csv"}, content=content
        )
        return str(landed.json()["digest"])

    async def declare(self, digest: str, **changes: Any) -> httpx.Response:
        proposal = (await self.operator.get(f"/api/ingestion/files/{digest}/proposal")).json()
        columns = [{"header": each["header"], **each["column"]} for each in proposal["columns"]]
        told = {
            **ABOUT, "tier": "base", "name": "tyre_capacity", "digest": digest, "columns": columns,
            "keys": ["enterprise_name", "product", "month"], "whole": False, "rules": [],
        }  # fmt: skip
        return await self.operator.post("/api/ingestion/data-sets", json=told | changes)

    async def deliver(self, digest: str, as_of: str = "2026-06-30") -> dict[str, Any]:
        """The import that came of it, done."""
        url, query = f"/api/ingestion/files/{digest}/preview", {"dataset": "base.tyre_capacity"}
        preview = (await self.operator.get(url, params=query)).json()
        plan = {
            "dataset": "base.tyre_capacity", "digest": digest, "mapping": preview["mapping"],
            "sourceId": self.source, "title": "产能调查", "asOf": as_of,
        }  # fmt: skip
        started = await self.operator.post("/api/ingestion/imports", json=plan)
        assert started.status_code == 202, started.text
        await running.run(self.node.node, started.json()["id"])
        await building.refresh(self.node.node)
        done: dict[str, Any] = (
            await self.operator.get(f"/api/ingestion/imports/{started.json()['id']}")
        ).json()
        return done

    async def one(self, client: httpx.AsyncClient | None = None) -> dict[str, Any]:
        found: dict[str, Any] = (await (client or self.reviewer).get(f"{LAKE}/base/tyre_capacity")).json()
        return found

    async def rows(self, *columns: str, client: httpx.AsyncClient | None = None) -> list[list[Any]]:
        statement = f"SELECT {', '.join(columns)} FROM base.tyre_capacity ORDER BY product DESC, month"
        answer = await (client or self.reviewer).post(f"{LAKE}/queries", json={"statement": statement})
        assert answer.status_code == 200, answer.text
        rows: list[list[Any]] = answer.json()["rows"]
        return rows

"""A factory, its brain, and an administrator somewhere else with a key."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from brain.kit import jws
from brain.kit.clock import now
from brain.kit.postgres import Server
from brain.platform.gateway_configuration.protocol import signing
from tests.conftest import RunningNode
from tests.link_sides import Sides, linked

HERE = "/api/gateway-configuration"
MANAGE = ("gateway_configuration.see", "gateway_configuration.manage")
HTTP_SOURCE = {"kind": "http_json", "url": "http://127.0.0.1:9/values"}


@dataclass
class Afar:
    sides: Sides
    owner: httpx.AsyncClient
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    async def registered(self) -> int:
        told = {"holder": "设备科长", "publicKey": jws.public_text(self.key)}
        added = await self.owner.post(f"{HERE}/keys", json=told)
        assert added.status_code == 201, added.text
        return int(added.json()["id"])

    async def draft(self) -> dict[str, Any]:
        found: dict[str, Any] = (await self.owner.get(f"{HERE}/draft")).json()
        return found

    async def signed(
        self, *changes: dict[str, Any], draft: dict[str, Any] | None = None, days: int = 7, begin: int = 0
    ) -> str:
        at = now() + timedelta(days=begin)
        wanted = signing.Wanted(
            changes=changes, author="设备科长", reason="按检修计划", valid_from=at - timedelta(minutes=1),
            valid_until=at + timedelta(days=days),
        )  # fmt: skip
        return signing.signed(draft or await self.draft(), wanted, self.key)

    async def brought(self, document: str) -> httpx.Response:
        return await self.owner.post(HERE, json={"document": document})


@pytest.fixture
async def afar(postgres: Server, tmp_path: Path, brain_node: RunningNode) -> AsyncIterator[Afar]:
    async with linked(postgres, tmp_path, brain_node) as sides:
        await sides.confirmed()
        yield Afar(sides, await sides.gateway.person(*MANAGE, "shop_floor.see", "shop_floor.configure"))

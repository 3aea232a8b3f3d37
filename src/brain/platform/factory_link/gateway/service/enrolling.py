"""Joining a brain and leaving it: what the factory decides."""

from typing import Final
from urllib.parse import urlsplit

import httpx
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.factory_link.gateway.adapters import brain_client
from brain.platform.factory_link.gateway.adapters.brain_client import BrainClient
from brain.platform.factory_link.gateway.contract import BrainReach, LinkConfirmed
from brain.platform.factory_link.gateway.domain import acts
from brain.platform.factory_link.gateway.models import LinkRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.protocol import signing
from brain.platform.factory_link.protocol.messages import EnrolmentRequest, NewKey
from brain.platform.shop_floor.service import history

READER: Final = "brain_link"


async def enrol(session: AsyncSession, node: Node, url: str, code: str, by: str) -> LinkRow:
    """Raises Conflict where a link stands, BrainRefused for a wrong code, BrainNotReached."""
    if await links.current(session, lock=True) is not None:
        raise Conflict("已有与大脑的链接：要换一个大脑，请先断开")
    if node.organisation_code is None:
        raise Invalid("本网关没有企业的统一社会信用代码：请设置 BRAIN_NODE__ORGANISATION_CODE")
    url = _address(url)
    key = signing.new_key()
    told = EnrolmentRequest(
        code=code,
        credit_code=node.organisation_code,
        title=node.title,
        public_key=signing.public_text(key),
        version=node.get(BrainReach).version,
    )
    async with node.get(BrainReach).client() as http:
        answer = await brain_client.enrol(http, url, told, key)
    link = LinkRow(
        id=answer.link,
        url=url,
        brain=answer.brain,
        brain_code=answer.brain_code,
        brain_key=answer.public_key,
        sealed_key=node.secrets.seal(_sealed_as(answer.link), signing.private_bytes(key)),
        key_since=now(),
        check_number=signing.check_number(told.public_key, answer.public_key, _letters(code)),
        state="claimed",
        enrolled_by=by,
        enrolled_at=now(),
        brain_state="claimed",
    )
    session.add(link)
    await session.flush()
    await links.touch(session, link.id)
    await history.start_at_newest(session, READER)
    await _record(session, link, acts.ENROLLED, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"与“{link.brain}”核对登记：核对号 {link.check_number}",
            title_en=f"Compare the check number {link.check_number} with “{link.brain}”",
            body="与大脑的运营人员电话核对，一致才确认",
            link="/brain-link",
            scope="brain_link.consent",
            key=_todo(link),
        ),
    )
    return link


def _address(url: str) -> str:
    told = urlsplit(url.strip())
    if told.scheme not in ("http", "https") or not told.hostname or told.username or told.query:
        raise Invalid("大脑的地址有误", [{"loc": "/body/url", "message": "应如 https://brain.example.cn"}])
    return f"{told.scheme}://{told.netloc}{told.path.rstrip('/')}"


def _letters(code: str) -> str:
    """As the brain compares it."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


async def standing(session: AsyncSession) -> LinkRow | None:
    """The link that has not ended."""
    return await links.current(session)


async def confirm(session: AsyncSession, by: str) -> LinkRow:
    """The owner has compared the number. Nothing leaves before this and a consent."""
    link = await _standing(session)
    if link.confirmed_at is not None:
        return link
    link.state, link.confirmed_by, link.confirmed_at = "confirmed", by, now()
    await _record(session, link, acts.CONFIRMED, by)
    await announce(session, Settled(key=_todo(link)))
    await announce(session, LinkConfirmed())
    return link


async def leave(session: AsyncSession, by: str, reason: str) -> LinkRow:
    """Nothing leaves from now on; the key is destroyed."""
    link = await _standing(session)
    link.state, link.reason = "left", reason
    link.sealed_key, link.next_sealed_key = b"", None
    await history.forget_reader(session, READER)
    await _record(session, link, acts.LEFT, by, reason)
    await announce(session, Settled(key=_todo(link)))
    return link


async def _standing(session: AsyncSession) -> LinkRow:
    link = await links.current(session, lock=True)
    if link is None:
        raise Conflict("还没有与大脑的链接")
    return link


def client_of(node: Node, link: LinkRow, http: httpx.AsyncClient, *, new: bool = False) -> BrainClient:
    """`new`: with the key that is to take the place of the present one."""
    sealed = link.next_sealed_key if new and link.next_sealed_key else link.sealed_key
    key = signing.private_key(node.secrets.open(_sealed_as(link.id), sealed))
    return BrainClient(http, link.url, link.id, key, link.brain_key)


async def change_key(node: Node) -> None:
    """The new key is kept before the brain hears of it: whatever is lost on the way, one of both fits."""
    async with node.database.transaction() as session:
        link = await _standing(session)
        if link.next_sealed_key is None:
            raw = signing.private_bytes(signing.new_key())
            link.next_sealed_key = node.secrets.seal(_sealed_as(link.id), raw)
    async with node.get(BrainReach).client() as http:
        new = client_of(node, link, http, new=True)
        told = NewKey(
            public_key=signing.public_text(new.key),
            proof=signing.proof(new.key, f"{link.id}\n{signing.public_text(new.key)}".encode()),
        )
        await client_of(node, link, http).new_key(told)
        await new.position()
    async with node.database.transaction() as session:
        link = await _standing(session)
        if link.next_sealed_key is not None:
            link.sealed_key, link.next_sealed_key, link.key_since = link.next_sealed_key, None, now()
            await _record(session, link, acts.KEY_CHANGED, "system")


def _sealed_as(link_id: str) -> str:
    return f"brain_link.{link_id}"


def _todo(link: LinkRow) -> str:
    return f"brain_link.{link.id}"


async def _record(session: AsyncSession, link: LinkRow, act: Act, by: str, reason: str = "") -> None:
    details = {"url": link.url} | ({"reason": reason} if reason else {})
    await announce(session, Recorded(act=act, target=link.id, title=link.brain, actor=by, details=details))

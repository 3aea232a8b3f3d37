"""Lets a signed call in: token, client, rate, interface class, scene, user, signature, in this order."""

from collections.abc import Mapping
from dataclasses import dataclass
from re import compile as pattern

from brain.kit.clock import now
from brain.kit.errors import Refusal, TooMany
from brain.kit.node import Node
from brain.platform.exchange import protocol
from brain.platform.exchange.codes import BadSignature, BadToken
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.server.domain.admission import Client, check_rate, check_timestamp, window_of
from brain.platform.exchange.server.queries import admission as queries
from brain.platform.exchange.server.service import alarms, tokens
from brain.platform.exchange.signature import ALGORITHMS, DEFAULT_ALGORITHM, Signed

NONCE = pattern(r"^[A-Za-z0-9._-]{16,64}$")
DIGEST = pattern(r"^[0-9a-f]{64}$")
SIGNATURE = pattern(r"^[0-9a-f]{64}$")
TIMESTAMP = pattern(r"^[0-9]{13}$")
REQUIRED = (
    (protocol.TIMESTAMP_HEADER, TIMESTAMP),
    (protocol.NONCE_HEADER, NONCE),
    (protocol.DIGEST_HEADER, DIGEST),
    (protocol.SIGNATURE_HEADER, SIGNATURE),
)


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A call at the door. `headers` by lower-case name; `weight` is how many calls it counts as."""

    method: str
    target: str
    address: str
    headers: Mapping[str, str]
    interface_class: InterfaceClass | None
    scene: str | None
    weight: int = 1

    def header(self, name: str) -> str | None:
        return self.headers.get(name.lower())


@dataclass(frozen=True, kw_only=True)
class Admitted:
    """Who calls; `digest` is what the body must have."""

    client: Client
    scene: str | None
    user: str | None
    digest: str


async def admit(node: Node, arrival: Arrival) -> Admitted:
    """The caller, or the refusal of the first level that says no."""
    at = now()
    token = tokens.unseal(node, _bearer(arrival))
    signed, signature, algorithm = _signature(arrival)
    refused: Refusal
    async with node.database.reading() as connection:
        values = {"id": token.client_id, "nonce": signed.nonce, "token": token.id}
        counting = {"window": window_of(at), "weight": arrival.weight}
        admission = await queries.admit(connection, {**values, **counting}, at)
        if admission is None:
            raise BadToken("访问令牌所属的标识码已不存在")
    client = admission.client
    try:
        client.check_token(token.generation, revoked=admission.revoked)
        client.check_open(arrival.address, at)
        check_rate(client, admission.calls, at)
        user = _check_levels(arrival, client, frozenset(token.scopes))
        _check_signature(node, signed, signature, algorithm, admission)
        check_timestamp(signed.timestamp, at)
        if not admission.fresh:
            raise BadSignature("随机串已使用过，请求疑似重放")
    except (TooMany, BadSignature) as refusal:
        refused = refusal
    else:
        return Admitted(client=client, scene=arrival.scene, user=user, digest=signed.digest)
    await alarms.count(node, client, refused, at)
    raise refused


def _bearer(arrival: Arrival) -> str:
    scheme, _, text = (arrival.header("Authorization") or "").partition(" ")
    if scheme.lower() != "bearer" or not text.strip():
        raise BadToken("缺少访问令牌", missing=True)
    return text.strip()


def _signature(arrival: Arrival) -> tuple[Signed, str, str]:
    missing = [name for name, _ in REQUIRED if not arrival.header(name)]
    if missing:
        raise BadSignature(f"缺少验签参数：{'、'.join(missing)}")
    malformed = [name for name, shape in REQUIRED if not shape.match(arrival.header(name) or "")]
    if malformed:
        raise BadSignature(f"验签参数格式不正确：{'、'.join(malformed)}")
    algorithm = arrival.header(protocol.ALGORITHM_HEADER) or DEFAULT_ALGORITHM
    if algorithm not in ALGORITHMS:
        raise BadSignature(f"不支持的签名算法：{algorithm}")
    signed = Signed(
        method=arrival.method,
        target=arrival.target,
        timestamp=int(arrival.headers[protocol.TIMESTAMP_HEADER.lower()]),
        nonce=arrival.headers[protocol.NONCE_HEADER.lower()],
        digest=arrival.headers[protocol.DIGEST_HEADER.lower()],
    )
    return signed, arrival.headers[protocol.SIGNATURE_HEADER.lower()], algorithm


def _check_levels(arrival: Arrival, client: Client, token_scopes: frozenset[str]) -> str | None:
    if arrival.interface_class is not None:
        client.check_class(arrival.interface_class, token_scopes)
    if arrival.scene is not None:
        client.check_scene(arrival.scene)
    user = arrival.header(protocol.USER_HEADER)
    client.check_user(user)
    return user


def _check_signature(
    node: Node, signed: Signed, signature: str, algorithm: str, admission: queries.Admission
) -> None:
    keys = (node.secrets.open(key_name(admission.client.id), key).decode() for key in admission.sealed_keys)
    if not any(signed.carries(signature, key, algorithm) for key in keys):
        raise BadSignature("签名不正确")


def key_name(client_id: str) -> str:
    """Under which name a client's sign key is sealed."""
    return f"exchange.sign_key/{client_id}"

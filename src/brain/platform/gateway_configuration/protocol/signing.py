"""On the administrator's own computer: a configuration is written and signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from brain.kit import jws
from brain.kit.errors import Invalid
from brain.platform.gateway_configuration.protocol.documents import TYPE, content, gateway_number
from brain.platform.gateway_configuration.protocol.sealing import seal


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to change, why, who says so, and when it may be applied. `secret`s of changes in clear."""

    changes: Sequence[Mapping[str, Any]]
    author: str
    reason: str
    valid_from: datetime
    valid_until: datetime


def signed(draft: Mapping[str, Any], wanted: Wanted, key: Ed25519PrivateKey) -> str:
    """`draft` as the gateway gave it, to which secrets are sealed. Raises Invalid, naming the place."""
    try:
        gateway, number, sealing_key = draft["gateway"], draft["number"], draft["sealingKey"]
        told = {
            "format": draft["format"],
            "gateway": gateway,
            "creditCode": draft["creditCode"],
            "number": number,
            "base": draft["base"],
        }
    except KeyError as missing:
        raise Invalid(f"底稿里没有 {missing}：请从网关的“远程配置”重新下载") from missing
    if gateway_number(str(sealing_key)) != gateway:
        raise Invalid("底稿里的加密公钥不是这台网关的：途中可能有人换过，请重新下载")

    def sealed(change: Mapping[str, Any]) -> dict[str, Any]:
        if not change.get("secret"):
            return dict(change)
        secret = seal(str(change["secret"]), str(sealing_key), gateway, number, str(change.get("name")))
        return {**change, "secret": secret}

    configuration = told | {
        "validFrom": wanted.valid_from.isoformat(),
        "validUntil": wanted.valid_until.isoformat(),
        "author": wanted.author,
        "reason": wanted.reason,
        "changes": [sealed(each) for each in wanted.changes],
    }
    read = content(configuration).model_dump(mode="json", by_alias=True, exclude_unset=True)
    return jws.signed(read, key, TYPE)

"""A service that a brain offers to factories: typed, asked for by a letter, answered when it is done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from brain.kit.node import Node
from brain.kit.schemas import Schema


@dataclass(frozen=True, kw_only=True)
class Asked:
    """By whom and for what. `request` is of the service's own shape; `call`, a UUID, is the same however
    often it runs: by it, what a service changes is changed once."""

    call: str
    factory_id: str
    credit_code: str
    title: str
    by: str
    request: Any


@dataclass(frozen=True, kw_only=True)
class Service:
    """`name` is `<room>.<verb>`. `purpose`: to what a factory must have consented, None where none of its
    data is used; `quantities`: which of its figures then count. `gives`: what the factory gets, in words for
    its owner. `run` raises Refusal for what it will not do; it may run more than once."""

    name: str
    version: str
    title: str
    title_en: str
    gives: str
    gives_en: str
    purpose: str | None
    quantities: tuple[str, ...] = ()
    request: type[Schema]
    result: type[Schema]
    run: Callable[[Node, Asked], Awaitable[Schema]]
    repeatable: bool = True  # calling it regularly makes sense

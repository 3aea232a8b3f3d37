"""What a room hands to the assembly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fastapi import APIRouter

from brain.kit.acts import Act
from brain.kit.datasets import DataSet
from brain.kit.events import Event, Listener
from brain.kit.evidence import Evidence
from brain.kit.jobs import Job
from brain.kit.node_kind import NodeKind
from brain.kit.services import Service
from brain.kit.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A right, `<room>.<verb>`, and the roles that hold it on a new installation."""

    name: str
    title: str
    title_en: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """An entry of the menu, shown to those who hold any of `scopes`."""

    group: str
    name: str
    title: str
    title_en: str
    path: str
    icon: str
    scopes: tuple[str, ...]
    order: int = 100


@dataclass(frozen=True, kw_only=True)
class Room:
    name: str
    title: str
    title_en: str
    nodes: tuple[NodeKind, ...] = ("capability_centre", "industry_brain", "factory_gateway")
    routers: Sequence[APIRouter] = ()
    jobs: Sequence[Job] = ()
    standing: Sequence[Standing] = ()
    scopes: Sequence[Scope] = ()
    menu: Sequence[MenuItem] = ()
    acts: Sequence[Act] = ()
    evidence: Sequence[Evidence] = ()
    datasets: Sequence[DataSet] = ()
    services: Sequence[Service] = ()
    listeners: Mapping[type[Event], Sequence[Listener]] = field(default_factory=dict)

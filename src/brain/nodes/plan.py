"""What `brain up` runs and where it listens: a centre, a brain, factories, each with its own settings."""

import socket
from dataclasses import dataclass
from pathlib import Path

from brain.kit.node_kind import NodeKind
from brain.kit.postgres import Server
from brain.nodes.settings import (
    DatabaseSettings,
    ExchangeSettings,
    HttpSettings,
    LakeSettings,
    LogSettings,
    NodeSettings,
    Settings,
)

CENTRE_AND_BRAIN: tuple[NodeKind, ...] = ("capability_centre", "industry_brain")


def port_in_use(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host, port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True, kw_only=True)
class Factory:
    """A demonstration factory: its gateway, and the simulated plant whose machines it collects from."""

    name: str
    title: str
    title_en: str
    credit_code: str
    layout: str
    port: int

    @property
    def opc_ua_port(self) -> int:
        """The same at every start: the gateway remembers where its machines are."""
        return self.port + 1000

    @property
    def mqtt_port(self) -> int:
        return self.port + 2000

    @property
    def modbus_port(self) -> int:
        return self.port + 3000

    @property
    def ports(self) -> tuple[int, ...]:
        return self.port, self.opc_ua_port, self.mqtt_port, self.modbus_port


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Where the demonstration lives and listens. `sample_data` marks every page 示例数据."""

    folder: Path
    centre_port: int
    brain_port: int
    sample_data: bool
    host: str = "127.0.0.1"
    web_workers: int = 1
    factories: tuple[Factory, ...] = ()

    @property
    def ports(self) -> list[int]:
        return [
            self.centre_port,
            self.brain_port,
            *(port for each in self.factories for port in each.ports),
        ]

    def mes_of(self, factory: Factory) -> Path:
        """Where the plant's MES keeps its records: in the folder that the factory's gateway may read from."""
        return self.folder / factory.name / "inbox" / "mes.sqlite"

    @property
    def names(self) -> list[str]:
        """Of the nodes, each of which has a folder and a PostgreSQL of this name."""
        return [*CENTRE_AND_BRAIN, *(each.name for each in self.factories)]


def node_settings(plan: Plan, kind: NodeKind, server: Server, engine: str | None = None) -> Settings:
    centre = kind == "capability_centre"
    return Settings(
        node=NodeSettings(
            kind=kind,
            name=kind,
            title="山东省产业大脑能力中心" if centre else "轮胎橡胶产业大脑",
            title_en="Shandong Industry Brain Capability Centre"
            if centre
            else "Tyre and Rubber Industry Brain",
            sample_data=plan.sample_data,
        ),
        folder=plan.folder / kind,
        database=DatabaseSettings(
            dsn=server.dsn(kind), sandbox_dsn=server.dsn(f"{kind}_sandbox") if centre else None
        ),
        http=HttpSettings(
            host=plan.host, port=plan.centre_port if centre else plan.brain_port, workers=plan.web_workers
        ),
        exchange=ExchangeSettings(
            centre_url=None if centre else f"http://{plan.host}:{plan.centre_port}",
        ),
        lake=LakeSettings(engine=engine),
        log=LogSettings(),
    )


def gateway_settings(plan: Plan, factory: Factory, server: Server) -> Settings:
    return Settings(
        node=NodeSettings(
            kind="factory_gateway",
            name=factory.name,
            title=factory.title,
            title_en=factory.title_en,
            sample_data=True,
            organisation_code=factory.credit_code,
        ),
        folder=plan.folder / factory.name,
        database=DatabaseSettings(dsn=server.dsn(factory.name)),
        http=HttpSettings(host=plan.host, port=factory.port),
        log=LogSettings(),
    )


def settings_of(plan: Plan, name: str, server: Server, engine: str | None = None) -> Settings:
    """Of the node of this name."""
    for factory in plan.factories:
        if factory.name == name:
            return gateway_settings(plan, factory, server)
    kind = next(kind for kind in CENTRE_AND_BRAIN if kind == name)
    return node_settings(plan, kind, server, engine)

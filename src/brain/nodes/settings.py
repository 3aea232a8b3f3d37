"""The only reader of the environment: `BRAIN_<ROOM>__<FIELD>`."""

import os
from ipaddress import ip_network
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from brain.kit.errors import Invalid
from brain.kit.node_kind import NodeKind
from brain.reference.credit_code import CreditCode


class NodeSettings(BaseModel):
    """Who this node is; `sample_data` puts 示例数据 on every page, `map_approval` is its maps' 审图号.

    `organisation_code` is the credit code of whoever runs it: data sets get their identifiers from it.
    """

    kind: NodeKind
    name: str = Field(pattern=r"^[a-z][a-z0-9_]{1,40}$")
    title: str
    title_en: str
    sample_data: bool = False
    map_approval: str | None = None
    organisation_code: str | None = None

    @field_validator("organisation_code")
    @classmethod
    def _is_credit_code(cls, told: str | None) -> str | None:
        if told is None:
            return None
        try:
            code = CreditCode(told)
        except Invalid as refusal:
            raise ValueError(f"BRAIN_NODE__ORGANISATION_CODE：{refusal.message}") from refusal
        if not code.check_digit_holds:
            raise ValueError(
                f"BRAIN_NODE__ORGANISATION_CODE“{told}”的校验码不对（GB 32100-2015）：请核对各位"
            )
        return str(code)


class DatabaseSettings(BaseModel):
    """Any PostgreSQL ≥ 15 by DSN. `sandbox_dsn` is the database of the joint test (annex 3, 2.4 b)."""

    dsn: str
    sandbox_dsn: str | None = None
    pool_size: int = Field(default=8, ge=2, le=100)


class HttpSettings(BaseModel):
    """`proxies` are our own reverse proxies, as addresses or networks: only theirs are X-Forwarded-For
    and X-Forwarded-Proto believed, on which limits by address, audit and secure cookies rest."""

    host: str = "127.0.0.1"
    port: int = Field(ge=1, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    proxies: tuple[str, ...] = ()

    @field_validator("proxies")
    @classmethod
    def _are_networks(cls, proxies: tuple[str, ...]) -> tuple[str, ...]:
        for proxy in proxies:
            try:
                ip_network(proxy)
            except ValueError as error:
                raise ValueError(
                    f"BRAIN_HTTP__PROXIES 中的“{proxy}”不是 IP 地址或网段，应如 10.0.0.5 或 10.0.0.0/24"
                ) from error
        return proxies


class ExchangeSettings(BaseModel):
    """`centre_url` and `proxy` are the client's; a brain only ever calls outward (annex 3, 2.4 f)."""

    centre_url: str | None = None
    proxy: str | None = None
    ntp_servers: tuple[str, ...] = ("ntp.ntsc.ac.cn", "cn.ntp.org.cn", "ntp.aliyun.com")
    largest_body: int = Field(default=10 * 1024 * 1024, ge=1024)


class LakeSettings(BaseModel):
    """`engine` is a Spark Connect endpoint, `sc://host:port`: Sail or Apache Spark. It must reach `folder`
    (the node's own `lake` unless told) by the same path."""

    engine: str | None = Field(default=None, pattern=r"^sc://")
    folder: Path | None = None


class IngestionSettings(BaseModel):
    """What collections may touch: `folders` of this machine, and `hosts` that are not on the public internet,
    as names, addresses or networks."""

    folders: tuple[Path, ...] = ()
    hosts: tuple[str, ...] = ()


class OperationsSettings(BaseModel):
    """`folders` of this machine in which a gateway may read files of business systems, beside its own
    `inbox`."""

    folders: tuple[Path, ...] = ()


class LanguageModelSettings(BaseModel):
    """An OpenAI-compatible interface for grading (`url` up to `…/v1`); off unless both `url` and `model` are
    told."""

    url: str | None = Field(default=None, pattern=r"^https?://[^\s@?#]+$")
    model: str | None = Field(default=None, min_length=1, max_length=200)
    key: str | None = Field(default=None, repr=False)


class OpenLineageSettings(BaseModel):
    """Where events of lineage are sent (`url` up to before `/api/v1/lineage`); off unless it is told.
    `namespace` is this node's in every event, `brain://` and its name unless told."""

    url: str | None = Field(default=None, pattern=r"^https?://[^\s@?#]+$")
    key: str | None = Field(default=None, pattern=r"^[\x21-\x7e]+$", repr=False)
    namespace: str | None = Field(default=None, pattern=r"^[^\s@?#]+$", max_length=200)


class UpgradeSettings(BaseModel):
    """`root`: the folder of a gateway's two slots; its supervisor tells. A new release is kept once all was
    well for `trial` seconds without a break; it has `window` seconds for it."""

    root: Path | None = None
    trial: float = Field(default=300.0, gt=0)
    window: float = Field(default=1800.0, gt=0)


class LogSettings(BaseModel):
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    human: bool = False


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BRAIN_", env_nested_delimiter="__", extra="ignore")

    node: NodeSettings
    folder: Path
    database: DatabaseSettings
    http: HttpSettings
    exchange: ExchangeSettings = ExchangeSettings()
    lake: LakeSettings = LakeSettings()
    ingestion: IngestionSettings = IngestionSettings()
    operations: OperationsSettings = OperationsSettings()
    language_model: LanguageModelSettings = LanguageModelSettings()
    open_lineage: OpenLineageSettings = OpenLineageSettings()
    upgrade: UpgradeSettings = UpgradeSettings()
    log: LogSettings = LogSettings()

    def environment(self) -> dict[str, str]:
        """The same settings as variables, for a child process."""
        found = dict(os.environ)
        for section, values in self.model_dump(mode="json").items():
            if not isinstance(values, dict):
                found[f"BRAIN_{section}".upper()] = str(values)
                continue
            for name, value in values.items():
                if value is not None:
                    text = value if isinstance(value, str) else _as_text(value)
                    found[f"BRAIN_{section}__{name}".upper()] = text
        return found


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ",".join(f'"{item}"' for item in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def open_lineage_url() -> str | None:
    """The endpoint of the environment, for `brain doctor`, which needs no other setting of it."""
    return os.environ.get("BRAIN_OPEN_LINEAGE__URL") or None


def telemetry_wanted() -> bool:
    """OpenTelemetry is on when its standard variables name an exporter."""
    return bool(
        os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or os.environ.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    )


def metrics_folder() -> str | None:
    """Where worker processes of one node share their Prometheus figures."""
    return os.environ.get("PROMETHEUS_MULTIPROC_DIR")

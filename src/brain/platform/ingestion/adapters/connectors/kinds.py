"""All kinds of connectors: their settings as one shape, and the connector for settings."""

from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter

from brain.platform.ingestion.adapters.connectors.extract import Connector
from brain.platform.ingestion.adapters.connectors.folder import FolderConnector, FolderSettings
from brain.platform.ingestion.adapters.connectors.kafka import KafkaConnector, KafkaSettings
from brain.platform.ingestion.adapters.connectors.mqtt import MqttConnector, MqttSettings
from brain.platform.ingestion.adapters.connectors.pages import PagesConnector, PagesSettings
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.connectors.rest import RestConnector, RestSettings
from brain.platform.ingestion.adapters.connectors.s3 import S3Connector, S3Settings
from brain.platform.ingestion.adapters.connectors.sftp import SftpConnector, SftpSettings
from brain.platform.ingestion.adapters.connectors.shared import SharedConnector, SharedSettings
from brain.platform.ingestion.adapters.connectors.sql import SqlConnector, SqlSettings
from brain.platform.ingestion.adapters.connectors.web import WebConnector, WebSettings
from brain.platform.ingestion.domain.collecting import Cursor

Settings = Annotated[
    FolderSettings
    | SqlSettings
    | RestSettings
    | SftpSettings
    | S3Settings
    | WebSettings
    | SharedSettings
    | MqttSettings
    | KafkaSettings
    | PagesSettings,
    Field(discriminator="kind"),
]
_SETTINGS: Final = TypeAdapter[Settings](Settings)


def read(settings: dict[str, Any]) -> Settings:
    return _SETTINGS.validate_python(settings)


def goes_on(before: Settings, after: Settings) -> bool:
    """Whether a cursor into what was read by the one is one into what is read by the other."""
    if isinstance(before, KafkaSettings) and isinstance(after, KafkaSettings):
        return after.goes_on_from(before)
    return before == after


def beginning(settings: Settings) -> Cursor:
    """The cursor before all that the source still holds."""
    return settings.beginning() if isinstance(settings, KafkaSettings) else {}


def connect(
    settings: Settings, secret: str | None, reach: Reach, *, journal: Path | None = None
) -> Connector:
    """`journal`: where messages wait for landing; None for a trial, in which only the first rows matter."""
    sample = journal is None
    match settings:
        case SqlSettings():
            return SqlConnector(settings, secret, reach, sample=sample)
        case RestSettings():
            return RestConnector(settings, secret, reach, sample=sample)
        case PagesSettings():
            return PagesConnector(settings, reach, sample=sample)
        case SharedSettings():
            return SharedConnector(settings, secret, reach, sample=sample)
        case MqttSettings():
            return MqttConnector(settings, secret, reach, journal)
        case KafkaSettings():
            return KafkaConnector(settings, secret, reach, sample=sample)
        case _:
            return _of_files(settings, secret, reach)


def _of_files(
    settings: FolderSettings | SftpSettings | S3Settings | WebSettings, secret: str | None, reach: Reach
) -> Connector:
    match settings:
        case FolderSettings():
            return FolderConnector(settings, reach)
        case SftpSettings():
            return SftpConnector(settings, secret, reach)
        case S3Settings():
            return S3Connector(settings, secret, reach)
        case WebSettings():
            return WebConnector(settings, reach)

"""All kinds of connectors: their settings as one shape, and the connector for settings."""

from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter

from brain.platform.ingestion.adapters.connectors.extract import Connector
from brain.platform.ingestion.adapters.connectors.folder import FolderConnector, FolderSettings
from brain.platform.ingestion.adapters.connectors.mqtt import MqttConnector, MqttSettings
from brain.platform.ingestion.adapters.connectors.pages import PagesConnector, PagesSettings
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.connectors.rest import RestConnector, RestSettings
from brain.platform.ingestion.adapters.connectors.s3 import S3Connector, S3Settings
from brain.platform.ingestion.adapters.connectors.sftp import SftpConnector, SftpSettings
from brain.platform.ingestion.adapters.connectors.shared import SharedConnector, SharedSettings
from brain.platform.ingestion.adapters.connectors.sql import SqlConnector, SqlSettings
from brain.platform.ingestion.adapters.connectors.web import WebConnector, WebSettings

Settings = Annotated[
    FolderSettings
    | SqlSettings
    | RestSettings
    | SftpSettings
    | S3Settings
    | WebSettings
    | SharedSettings
    | MqttSettings
    | PagesSettings,
    Field(discriminator="kind"),
]
_SETTINGS: Final = TypeAdapter[Settings](Settings)


def read(settings: dict[str, Any]) -> Settings:
    return _SETTINGS.validate_python(settings)


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

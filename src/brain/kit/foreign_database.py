"""Databases of others, read only: PostgreSQL, MySQL or MariaDB, and files of SQLite."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import URL, Column, Engine, create_engine
from sqlalchemy.pool import NullPool

EngineName = Literal["postgresql", "mysql", "sqlite"]

_PATIENCE: Final = 15  # seconds to connect
PORTS: Final = {"postgresql": 5432, "mysql": 3306}
_DRIVERS: Final = {"postgresql": "postgresql+psycopg", "mysql": "mysql+pymysql"}


@dataclass(frozen=True, kw_only=True)
class ForeignDatabase:
    """`database`: its name, or the path of the file. `address`: what `host` was resolved to, if anybody did.
    `longest`: seconds that a statement may take."""

    engine: EngineName
    database: str
    host: str = ""
    port: int = 0
    address: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    longest: int = 3_600

    def opened(self) -> Engine:
        """Nothing is connected yet."""
        if self.engine == "sqlite":
            url = URL.create("sqlite", database=f"file:{self.database}", query={"mode": "ro", "uri": "true"})
            arguments = {"timeout": _PATIENCE, "check_same_thread": False}
            return create_engine(url, poolclass=NullPool, connect_args=arguments)
        address = self.address or self.host
        url = URL.create(
            _DRIVERS[self.engine],
            username=self.user,
            password=self.password,
            host=self.host if self.engine == "postgresql" else address,
            port=self.port,
            database=self.database,
        )
        return create_engine(url, poolclass=NullPool, connect_args=self._arguments())

    def _arguments(self) -> dict[str, Any]:
        if self.engine == "mysql":
            return {"connect_timeout": _PATIENCE, "read_timeout": self.longest, "local_infile": False}
        options = f"-c default_transaction_read_only=on -c statement_timeout={self.longest}s"
        told: dict[str, Any] = {"connect_timeout": _PATIENCE, "options": options}
        return told if self.address is None else told | {"hostaddr": self.address}


def as_json(value: Any) -> int | str:
    """Of a column that grows: where to go on, as JSON holds it."""
    return value if isinstance(value, int) else value.isoformat() if isinstance(value, date) else str(value)


def from_json(value: int | str, column: Column[Any]) -> Any:
    """What was kept as text, as the column's own type. Raises ValueError."""
    kind = column.type.python_type
    if isinstance(value, str) and issubclass(kind, date):
        return kind.fromisoformat(value)
    return kind(value)


def first_line(error: Exception) -> str:
    """What the database said, without SQLAlchemy's links; drivers do not repeat the password."""
    told: object = getattr(error, "orig", None) or error
    return next(iter(str(told).strip().splitlines()), type(error).__name__)[:300]

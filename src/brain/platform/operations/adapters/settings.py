"""How a business system is reached, and which of its columns tell which field."""

from pathlib import PurePath
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from brain.kit.errors import Invalid
from brain.kit.foreign_database import EngineName
from brain.kit.http import sentence
from brain.kit.schemas import Schema
from brain.platform.operations.domain.kinds import KINDS

Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Every = Annotated[int, Field(ge=1, le=86_400, description="隔几秒读一次")]


def _check_fields(kind: str, names: set[str]) -> None:
    if kind not in KINDS:
        raise ValueError(f"没有“{kind}”这类记录")
    if unknown := names - KINDS[kind].by_name.keys():
        raise ValueError(f"{KINDS[kind].title}没有字段 {'、'.join(sorted(unknown))}")


class ListTable(Schema):
    """另一张表里的多个值，例如批次的投料：一行一个。"""

    field: Name = Field(description="多值的字段，如 made_of")
    table: Name
    key_column: Name = Field(description="与编号相同的列")
    value_column: Name


class TableMapping(Schema):
    """一张表怎样读成一类记录。"""

    table: Name = Field(description="表或视图，可带模式名")
    record_kind: Name
    growing: Name = Field(description="只增不减的列：自增编号或更新时间")
    overlap: int = Field(60, ge=0, le=604_800, description="每次往回多读多少：更新时间为秒，编号为个")
    columns: dict[Name, Name] = Field(min_length=1, max_length=40, description="字段 → 列")
    constants: dict[Name, Name] = Field(default_factory=dict, max_length=40, description="字段 → 固定的值")
    lists: list[ListTable] = Field(default_factory=list, max_length=3)

    @model_validator(mode="after")
    def _is_known(self) -> Self:
        _check_fields(
            self.record_kind, {*self.columns, *self.constants, *(each.field for each in self.lists)}
        )
        if "key" not in self.columns:
            raise ValueError("须说明哪一列是编号")
        return self

    @property
    def place(self) -> str:
        """Where its position is kept; a new one when it is read in another way."""
        return f"{self.table}>{self.record_kind}>{self.growing}"


class DatabaseSettings(Schema):
    """业务系统的数据库，只读。"""

    kind: Literal["database"]
    engine: EngineName = Field(description="mysql 也用于 MariaDB")
    host: str = Field("", max_length=253, description="SQLite 不填")
    port: int | None = Field(None, ge=1, le=65535)
    database: Name = Field(description="库名；SQLite 为文件的绝对路径")
    user: str | None = Field(None, max_length=100)
    every: Every = 30
    tables: list[TableMapping] = Field(max_length=20)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.engine != "sqlite" and not (self.host and self.user):
            raise ValueError("须填写主机与用户")
        if self.engine == "sqlite" and not PurePath(self.database).is_absolute():
            raise ValueError("SQLite 须为文件的绝对路径")
        return self

    @property
    def destination(self) -> str:
        return f"{self.engine}://{self.user}@{self.host}:{self.port}/{self.database}"


class FolderSettings(Schema):
    """放 Excel 或 CSV 文件的目录：新的和改过的文件都读。"""

    kind: Literal["folder"]
    folder: Name = Field(description="绝对路径")
    pattern: Name = Field("*.xlsx", description="文件名的通配符，如 订单*.csv")
    every: Every = 60
    record_kind: Name
    columns: dict[Name, Name] = Field(
        default_factory=dict, max_length=40, description="字段 → 表头；不填则按名称认"
    )

    @model_validator(mode="after")
    def _is_known(self) -> Self:
        _check_fields(self.record_kind, set(self.columns))
        if not PurePath(self.folder).is_absolute():
            raise ValueError("须为目录的绝对路径")
        return self

    @property
    def destination(self) -> str:
        return self.folder


Settings = Annotated[DatabaseSettings | FolderSettings, Field(discriminator="kind")]
_READER: Final[TypeAdapter[DatabaseSettings | FolderSettings]] = TypeAdapter(Settings)


def read(told: dict[str, Any]) -> DatabaseSettings | FolderSettings:
    """Raises Invalid."""
    try:
        return _READER.validate_python(told)
    except ValidationError as error:
        fields = [
            {"loc": "/body/settings/" + "/".join(map(str, each["loc"][1:])), "message": sentence(each)}
            for each in error.errors()
        ]
        raise Invalid("业务系统的设置有误", fields) from error  # type: ignore[arg-type]

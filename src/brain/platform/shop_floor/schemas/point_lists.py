"""JSON shapes of lists of points."""

from datetime import datetime

from pydantic import Field

from brain.kit.schemas import Schema


class PointFieldChange(Schema):
    name: str
    before: str
    after: str


class PointListRow(Schema):
    """`changes` 空为新测点。"""

    row: int = Field(description="文件中的行号")
    number: int | None
    code: str
    title: str
    source: str | None
    changes: list[PointFieldChange]


class RefusedCellView(Schema):
    cell: str = Field(description="单元格，如 D12")
    problem: str


class PointListPreview(Schema):
    mark: str = Field(description="导入时以 mark 传回")
    added: int
    changed: int
    unchanged: int
    refused: int
    rows: list[PointListRow] = Field(description="新的与改动的，至多 200 条")
    refused_cells: list[RefusedCellView] = Field(description="至多 200 个")


class PointImportView(Schema):
    id: int
    name: str
    added: int
    changed: int
    unchanged: int
    refused: int
    by: str
    at: datetime
    undone_by: str | None
    undone_at: datetime | None


class UndonePointImport(PointImportView):
    left: int = Field(description="其后又有人改过、保持现状的测点数")

"""JSON shapes of shells and name plates."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from brain.kit.schemas import Schema, without_null

PlateLine = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120),
    AfterValidator(without_null),
]
PlateVersion = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), AfterValidator(without_null)
]
ProductUri = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=1_000,
        pattern=r"^(https?://[^\s<>\"{}|\\^`]+|urn:[a-zA-Z0-9][^\s]+)$",
    ),
    AfterValidator(without_null),
]


class PlateShape(Schema):
    """没有告知的不填，导出时也没有。"""

    maker: PlateLine | None = Field(None, description="制造商")
    designation: PlateLine | None = Field(None, description="产品名称")
    family: PlateLine | None = Field(None, description="产品系列")
    model: PlateLine | None = Field(None, description="型号")
    order_code: PlateLine | None = Field(None, description="订货号")
    article_number: PlateLine | None = Field(None, description="物料号")
    serial: PlateLine | None = Field(None, description="出厂编号")
    year: int | None = Field(None, ge=1800, le=9999, description="制造年份")
    made_on: date | None = Field(None, description="制造日期")
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None = Field(
        None, description="原产国（ISO 3166-1 两位代码）"
    )
    hardware: PlateVersion | None = Field(None, description="硬件版本")
    firmware: PlateVersion | None = Field(None, description="固件版本")
    software: PlateVersion | None = Field(None, description="软件版本")
    product_uri: ProductUri | None = Field(None, description="这一台设备的产品链接（IEC 61406），全球唯一")


class ToldPlateView(PlateShape):
    id: int
    told_by: str
    told_at: datetime


class ShellContentsView(Schema):
    code: str
    title: str
    plate: PlateShape
    asset: str = Field(description="资产的全球标识")
    shells: int = Field(description="导出时有几个壳")
    points: int = Field(description="带上的测点数")
    withheld: int = Field(description="不带上的 4 级测点数：不出厂")

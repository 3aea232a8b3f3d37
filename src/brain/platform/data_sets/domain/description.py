"""The record of a data set in the catalogue of NDI-TR-2025-06: what the platform knows, what people say."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from typing import Any, Final, Literal

from brain.kit.datasets import DataSet, Derived, Gathered
from brain.kit.errors import FieldError, Invalid, NotFound
from brain.reference.industry import SHIPPED, IndustryCode
from brain.reference.region import GAZETTEER

CODES: Final[dict[str, Any]] = json.loads(
    (files("brain.platform.data_sets.domain") / "catalogue_codes.json").read_text(encoding="utf-8")
)
TABLES: Final[dict[str, dict[str, list[str]]]] = CODES["tables"]
FORMATS: Final = "Parquet、CSV、XLSX、Arrow"

Value = str | int | None


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What only people can say; empty where nobody has said it. Codes of the tables, of GB/T 4754 and
    GB/T 2260."""

    type: str = "D"
    industry: str | None = None
    region: str | None = None
    source: str | None = None
    delivery: str | None = "001"
    frequency: str | None = None
    contact: str | None = None
    terms: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the platform knows: the newest version, if there is one, its score of 100, who provides it."""

    data_set: DataSet
    provider: str
    organisation: str | None
    inputs: Sequence[str] = ()
    version: int | None = None
    modified: datetime | None = None
    rows: int | None = None
    size: int | None = None
    score: float | None = None


@dataclass(frozen=True, kw_only=True)
class Field:
    """`needed` to be reviewed, or only to be registered; `table` of its codes; `declared` by people."""

    key: str
    title: str
    title_en: str
    needed: Literal["review", "registration"] | None = None
    declared: bool = False
    table: str | None = None


FIELDS: Final = (
    Field(key="name", title="名称", title_en="Name", needed="review"),
    Field(key="nameEn", title="英文名称", title_en="English name"),
    Field(key="description", title="摘要", title_en="Description", needed="review"),
    Field(key="type", title="类型", title_en="Type", needed="review", declared=True, table="type"),
    Field(key="version", title="版本", title_en="Version", needed="review"),
    Field(key="topicCategory", title="主题分类", title_en="Topic", needed="review", table="topic"),
    Field(
        key="industryCategory", title="行业分类", title_en="Industry", declared=True, table="industry",
    ),
    Field(
        key="region", title="覆盖区域", title_en="Region", needed="review", declared=True, table="region",
    ),
    Field(key="keywords", title="关键词", title_en="Keywords", declared=True),
    Field(key="provider", title="提供方", title_en="Provider", needed="review"),
    Field(
        key="providerCode", title="提供方统一社会信用代码", title_en="Provider's credit code",
        needed="registration",
    ),
    Field(key="contact", title="联系方式", title_en="Contact", needed="review", declared=True),
    Field(
        key="dataSource", title="数据来源", title_en="Data source", needed="review", declared=True,
        table="source",
    ),
    Field(
        key="deliveryMode", title="交付方式", title_en="Delivery", needed="review", declared=True,
        table="delivery",
    ),
    Field(
        key="updateFrequency", title="更新频率", title_en="Update frequency", needed="review",
        declared=True, table="frequency",
    ),
    Field(key="updateTime", title="更新时间", title_en="Updated at", needed="review"),
    Field(key="qualityLevel", title="质量等级", title_en="Quality", table="quality"),
    Field(
        key="securityLevel", title="安全级别", title_en="Security grade", needed="review",
        table="security",
    ),
    Field(key="format", title="格式", title_en="Format", needed="review"),
    Field(key="rows", title="行数", title_en="Rows"),
    Field(key="size", title="字节数", title_en="Bytes"),
    Field(key="columns", title="字段", title_en="Columns", needed="review"),
    Field(key="lineage", title="来源数据集", title_en="Derived from"),
    Field(key="usageTerms", title="使用条件", title_en="Terms of use", needed="review", declared=True),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A field and what it holds: a code or a text, None where it is missing."""

    field: Field
    value: Value


def record(known: Known, declared: Declared) -> list[Filled]:
    """All fields in their order."""
    told = _known(known) | _said(known, declared)
    return [Filled(field=field, value=told[field.key]) for field in FIELDS]


def missing(filled: Sequence[Filled], needed: Literal["review", "registration"]) -> list[Field]:
    """Registration needs what review needs, and more."""
    wanted = {"review"} if needed == "review" else {"review", "registration"}
    return [each.field for each in filled if each.field.needed in wanted and each.value is None]


def checked(declared: Declared) -> Declared:
    """With codes of industry and region in their own form. Raises Invalid for codes that no table has."""
    tidy: dict[str, str] = {}
    wrong: list[FieldError] = []
    for name in ("type", "source", "delivery", "frequency"):
        value = getattr(declared, name)
        if value is not None and value not in TABLES[name]:
            wrong.append({"loc": f"/body/{name}", "message": f"代码表没有“{value}”"})
    for name, coded in (("industry", IndustryCode), ("region", _region)):
        value = getattr(declared, name)
        try:
            tidy |= {name: str(coded(value))} if value is not None else {}
        except (Invalid, NotFound) as refusal:
            wrong.append({"loc": f"/body/{name}", "message": refusal.message})
    if wrong:
        raise Invalid("目录登记的数据项有误", wrong)
    return replace(declared, industry=tidy.get("industry"), region=tidy.get("region"))


def _region(code: str) -> str:
    return GAZETTEER.resolve(code).code


def industry_name(code: str) -> str:
    """Of the code itself, or of the deepest class above it that the shipped table names."""
    known = [each for each in IndustryCode(code).chain if each in SHIPPED.names]
    return SHIPPED.names[known[-1]]


def region_name(code: str) -> str:
    return GAZETTEER.full_name(GAZETTEER.resolve(code))


def text_of(filled: Filled) -> str | None:
    """In Chinese, as people read it."""
    return _text(filled, 0)


def english_of(filled: Filled) -> str | None:
    """Names of industries and regions have no English here."""
    return _text(filled, 1)


def _text(filled: Filled, language: Literal[0, 1]) -> str | None:
    value, table = filled.value, filled.field.table
    if value is None:
        return None
    if table == "industry":
        return f"{value} {industry_name(str(value))}"
    if table == "region":
        return f"{value} {region_name(str(value))}"
    return f"{value} {TABLES[table][str(value)][language]}" if table else str(value)


def _known(known: Known) -> dict[str, Value]:
    data_set = known.data_set
    level = f"{data_set.level:03}"
    return {
        "name": data_set.title,
        "nameEn": data_set.title_en,
        "description": data_set.about or None,
        "version": known.version,
        "topicCategory": CODES["topic_of_tier"][data_set.tier],
        "provider": known.provider,
        "providerCode": known.organisation,
        "updateTime": known.modified.isoformat() if known.modified else None,
        "qualityLevel": _quality(known.score),
        # Core data (level 6) have no code: they are not for circulation and stay out of the catalogue.
        "securityLevel": level if level in TABLES["security"] else None,
        "format": FORMATS,
        "rows": known.rows,
        "size": known.size,
        "columns": "、".join(f"{each.title}（{each.name}）" for each in data_set.columns),
        "lineage": "、".join(known.inputs) or None,
    }


def _said(known: Known, declared: Declared) -> dict[str, Value]:
    return {
        "type": declared.type,
        "industryCategory": declared.industry,
        "region": declared.region,
        "keywords": "、".join(declared.keywords) or None,
        "contact": declared.contact,
        "dataSource": declared.source or CODES["source_of_origin"][_origin(known.data_set)],
        "deliveryMode": declared.delivery,
        "updateFrequency": declared.frequency,
        "usageTerms": declared.terms,
    }


def _origin(data_set: DataSet) -> str:
    if isinstance(data_set.built, Derived):
        return "derived"
    return "gathered" if isinstance(data_set.built, Gathered) else "snapshot"


def _quality(score: float | None) -> str | None:
    if score is None:
        return None
    grades: dict[str, float] = CODES["quality_from"]
    return next(code for code, least in grades.items() if score >= least)

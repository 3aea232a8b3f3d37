"""JSON shapes: camelCase on the wire (annex 3, 2.3), snake_case inside; pages of a list."""

from typing import Annotated, Generic, Self, TypeVar

from fastapi import Depends, Query
from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

T = TypeVar("T")


class Schema(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        from_attributes=True,
        extra="forbid",
    )


class Page(Schema, Generic[T]):
    items: list[T]
    total: int
    page: int
    page_size: int


class Paging(Schema):
    """Which page of a list the caller wants."""

    page: int
    page_size: int

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.page_size

    @classmethod
    def of(
        cls,
        page: Annotated[int, Query(ge=1, le=100_000, description="页码，从 1 起")] = 1,
        page_size: Annotated[int, Query(alias="pageSize", ge=1, le=100, description="每页条数")] = 20,
    ) -> Self:
        return cls(page=page, page_size=page_size)


def without_null(text: str | None) -> str | None:
    """PostgreSQL keeps no NUL in text, and refuses a question that holds one."""
    if text is not None and "\0" in text:
        raise ValueError("含有不可见的字符")
    return text


Search = Annotated[
    str | None, Query(alias="q", max_length=100, description="查找的文字"), AfterValidator(without_null)
]
Sort = Annotated[str | None, Query(max_length=40, description="排序字段，前加 - 为降序")]
WantedPage = Annotated[Paging, Depends(Paging.of)]

"""Membership in many codes by one array parameter: thousands of single parameters are slow to parse."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Text, any_, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute


def among(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], codes: Iterable[str]
) -> ColumnElement[bool]:
    return column == any_(literal(list(codes), ARRAY(Text)))

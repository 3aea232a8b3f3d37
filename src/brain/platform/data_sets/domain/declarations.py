"""What a data set that a person declares must keep to."""

from collections.abc import Iterable
from typing import Final

from brain.kit.datasets import ORIGIN, DataSet, Gathered, Type
from brain.kit.errors import FieldError, Invalid

PERSONAL_LEVEL: Final = 2  # the lowest grade that personal data may have
_ORIGINS: Final = frozenset(column.name for column in ORIGIN)
_KEY_TYPES: Final = frozenset({Type.TEXT, Type.INTEGER, Type.DATE})


def check(data_set: DataSet) -> None:
    """Raises Invalid with every wrong place."""
    wrong = [*_wrong_columns(data_set), *_wrong_keys(data_set)]
    if wrong:
        raise Invalid("数据集的声明有误", wrong)


def check_revision(before: DataSet, after: DataSet) -> None:
    """What was delivered must stay readable. Raises Invalid with every wrong place."""
    wrong: list[FieldError] = []
    if type(before.built) is not type(after.built):
        wrong.append({"loc": "/body/built", "message": "构建方式不能改变，请另建数据集"})
    elif isinstance(before.built, Gathered):
        types = {column.name: column.type for column in before.columns}
        wrong += [
            {"loc": f"/body/columns/{place}/type", "message": f"“{column.name}”已有数据，类型不能改变"}
            for place, column in enumerate(after.columns)
            if types.get(column.name, column.type) is not column.type
        ]
        if unknown := [key for key in after.keys if key not in types]:
            wrong.append(
                {"loc": "/body/keys", "message": f"已有的数据中没有“{'、'.join(unknown)}”，不能作键"}
            )
    if wrong:
        raise Invalid("与已有的数据不符", wrong)


def _wrong_columns(data_set: DataSet) -> Iterable[FieldError]:
    names = [column.name for column in data_set.columns]
    for place, column in enumerate(data_set.own_columns):
        if column.name in _ORIGINS and isinstance(data_set.built, Gathered):
            yield {
                "loc": f"/body/columns/{place}/name",
                "message": f"“{column.name}”由平台填写，请换一个列名",
            }
        if names.index(column.name) != place:
            yield {"loc": f"/body/columns/{place}/name", "message": f"列名“{column.name}”重复"}
        if column.personal and column.level < PERSONAL_LEVEL:
            yield {
                "loc": f"/body/columns/{place}/level",
                "message": f"个人信息至少为 {PERSONAL_LEVEL} 级",
            }


def _wrong_keys(data_set: DataSet) -> Iterable[FieldError]:
    types = {column.name: column.type for column in data_set.columns}
    for place, key in enumerate(data_set.keys):
        if key not in types:
            yield {"loc": f"/body/keys/{place}", "message": f"没有“{key}”这一列"}
        elif types[key] not in _KEY_TYPES:
            yield {"loc": f"/body/keys/{place}", "message": f"“{key}”的类型不能作键：应为文本、整数或日期"}
    if len(set(data_set.keys)) != len(data_set.keys):
        yield {"loc": "/body/keys", "message": "键重复"}

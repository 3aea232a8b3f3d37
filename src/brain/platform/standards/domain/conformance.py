"""Whether a column keeps to the data element that it holds (落标)."""

from collections.abc import Iterator

from brain.kit.datasets import Column
from brain.platform.standards.contract import Problem, Standard, Wrong
from brain.platform.standards.domain import formats, naming


def of_declaration(column: Column, element: Standard | None) -> Iterator[Problem]:
    """What its name, title and type say, before any value; `element` None where the one it names is not
    in force."""
    if (wrong := naming.problem(column.name, column.element)) is not None:
        yield Problem(kind="name", message=wrong)
    if column.title == column.name:
        yield Problem(kind="title", message="没有写明含义")
    if column.element is None:
        yield Problem(kind="no_element", message="没有对应的数据元")
    elif element is None or element.representation is None:
        yield Problem(kind="unknown_element", message=f"数据元“{column.element}”没有生效")
    elif column.type not in formats.read(element.representation.format).types:
        message = f"类型 {column.type.value} 不能表示 {element.representation.format}"
        yield Problem(kind="type", message=message)


def of_values(element: Standard, version: str | None, written: Wrong, coded: Wrong) -> Iterator[Problem]:
    """`version` of the code table that the values were compared with."""
    if element.representation is None:
        return
    if written.count:
        message = f"{written.count} 个值不符合 {element.representation.format}"
        yield Problem(kind="format", message=message, wrong=written)
    if coded.count:
        message = f"{coded.count} 个值不在代码表 {element.representation.code_table}（{version}）中"
        yield Problem(kind="code", message=message, wrong=coded)

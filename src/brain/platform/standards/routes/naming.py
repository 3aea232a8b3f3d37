"""A standard by its kind and code in a path."""

from typing import Annotated

from fastapi import Depends, Path

from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.standards.contract import Kind
from brain.platform.standards.schemas import Code

CanRead = Annotated[Caller, Depends(require("standards.read"))]
CanDeclare = Annotated[Caller, Depends(require("standards.declare"))]
CanConfirm = Annotated[Caller, Depends(require("standards.confirm"))]
CanState = Annotated[Caller, Depends(require("standards.state"))]
CodePath = Annotated[Code, Path(description="标识")]
LabelPath = Annotated[str, Path(max_length=40, description="代码表的版本")]
KindPath = Annotated[Kind, Path(description="term 术语、element 数据元、code_table 代码表")]

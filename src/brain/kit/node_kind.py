"""The three kinds of node: 1 + N + X."""

from typing import Literal

NodeKind = Literal["capability_centre", "industry_brain", "factory_gateway"]

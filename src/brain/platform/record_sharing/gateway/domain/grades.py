"""How sensitive the fields of business records are, and what may be consented to."""

from collections.abc import Collection, Mapping
from typing import Final

from brain.kit.errors import FieldError, Invalid
from brain.platform.operations.contract import KINDS, FieldKind, RecordKind
from brain.platform.record_sharing.protocol.forms import Form

NEVER: Final = 4  # of this level nothing leaves
COARSE: Final = 3  # of this level nothing leaves as it is
FEWEST: Final = 3  # records whose sum of a field of that level may leave
LEVELS: Final = {1: "一级（可公开）", 2: "二级（内部）", 3: "三级（敏感）", 4: "四级（商业秘密）"}
_USUAL: Final = 2
_GROUPING: Final = (FieldKind.CHOICE, FieldKind.FLAG, FieldKind.UNIT)
UNIT: Final = "unit"
# What adds up over records of one unit. Measured values and counts of a meter do not.
_SUMMED: Final = {
    "production_order": ("quantity", "good", "scrap"),
    "work_order": ("quantity", "good", "scrap"),
    "material_lot": ("quantity",),
    "stock_movement": ("quantity",),
    "energy_reading": ("quantity",),
    "head_count": ("count",),
}
# Until the factory says otherwise: who buys and what a product is made of are its secrets, what it holds and
# how exactly it makes things are sensitive.
NAMED: Final = {
    ("production_order", "customer_order"): 4,
    ("material_lot", "made_of"): 4,
    ("material_lot", "material"): 3,
    ("material_lot", "quantity"): 3,
    ("quality_result", "value"): 3,
    ("quality_result", "low"): 3,
    ("quality_result", "high"): 3,
    ("stock_movement", "material"): 3,
    ("stock_movement", "quantity"): 3,
    ("stock_movement", "location"): 3,
    ("bom_item", "material"): 4,
    ("bom_item", "quantity"): 4,
    ("routing_step", "process"): 4,
    ("routing_step", "run_time"): 4,
    ("routing_step", "setup_time"): 4,
    ("design_document", "document"): 4,
    ("design_document", "title"): 4,
}


def initial(kind: str, field: str) -> int:
    return NAMED.get((kind, field), _USUAL)


def shareable(kind: RecordKind, form: Form) -> list[str]:
    """Names of the fields that this form can carry; its key goes with every record."""
    return [
        field.name
        for field in kind.fields
        if field.name != "key"
        and (form is not Form.AGGREGATED or is_summed(kind.name, field.name) or field.kind in _GROUPING)
    ]


def completed(kind: RecordKind, form: Form, fields: Collection[str]) -> list[str]:
    """In the kind's order; with their unit where quantities are summed, for only those of one unit add up."""
    needed = {UNIT} if form is Form.AGGREGATED and UNIT in kind.by_name else set()
    return [each.name for each in kind.fields if each.name in needed.union(fields)]


def is_summed(kind: str, field: str) -> bool:
    return field in _SUMMED.get(kind, ())


def is_grouping(kind: str, field: str) -> bool:
    return KINDS[kind].by_name[field].kind in _GROUPING


def may_leave(level: int, form: Form) -> bool:
    return level < COARSE or (level < NEVER and form is not Form.RAW)


def check(kind: RecordKind, form: Form, fields: Collection[str], levels: Mapping[str, int]) -> None:
    """`levels` of the kind's fields, also its key. Raises Invalid, naming every field that may not leave."""
    problems: list[FieldError] = []
    unknown = sorted(set(fields) - set(shareable(kind, form)))
    if unknown:
        told = "汇总只能用数量与分类" if form is Form.AGGREGATED else "没有这些字段"
        problems.append({"loc": "/body/fields", "message": f"{told}：{'、'.join(unknown[:5])}"})
    wanted = [each for each in kind.fields if each.name in fields]
    if form is not Form.AGGREGATED:
        wanted.append(kind.by_name["key"])
    for field in wanted:
        level = levels[field.name]
        if not may_leave(level, form):
            way = "不出厂" if level >= NEVER else "只能遮盖或汇总"
            problems.append({"loc": "/body/fields", "message": f"“{field.title}”为{LEVELS[level]}，{way}"})
    if problems:
        raise Invalid("这样共享不可以", problems)

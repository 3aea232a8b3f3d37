"""What an enterprise says of itself: the things of its scope, the words of its name."""

import re
from dataclasses import dataclass
from typing import Final

from brain.platform.governance.algorithm.industry_coding.bags import form_features, name_features
from brain.platform.governance.domain.business_scope import Activity, items
from brain.reference.enterprise_name import split

READ = 8  # items of a scope that count: the ninth weighs 1/256 of the first

_TRADE: Final = frozenset({Activity.WHOLESALE, Activity.RETAIL, Activity.SELL})
_SHOP: Final = re.compile(
    "(?:店|门市部?|超市|商场|商城|商行|经营部|服务部|服务站|供应站|药房|商厦|百货|家电城|厅|铺|代销点|零售部|专卖"
    "|亭|农资站|加油站|加气站|汽车销售(?:服务)?)$"
)


@dataclass(frozen=True)
class Thing:
    """A thing of a scope; trade of a shop is retail, of a company wholesale."""

    text: str
    activity: Activity


@dataclass(frozen=True)
class Described:
    """`name`: the features of the name; `written`: the part of it that they are of."""

    things: tuple[Thing, ...]
    name: tuple[int, ...]
    written: str

    @classmethod
    def read(cls, name: str, scope: str) -> "Described":
        parts = split(name)
        form = "" if parts.form.endswith("公司") else parts.form
        branch = "" if parts.branch.endswith("公司") else parts.branch
        core = parts.trade_name + parts.business
        is_shop = _SHOP.search(branch or core + form) is not None
        things = (Thing(item.thing, traded(item.activity, is_shop=is_shop)) for item in items(scope)[:READ])
        words = [*(name_features(core) if core else ())]
        words += form_features("form", form) if form else []
        words += form_features("branch", branch) if branch else []
        return cls(tuple(dict.fromkeys(things)), tuple(words), core + form + branch)


def traded(activity: Activity, *, is_shop: bool) -> Activity:
    if activity not in _TRADE or activity is Activity.RETAIL:
        return activity
    return Activity.RETAIL if is_shop else Activity.WHOLESALE

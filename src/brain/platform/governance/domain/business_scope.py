"""A registered business scope (经营范围) as items: what is dealt in, what is done with it, in which order."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Activity(StrEnum):
    GROW = "grow"
    MAKE = "make"
    BUILD = "build"
    DEVELOP = "develop"
    WHOLESALE = "wholesale"
    RETAIL = "retail"
    SELL = "sell"
    REPAIR = "repair"
    RENT = "rent"
    NONE = "none"


@dataclass(frozen=True)
class Item:
    """轮胎, MAKE of 轮胎的生产、销售; `place` counts from 0 over the whole scope."""

    thing: str
    activity: Activity
    place: int


_VERBS: Final = {
    Activity.GROW: "种植 养殖 饲养 培育 栽培 繁育 繁殖 捕捞 种养",
    Activity.MAKE: "生产 制造 加工 制作 组装 装配 自产 精加工 深加工 制售",
    Activity.BUILD: "施工 安装 承包 承揽 承建",
    Activity.DEVELOP: "研发 研制 研究 技术开发 研究开发 开发 设计 推广",
    Activity.WHOLESALE: "批发 批发兼零售 批零兼营 批零",
    Activity.RETAIL: "零售",
    Activity.SELL: "销售 购销 经销 经营 代销 代购 收购 买卖 供应 营销 自销 分销 直销 进出口",
    Activity.REPAIR: "维修 修理 维护 保养 检修 养护",
    Activity.RENT: "租赁 出租",
}
_KIND: Final = {verb: kind for kind, verbs in _VERBS.items() for verb in verbs.split()}
_MARKS: Final = {kind: chr(0xE000 + number) for number, kind in enumerate(Activity)}
_KINDS: Final = {mark: kind for kind, mark in _MARKS.items()}
_END: Final = "\ue0ff"
_MARKED: Final = re.compile(rf"([\ue000-\ue0fe])([^{_END}]*){_END}")
_GOVERNING: Final = frozenset(
    {Activity.GROW, Activity.MAKE, Activity.WHOLESALE, Activity.RETAIL, Activity.SELL}
)  # 技术开发 alone is a business, 销售 alone is said of what stands beside it
_VERB: Final = f"(?:{'|'.join(sorted(_KIND, key=len, reverse=True))})(?!资料|所需|企业|链)"
_RUN: Final = re.compile(rf"{_VERB}(?:[、,/.及和与兼或并]{{0,2}}{_VERB})*")
_ONE: Final = re.compile(_VERB)

_ASIDE: Final = re.compile(r"[(\[{【〔〈《][^()\[\]{}【】〔〕〈〉《》]*(?:[)\]}】〕〉》]|$)")
_HEADING: Final = re.compile(
    r"(?:前置)?(?:许可|一般|主要)?(?:经营)?(?:项目|范围|方式)[::]|[主兼]营[::]?"
    r"|[一二三四五六七八九十]、|(?<![\d.])\d{1,2}[、.](?!\d)"
)
_LEGAL: Final = re.compile(  # what law or licence says of the items beside it; what every cooperative does
    r"许可证|有效期|除外|须经|需经|经审批|未经|未获|批准|核准|禁止|限制|资质|法律|法规|国务院|分支机构|所列"
    r"|为准|不得|不含|许可的|凭.*经营|所需|与此相关|^在.*内|新技术|新品种|技术培训|技术交流|^无$"
)
_LEAD: Final = re.compile(
    r"(?:统一|依法|组织|为|从事|提供|开展|进行|本社|合作社|社员|成员|各类|各种|本公司|本企业|上述|以上|相关|有关"
    r"|其他|其它|国内|以及|主要|许可|及|和|与|的|等|[^\w\ue000-\ue0ff])+"
)
_TAIL: Final = re.compile(r"(?:业务|项目|产品的|及其|以及|等|的|及|和|与|[^\w\ue000-\ue0ff])+$")
_OF_THE_VERB: Final = frozenset({"", "服务", "工程", "活动", "作业"})
_CLAUSE: Final = re.compile(r"[;。\n※*]+|[,、]{2,}")
_HEAD_INSIDE: Final = re.compile(r"(?<![、,;\ue0ff])([\ue000-\ue0fe][^\ue0ff]*\ue0ff:)")
_SPACED: Final = re.compile(r"\s*([,、;:。])\s*")
_COMMA: Final = re.compile(r"[、,\s]+|(?<!\d)\.|\.(?!\d)")
_WHOLE: Final = re.compile("(?:服务|咨询|策划|代理|工程|培训|运输|货运|管理)$")  # needs no verb of others
_LONGEST: Final = 24  # characters; what is longer is a sentence, not a thing


def items(scope: str) -> tuple[Item, ...]:
    """The things of a scope in order, each with the verb that governs it; provisos of law are left out."""
    text = unicodedata.normalize("NFKC", scope)
    while (shorter := _ASIDE.sub("", text)) != text:
        text = shorter
    text = _SPACED.sub(r"\1", _HEADING.sub(";", text))
    found = (pair for clause in _CLAUSE.split(text) for pair in _clause(clause))
    return tuple(Item(*pair, place) for place, pair in enumerate(dict.fromkeys(found)))


def _clause(text: str) -> Iterator[tuple[str, Activity]]:
    """A verb in front governs what follows up to the next verb, one behind what stands before it."""
    governing, waiting = Activity.NONE, list[str]()
    for token in _COMMA.split(_HEAD_INSIDE.sub(r"、\1", _RUN.sub(_marked, text))):
        if _LEGAL.search(token):
            continue
        front, thing, behind = _taken_apart(token)
        if behind is None and not thing and waiting:
            front, behind = None, front
        if front is not None:
            yield from ((one, governing) for one in waiting)
            governing, waiting = front, []
        if thing and behind is None and _WHOLE.search(thing):
            yield from ((one, governing) for one in waiting)
            waiting = []
            yield thing, governing
        elif thing:
            waiting.append(thing)
        if behind is not None and waiting:
            *before, last = waiting
            yield from ((one, behind if governing is Activity.NONE else governing) for one in before)
            yield last, behind
            governing, waiting = Activity.NONE, []
    yield from ((one, governing) for one in waiting)


def _marked(run: re.Match[str]) -> str:
    """One mark for 生产、销售: growing or making is the business, whatever else is done with the product."""
    verbs = _ONE.findall(run[0])
    kinds = [_KIND[verb] for verb in verbs]
    kind = next((kind for kind in (Activity.GROW, Activity.MAKE) if kind in kinds), kinds[0])
    return f"{_MARKS[kind]}{''.join(verbs)}{_END}"


def _taken_apart(token: str) -> tuple[Activity | None, str, Activity | None]:
    """The verb in front, the thing, the verb behind. A verb inside belongs to the thing: 塑料加工机械."""
    marked = list(_MARKED.finditer(token))
    plain = _MARKED.sub(r"\2", token)
    if not marked:
        return None, _bare(plain), None
    first, last = marked[0], marked[-1]
    if not _bare(token[: first.start()]):
        thing = _bare(_MARKED.sub(r"\2", token[first.end() :]))
        kind = _KINDS[first[1]]
        if thing not in _OF_THE_VERB:
            return kind, thing, None
        return (kind, "", None) if kind in _GOVERNING else (None, _bare(plain), None)
    if token[last.end() :].strip(" .") in _OF_THE_VERB:
        return None, _bare(_MARKED.sub(r"\2", token[: last.start()])), _KINDS[last[1]]
    return None, _bare(plain), None


def _bare(text: str) -> str:
    """Without what every thing may have around it; a sentence is no thing."""
    thing = _TAIL.sub("", _LEAD.sub("", text, count=1) if _LEAD.match(text) else text)
    return thing if len(thing) <= _LONGEST else ""

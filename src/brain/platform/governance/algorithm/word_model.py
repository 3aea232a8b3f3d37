"""What the Chinese words of a column name, by their characters: people, organisations, places or nothing.

A naive Bayes classifier over character n-grams, trained at first use (0.3 s) on words composed from the
region table, the parts of enterprise names and the lists below; no text of others is shipped. Method and
figures stand in docs/algorithms/grading.md.
"""

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from brain.platform.governance.domain.spoken_names import GIVEN, SURNAMES
from brain.reference.enterprise_name import BUSINESSES, FORMS
from brain.reference.region import GAZETTEER

Named: TypeAlias = Literal["person_name", "organisation", "address"]
SAMPLES: Final = 3_000  # words of each class
SMOOTHING: Final = 0.2
SEED: Final = 43_697


def _listed(words: str) -> list[str]:
    return words.split()


_AMOUNT: Final = re.compile(
    r"(?:人民币|美元|港币|约)?\d[\d.,]*\(?(?:万|亿|元|千|美元|人民币|个|台|吨|件|名|人|天|年|月|小时)"
)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SYLLABLES: Final = (
    "阿巴贝比博布查达德迪多尔法菲费弗盖格哈汉霍基吉加杰金卡凯克科库拉莱兰勒里利列林卢鲁伦罗洛马玛迈麦"
    "曼梅米莫姆纳内"
    "尼诺帕佩皮普奇乔热瑞若萨塞森沙舍斯索塔泰特廷托瓦维韦沃乌西希肖谢辛雅亚扬耶伊尤约泽詹兹"
)
_INSTITUTIONS: Final = _listed(
    "局 委员会 政府 人民政府 法院 检察院 协会 学会 商会 大学 学院 医院 中学 俱乐部 队 足球队 总局 厅 "
    "研究所 研究院 基金会 银行 出版社 报社 电视台 交易所 军 部队 海军 空军 联盟 党 议会 国会 外交部 "
    "教育部 卫生部 财政部 集团 公司 证券 保险 工作室 影业 传媒 科技 地产 航空 汽车 电器 石化"
)
_SPHERES: Final = ["", "市", "体育", "科学", "证券", "中央", "足球"]
_COUNTRIES: Final = _listed(
    "美国 英国 法国 德国 日本 韩国 俄罗斯 意大利 西班牙 中国 印度 巴西 欧洲 亚洲 非洲 北美 中东 东南亚"
)
_PLACES: Final = _listed("路 街 大道 村 镇 小区 广场 公园 大厦 区 县 山 湖 港 机场 站")
_FOREIGN_PLACES: Final = ["州", "省", "市", "岛", "国", "郡", "区"]
_GOODS: Final = _listed(
    "螺栓 轴承 齿轮 电机 水泵 阀门 法兰 钢板 铜管 电缆 传感器 变频器 轮胎 炭黑 硫磺 树脂 涂料 玻璃 水泥 "
    "木材 纸箱 标签 机油 润滑脂 手套 头盔 面粉 大豆 食用油 饮料 衬衫 面料 纱线 手机 电脑 屏幕 芯片 电池 "
    "灯具 椅子 桌子 冰箱 空调 汽车 摩托车 叉车 货架 托盘 模具 刀具 夹具 量具 焊条 砂轮 密封圈 皮带 链条 "
    "弹簧 软管 接头 过滤器 反应釜 换热器 压缩机 锅炉 变压器 开关 继电器"
)
_POSTS: Final = _listed(
    "工程师 经理 主管 会计 出纳 操作工 质检员 司机 主任 教授 记者 演员 总统 主席 教练 总监 助理 厂长 "
    "班长 技师"
)
_REMARKS: Final = _listed(
    "合格 不合格 完成 进行中 启用 停用 待审核 正常 异常 维修 检验 采购 销售 入库 出库 生产 运输 红色 "
    "蓝色 白色 黑色 大号 小号 原料 成品 半成品 备件 服务 游戏 电影 小说 战争 传奇 世界 帝国 英雄 故事 "
    "指南 手册 报告 计划 方案 标准 规范 流程 制度 合同 订单 发票 白班 夜班 是 否 男 女 本科 硕士 汉族 "
    "已发货 需复检 见附件 无异常"
)
# Types of registration (GB/T 12402): a column of them names no enterprise.
_TYPES: Final = _listed(
    "国有企业 集体企业 股份合作企业 联营企业 国有独资公司 有限责任公司 股份有限公司 私营企业 民营企业 "
    "外商投资企业 中外合资经营企业 港澳台商投资企业 外资企业 合伙企业 有限合伙 普通合伙 个人独资企业 "
    "个体工商户 事业单位 社会团体"
)
_HEADS: Final = _listed(
    "高压 低压 自动 手动 不锈钢 铝合金 精密 工业 家用 电动 液压 气动 数控 防爆 高温 小型 大型 新型 旧 "
    "备用 进口 国产 高级 副 首席 实习 项目 市场 技术 质量 安全 最后的 我的 天下 红"
)
_OFFICES: Final = _listed("生产 质量 财务 人事 设备 销售 采购 仓储 技术 安全 综合 信息 研发 工艺")
_OFFICE_ENDS: Final = ["部", "科", "处", "室", "车间", "班组", "中心", "管理部", "办公室", "一部", "二科"]

Composer: TypeAlias = Callable[[random.Random], str]


def read(values: Sequence[str]) -> tuple[Named | None, float]:
    """What most of the Chinese values are, with its share of all values; None: of nothing known."""
    scores = _model()
    votes = Counter(scores.classify(value) for value in values if _is_words(value))
    if not votes:
        return None, 0.0
    kind, count = votes.most_common(1)[0]
    return kind, count / len(values)


def shares(values: Sequence[str], kind: Named) -> list[str]:
    """Those of the values that are of the kind."""
    scores = _model()
    return [value for value in values if _is_words(value) and scores.classify(value) == kind]


def _is_words(text: str) -> bool:
    """Chinese for the greater part: 160万人民币 is an amount."""
    marked = re.sub(r"\s", "", text)
    return 2 * len(_HAN.findall(marked)) > len(marked) and _AMOUNT.match(marked) is None


class _NaiveBayes:
    """Equal priors: what a column holds is decided by its values alone."""

    def __init__(self, samples: Iterable[tuple[Named | None, str]]) -> None:
        counts: dict[Named | None, Counter[str]] = {}
        for kind, text in samples:
            counts.setdefault(kind, Counter()).update(_features(text))
        vocabulary = len(set().union(*counts.values()))
        self._unseen: dict[Named | None, float] = {}
        self._logs: dict[Named | None, Mapping[str, float]] = {}
        for kind, seen in counts.items():
            total = seen.total() + SMOOTHING * vocabulary
            self._unseen[kind] = math.log(SMOOTHING / total)
            self._logs[kind] = {feature: math.log((n + SMOOTHING) / total) for feature, n in seen.items()}

    def classify(self, text: str) -> Named | None:
        features = list(_features(text))

        def likelihood(kind: Named | None) -> float:
            return sum(self._logs[kind].get(feature, self._unseen[kind]) for feature in features)

        return max(self._logs, key=likelihood)


def _features(text: str) -> Iterator[str]:
    """Characters, pairs with the ends marked, the last three and the length."""
    marked = f"^{re.sub(r'[0-9]+', '0', text)}$"
    yield from (f"u{character}" for character in marked[1:-1])
    yield from (marked[place : place + 2] for place in range(len(marked) - 1))
    yield f"e{marked[-3:]}"
    yield f"l{min(len(text), 12)}"


@lru_cache(maxsize=1)
def _model() -> _NaiveBayes:
    return _NaiveBayes(_samples(random.Random(SEED)))  # noqa: S311 - reproducible, nothing secret


def _samples(draw: random.Random) -> Iterator[tuple[Named | None, str]]:
    regions = sorted(GAZETTEER.names())
    composers: dict[Named | None, tuple[Composer, ...]] = {
        "person_name": _people(),
        "organisation": _organisations(regions),
        "address": _addresses(regions),
        None: _others(),
    }
    for kind, composed in composers.items():
        for _ in range(SAMPLES):
            yield kind, draw.choice(composed)(draw)


def _stem(draw: random.Random) -> str:
    return "".join(draw.choices(sorted(GIVEN), k=2))


def _foreign(draw: random.Random, most: int) -> str:
    return "".join(draw.choices(_SYLLABLES, k=draw.randint(2, most)))


def _people() -> tuple[Composer, ...]:
    surnames, given = sorted(SURNAMES), sorted(GIVEN)
    return (
        lambda draw: draw.choice(surnames) + "".join(draw.choices(given, k=draw.choice((1, 2, 2)))),
        lambda draw: _foreign(draw, 5),
        lambda draw: f"{_foreign(draw, 4)}·{_foreign(draw, 4)}",
    )


def _organisations(regions: Sequence[str]) -> tuple[Composer, ...]:
    near = [*regions, *_COUNTRIES, "全国", "国家"]
    return (
        lambda draw: (
            draw.choice(["", draw.choice(regions)])
            + _stem(draw)
            + draw.choice(BUSINESSES)
            + draw.choice(FORMS)
        ),
        lambda draw: draw.choice(near) + draw.choice(_SPHERES) + draw.choice(_INSTITUTIONS),
        lambda draw: _stem(draw) + draw.choice(_INSTITUTIONS),
        lambda draw: _foreign(draw, 4) + draw.choice(_INSTITUTIONS),
        lambda draw: _stem(draw) + draw.choice(BUSINESSES),
    )


def _addresses(regions: Sequence[str]) -> tuple[Composer, ...]:
    return (
        lambda draw: draw.choice(regions),
        lambda draw: (
            draw.choice(regions)
            + _stem(draw)
            + draw.choice(_PLACES)
            + draw.choice(["", f"{draw.randint(1, 999)}号"])
        ),
        lambda draw: _stem(draw) + draw.choice(_PLACES),
        lambda draw: _foreign(draw, 5),
        lambda draw: _foreign(draw, 4) + draw.choice(_FOREIGN_PLACES),
        lambda draw: draw.choice("东西南北") + draw.choice(["部", "岸", "郊"]),
        lambda draw: draw.choice(_COUNTRIES),
    )


def _others() -> tuple[Composer, ...]:
    things = _GOODS + _POSTS + _REMARKS
    return (
        lambda draw: draw.choice(things),
        lambda draw: draw.choice(_HEADS) + draw.choice(things),
        lambda draw: draw.choice(things) + draw.choice(things),
        lambda draw: draw.choice(_HEADS) + draw.choice(BUSINESSES),
        lambda draw: f"《{draw.choice(_HEADS)}{draw.choice(things)}》",
        lambda draw: draw.choice(_OFFICES) + draw.choice(_OFFICE_ENDS),
        lambda draw: draw.choice(_TYPES),
        lambda draw: f"{draw.choice(things)}{draw.choice(['', '_', '-'])}{draw.randint(1, 999)}",
    )

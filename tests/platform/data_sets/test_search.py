"""Search by meaning: 31 questions written down beforehand, and what is found first."""

from collections.abc import Sequence

from brain.kit.datasets import Column, DataSet, Gathered
from brain.platform.data_sets.service.catalogue import told
from brain.platform.data_warehouse.datasets import DATA_SETS
from brain.platform.standards.domain.shipped import SHIPPED
from brain.platform.standards.service import searching

ELEMENTS = {each.code: each for each in SHIPPED if each.kind == "element"}


def data_set(name: str, title: str, title_en: str, about: str, *columns: str) -> DataSet:
    own = tuple(Column(f"c{place}", each, each) for place, each in enumerate(columns))
    built = Gathered(whole=True)
    return DataSet(
        tier="base", name=name, title=title, title_en=title_en, about=about, columns=own, keys=(), built=built
    )


OTHERS = tuple(
    data_set(*line.split("|"))
    for line in """
electricity|企业月度用电|Electricity use|每行是一家企业一个月的用电量|月份|用电量（千瓦时）|峰段电量
tyre_price|轮胎出厂价格|Tyre prices|每行是一种规格一周的出厂价|规格|价格（元）|周
rubber|天然橡胶行情|Natural rubber market|期货与现货的收盘价|合约|收盘价|交易日
equipment|设备台账|Equipment|每行是一台设备|设备编号|设备名称|投产日期|停机时长
capacity|轮胎产能|Tyre capacity|每行是一家企业一种产品一个月的产能|产品|产能（万条）
export|出口订单|Export orders|每行是一笔出口合同|目的国|合同额|交货期
talent|招聘岗位|Job offers|网上公开的招聘信息|岗位|薪资|学历要求
policy|惠企政策|Policies|省市县三级政策条款|政策名称|申报条件|截止日期
court|司法风险|Court cases|裁判文书与被执行人信息|案号|案由|标的额
logistics|货运轨迹|Freight|车辆的位置与里程|车牌|里程|装载率
quality|质检记录|Inspections|每行是一次出厂检验|批次|不合格原因|动平衡
energy|碳排放核算|Carbon emissions|按排放因子折算的二氧化碳|排放量|排放因子
""".strip().splitlines()
)
CATALOGUE = (*DATA_SETS, *OTHERS)
QUESTIONS = {
    "法定代表人": "enterprise", "税号": "enterprise", "纳税人识别号 经营范围": "enterprise",
    "企业 工商": "enterprise", "注册资金": "enterprise", "enterprise": "enterprise",
    "专利": "patent", "专利 授权公告日": "patent", "主分类号": "patent", "patent": "patent",
    "商标": "trademark", "国际分类": "trademark", "对外投资": "investment", "持股比例": "investment",
    "股比": "investment", "荣誉": "honour", "授予单位": "honour", "企业存量": "enterprise_stock",
    "行业大类": "enterprise_stock", "用电": "electricity", "ydl": "electricity", "出厂价": "tyre_price",
    "天然橡胶": "rubber", "停机": "equipment", "产能": "capacity", "出口 目的国": "export",
    "招聘": "talent", "惠企": "policy", "被执行人": "court", "货运": "logistics", "碳排放": "energy",
}  # fmt: skip


def by_meaning(words: str) -> list[str]:
    things = ((each, told(each, ELEMENTS)) for each in CATALOGUE)
    return [each.name for each in searching.found(words, things)]


def by_substring(words: str) -> list[str]:
    """How the catalogue was searched before: the words as they stand, somewhere."""
    return [each.name for each in CATALOGUE if words.lower() in written(each).lower()]


def written(each: DataSet) -> str:
    columns = [text for one in each.columns for text in (one.name, one.title, one.title_en)]
    return "\n".join((each.full_name, each.title, each.title_en, each.about, *columns))


def first_right(answers: Sequence[Sequence[str]]) -> float:
    right = [found[:1] == [wanted] for wanted, found in zip(QUESTIONS.values(), answers, strict=True)]
    return sum(right) / len(right)


def test_what_is_meant_is_found_first_more_often_than_by_its_letters() -> None:
    meant = first_right([by_meaning(words) for words in QUESTIONS])
    spelt = first_right([by_substring(words) for words in QUESTIONS])

    assert meant >= 0.9
    assert meant - spelt >= 0.15

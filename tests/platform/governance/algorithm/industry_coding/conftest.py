"""A small table in the form of GB/T 4754 and enterprises that say what they do."""

import pytest

from brain.platform.governance.algorithm.industry_coding.coder import Coder, train
from brain.reference.industry import IndustryCode

TITLES = {
    IndustryCode(code): title
    for code, title in {
        "A": "农、林、牧、渔业",
        "03": "畜牧业",
        "031": "牲畜饲养",
        "0313": "猪的饲养",
        "0314": "羊的饲养",
        "C": "制造业",
        "29": "橡胶和塑料制品业",
        "291": "橡胶制品业",
        "2911": "轮胎制造",
        "2912": "橡胶板、管、带制造",
        "292": "塑料制品业",
        "2921": "塑料薄膜制造",
        "F": "批发和零售业",
        "51": "批发业",
        "517": "机械设备、五金产品及电子产品批发",
        "5172": "汽车及零配件批发",
        "5174": "五金产品批发",
        "52": "零售业",
        "526": "汽车、摩托车、零配件和燃料及其他动力销售",
        "5263": "汽车零配件零售",
        "5265": "机动车燃油零售",
        "J": "金融业",
        "66": "货币金融服务",
        "662": "货币银行服务",
        "6621": "商业银行服务",
    }.items()
}
REMARKS = {IndustryCode("2912"): "指用未硫化的橡胶生产胶管、输送带；不包括橡胶翻新"}
ENTERPRISES = [
    *((f"东营{word}轮胎有限公司", "全钢子午线轮胎的生产、销售") for word in "甲乙丙丁戊"),
    *((f"广饶{word}夹布有限公司", "橡胶板、橡胶管制造") for word in "甲乙丙"),
    *((f"济南{word}商贸有限公司", "销售：五金、汽车配件") for word in "甲乙丙"),
    *((f"莒县{word}养殖场", "生猪养殖") for word in "甲乙丙"),
]


@pytest.fixture(scope="session")
def coder() -> Coder:
    return train(TITLES, REMARKS, ENTERPRISES)

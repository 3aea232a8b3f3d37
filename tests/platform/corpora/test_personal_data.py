"""Personal data give way to placeholders; what only looks like them stays."""

import pytest

from brain.platform.corpora.algorithm.personal_data import hidden
from brain.platform.corpora.service.building import recognise


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("请拨打13812345678咨询", "请拨打［手机号］咨询"),
        ("电话：+86 138-1234-5678。", "电话：［手机号］。"),
        ("座机 0546-6441234 转 8", "座机 ［电话］ 转 8"),
        ("（0546）6441234", "［电话］"),
        ("联系电话：6441234", "联系电话：［电话］"),
        ("邮箱 zhang.san@example.com，", "邮箱 ［邮箱］，"),
        ("11010519491231002X", "［身份证号］"),
        ("身份证号：110105194912310021", "身份证号：［身份证号］"),
        ("卡号 6222 0212 3456 7890 128", "卡号 ［银行账号］"),
        ("账号：6222021234567890123", "账号：［银行账号］"),
        ("车辆鲁E12345违停", "车辆［车牌号］违停"),
        ("护照号：E12345678", "护照号：［护照号］"),
        ("服务器 192.168.1.20 宕机", "服务器 ［IP 地址］ 宕机"),
        ("依照第三条。\n\n主机 10.0.0.7", "依照第三条。\n\n主机 ［IP 地址］"),
        ("联系人：王建国，电话 13812345678", "联系人：［姓名］，电话 ［手机号］"),
        ("家庭住址：山东省东营市广饶县大王镇潍高路 1 号", "家庭住址：［地址］"),
    ],
)
def test_what_is_somebodys_is_replaced(text: str, told: str) -> None:
    assert hidden(text, recognise)[0] == told


@pytest.mark.parametrize(
    "text",
    [
        "2017年8月31日东营市第八届人民代表大会常务委员会第5次会议通过",
        "统一社会信用代码 91370523MA3C0M2X1B",
        "省长王建国签署命令",
        "版本 1.2.3.4，见第 10.1.1.1 条",
        "订单 20190831123456 金额 13812345678.00 元",
        "联系人应当及时报告",
        "GB/T 43697-2024、ISO 9001:2015，邮编 257300",
        "投资 110105194912310021 元，流水 6222 0212 3456 7890 129",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert hidden(text, recognise) == (text, {})


def test_each_kind_is_counted() -> None:
    text, counted = hidden("张先生 13812345678、13912345678，a@b.cn", recognise)

    assert text == "张先生 ［手机号］、［手机号］，［邮箱］"
    assert counted == {"mobile": 2, "email": 1}
    assert hidden(text, recognise) == (text, {})

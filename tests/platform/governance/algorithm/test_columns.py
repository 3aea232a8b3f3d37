"""Words that no rule knows are read by the model, and only those."""

import pytest

from brain.platform.governance.algorithm.columns import identify_column

# Invented people, places and institutions that no rule of shape tells.
WORDS = [
    ("person_name", ["阿尔瓦罗", "泽格维", "弗洛雷尔", "李青禾", "萨布里娜", "马科维奇"]),
    ("organisation", ["省科技厅", "玉溪足球队", "全国作家协会", "北方海军", "教育部", "河滨俱乐部"]),
    ("address", ["河滨公园", "翠屏山", "城北高铁站", "望江区", "安岭镇", "鲁西北"]),
]
OTHERS = [
    ("", ["不锈钢法兰", "高压水泵", "精密轴承", "齿轮", "备用电机", "小型叉车"]),
    ("", ["生产部", "质量科", "设备处", "销售一部", "信息中心", "工艺室"]),
    ("", ["国有企业", "有限合伙", "外资企业", "个体工商户", "民营企业", "事业单位"]),
    ("品名", ["阿尔瓦罗", "泽格维", "弗洛雷尔", "李青禾", "萨布里娜", "马科维奇"]),
    ("", ["济南市", "青岛", "淄博市", "枣庄", "东营市", "烟台"]),
    ("注册资本", ["50.8(万)", "160万人民币", "1,000万元", "人民币300万", "5亿元", "12万美元"]),
    ("", ["QX-1", "QX-2", "QX-3", "QX-4", "QX-5", "QX-6"]),
]


@pytest.mark.parametrize(("kind", "values"), WORDS, ids=[words[0] for words in WORDS])
def test_words_are_read_by_their_characters(kind: str, values: list[str]) -> None:
    finding = identify_column("", values)

    assert finding is not None
    assert (finding.kind, finding.layer, finding.proven) == (kind, "model", False)


@pytest.mark.parametrize(("header", "values"), OTHERS, ids=range(len(OTHERS)))
def test_other_words_are_left_alone(header: str, values: list[str]) -> None:
    assert identify_column(header, values) is None


def test_what_a_rule_proves_the_model_does_not_change() -> None:
    finding = identify_column("名称", ["某某化工有限公司", "某某轮胎股份有限公司", "某某商贸有限公司"])

    assert finding is not None
    assert (finding.kind, finding.layer) == ("organisation", "rules")

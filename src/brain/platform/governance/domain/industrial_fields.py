"""Figures and codes of industry that only their header tells: money, output, energy, process, recipes.

The header must name the field and the values must be of the kind that such a field holds; a code or a date
under 收入 is neither.
"""

import re
from typing import Final

from brain.platform.governance.domain.number_shapes import shape

_UNIT: Final = r"(?:\s?[%‰]|\s?[A-Za-zμ°℃Ω/²³·]{1,8}|\s?[\u4e00-\u9fff/]{1,5})?"
_NUMBER: Final = r"[¥￥$€£]?\s?[-+]?[¥￥$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?"

_MONEY: Final = shape(
    rf"(?:(?:RMB|CNY|USD|EUR|人民币)\s?)?{_NUMBER}(?:\s?(?:元|千元|万元?|亿元?|美元|RMB|CNY|USD|EUR|k|m|million|bn))?"
    rf"|\({_NUMBER}\)|{_NUMBER}"
)
measure: Final = shape(rf"{_NUMBER}{_UNIT}|{_NUMBER}\s?[-~～±/]\s?{_NUMBER}{_UNIT}")
_DATE_LIKE: Final = shape(
    r"(?:19|20)\d{2}(?:[-/.年]?(?:0?[1-9]|1[0-2])(?:[-/.月]?(?:0?[1-9]|[12]\d|3[01])日?)?)?"
)


def money(text: str) -> bool:
    return _MONEY(text) and not re.fullmatch(r"0\d+|\d{14,}", text)


def quantity(text: str) -> bool:
    return measure(text) and not re.fullmatch(r"0\d+|\d{14,}", text)


_CODE: Final = shape(r"(?=.*\d)[\w\u4e00-\u9fff#]+(?:[-/_.# ][\w\u4e00-\u9fff#]+){0,5}")


def equipment_code(text: str) -> bool:
    return len(text) <= 32 and _CODE(text) and not _DATE_LIKE(text)


_PART: Final = r"[\w\u4e00-\u9fff()（）\-]+\s*[:：=]?\s*\d+(?:\.\d+)?\s*(?:%|份|kg|g|mL|ml|L|phr|wt%)?"
_RECIPE: Final = re.compile(rf"{_PART}(?:\s*[,，;；、+/|]\s*{_PART})+")


def recipe(text: str) -> bool:
    """Parts with their amounts (炭黑 45份，硫磺 2%), a ratio (3:1:0.5) or one part's amount."""
    return (
        bool(_RECIPE.fullmatch(text))
        or bool(re.fullmatch(r"\d+(?:\.\d+)?(?:\s?[:：]\s?\d+(?:\.\d+)?)+", text))
        or measure(text)
    )


def words(chinese: str, english: str = "") -> re.Pattern[str]:
    """A header that holds any of these; English ones as whole words (spaces inside stand for a gap)."""
    whole = "|".join(word.replace("_", r"[\W_]*") for word in english.split())
    pattern = "|".join([*chinese.split(), *([rf"(?<![a-z])(?:{whole})(?![a-z])"] if whole else [])])
    return re.compile(pattern or r"(?!)", re.IGNORECASE)


OTHERWISE: Final = words(
    (
        "编号 代码 编码 单号 中心 日期 时间 年度 类型 类别 名称 方式 状态 说明 备注 占比排名 排名 次数 "
        "天数 人数 期限 税号 原因 单位$ 指数 景气"
    ),
    "id no number code date time year type name status note rank count center centre days by unit index",
)
RATES: Final = words("率$ 占比 同比 环比 增速 增减 增长", "growth rate ratio share percent")
FINANCE: Final = words(
    (
        "收入 营收 利润 税额 纳税 税金 缴税 余额 成本 资产 负债 薪资 薪酬 工资 奖金 费用 金额 毛利 "
        "净利 应收 应付 贷款 授信 现金流 销售额 产值 投资额 融资额 欠款 权益合计 "
        "单价 报价 价税"
    ),
    (
        "ebit revenue income profit tax tax_amount balance cost costs assets liabilities salary wage bonus "
        "amount turnover margin loan equity cash_?flow payable receivable price sales ebitda expense "
        "expenses debt"
    ),
)
OUTPUT: Final = words(
    (
        "产量 产出 产能 完工数 投料 良品 不良数 废品 报废 出货量 入库量 日产 月产 年产 合格率 良率 "
        "稼动率 开工率 节拍"
    ),
    "output yield production throughput scrap units_produced good_qty defect_qty oee produced capacity takt",
)
ENERGY: Final = words(
    (
        "能耗 用电 耗电 电耗 用水 水耗 用气 气耗 煤耗 耗煤 蒸汽 综合能耗 电量 耗能 能源 碳排放 排放量 "
        "电费度数 天然气"
    ),
    (
        "energy electricity power_consumption kwh water_consumption gas_consumption steam coal_consumption "
        "carbon emissions emission energy_use"
    ),
)
PROCESS: Final = words(
    (
        "温度 压力 转速 流量 电流 电压 扭矩 液位 张力 振动 真空度 线速度 进给 主轴 热压 线速 硫化时间 "
        "保温时间 工艺参数 厚度 湿度 ph值 浓度 粘度 炉温 模温 注塑 焊接"
    ),
    (
        "temperature temp pressure speed spindle_speed rpm flow flow_rate feed_rate torque vibration "
        "voltage current viscosity humidity thickness curing_time setpoint process_parameter concentration "
        "vacuum"
    ),
)
RECIPE: Final = words(
    "配方 配比 配料 成分 组分 掺量 含量 投料比",
    "recipe formula formulation composition ingredient ingredients mix_ratio compound",
)
EQUIPMENT: Final = words(
    (
        "设备编号 设备编码 设备代码 设备号 机台 机床编号 (?<!手)机号 资产编号 产线编号 工位 炉号 "
        "模具编号 仪表编号 传感器编号"
    ),
    (
        "equipment_id equipment_no equipment_code machine_id machine_no machine device_id device_no "
        "asset_id asset_no asset_tag station_id mould_no mold_id sensor_id plc_id line_id"
    ),
)

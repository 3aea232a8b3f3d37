"""Units of measurement: common codes of UN/ECE Recommendation 20 with their Chinese names (GB 3100-1993)."""

from typing import Final

from brain.platform.standards.contract import CodeEntry

_UNITS: Final = """
C62 一（无量纲） | H87 个、件、条 | PR 双、对 | SET 套 | DZN 打 | P1 百分之一（%）
KGM 千克 | GRM 克 | MGM 毫克 | TNE 吨
MTR 米 | DMT 分米 | CMT 厘米 | MMT 毫米 | 4H 微米 | KMT 千米
MTK 平方米 | CMK 平方厘米 | MMK 平方毫米 | KMK 平方千米 | HAR 公顷
MTQ 立方米 | DMQ 立方分米 | CMQ 立方厘米 | LTR 升 | MLT 毫升
SEC 秒 | MIN 分 | HUR 小时 | DAY 天 | WEE 周 | MON 月 | ANN 年
KEL 开尔文 | CEL 摄氏度
PAL 帕 | KPA 千帕 | MPA 兆帕 | BAR 巴
NEW 牛 | B47 千牛
JOU 焦 | KJO 千焦 | 3B 兆焦 | GV 吉焦 | KWH 千瓦时 | MWH 兆瓦时
WTT 瓦 | KWT 千瓦 | MAW 兆瓦 | A90 吉瓦
AMP 安 | VLT 伏 | KVT 千伏 | OHM 欧 | HTZ 赫 | KHZ 千赫 | MHZ 兆赫
MTS 米每秒 | KMH 千米每小时 | MQH 立方米每小时 | KMQ 千克每立方米 | RPM 转每分 | 2N 分贝
AD 字节 | 2P 千字节 | 4L 兆字节 | E34 吉字节 | E35 太字节
"""
UNITS: Final = tuple(
    CodeEntry(code=code, name=name)
    for line in _UNITS.strip().splitlines()
    for code, name in (each.strip().split(" ", 1) for each in line.split("|"))
)
NAMES: Final = {entry.code: entry.name for entry in UNITS}

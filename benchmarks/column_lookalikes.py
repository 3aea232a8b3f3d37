"""Columns that hold nothing sensitive and look as if they did: (headers, maker of values) by name.

An empty header stands for none.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from column_values import Values

Lookalike = tuple[tuple[str, ...], Callable[[], str]]


def _listed(words: str) -> list[str]:
    return words.split()


GOODS_ZH = _listed(
    "张力轮 王水 李子 石灰石 金属软管 马达 白板 方向盘 高压油泵 钱包 毛巾 温度计 黄铜棒 江米 龙门吊 "
    "罗纹钢 万向节 丁腈手套 安全帽 康复床 水泵 雷达 熊掌木 常压锅 平板电脑 牛皮纸 花键轴 陶瓷环 金刚砂 "
    "车桥 苗木 云母片 雪糕 孔板 成品油 白糖 余热锅炉 石英砂 顾问服务 向心轴承"
)
GOODS_EN = [
    "Hex Bolt",
    "Steel Flange",
    "Blue Widget",
    "Safety Helmet",
    "Carbon Black",
    "Conveyor Belt",
    "Gear Box",
    "Copper Tube",
    "Power Adapter",
    "Rubber Seal",
    "Air Filter",
    "Torque Wrench",
    "Ball Bearing",
    "Paint Thinner",
]
JOBS_ZH = _listed(
    "总经理 生产主管 质检员 电工 焊工 会计 司机 仓库管理员 车间主任 销售经理 工程师 采购员 实习生 行政专员"
)
JOBS_EN = [
    "Sales Manager",
    "Plant Engineer",
    "Data Analyst",
    "Quality Inspector",
    "Office Clerk",
    "Vice President",
    "Product Owner",
    "Forklift Driver",
]
DEPARTMENTS = _listed(
    "生产管理部 质量检验部 财务部 人力资源部 技术研发中心 仓储科 设备动力处 销售一部 安全环保部 "
    "综合办公室 炼胶车间 信息中心"
)
CITIES_EN = [
    "New York",
    "San Diego",
    "Los Angeles",
    "Hong Kong",
    "Cape Town",
    "St. Louis",
    "Kuala Lumpur",
    "Buenos Aires",
    "Salt Lake City",
    "Santa Clara",
    "Abu Dhabi",
]
KINDS_OF_FIRM = [
    "有限责任公司",
    "股份有限公司",
    "个体工商户",
    "国有企业",
    "外商投资企业",
    "有限合伙",
    "民营企业",
    "集体企业",
]
REMARKS = [
    "已与客户沟通，下周发货",
    "合格",
    "需复检，见附件",
    "设备停机检修2小时",
    "无异常情况",
    "张工确认后放行",
    "按合同约定执行",
    "临时加单，优先排产",
    "电话通知供应商补货",
    "更换模具后首件合格",
]
REMARKS_EN = [
    "Shipped late due to weather",
    "OK",
    "Needs a second look",
    "Approved by the board",
    "See attachment 3",
    "Waiting for parts",
    "Customer asked for a refund",
    "Out of stock until May",
]
GRADES = _listed("45#钢 Q235B Q345R 304不锈钢 T2紫铜 6061-T6 HT250 PP-R ABS-757 丁苯橡胶1502")


def lookalikes(values: Values) -> dict[str, Lookalike]:
    draw = values.random
    counter, moment = _counter(draw.randrange(10**6)), _moment(draw.randrange(10**6))
    serial = _counter(13_800_000_000 + draw.randrange(10**8))
    return {
        "order_18": (("订单号", "流水号", "order_no", ""), lambda: f"{values.day(2020):%Y%m%d}{values.digits(10)}"),
        "random_18": (("交易号", "trade_no", ""), lambda: draw.choice("123456789") + values.digits(17)),
        "random_16": (("会员号", "membership", "coupon", ""), lambda: draw.choice("3456") + values.digits(15)),
        "random_19": (("雪花ID", "snowflake", ""), lambda: "62" + values.digits(17)),
        "serial_11": (("序列号", "serial_no", "", "编号"), lambda: str(next(serial))),
        "ticket_11": (("工单号", "批次号", "ticket_no"), lambda: "1" + draw.choice("3578") + values.digits(9)),
        "padded_11": (("物料编码", "material_no", ""), lambda: f"0{next(counter):010}"),
        "product_code": (("产品编码", "sku", ""), lambda: f"{values.pick('E', 'G', 'P')}{values.digits(8)}"),
        "ean": (("条码", "barcode", ""), lambda: f"69{values.digits(11)}"),
        "imei": (("IMEI", "串号", ""), lambda: values.with_luhn(values.pick("35", "86") + values.digits(12))),
        "quantity": (("数量", "qty", "", "件数"), lambda: str(draw.randint(1, 5000))),
        "decimals": (("系数", "ratio", "", "得分", "score"), lambda: f"{draw.random() * 100:.3f}"),
        "pairs": (("量程", "range", "", "坐标公差"), lambda: f"{draw.random() * 50:.4f}, {draw.random() * 50:.4f}"),
        "date": (("日期", "date", "", "收入确认日期", "birthday_reminder"), lambda: values.day(2000).isoformat()),
        "date_8": (("生产日期", "prod_date", ""), lambda: f"{values.day(2015):%Y%m%d}"),
        "year": (("年度", "year", ""), lambda: str(draw.randint(1980, 2025))),
        "moment": (("采集时间", "created_at", ""), lambda: next(moment).isoformat(" ")),
        "epoch": (("时间戳", "ts", "timestamp", ""), lambda: str(1_600_000_000_000 + draw.randrange(10**11))),
        "md5": (("摘要", "checksum", ""), lambda: hashlib.md5(values.digits(9).encode()).hexdigest()),
        "uuid": (("主键", "guid", ""), lambda: str(uuid.UUID(int=draw.getrandbits(128)))),
        "version_4": (("固件版本", "firmware", "version", ""), lambda: ".".join(str(draw.randrange(16)) for _ in range(4))),
        "version_3": (("版本", "ver", ""), lambda: ".".join(str(draw.randrange(30)) for _ in range(3))),
        "goods_zh": (("品名", "物料名称", "", "名称"), lambda: draw.choice(GOODS_ZH)),
        "goods_en": (("product", "item_name", "", "name"), lambda: draw.choice(GOODS_EN)),
        "jobs_zh": (("岗位", "职务", ""), lambda: draw.choice(JOBS_ZH)),
        "jobs_en": (("job_title", "position", ""), lambda: draw.choice(JOBS_EN)),
        "departments": (("部门", "所属部门", "", "责任部门"), lambda: draw.choice(DEPARTMENTS)),
        "cities_en": (("city", "market", ""), lambda: draw.choice(CITIES_EN)),
        "firm_kinds": (("企业类型", "类型", "", "company_type"), lambda: draw.choice(KINDS_OF_FIRM)),
        "remarks": (("备注", "说明", "", "电话沟通记录"), lambda: draw.choice(REMARKS)),
        "remarks_en": (("remarks", "comment", ""), lambda: draw.choice(REMARKS_EN)),
        "materials": (("材质", "grade", ""), lambda: draw.choice(GRADES)),
        "flag": (("是否有效", "is_active", "", "是否本人手机"), lambda: values.pick("是", "否")),
        "status": (("状态", "status", ""), lambda: values.pick("启用", "停用", "待审核", "已完成")),
        "percent": (("完成率", "税率", "rate", "收入增长率"), lambda: f"{draw.random() * 100:.1f}%"),
        "url": (("官网", "homepage", ""), lambda: f"https://www.{values.pick('abc', 'xyz', 'chem')}{values.digits(2)}.com/a{values.digits(3)}"),
        "file": (("附件", "file_name", ""), lambda: f"{values.pick('报告', 'scan', '图纸')}_{values.digits(6)}.{values.pick('pdf', 'dwg', 'xlsx')}"),
        "postcode": (("邮编", "postcode", ""), lambda: values.pick("257", "266", "250") + values.digits(3)),
        "region_code": (("行政区划代码", "region_code", ""), lambda: draw.choice(values.regions)),
        "hex_12": (("芯片号", "chip", ""), lambda: f"{draw.getrandbits(48):012x}"),
        "waybill": (("快递单号", "tracking_no", ""), lambda: f"{values.pick('SF', 'YT', 'JD')}{values.digits(13)}"),
        "invoice": (("发票号码", "invoice_no", ""), lambda: values.digits(20)),
        "profit_centre": (("利润中心", "成本中心", "profit_center"), lambda: f"{draw.randint(10, 99)}00"),
        "proof": (("收入证明编号", "纳税申报编号"), lambda: f"SR{values.digits(6)}"),
        "phone_model": (("手机型号", "phone_model", "电话品牌"), lambda: f"{values.pick('Mate', 'P', 'iPhone ', 'X')}{draw.randint(6, 70)}"),
        "call_seconds": (("电话时长", "call_duration"), lambda: str(draw.randint(5, 3000))),
        "firm_size": (("企业规模", "公司规模"), lambda: values.pick("大型", "中型", "小型", "微型")),
        "staff": (("从业人数", "员工人数", "headcount"), lambda: str(draw.randint(3, 5000))),
        "mail_status": (("邮箱状态", "email_status"), lambda: values.pick("已验证", "未验证", "bounced")),
        "memory": (("内存地址", "寄存器地址", "modbus_address"), lambda: f"0x{draw.getrandbits(16):04X}"),
        "weather": (("气温", "室外温度等级"), lambda: values.pick("低", "中", "高", "较高")),
        "shift": (("班次", "shift"), lambda: values.pick("白班", "夜班", "A", "B")),
        "hs": (("HS编码", "hs_code", ""), lambda: values.digits(10)),
        "lines_of_trade": (("行业", "industry", ""), lambda: values.pick("化学原料制造业", "橡胶制品业", "通用设备制造业", "纺织业")),
    }  # fmt: skip


def _counter(start: int) -> Iterator[int]:
    while True:
        start += 1
        yield start


def _moment(start: int) -> Iterator[datetime]:
    while True:
        start += 61
        yield datetime(2024, 1, 1) + timedelta(seconds=start)  # noqa: DTZ001 - machines write local time

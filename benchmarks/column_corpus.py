"""Columns of tables with what they truly hold: a seeded bilingual corpus, and columns of published entities.

A third of the generated columns hold nothing sensitive and resemble something that is. Of the others some are
dirty (typing errors, notes, full width, blanks), mixed with other values, masked, without a header or under
one that misleads. The published sets are turned into columns of 12 values of one kind of entity.
"""

import gzip
import json
import os
import random
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from column_lookalikes import lookalikes
from column_values import Values

ENTITIES = (
    Path(os.environ.get("BRAIN_TEST_BENCHMARKS", Path(__file__).parents[2] / "shared" / "benchmarks"))
    / "11_pii"
)
WIDTH = 12  # values of a column
MISLEADING = ("编号", "名称", "备注", "内容", "说明", "code", "value", "data", "备注1", "ref", "info", "描述")
ABSENT = ("", "列3", "column_7", "F12", "Unnamed: 4", "字段2")

Headers = dict[str, tuple[str, ...]]
SEEN_HEADERS: Headers = {
    "resident_id": ("身份证号", "法人身份证号码", "居民身份证", "证件号码", "id_card", "IDCardNo", "sfzh", "公民身份号码"),
    "credit_code": ("统一社会信用代码", "社会信用代码", "信用代码", "uscc", "creditCode", "纳税人识别号", "shxydm"),
    "bank_card": ("银行卡号", "工资卡号", "卡号", "bank_card_no", "cardNumber", "收款账号", "PAN"),
    "mobile": ("手机号", "联系手机", "移动电话", "联系电话", "mobile", "phoneNumber", "sjhm", "联系方式"),
    "landline": ("办公电话", "座机", "固定电话", "传真", "tel", "office_phone", "公司电话", "值班电话"),
    "foreign_phone": ("phone", "Telephone", "contact phone", "fax", "cell", "phone_number"),
    "email": ("邮箱", "电子邮件", "E-mail", "email", "联系邮箱", "mail"),
    "plate": ("车牌号", "号牌号码", "plate_no", "车辆牌照", "送货车辆"),
    "passport": ("护照号码", "passport_no", "Passport Number", "护照"),
    "ip_address": ("IP地址", "ip", "client_ip", "srcIp", "设备IP", "host"),
    "mac_address": ("MAC地址", "mac", "macAddr", "网卡地址"),
    "coordinates": ("经纬度", "坐标", "gps", "location", "厂区位置"),
    "organisation": ("企业名称", "单位名称", "供应商", "company", "customer", "vendor_name", "公司全称", "承运商"),
    "address": ("地址", "注册地址", "住所", "address", "shipping_address", "收货地址", "经营场所", "厂址"),
    "person_name": ("姓名", "法定代表人", "联系人", "contact_name", "full_name", "负责人", "employee", "签收人"),
    "finance": ("主营业务收入(万元)", "利润总额", "应纳税额", "期末余额", "gross_revenue", "NetProfit", "taxDue", "账户余额", "应收账款", "月工资", "total_assets", "EBIT"),
    "output": ("当班产量", "月产出(吨)", "日产能", "合格率", "units_produced", "daily_output", "投料量", "OEE", "完工数量"),
    "energy": ("综合能耗(tce)", "用电量(kWh)", "蒸汽消耗", "energyUse", "power_consumption_kwh", "天然气用量", "吨钢电耗", "碳排放量"),
    "process_parameter": ("硫化温度", "料筒温度℃", "螺杆转速", "进给速度", "spindle_speed", "mold_temp", "注射压力(MPa)", "feedRate", "线速度", "电解电流"),
    "recipe": ("配方", "混炼配比", "formula", "原料成分", "composition", "配方内容"),
    "equipment_code": ("设备编号", "机台号", "machineId", "equipment_no", "asset_tag", "机床编号", "炉号", "设备代码"),
}  # fmt: skip
# Written after the detectors, and never looked at while they were mended.
NEW_HEADERS: Headers = {
    "resident_id": ("身份证", "公民身份证号", "身份证号码(必填)", "id_number", "ID Card No.", "证件号码（身份证）", "法人身份证"),
    "credit_code": ("信用代码", "统一信用代码", "企业统一社会信用代码", "Unified Social Credit Code", "socialCreditCode", "组织机构信用代码"),
    "bank_card": ("银行卡", "银行账号", "卡号", "银行卡卡号", "card", "Bank Account", "credit card number", "工资账户"),
    "mobile": ("手机", "联系人手机", "手机号码", "Mobile Phone", "cell_phone", "法人联系电话", "tel", "移动号码"),
    "landline": ("固定电话", "单位电话", "电话号码", "fax_no", "office tel", "服务热线", "电话"),
    "foreign_phone": ("Phone No.", "contactPhone", "mobile", "tel", "customer phone", "Work Phone"),
    "email": ("电子邮箱", "Email Address", "e-mail", "邮件地址", "contactEmail", "企业邮箱"),
    "plate": ("车牌", "车牌号码", "运输车号", "license plate", "vehicle", "车辆号牌"),
    "passport": ("护照编号", "passport", "Passport No.", "护照号"),
    "ip_address": ("IP", "服务器IP", "ip_address", "登录IP", "Remote Addr", "内网地址"),
    "mac_address": ("MAC", "设备MAC", "mac_address", "网卡MAC"),
    "coordinates": ("GPS坐标", "地理坐标", "latlng", "coordinates", "经纬度坐标", "Geo Location"),
    "organisation": ("公司名称", "企业全称", "采购单位", "Company Name", "Supplier", "生产厂家", "投资方", "机构名称", "employer"),
    "address": ("详细地址", "通讯地址", "Address Line", "家庭住址", "mailing_address", "企业地址", "送达地点", "site_address"),
    "person_name": ("员工姓名", "法人代表", "客户姓名", "Name of Employee", "contactPerson", "经理姓名", "驾驶员", "customerName", "申报人"),
    "finance": ("营业收入", "净利润", "增值税额", "银行余额", "Operating Revenue", "net profit", "账面余额（元）", "研发费用", "资产总计", "Tax Payable", "annualSales"),
    "output": ("产量", "本月产量(件)", "年产能", "良品率", "Output (t)", "production_volume", "成品入库数", "废品数", "yieldRate"),
    "energy": ("能源消耗量", "耗电量", "电耗(kWh/t)", "Energy Consumption", "用水量", "electricity_kwh", "燃气用量", "单位能耗"),
    "process_parameter": ("温度", "反应压力", "主轴转速", "焊接电流", "temperature_c", "Pressure (bar)", "注塑压力", "motorSpeed", "扭矩设定", "液位"),
    "recipe": ("配方组成", "物料配比", "recipe", "配方明细", "Formulation", "组分含量"),
    "equipment_code": ("设备编码", "机器编号", "device_no", "Machine No.", "生产设备编号", "assetId", "模具编号"),
}  # fmt: skip
ONLY_BY_HEADER = {"passport", "finance", "output", "energy", "process_parameter", "recipe", "equipment_code"}


@dataclass(frozen=True)
class Column:
    """`kind` None: nothing sensitive. `case`: clean, dirty, mixed, masked, unnamed, misleading or the lookalike."""

    header: str
    values: list[str]
    kind: str | None
    case: str
    language: str


def generated(count: int, seed: int, headers: Headers) -> list[Column]:
    values = Values(seed)
    kinds = _kinds(values)
    columns = []
    for number in range(count):
        if number % 3 == 2:
            columns.append(_harmless(values))
            continue
        kind, language, make = kinds[number % len(kinds)]
        columns.append(_sensitive(values, kind, language, make, headers))
    values.random.shuffle(columns)
    return columns


def _kinds(values: Values) -> list[tuple[str, str, Callable[[], str]]]:
    return [
        ("resident_id", "zh", values.resident_id),
        ("credit_code", "zh", values.credit_code),
        ("bank_card", "en", values.card),
        ("mobile", "zh", values.mobile),
        ("landline", "zh", values.landline),
        ("foreign_phone", "en", values.foreign_phone),
        ("email", "en", values.email),
        ("plate", "zh", values.plate),
        ("passport", "en", values.passport),
        ("ip_address", "en", values.ip),
        ("mac_address", "en", values.mac),
        ("coordinates", "en", values.coordinates),
        ("organisation", "zh", values.firm_zh),
        ("organisation", "en", values.firm_en),
        ("address", "zh", values.address_zh),
        ("address", "en", values.address_en),
        ("person_name", "zh", values.person_zh),
        ("person_name", "en", values.person_en),
        ("finance", "zh", values.amount),
        ("output", "zh", values.measure),
        ("energy", "zh", values.measure),
        ("process_parameter", "zh", values.measure),
        ("recipe", "zh", values.recipe),
        ("equipment_code", "zh", values.equipment),
        ("person_name", "zh", values.person_zh),
    ]


def _harmless(values: Values) -> Column:
    name, (headers, make) = values.random.choice(sorted(lookalikes(values).items(), key=lambda item: item[0]))
    texts = [make() for _ in range(WIDTH)]
    blank = values.random.random() < 0.2
    texts = [values.pick("", text) if blank else text for text in texts]
    chinese = any("\u4e00" <= character <= "\u9fff" for text in texts for character in text)
    return Column(values.random.choice(headers), texts, None, name, "zh" if chinese else "en")


def _sensitive(values: Values, kind: str, language: str, make: Callable[[], str], headers: Headers) -> Column:
    cases = ("clean", "clean", "dirty", "mixed", "masked", "unnamed", "unnamed", "misleading")
    case = values.random.choice(cases[:4] if kind in ONLY_BY_HEADER else cases)
    header = values.random.choice({"unnamed": ABSENT, "misleading": MISLEADING}.get(case, headers[kind]))
    texts = [make() for _ in range(WIDTH)]
    change = {"dirty": _dirtied, "mixed": _mixed, "masked": _masked}.get(case)
    return Column(header, change(values, texts) if change else texts, kind, case, language)


def _dirtied(values: Values, texts: Sequence[str]) -> list[str]:
    return [_soiled(values, text) if values.random.random() < 0.4 else text for text in texts]


def _soiled(values: Values, text: str) -> str:
    place = values.random.randrange(len(text))
    return values.random.choice((
        text[:place] + values.digits(1) + text[place + 1 :],
        f" {text}\u3000",
        "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text),
        values.pick("", "无", "N/A", "-", "暂无"),
        "'" + text,
        text + values.pick("(备用)", "?", "；"),
        text[:place] + text[place + 1 :],
    ))  # fmt: skip


def _mixed(values: Values, texts: Sequence[str]) -> list[str]:
    others = (
        values.mobile,
        values.landline,
        values.amount,
        lambda: values.pick("待定", "见附件", "同上", "123"),
    )
    return [values.random.choice(others)() if values.random.random() < 0.18 else text for text in texts]


def _masked(values: Values, texts: Sequence[str]) -> list[str]:
    keep = values.random.randint(1, 3)
    return [text[:keep] + "*" * max(2, len(text) - 2 * keep) + text[len(text) - keep :] for text in texts]


CLUENER = {"name": "person_name", "company": "organisation", "organization": "organisation", "government": "organisation", "address": "address"}  # fmt: skip
PRESIDIO = {
    "PERSON": "person_name",
    "ORGANIZATION": "organisation",
    "STREET_ADDRESS": "address",
    "PHONE_NUMBER": "foreign_phone",
    "CREDIT_CARD": "bank_card",
    "EMAIL_ADDRESS": "email",
    "IP_ADDRESS": "ip_address",
}
NEITHER = {"book", "game", "movie", "position", "TITLE", "AGE", "DATE_TIME", "DOMAIN_NAME", "ZIP_CODE", "NRP"}


def published(half: int, seed: int, headers: Headers) -> list[Column]:
    """Entities of CLUENER and of Presidio's set: each column once under a fitting header and once without one.

    Entities are parted by their checksum: half 0 was looked at while the detectors were made, half 1 was not.
    """
    draw = random.Random(seed)
    pools = _pools("zh", _cluener(), CLUENER, half) | _pools("en", _presidio(), PRESIDIO, half)
    columns = []
    for (language, label), texts in sorted(pools.items()):
        draw.shuffle(texts)
        kind = (CLUENER | PRESIDIO).get(label)
        for start in range(0, min(len(texts), 60 * WIDTH) - WIDTH + 1, WIDTH):
            part = texts[start : start + WIDTH]
            named = draw.choice(_in(language, headers[kind])) if kind else label.lower()
            columns += [
                Column(named, part, kind, f"{label} named", language),
                Column("", part, kind, f"{label} unnamed", language),
            ]
    return columns


def _in(language: str, headers: Sequence[str]) -> list[str]:
    return [header for header in headers if header.isascii() == (language == "en")]


def _pools(
    language: str, entities: Iterator[tuple[str, str]], kinds: dict[str, str], half: int
) -> dict[tuple[str, str], list[str]]:
    pools: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for label, text in entities:
        if (label in kinds or label in NEITHER) and zlib.crc32(text.encode()) % 2 == half:
            pools[language, label][text] = None
    return {key: sorted(texts) for key, texts in pools.items()}


def _cluener() -> Iterator[tuple[str, str]]:
    with gzip.open(ENTITIES / "cluener_train.json.gz", "rt", encoding="utf-8") as lines:
        text, decoder, at = lines.read(), json.JSONDecoder(), 0
    while at < len(text.rstrip()):
        sentence, at = decoder.raw_decode(text, at)
        at += len(text[at:]) - len(text[at:].lstrip())
        yield from ((label, entity) for label, entities in sentence["label"].items() for entity in entities)


def _presidio() -> Iterator[tuple[str, str]]:
    with gzip.open(ENTITIES / "presidio_synth_dataset_v2.json.gz", "rt", encoding="utf-8") as file:
        for sentence in json.load(file):
            yield from ((span["entity_type"], span["entity_value"]) for span in sentence["spans"])

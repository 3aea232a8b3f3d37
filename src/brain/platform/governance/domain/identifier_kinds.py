"""The kinds of field that are looked for: their level, their tests and the headers that name them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from brain.platform.governance.contract import IdentifierKind
from brain.platform.governance.domain import industrial_fields as industrial
from brain.platform.governance.domain import number_shapes as numbers
from brain.platform.governance.domain import spoken_names as spoken
from brain.platform.governance.domain.industrial_fields import words

Test = Callable[[str], object]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of field. `level` is proposed for it; a `proven` one has a check digit.

    `as_written` is the weaker test under a header that names the kind, `together` what a column without such
    a header must also satisfy; `shown` is the least share there; `related` values count for it
    too (a mobile among telephones).
    """

    name: IdentifierKind
    level: int
    holds: Test
    header: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    as_written: Test | None = None
    together: Callable[[Sequence[str]], bool] | None = None
    related: Test | None = None
    proven: bool = False
    shown: float = 0.8
    needs_header: bool = False

    def named_by(self, header: str) -> bool:
        return bool(self.header.search(header)) and not (self.unless and self.unless.search(header))


def _either(first: re.Pattern[str], second: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(f"{first.pattern}|{second.pattern}", re.IGNORECASE)


OTHER_NUMBERS: Final = words(
    (
        "订单 工单 票号 流水 序列 批次 批号 单号 物料 型号 版本 货号 条码 品名 产品 商品 规格 材料 部门 "
        "科室 岗位 职务 类型 类别 车间 数量 金额 时间戳 城市 图号"
    ),
    (
        "order work_order ticket serial batch lot sku part model version tracking waybill invoice product "
        "item material department title role city country type category qty quantity amount timestamp imei "
        "barcode"
    ),
)
_OTHER_WORDS: Final = words(
    "编号 代码 编码 类型 性质 规模 数量 时间 日期 状态 类别 等级 网址 人数",
    "id no number code type size count date time status url category level",
)
_TELEPHONE: Final = words(
    "电话 联系方式 联系$", "lxdh lxfs phone tel telephone phone_no phone_number contact_number"
)
_NOT_TELEPHONE: Final = words("型号 品牌 时长 次数 类型", "model brand type duration extension_count")


def _telephone(text: str) -> bool:
    return numbers.mobile(text) or numbers.landline(text) or numbers.foreign_telephone(text)


def _dialled(values: Sequence[str]) -> bool:
    """Marks between the digits, or digits as scattered as subscribers' are."""
    return any(not text.isdigit() for text in values) or numbers.scattered(values)


# In this order: of several kinds that hold for as many values, the first is meant.
KINDS: Final = (
    Kind(
        name="resident_id",
        level=3,
        holds=numbers.resident_id,
        as_written=numbers.resident_id_as_written,
        header=words(
            "身份证 身份号码 证件号 公民身份",
            "sfz sfzh sfzhm zjhm id_card id_no idnumber id_number citizen_id resident_id",
        ),
        proven=True,
    ),
    Kind(
        name="credit_code",
        level=1,
        holds=numbers.credit_code,
        as_written=numbers.credit_code_as_written,
        header=words(
            "信用代码 纳税人识别号 税号",
            "tyshxydm shxydm xydm uscc credit_code unified_social_credit_code taxpayer_id",
        ),
        proven=True,
    ),
    Kind(
        name="bank_card",
        level=3,
        holds=numbers.bank_card,
        as_written=numbers.bank_account,
        header=words(
            "银行卡 银行账 银行帐 卡号 结算账号 收款账 付款账 开户账 工资卡",
            "yhkh yhzh bank_card card_no card_number credit_card bank_account account_no account_number iban",
        ),
        unless=words("身份 工卡 门禁 会员 饭卡", "id_card member"),
        proven=True,
    ),
    Kind(
        name="mobile",
        level=2,
        holds=numbers.mobile,
        header=_either(words("手机 移动电话", "sjh sjhm mobile cell cellphone"), _TELEPHONE),
        unless=_NOT_TELEPHONE,
        related=_telephone,
        together=_dialled,
    ),
    Kind(
        name="email",
        level=2,
        holds=numbers.email,
        header=words("邮箱 邮件 电邮", "e?mail mailbox e_mail email_address"),
    ),
    Kind(
        name="plate",
        level=2,
        holds=numbers.plate,
        header=words("车牌 号牌 车号 牌照", "cph plate licen[cs]e_plate plate_no vehicle_no"),
    ),
    Kind(
        name="passport",
        level=3,
        holds=numbers.passport,
        as_written=numbers.passport_as_written,
        header=words("护照", "passport passport_no passport_number"),
        needs_header=True,
    ),
    Kind(
        name="landline",
        level=1,
        holds=numbers.landline,
        as_written=numbers.local_telephone,
        header=_either(words("座机 固话 传真 热线 固定电话", "fax landline hotline"), _TELEPHONE),
        unless=_NOT_TELEPHONE,
        related=_telephone,
        together=_dialled,
    ),
    Kind(
        name="foreign_phone",
        level=2,
        holds=numbers.foreign_telephone,
        as_written=numbers.foreign_telephone_as_written,
        header=_either(words("", "mobile cell fax"), _TELEPHONE),
        unless=_NOT_TELEPHONE,
        related=_telephone,
    ),
    Kind(
        name="ip_address",
        level=2,
        holds=numbers.network_address,
        together=numbers.beyond_versions,
        header=words(
            "ip地址 网络地址", "host src_ip dst_ip ip ipv4 ipv6 ip_addr ip_address host_ip client_ip"
        ),
    ),
    Kind(
        name="mac_address",
        level=2,
        holds=numbers.device_address,
        as_written=numbers.device_address_as_written,
        header=words("物理地址 网卡", "mac mac_addr mac_address"),
    ),
    Kind(
        name="coordinates",
        level=2,
        holds=numbers.coordinates,
        as_written=numbers.degrees,
        unless=words("公差 量程 误差", "tolerance error"),
        together=numbers.on_land,
        header=words(
            "坐标 经纬度 经度 纬度 定位",
            "coord coords coordinates location lnglat lng lat lon longitude latitude gps geo",
        ),
    ),
    Kind(
        name="organisation",
        shown=0.5,
        level=1,
        holds=spoken.organisation,
        as_written=spoken.organisation_as_written,
        related=spoken.firm_list_or_organisation,
        together=spoken.not_departments,
        header=words(
            (
                "企业 公司 单位名称 所属单位 工作单位 机构 供应商 客户名称 厂商 制造商 供货商 收款方 "
                "付款方 甲方 乙方 开户行 承运商 承运方 经销商 客户$ 采购方 受托方"
            ),
            (
                "dwmc qymc company customer carrier client buyer seller payee organi[sz]ation org supplier "
                "vendor customer_name employer manufacturer firm company_name"
            ),
        ),
        unless=_either(
            _OTHER_WORDS,
            words("电话 地址 联系 简介 收入 利润 人$ 住所", "phone address contact email person"),
        ),
    ),
    Kind(
        name="address",
        shown=0.5,
        level=2,
        holds=spoken.address,
        as_written=spoken.address_as_written,
        header=words(
            "地址 住所 住址 厂址 所在地 位置 地点 场所 籍贯 户籍",
            "dz zcdz address addr location street residence place",
        ),
        unless=words(
            "ip地址 邮箱 邮件 网址 mac 物理 网络 内存 编号 货位 寄存器 地市 所在[省市县区]",
            "ip mac e?mail web url memory register modbus plc wallet",
        ),
    ),
    Kind(
        name="person_name",
        level=2,
        holds=spoken.person,
        as_written=spoken.person_as_written,
        together=spoken.borne_by_people,
        header=words(
            (
                "姓名 法人 签收人 验收人 操作员 责任人 制单人 审批人 法定代表人 负责人 联系人 经办人 "
                "董事 监事 员工 操作工 客户经理 收货人 申请人 人名"
            ),
            "xm frdb person person_name full_name first_name last_name surname contact_name "
            "contact_person employee_name "
            "customer_full_name legal_representative operator owner_name employee manager_name patient_name",
        ),
        unless=_either(_OTHER_WORDS, words("电话 邮箱 地址 类型", "phone email address")),
    ),
    Kind(
        name="recipe",
        level=3,
        holds=industrial.recipe,
        header=industrial.RECIPE,
        unless=industrial.OTHERWISE,
        needs_header=True,
    ),
    Kind(
        name="equipment_code",
        level=2,
        holds=industrial.equipment_code,
        header=industrial.EQUIPMENT,
        needs_header=True,
    ),
    Kind(
        name="energy",
        level=2,
        holds=industrial.quantity,
        header=industrial.ENERGY,
        unless=industrial.OTHERWISE,
        needs_header=True,
    ),
    Kind(
        name="output",
        level=2,
        holds=industrial.quantity,
        header=industrial.OUTPUT,
        unless=industrial.OTHERWISE,
        needs_header=True,
    ),
    Kind(
        name="process_parameter",
        level=3,
        holds=industrial.quantity,
        header=industrial.PROCESS,
        unless=industrial.OTHERWISE,
        needs_header=True,
    ),
    Kind(
        name="finance",
        level=2,
        holds=industrial.money,
        header=industrial.FINANCE,
        unless=_either(industrial.OTHERWISE, industrial.RATES),
        needs_header=True,
    ),
)

"""The data sets of enterprise master data: 基础库 as the tables hold it, 行业库 summed up from it."""

from collections.abc import Mapping
from typing import Any, Final

from brain.kit.datasets import ORIGIN, Column, DataSet, Derived, Snapshot, Type
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.queries.tables import TABLES

DATE, DECIMAL, INTEGER = Type.DATE, Type.DECIMAL, Type.INTEGER
CODE: Final = Column("credit_code", "统一社会信用代码", "Credit code", element="credit_code")
COLUMNS: Final[dict[Family, tuple[Column, ...]]] = {
    Family.BASIC: (
        CODE,
        Column("name", "企业名称", "Name", element="enterprise_name"),
        Column("reg_number", "注册号", "Registration number", element="reg_number"),
        Column(
            "legal_person_name",
            "法定代表人",
            "Legal person",
            level=2,
            personal=True,
            element="legal_person_name",
        ),
        Column("reg_capital", "注册资本（元）", "Registered capital (yuan)", DECIMAL, element="reg_capital"),
        Column("reg_capital_currency", "注册资本币种", "Currency of registered capital", element="currency"),
        Column(
            "actual_capital", "实缴资本（元）", "Paid-in capital (yuan)", DECIMAL, element="actual_capital"
        ),
        Column("actual_capital_currency", "实缴资本币种", "Currency of paid-in capital", element="currency"),
        Column("establish_date", "成立日期", "Established", DATE, element="establish_date"),
        Column("approved_date", "核准日期", "Approved", DATE, element="approved_date"),
        Column("term_from", "营业期限自", "Term from", DATE, element="term_from"),
        Column("term_to", "营业期限至", "Term to", DATE, element="term_to"),
        Column("reg_status", "登记状态", "Status"),
        Column("company_type", "企业类型", "Type"),
        Column("reg_institute", "登记机关", "Registrar"),
        Column("address", "住所", "Address", element="address"),
        Column("region_code", "行政区划代码", "Region code", element="region_code"),
        Column("industry_code", "行业代码", "Industry code", element="industry_code"),
        Column("business_scope", "经营范围", "Business scope", element="business_scope"),
        Column("former_names", "曾用名", "Former names", element="former_names"),
        Column("staff_range", "人员规模", "Staff"),
        Column("scale", "企业规模", "Scale"),
        Column("stock_code", "股票代码", "Stock code"),
    ),
    Family.PATENT: (
        CODE,
        Column("application_number", "申请号", "Application number", element="application_number"),
        Column("title", "专利名称", "Title"),
        Column("patent_type", "专利类型", "Type"),
        Column("publication_number", "公开号", "Publication number"),
        Column("application_date", "申请日", "Applied", DATE, element="application_date"),
        Column("grant_date", "授权日", "Granted", DATE, element="grant_date"),
        Column("patent_status", "法律状态", "Status"),
        Column("ipc", "主分类号", "IPC", element="ipc"),
    ),
    Family.TRADEMARK: (
        CODE,
        Column("registration_number", "注册号", "Registration number"),
        Column("nice_class", "国际分类", "Class"),
        Column("name", "商标名称", "Name"),
        Column("application_date", "申请日期", "Applied", DATE, element="application_date"),
        Column("registration_date", "注册日期", "Registered", DATE, element="registration_date"),
        Column("valid_to", "专用期至", "Valid to", DATE, element="valid_to"),
        Column("trademark_status", "商标状态", "Status"),
    ),
    Family.INVESTMENT: (
        CODE,
        Column("investee_name", "被投资企业名称", "Investee", element="enterprise_name"),
        Column(
            "investee_credit_code",
            "被投资企业统一社会信用代码",
            "Investee's credit code",
            element="credit_code",
        ),
        Column("amount", "投资额（元）", "Amount (yuan)", DECIMAL, element="amount"),
        Column("currency", "币种", "Currency", element="currency"),
        Column("ratio", "持股比例（%）", "Share (%)", DECIMAL, element="ratio"),
        Column("invested_on", "投资日期", "Invested", DATE, element="invested_on"),
        Column("investee_status", "被投资企业状态", "Investee's status"),
    ),
    Family.HONOUR: (
        CODE,
        Column("title", "荣誉名称", "Title"),
        Column("year", "年度", "Year", INTEGER, element="year"),
        Column("grade", "级别", "Grade"),
        Column("issuer", "授予单位", "Issuer"),
        Column("awarded_on", "授予日期", "Awarded", DATE, element="awarded_on"),
        Column("valid_to", "有效期至", "Valid to", DATE, element="valid_to"),
        Column("document_number", "文号", "Document"),
    ),
}
_KNOWN: Final = {
    "kind": "reference",
    "name": "enterprise_known",
    "column": "credit_code",
    "data_set": "base.enterprise",
    "key": "credit_code",
}
_DIGIT: Final = {
    "kind": "check_digit",
    "name": "credit_code_digit",
    "column": "credit_code",
    "of": "credit_code",
}
RULES: Final[dict[Family, tuple[Mapping[str, Any], ...]]] = {
    Family.BASIC: (
        _DIGIT,
        {"kind": "not_null", "name": "name_given", "column": "name", "blank": True, "severity": "stop"},
        {"kind": "not_null", "name": "region_known", "column": "region_code"},
        {"kind": "not_null", "name": "industry_known", "column": "industry_code"},
        {"kind": "not_null", "name": "establishment_known", "column": "establish_date"},
        {
            "kind": "range",
            "name": "establishment_year",
            "column": "establish_date",
            "least": "1900-01-01",
            "most": "2100-01-01",
        },
        {"kind": "range", "name": "capital_not_negative", "column": "reg_capital", "least": 0},
        {
            "kind": "cross_field",
            "name": "term_in_order",
            "left": "term_from",
            "operator": "<=",
            "right": "term_to",
        },
    ),
    Family.PATENT: (
        _KNOWN,
        {
            "kind": "cross_field",
            "name": "granted_after_application",
            "left": "application_date",
            "operator": "<=",
            "right": "grant_date",
        },
    ),
    Family.TRADEMARK: (_KNOWN,),
    Family.INVESTMENT: (
        _KNOWN,
        {"kind": "range", "name": "share_within_100", "column": "ratio", "least": 0, "most": 100},
    ),
    Family.HONOUR: (_KNOWN,),
}
NAMES: Final = {
    Family.BASIC: ("enterprise", "企业基础工商信息", "Enterprises", "在册企业"),
    Family.PATENT: ("patent", "企业专利", "Patents", "一件专利的一个申请人"),
    Family.TRADEMARK: ("trademark", "企业商标", "Trademarks", "一件注册商标的一个类别"),
    Family.INVESTMENT: ("investment", "企业对外投资", "Investments", "一家企业对另一家的投资"),
    Family.HONOUR: ("honour", "企业荣誉资质", "Honours", "一家企业某年获得的一项荣誉"),
}


def _read(column: Column) -> str:
    return "array_to_string(former_names, '；')" if column.name == "former_names" else f"t.{column.name}"


def _family(family: Family) -> DataSet:
    """The source named is that of the record; single values may have a newer one (their history has it)."""
    name, title, title_en, row = NAMES[family]
    read = ", ".join(_read(column) for column in COLUMNS[family])
    return DataSet(
        tier="base",
        name=name,
        title=title,
        title_en=title_en,
        about=f"每行是{row}；来自“数据导入”或共享交换，取值按来源日期新旧合并",
        columns=(*COLUMNS[family], *ORIGIN),
        keys=TABLES[family].keys,
        rules=RULES[family],
        built=Snapshot(
            statement=(
                f"SELECT {read}, s.provider, s.title, t.valid_from, s.sample"  # noqa: S608 - our own names
                f" FROM {TABLES[family].name} AS t JOIN data_warehouse_source AS s ON s.id = t.source_id"
            ),
            mark=(
                "SELECT coalesce(max(last_revision), 0) FROM data_warehouse_loading"  # noqa: S608 - as above
                f" WHERE family = '{family.value}'"
            ),
        ),
    )


STOCK: Final = DataSet(
    tier="industry",
    name="enterprise_stock",
    title="企业存量（行业大类 × 市 × 成立年份）",
    title_en="Enterprises by division, city and year",
    about="每行是一个行业大类在一个市、一个成立年份的企业数与人民币注册资本合计；没有代码或日期的归入空值",
    columns=(
        Column("division", "行业大类（GB/T 4754）", "Division (GB/T 4754)", element="division"),
        Column("city_code", "市（GB/T 2260）", "City (GB/T 2260)", element="city_code"),
        Column("year", "成立年份", "Year", INTEGER, element="year"),
        Column("enterprises", "企业数", "Enterprises", INTEGER),
        Column("capital", "注册资本合计（元）", "Registered capital (yuan)", DECIMAL),
    ),
    keys=("division", "city_code", "year"),
    built=Derived(
        statement="""
        SELECT substring(industry_code, 1, 3) AS division,
               concat(substring(region_code, 1, 4), '00') AS city_code,
               year(establish_date) AS year,
               count(*) AS enterprises,
               sum(CASE WHEN coalesce(reg_capital_currency, 'CNY') = 'CNY' THEN reg_capital END) AS capital
        FROM base.enterprise
        GROUP BY 1, 2, 3
        """
    ),
)
DATA_SETS: Final = (*(_family(family) for family in Family), STOCK)

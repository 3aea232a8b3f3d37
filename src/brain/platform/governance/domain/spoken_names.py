"""Names of people and organisations, and addresses, in Chinese and English: what their words tell."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from brain.reference.enterprise_name import split
from brain.reference.region import GAZETTEER

# The surnames most held in China, and the double ones (公安部户政管理研究中心, yearly reports of names).
SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
    "汤康易乔赖文樊兰葛洪安殷鲁翟章倪庞邢俞季柳辛单岳齐沿梅庄涂焦左柴祝管凌霍牛毕温耿关纪聂童甘车欧游尤"
    "苗瞿盛阮裴路盖成冉边卞鲍喻费景屈詹符宁骆解宗丛曲冷卓靳穆褚滕桂嵇房巩蔺沙巴佟苟谷隋迟申屠初栾国"
)
_DOUBLE: Final = re.compile("欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木")
# Characters that parents choose; a name of two or three characters ends with one of them eight times in ten.
GIVEN: Final = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海斌辉鹏飞宇浩轩博子涵欣怡梓雨婷慧雪琳佳"
    "颖莉萍梅玲燕云凤莲春秋冬夏荣祥福贵生林森树龙虎波江河山峰岩松柏竹青翠珍珠宝金银铁钢成功胜利民光亮晨曦阳"
    "旭东南西北中正义仁礼智信忠孝诚良善美好学思远达通顺安康健宁和谦恒永毅坚立新兴昌盛隆发富有庆瑞吉祺嘉俊豪"
    "杨帆凯威武振声威鸣凡然哲睿彬斐翔宏鸿洪润泽源清洁淑惠贤雅芝兵兰兴全保继承德厚友长才卫星月明妍彤萌蕾薇茜"
    "菲倩莹晶媛璐瑶瑾琪琴瑛珊楠桐桦柳枫梦诗语音韵歌悦乐心爱笑君若依可儿小晓一二三天宸辰景昊晟晗晴昕昱皓烨煜"
    "炜炎焕熙腾跃超越进前程启航帅奇锋锐铭钧鑫鉴镇雄冠冰凌寒霜露雷震霖霄雯霓岚嵘峥巍川洲津涌浪潮湘沛沁淼渊"
    "义琨珂琦玮珏璟环理珺芸芬芹苗茂莎荷菊萱蓉蓓蔚蕊薛艺苑亚娥娇姣婉婵嫣姝娴丹彩绮纯素绢红绍维纲绪贞赫超轶"
)
_HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,7}·[\u4e00-\u9fff·]{1,12}")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")

_FIRST: Final = """
aaron abigail adam adrian aisha alan albert alex alexander alexandra alfred alice alicia alison allison
amanda amber amelia amy ana andre andrea andrew angel angela anita ann anna anne annie anthony antonio april
arthur ashley audrey austin barbara benjamin bernard beth betty beverly bill billy bob bobby bonnie brad
bradley brandon brenda brian brittany bruce bryan caleb cameron carl carla carlos carol caroline carolyn
carrie catherine charles charlotte cheryl chloe chris christian christina christine christopher cindy claire
clara clarence claudia clayton colin connie courtney craig crystal curtis cynthia dale dan daniel danielle
danny darren dave david dawn dean deborah debra denise dennis derek diana diane dominic donald donna doris
dorothy douglas dylan earl eddie edward edwin eileen elaine elena eli elizabeth ella ellen emily emma eric
erica erin ernest ethan eugene eva evan evelyn faith fernando fiona florence frances francis francisco frank
fred frederick gabriel gail garrett gary george gerald gina glenn gloria gordon grace graham greg gregory
hannah harold harriet harry hazel heather hector heidi helen henry holly howard hugh ian irene isaac
isabella ivan jack jackie jacob jacqueline jake james jamie jane janet janice jared jasmine jason javier jay
jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jesus jill jim jimmy joan joann joanna joe joel
johannes john johnny jon jonathan jordan jorge jose joseph joshua joyce juan judith judy julia julian julie
june justin karen karl kate katherine kathleen kathryn kathy katie kay keith kelly ken kenneth kevin kim
kimberly kristen kristin kyle larry laura lauren laurie lawrence leah lee leo leon leonard leslie liam lily
linda lindsay lisa lloyd logan lois loretta lori louis louise lucas lucy luis luke lydia lynn madison manuel
marc marcus margaret maria marie marilyn mario marion marjorie mark marlene martha martin marvin mary mason
matthew maureen max megan melanie melissa melvin mia michael micheal michele michelle miguel mike mildred
mohamed mohammed molly monica morgan nancy naomi natalie natasha nathan neil nicholas nick nicola nicole
noah norma norman oliver olivia oscar owen pamela patricia patrick paul paula pauline pedro peggy penelope
peter philip phillip phyllis rachel ralph ramon randall randy raymond rebecca regina renee ricardo richard
rick ricky rita robert roberta roberto robin rodney roger roland ron ronald rosa rose roy ruben russell ruth
ryan sally sam samantha samuel sandra sara sarah scott sean sebastian sergio seth shane shannon sharon shaun
shawn sheila sherry shirley simon sophia sophie stacey stacy stanley stella stephanie stephen steve steven
stuart sue susan suzanne sylvia tamara tammy tanya tara teresa terri terry theodore theresa thomas tiffany
tim timothy tina todd tom tommy toni tony tracey tracy travis trevor tristan tyler valerie vanessa vera
vernon veronica victor victoria vincent virginia vivian wade walter wanda warren wayne wendy wesley william
willie yolanda yvonne zachary zoe
"""
_FIRST_NAMES: Final = frozenset(_FIRST.split())
_TITLE: Final = re.compile(
    r"^(?:(?:mrs|miss|mr|ms|dr|prof|sir)\.?\s+)|,?\s+(?:jr|sr|iii?|phd|md|dds|dvm)\.?$", re.IGNORECASE
)
_WORD: Final = (
    r"(?:[A-ZÀ-ÞĀ-ſЁА-Я](?:[^\W\d_]|['’.-])*|(?:van|von|de|da|di|del|der|la|le|al|el|bin|ten|dos)\b)"
)
_NAME_SHAPE: Final = re.compile(rf"{_WORD}(?:,?\s{_WORD}){{1,3}}")


def _surname_first(text: str) -> bool:
    return text[0] in SURNAMES or _DOUBLE.match(text) is not None


def person(text: str) -> bool:
    """A Chinese name begins with a surname, a foreign one has a dot, an English one is two to four words with
    capitals: whether they are names only the column or the header can tell."""
    if _HAN.search(text):
        return (
            bool(_HAN_NAME.fullmatch(text))
            and ("·" in text or _surname_first(text))
            and not organisation(text)
        )
    return bool(_NAME_SHAPE.fullmatch(_TITLE.sub("", text))) and not organisation(text) and not address(text)


def person_as_written(text: str) -> bool:
    """Under a header that asks for a person: one word too, or capitals throughout, or a title behind."""
    plain = re.sub(r"(?:先生|女士|小姐|经理|主任|总|师傅)$", "", _TITLE.sub("", text))
    if _HAN.search(plain):
        return bool(re.fullmatch(r"[\u4e00-\u9fff·]{1,15}", plain)) and len(plain) <= (
            15 if "·" in plain else 4
        )
    return re.fullmatch(r"[^\W\d_][^\W\d_'’.,\s-]*(?:[\s,.'’-]+[^\W\d_]+){0,4}\.?", plain) is not None


def borne_by_people(values: Sequence[str]) -> bool:
    """Enough of the values end like given names, or begin with first names, for a column without header."""
    han = [text for text in values if _HAN.search(text)]
    latin = [text for text in values if not _HAN.search(text)]
    given = sum("·" in text or text[-1] in GIVEN for text in han)
    first = sum(_first_name(text) in _FIRST_NAMES for text in latin)
    surnames = {text[0] for text in han}
    several = len(han) < 4 or len(surnames) >= 3
    short = sum(len(text) <= 3 or "·" in text for text in han) >= 0.8 * len(han)
    return several and short and given >= 0.6 * len(han) and first >= 0.2 * len(latin) and _unlike_places(han)


def _first_name(text: str) -> str:
    """Of `Mary Hardy`, `Dr Mary Hardy` and `Hardy, Mary`: mary."""
    name = _TITLE.sub("", text).lower()
    return name.rpartition(", ")[2].split()[0]


def _unlike_places(han: Sequence[str]) -> bool:
    return sum(text in places() for text in han) <= 0.2 * len(han)


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    return GAZETTEER.names()


_FIRM: Final = re.compile(
    r"(?:公司|集团|合作社|联合社|事务所|研究院|研究所|设计院|科学院|银行|信用社|医院|卫生院|大学|"
    r"学院|学校|中学|小学|幼儿园"
    r"|协会|学会|商会|基金会|委员会|委|政府|法院|检察院|公安局|管理局|税务局|办事处|街道办|合伙\)?|"
    r"分公司|支行|营业部"
    r"|经营部|门市部|服务部|加工厂|制造厂|制品厂|总厂|[^工出]厂|商行|商店|超市|酒店|饭店|宾馆|药店|"
    r"药房|农场|养殖场|加油站"
    r"|出版社|报社|电视台|俱乐部|证券|保险|研究中心|服务中心|工作室|联盟|总局|"
    r"总队)(?:[(（][^()（）]{1,14}[)）])?$"
)
_TYPE_OF_FIRM: Final = re.compile(  # a column of types of registration names no enterprise
    "(?:国有|集体|民营|私营|外商投资|中外合资经营?|港澳台商投资|外资|个人独资|股份合作|联营|有限责任|"
    "股份有限|有限|普通|独资"
    "|一人|控股)+(?:公司|企业|合伙企业|合伙|集团)?"
)
_DEPARTMENT: Final = re.compile(r".{1,6}(?:部|处|科|室|组|车间|中心|班)")
_ENGLISH_FIRM: Final = re.compile(
    r"\b(?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|sa|srl|bv|nv|"
    r"pty|oy|ab|kg|spa|s\.a|"
    r"group|holdings?|industries|enterprises|associates|partners|bank|university|college|institute|hospital|"
    r"foundation|association|ministry|department of|council|federation|society|and sons|& sons)\b\.?",
    re.IGNORECASE,
)
_FIRM_LIST: Final = re.compile(rf"{_WORD}(?:-{_WORD}|(?:, {_WORD})+,? (?:and|&) {_WORD}| (?:and|&) {_WORD})")


def organisation(text: str) -> bool:
    """By a form of enterprise, institution or authority at the end, or (English) anywhere."""
    if len(text) > 60:
        return False
    if _HAN.search(text):
        return (
            len(text) >= 4
            and bool(_FIRM.search(text))
            and not (_TYPE_OF_FIRM.fullmatch(text) or _numbered(text))
        )
    return " " in text and len(text) >= 5 and not re.match(r"\d", text) and bool(_ENGLISH_FIRM.search(text))


def _numbered(text: str) -> bool:
    """A street number or sentence marks inside: an address or a text."""
    return re.search(r"\d+[号室栋楼]|[。；！？\s]{1}.{6,}[。；]", text) is not None


def organisation_as_written(text: str) -> bool:
    """Under a header that asks for organisations: any registered form, firms named after people, brands."""
    if _HAN.search(text):
        return bool(split(text).form) or (4 <= len(text) <= 40 and not re.search(r"[。；！？]", text))
    return (
        organisation(text)
        or bool(_FIRM_LIST.fullmatch(text))
        or bool(re.fullmatch(rf"{_WORD}(?: {_WORD}){{0,5}}", text))
    )


def firm_list_or_organisation(text: str) -> bool:
    """Also firms named after their founders alone: only beside others that show their form."""
    return organisation(text) or _FIRM_LIST.fullmatch(text) is not None


def not_departments(values: Sequence[str]) -> bool:
    return sum(bool(_DEPARTMENT.fullmatch(text)) for text in values) < 0.5 * len(values)


_STREET: Final = re.compile(
    r"路|街|大道|巷|弄|胡同|号|村|镇|乡|小区|园区|开发区|单元|室|栋|幢|座|大厦|广场|公寓|花园|庄|组|屯|苑"
)
_DIVISIONS: Final = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:省|市|州|盟|自治区)[\u4e00-\u9fff]{1,}(?:区|县|市|旗|镇|乡|街道|路|街|道)"
    r"|(?:区|县|市|旗|镇|乡|街道)[\u4e00-\u9fff]{1,12}(?:路|街|巷|弄|道|村|里|"
    r"大道).{0,6}[\d一二三四五六七八九十]+(?:号|弄|巷|栋|组)"
)
_ENGLISH_STREET: Final = re.compile(
    r"(?=.*\d).*\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pl|place|"
    r"sq|square|way|"
    r"terrace|ter|pkwy|parkway|hwy|highway|circle|cir|trail|crescent|close|mews|row|gardens|apt|suite|st"
    r"e|unit|flat|"
    r"floor|p\.?\s?o\.? box|studio|po box|psc|apo|fpo|dpo)\b",
    re.IGNORECASE | re.DOTALL,
)
_POSTCODE: Final = re.compile(
    (
        r"(?=.*\s).*(?:\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|"
        r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b)"
    ),
    re.DOTALL,
)
_NUMBERED_PLACE: Final = re.compile(r"(?=.*\d)(?=.*[^\W\d_]{3}).+[\n,].+", re.DOTALL)


def address(text: str) -> bool:
    """A region that exists, or divisions one in another, with a street or village; (English) a number with a
    word for a street, or a town with its postcode."""
    if _HAN.search(text):
        if len(text) < 6 or not _STREET.search(text) or _FIRM.search(text):
            return False
        return bool(_DIVISIONS.search(text)) or GAZETTEER.from_address(text) is not None
    if len(text) < 8 or not re.search(r"[^\W\d_]{2}", text):
        return False
    return bool(_ENGLISH_STREET.match(text) or _POSTCODE.match(text))


_PLACE_END: Final = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:[省市区县镇乡村州旗盟路街道巷号里湾港岛国楼厦园场站桥])$"
)


def address_as_written(text: str) -> bool:
    """Under a header that asks for a place: also a region alone, a place word, lines with a number."""
    if address(text):
        return True
    if _HAN.search(text):
        return (
            text in places()
            or bool(_PLACE_END.search(text))
            or (len(text) >= 5 and bool(_STREET.search(text)))
        )
    return bool(_NUMBERED_PLACE.match(text)) or bool(re.fullmatch(rf"\d+[A-Z]?,? {_WORD}(?: {_WORD})*", text))

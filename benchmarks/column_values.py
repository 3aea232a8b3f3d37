"""Values for the corpus of columns, kind by kind, and values that only look like them; nothing of nobody's.

Written without the detectors' rules: people, firms and addresses come half from Faker's lists, half from the
lists here; numbers follow their standards, computed anew.
"""

import random
import string
from collections.abc import Callable
from datetime import date, timedelta

import gb2260
from faker import Faker

Maker = Callable[[], str]

SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔"
    "贺赖龚文庞樊"
    "兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂柴焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜"
    "詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
GIVEN = (
    "一丁世丽义乐书云亚亮仁伟俊信倩健元光兴冬军冰凤刚力勇勤北华博卫卿君嘉国坤培夏天奇姗娜婉婷子学宁宇"
    "安宏宗家宽富小少尚山岩峰川平广庆康建开强彤彦彬德心志忠思怀怡恒恩慧成扬承振敏文斌新旭昊昌明春昭晓"
    "晨景智曼朋朝"
    "木杰林枫柏树桂梅梓楠正武毅民永江沛河泉泽洁洋津浩海涛淑清源溪滨潇灵炎炳烨然煜熙燕爱玉玥玲珊珍琦琪"
    "琳瑜瑞璇生田甜畅登白百盈真睿祖祥福秀秋穆立童笑红纯绍维美翔耀聪胜良艳芝花若英茂莉菲萍蓉蓝蕾行西言"
    "诗诚语豪贝贵"
    "赫超越跃路达远通道邦钰铁铭锋长青静韵顺颖飞馨骏高鹏麒龙"
)
TRADES = [
    "鼎盛",
    "华瑞",
    "金桥",
    "蓝海",
    "博远",
    "天翼",
    "恒通",
    "鑫源",
    "中科",
    "东岳",
    "齐鲁",
    "润达",
    "海川",
    "广成",
    "宏业",
    "泰和",
    "永兴",
    "德源",
    "佳美",
    "新锐",
    "凯顺",
    "隆基",
    "嘉禾",
    "信诺",
]
LINES = [
    "轮胎",
    "化工",
    "机械",
    "商贸",
    "电子科技",
    "新材料",
    "纺织",
    "食品",
    "物流",
    "建筑工程",
    "智能装备",
    "生物科技",
    "汽车零部件",
    "环保",
    "能源",
]
FIRM_ENDS = [
    "有限公司",
    "有限责任公司",
    "股份有限公司",
    "集团有限公司",
    "厂",
    "农民专业合作社",
    "有限公司分公司",
    "事务所",
    "研究院",
    "经营部",
]
ROADS = [
    "人民",
    "建设",
    "解放",
    "黄河",
    "东二",
    "府前",
    "文化",
    "工业",
    "长江",
    "胜利",
    "迎宾",
    "振兴",
    "学院",
    "滨海",
]
VILLAGES = ["前营", "后张", "西李", "小河", "大王", "石桥", "东关", "南坡"]
FIRST = [
    "Olga",
    "Piotr",
    "Nguyen",
    "Amara",
    "Sven",
    "Priya",
    "Tomás",
    "Bea",
    "Kwame",
    "Ingrid",
    "Yusuf",
    "Chloé",
    "Marek",
    "Aoife",
    "Ravi",
    "Hana",
    "Lars",
    "Nadia",
    "Diego",
    "Mei",
]
LAST = [
    "Okafor",
    "Lindqvist",
    "Kowalski",
    "Sharma",
    "Moreau",
    "O'Brien",
    "Tanaka",
    "Haddad",
    "Novak",
    "Van Dyke",
    "Silva",
    "McCarthy",
    "Petrov",
    "Schmidt",
    "Iyer",
]
UNISSUED = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Values:
    """Makers of single values, drawn from one seeded source."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.fakers = {name: Faker(name) for name in ("zh_CN", "en_US", "en_GB")}
        for place, fake in enumerate(self.fakers.values()):
            fake.seed_instance(seed + place)
        self.regions = sorted(str(code) for code in gb2260.data.data[None] if code % 100)

    def digits(self, count: int) -> str:
        return "".join(self.random.choices(string.digits, k=count))

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)

    def day(self, first: int = 1950, last: int = 2024) -> date:
        return date(first, 1, 1) + timedelta(days=self.random.randrange((last - first) * 365))

    # people, firms, places

    def person_zh(self) -> str:
        if self.random.random() < 0.5:
            return str(self.fakers["zh_CN"].name())
        return self.random.choice(SURNAMES) + "".join(
            self.random.choices(GIVEN, k=self.random.choice((1, 2, 2, 2)))
        )

    def person_en(self) -> str:
        draw = self.random.random()
        if draw < 0.6:
            return str(self.fakers[self.pick("en_US", "en_GB")].name())
        first, last = self.random.choice(FIRST), self.random.choice(LAST)
        return f"{first} {last}" if draw < 0.85 else f"{last}, {first}"

    def firm_zh(self) -> str:
        if self.random.random() < 0.3:
            return str(self.fakers["zh_CN"].company())
        place = self.division(self.random.choice(self.regions))[self.random.randrange(3)]
        return (
            f"{place}{self.random.choice(TRADES)}{self.random.choice(LINES)}{self.random.choice(FIRM_ENDS)}"
        )

    def firm_en(self) -> str:
        if self.random.random() < 0.6:
            return str(self.fakers["en_US"].company())
        return f"{self.random.choice(LAST)} {self.pick('Steel', 'Logistics', 'Foods', 'Chemical', 'Motors')} {self.pick('Co., Ltd.', 'Corp.', 'Inc.', 'GmbH', 'PLC', 'Holdings', 'S.A.')}"

    def division(self, code: str) -> tuple[str, str, str]:
        found = gb2260.get(code)
        stack = [each.name for each in found.stack()]
        return stack[0], stack[min(1, len(stack) - 1)], stack[-1]

    def address_zh(self) -> str:
        draw = self.random.random()
        if draw < 0.4:
            return str(self.fakers["zh_CN"].address())
        names = dict.fromkeys(self.division(self.random.choice(self.regions)))
        parts = list(names)[self.random.randrange(2) :] or list(names)
        tail = (
            f"{self.random.choice(ROADS)}{self.pick('路', '街', '大街', '大道')}{self.random.randint(1, 899)}号"
            if draw < 0.8
            else f"{self.random.choice(VILLAGES)}{self.pick('村', '镇驻地', '乡政府北200米', '工业园')}"
        )
        room = f"{self.random.randint(1, 30)}号楼{self.random.randint(1, 4)}单元{self.random.randint(101, 2602)}室"
        return "".join(parts) + tail + (room if self.random.random() < 0.3 else "")

    def address_en(self) -> str:
        return str(self.fakers[self.pick("en_US", "en_US", "en_GB")].address())

    # numbers

    def resident_id(self) -> str:
        body = f"{self.random.choice(self.regions)}{self.day(1950, 2006):%Y%m%d}{self.digits(3)}"
        total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body))
        return body + "10X98765432"[total % 11]

    def credit_code(self) -> str:
        body = self.pick("91", "91", "92", "93", "12", "51", "52") + self.random.choice(self.regions)
        body += "".join(self.random.choices(UNISSUED, k=9))
        total = sum(UNISSUED.index(character) * 3**place for place, character in enumerate(body))
        return body + UNISSUED[(31 - total % 31) % 31]

    def card(self) -> str:
        head, length = self.random.choice(
            (
                ("622848", 19),
                ("621700", 19),
                ("622202", 19),
                ("625955", 16),
                ("453242", 16),
                ("541234", 16),
                ("371449", 15),
                ("356600", 16),
            )
        )
        return self.with_luhn(head + self.digits(length - len(head) - 1))

    def with_luhn(self, body: str) -> str:
        total = sum(
            sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10))
            for place, digit in enumerate(reversed(body))
        )
        return body + str(-total % 10)

    def mobile(self) -> str:
        head = self.pick(
            "130",
            "131",
            "135",
            "136",
            "138",
            "139",
            "150",
            "152",
            "156",
            "158",
            "159",
            "166",
            "173",
            "176",
            "177",
            "180",
            "182",
            "185",
            "187",
            "188",
            "189",
            "191",
            "198",
            "199",
        )
        return head + self.digits(8)

    def landline(self) -> str:
        area, length = self.random.choice(
            (
                ("010", 8),
                ("021", 8),
                ("0531", 8),
                ("0532", 8),
                ("0546", 7),
                ("0537", 7),
                ("0755", 8),
                ("0791", 8),
            )
        )
        return f"{area}{self.pick('-', '-', ' ', '')}{self.random.randint(2, 8)}{self.digits(length - 1)}{self.pick('', '', '', '-' + self.digits(3))}"

    def foreign_phone(self) -> str:
        return self.random.choice(
            (
                lambda: str(self.fakers["en_US"].phone_number()),
                lambda: str(self.fakers["en_GB"].phone_number()),
                lambda: (
                    f"+{self.pick('49', '33', '81', '61', '44')} {self.random.randint(1, 9)}{self.digits(1)} {self.digits(4)} {self.digits(4)}"
                ),
            )
        )()

    def email(self) -> str:
        return self.random.choice(
            (
                lambda: str(self.fakers["en_US"].email()),
                lambda: f"{self.digits(9)}@qq.com",
                lambda: (
                    f"{self.pick('zhang', 'li', 'sales', 'info')}.{self.pick('wei', 'na', 'jun')}{self.digits(2)}@{self.pick('example.com.cn', 'mail.example.cn', '163.com')}"
                ),
            )
        )()

    def plate(self) -> str:
        place = self.random.choice("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
        letter = self.random.choice("ABCDEFGHJKLMNP")
        return f"{place}{letter}{self.pick('', '', '·')}{''.join(self.random.choices('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', k=self.random.choice((5, 5, 6))))}"

    def passport(self) -> str:
        return (
            self.pick("E", "E", "G", "EA", "EB", "ED", "P", "D")[:2] + self.digits(8)[:8]
            if self.random.random() < 0.5
            else f"E{self.random.choice('ABCDFHJK')}{self.digits(7)}"
        )

    def ip(self) -> str:
        if self.random.random() < 0.15:
            return str(self.fakers["en_US"].ipv6())
        return f"{self.pick('192.168', '10.20', '172.16', '61.135', '221.2')}.{self.random.randint(0, 255)}.{self.random.randint(1, 254)}{self.pick('', '', '', ':8080', '/24')}"

    def mac(self) -> str:
        return self.pick(":", "-").join(
            f"{self.random.randrange(256):02{self.pick('x', 'X')}}" for _ in range(6)
        )

    def coordinates(self) -> str:
        longitude, latitude = 100 + 20 * self.random.random(), 24 + 16 * self.random.random()
        return self.random.choice(
            (
                f"{longitude:.6f},{latitude:.6f}",
                f"{latitude:.5f}, {longitude:.5f}",
                f"({longitude:.4f} {latitude:.4f})",
            )
        )

    # fields of industry

    def amount(self) -> str:
        value = self.random.lognormvariate(9, 2)
        return self.random.choice(
            (f"{value:.2f}", f"{value:,.2f}", f"{value:.0f}", f"-{value:.2f}", f"¥{value:,.2f}")
        )

    def measure(self) -> str:
        value = self.random.uniform(0.5, 2000)
        return self.random.choice((f"{value:.1f}", f"{value:.2f}", f"{value:.0f}"))

    def recipe(self) -> str:
        parts = self.random.sample(
            ["天然橡胶", "炭黑N330", "硫磺", "氧化锌", "硬脂酸", "促进剂CZ", "SiO2", "NaCl", "resin A"],
            self.random.randint(2, 4),
        )
        return self.pick("，", "; ", "+", "、").join(
            f"{part}{self.pick('', ' ', ':')}{self.random.randint(1, 90)}{self.pick('%', '份', 'kg')}"
            for part in parts
        )

    def equipment(self) -> str:
        return f"{self.pick('EQ', 'CNC', 'M', 'SB', 'LH', '压机', 'ROB')}{self.pick('-', '', '_')}{self.digits(self.random.randint(2, 5))}{self.pick('', 'A', '#')}"

"""Texts whose truth is known, for corpora.py: copies of statutes, personal data in sentences, languages."""

import gzip
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
POLICIES = DATA / "policies" / "laws_and_regulations.jsonl.gz"


@dataclass(frozen=True, kw_only=True)
class Statute:
    title: str
    date: str
    text: str


def statutes() -> list[Statute]:
    with gzip.open(POLICIES, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [Statute(title=row["title"], date=row["date"], text=row["text"]) for row in rows]


def copies(held: Sequence[Statute], times: int, seed: int) -> Iterator[tuple[int, Statute]]:
    """Each statute `times` over, with the number of the statute: it itself, then older ones with 0–12% of the
    paragraphs dropped and 0–4% of the characters replaced by characters of the statutes."""
    random = np.random.default_rng(seed)
    letters = np.array(list("".join(statute.text for statute in held[:200])))
    for number, statute in enumerate(held):
        yield number, statute
        for copy in range(1, times):
            text = _perturbed(statute.text, random, letters)
            yield number, Statute(title=statute.title, date=f"{1980 + copy}-01-01", text=text)


def _perturbed(text: str, random: np.random.Generator, letters: np.ndarray) -> str:
    dropped, replaced = random.uniform(0, 0.12), random.uniform(0, 0.04)
    paragraphs = [part for part in text.split("\n\n") if random.random() >= dropped]
    characters = np.array(list("\n\n".join(paragraphs)))
    places = (random.random(len(characters)) < replaced) & (characters != "\n")
    characters[places] = random.choice(letters, int(places.sum()))
    return "".join(characters)


SENTENCES = {
    "mobile": ("有事请打{}。", "咨询电话：{}", "（手机{}，微信同号）", "发短信到{}即可"),
    "resident_id": ("身份证号{}", "居民身份证号码：{}", "公民{}提出申请"),
    "email": ("来信请寄{}。", "电子邮箱：{}", "（{}）"),
    "bank_card": ("卡号：{}", "汇入账号 {} 即可"),
    "plate": ("车辆{}违反规定", "号牌为{}的货车"),
    "person_name": ("联系人：{}", "姓名：{}，", "经办人：{} "),
    "address": ("家庭住址：{}", "联系地址：{}。"),
    "ip_address": ("主机{}被攻击", "登录地址为 {}"),
}


def planted(count: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Kind, value and a sentence that holds it; the values are Faker's, which knows none of our patterns."""
    from faker import Faker  # noqa: PLC0415 - of the group peers

    made = Faker("zh_CN")
    made.seed_instance(seed)
    makers = {
        "mobile": made.phone_number,
        "resident_id": made.ssn,
        "email": made.company_email,
        "bank_card": lambda: made.credit_card_number("visa"),
        "plate": made.license_plate,
        "person_name": made.name,
        "address": lambda: made.address().rpartition(" ")[0],
        "ip_address": made.ipv4,
    }
    for kind, make in makers.items():
        for number in range(count):
            value = str(make())
            yield kind, value, SENTENCES[kind][number % len(SENTENCES[kind])].format(value)


_MESSAGE = re.compile(r'^msgid (?P<id>".*(?:\n".*)*)\nmsgstr (?P<told>".*(?:\n".*)*)', re.MULTILINE)
_FORMAT = re.compile(r"%(?:\(\w+\))?[a-z]|\{[^}]*\}|<[^>]*>|\\n|\\\"")


def translations(least: int = 400) -> Iterator[tuple[str, str]]:
    """Locale and a text of at least so many characters of Django's own translations, English among them."""
    import django  # noqa: PLC0415 - of the group peers

    seen_english = False
    for path in sorted(Path(django.__file__).parent.glob("**/locale/*/LC_MESSAGES/django.po")):
        locale = path.parts[-3]
        found = [pair for pair in _MESSAGE.findall(path.read_text("utf-8")) if pair[0] != '""']  # no header
        if not seen_english and len(found) > 200:
            seen_english = True
            yield from (("en", text) for text in _texts([one for one, _ in found], least))
        if not locale.startswith("en"):
            yield from ((locale, text) for text in _texts([told for _, told in found], least))


def _texts(messages: Sequence[str], least: int) -> Iterator[str]:
    text = ""
    for message in messages:
        text += _FORMAT.sub(" ", "".join(re.findall(r'"(.*)"', message))) + "\n"
        if len(text) >= least:
            yield text
            text = ""

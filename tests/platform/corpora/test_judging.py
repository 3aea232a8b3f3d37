"""Languages, quality, tokens: each signal on a text made for it, and on real prose none."""

from dataclasses import replace

import pytest

from brain.platform.corpora.algorithm.language import language
from brain.platform.corpora.algorithm.quality import judge
from brain.platform.corpora.algorithm.tokens import estimated_tokens
from brain.platform.corpora.domain.recipes import QualityLimits
from tests.platform.corpora.made import sample

LIMITS = QualityLimits()
PROSE = """第一条 为了规范养犬行为，保障公民健康和人身安全，维护环境卫生和社会秩序，根据有关法律、法规的规定，
结合本市实际，制定本条例。

第二条 本市行政区域内犬只的饲养、经营及其监督管理活动，适用本条例。
军用、警用等特种犬只的管理，按照有关规定执行。

第三条 养犬管理实行政府主导、部门负责、社会参与、养犬人自律相结合的原则。市、县人民政府应当将养犬管理工作经费
纳入本级财政预算。

第四条 公安机关是养犬管理工作的主管部门，负责养犬登记，查处无证养犬和犬只伤害他人等行为，
捕捉狂犬，收容流浪犬只。"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PROSE, "zh"),
        ("型号 HJ-2080/A 的 ABS 控制器 CAN 总线接口采用 ISO 11898 标准", "zh"),
        ("All human beings are born free and equal in dignity and rights.", "en"),
        ("すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。", "other"),
        ("Tous les êtres humains naissent libres et égaux en dignité et en droits.", "other"),
        ("Все люди рождаются свободными и равными в своем достоинстве и правах.", "other"),
        ("模 １２３ 456 ///", "zh"),
        ("1234 5678", "other"),
    ],
)
def test_a_language_is_told_by_script_and_common_words(text: str, found: str) -> None:
    assert language(text) == found


def test_prose_is_good_enough() -> None:
    assert judge(sample(PROSE), LIMITS) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (PROSE[:150], "too_short"),
        ("\n".join(f"| 产品{n} | 型号{n * n} | {n * 37} 万元 |" for n in range(30)), "table_only"),
        (PROSE + "锟斤拷" * 5, "broken_characters"),
        (PROSE + "\ue000\ufffd" * 5, "broken_characters"),
        (PROSE + "◆▲■★" * 40, "symbols"),
        (PROSE + "\n本栏目由某单位主办" * 60, "repeated_lines"),
        ("".join(f"{PROSE[:40]}（{n}）。\n" for n in range(8)), "repeated_grams"),
        (PROSE + "".join(map(chr, range(0x9F00, 0x9F40))), "rare_characters"),
        ("".join(map(chr, range(0x6D00, 0x6E80))), "rare_characters"),
        (
            "轮胎橡胶化工机械汽车家电纺织食品医药建材" * 3
            + "铝铜铁锌镍钴锰锂" * 20
            + "镁硅碳氮氧氢氟氯溴碘" * 5,
            "no_sentences",
        ),
    ],
)
def test_each_fault_is_a_reason_of_its_own(text: str, reason: str) -> None:
    limits = replace(LIMITS, most_repeated_grams=1.0) if reason == "no_sentences" else LIMITS
    why = judge(sample(text), limits)

    assert why is not None
    assert why.reason == reason


def test_tokens_are_counted_by_kind_of_character() -> None:
    assert estimated_tokens("") == 0
    assert estimated_tokens("产业大脑" * 100) == 222
    assert estimated_tokens("2026") == 4
    assert estimated_tokens("hello, world.") == round(2 * 1.3 + 2)

"""What the layout added goes, what it broke is joined, what the writer wrote stays."""

import pytest

from brain.platform.corpora.algorithm.characters import compared, tidied
from brain.platform.corpora.algorithm.cleaning import cleaned
from brain.platform.corpora.domain.documents import Block, Document, markdown


def pages(*texts: str) -> Document:
    """Each text is a page, each of its lines a physical line."""
    blocks = tuple(
        Block(kind="line", text=line, page=number)
        for number, text in enumerate(texts, start=1)
        for line in text.split("\n")
    )
    return Document(title="某文件", blocks=blocks)


def test_only_doubles_of_characters_are_unified() -> None:
    assert tidied("ＡＢ１２％　⾏政\ufb01le，（①）²…") == "AB12% 行政file，（①）²…"


def test_invisible_characters_and_runs_of_blanks_go() -> None:
    assert tidied("总\u200b则\ufeff  第一条\t为了\r\n\r\n\r\n\r\n规范 \x07") == "总则 第一条 为了\n\n规范"


def test_texts_are_compared_without_marks_width_and_case() -> None:
    assert compared("第１条　ＡBc，（ 一 ）。") == "第1条abc一"


def test_heads_that_come_on_every_page_and_page_numbers_go() -> None:
    head = "某市人民政府公报 第{} 期"
    document = pages(*(f"{head.format(3)}\n第{n}页正文讲的是{'甲乙丙丁'[n]}事。\n— {n} —" for n in range(4)))

    blocks, removed = cleaned(document)

    assert [block.text for block in blocks] == [f"第{n}页正文讲的是{'甲乙丙丁'[n]}事。" for n in range(4)]
    assert set(removed) == {"running_heads"}


def test_a_number_of_its_own_on_one_page_is_a_page_number_and_in_the_middle_is_not() -> None:
    lines = ["标题", "一段。", "二段。", "2024", "三段。", "四段。", "五段。", "12"]

    blocks, removed = cleaned(pages("\n".join(lines)))

    assert [block.text for block in blocks] == lines[:-1]
    assert removed == {"page_numbers": 2}


def test_broken_lines_are_joined_up_to_the_end_of_the_paragraph_also_over_a_page() -> None:
    full = "为了促进轮胎产业转型升级加快建设产业大脑推动数"

    blocks, _ = cleaned(pages(f"{full}\n{full}", f"{full}\n据。\n第二条 {full[:10]}"))

    assert [block.text for block in blocks] == [f"{full}{full}{full}据。", f"第二条 {full[:10]}"]


def test_words_of_latin_letters_are_joined_with_a_blank_and_hyphens_undone() -> None:
    line = (
        "industrial brains collect what factories and mar-\nkets tell, and answer the questions of the people"
    )

    blocks, _ = cleaned(pages(f"{line}\nwho ask."))

    assert blocks[0].text.startswith("industrial brains collect what factories and markets tell")
    assert blocks[0].text.endswith("of the people who ask.")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第一章 总 则", 2),
        ("第二节 一般规定", 3),
        ("一、总体要求", 3),
        ("第一条 为了规范养犬行为，制定本条例。", 0),
    ],
)
def test_chapters_are_headings_also_where_only_their_looks_say_so(line: str, level: int) -> None:
    blocks, _ = cleaned(pages(line))

    assert (blocks[0].kind, blocks[0].level) == ("heading" if level else "paragraph", level)


def test_lines_that_serve_the_web_page_go_and_sentences_that_mention_them_stay() -> None:
    told = "本办法由版权所有者负责解释，任何单位不得擅自修改。"
    document = Document(
        title="x", blocks=tuple(Block(kind="paragraph", text=text) for text in ("打印本页 关闭窗口", told))
    )

    blocks, removed = cleaned(document)

    assert [block.text for block in blocks] == [told]
    assert removed["boilerplate"] == 9


def test_a_table_stays_a_table() -> None:
    blocks, _ = cleaned(
        Document(title="x", blocks=(Block(kind="table", rows=(("名称", "金\n额"), ("", ""))),))
    )

    assert markdown(blocks) == "| 名称 | 金 额 |"

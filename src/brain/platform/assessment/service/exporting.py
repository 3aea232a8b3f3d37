"""An assessment as a workbook for people: result, answers with evidence, gaps, plan."""

from collections.abc import Iterator, Sequence
from typing import Final

from brain.kit.spreadsheet import Cell, xlsx_book
from brain.platform.assessment.contract import Assessment, PlanItem
from brain.platform.assessment.domain.indicators import BUSINESSES, Indicator, Value
from brain.platform.assessment.service.submitting import Whole

_PLAN: Final = {"open": "进行中", "done": "已完成", "dropped": "不再做"}
_ANSWERED: Final = (
    "维度",
    "业务",
    "指标",
    "回答",
    "得分",
    "依据",
    "与事实不同的原因",
    "证据",
    "填写人",
    "填写时间",
)
_GAPS: Final = ("次序", "指标", "现有得分", "下一步", "下一步增加总分", "做到最好增加总分", "是否卡住下一级")
_ITEMS: Final = ("指标", "改进措施", "负责人", "应完成", "可用的服务", "状态")


def workbook(found: Assessment, whole: Whole, items: Sequence[PlanItem]) -> bytes:
    return xlsx_book(
        (
            ("结果", ("项目", "内容"), _result(found, whole)),
            ("回答与证据", _ANSWERED, _answered(whole)),
            ("差距", _GAPS, _gaps(whole)),
            ("改进计划", _ITEMS, _items(whole, items)),
        )
    )


def _result(found: Assessment, whole: Whole) -> Iterator[Sequence[Cell]]:
    asked, score = whole.asked, whole.score
    levels = {level.code: level.title for level in asked.levels}
    yield ("指标集", f"{asked.title} {asked.version}")
    yield ("文件", f"{asked.issuer} {asked.document} {asked.number}".strip())
    if asked.provisional:
        yield ("暂行说明", asked.note)
    yield ("总分", score.total)
    yield ("等级", levels.get(score.level or "", "未达到最低等级"))
    yield (
        "距下一级",
        f"{levels[score.next_level]}，还差 {score.lacking:g} 分" if score.next_level else "已是最高等级",
    )
    for dimension, scored in zip(asked.dimensions, score.dimensions, strict=True):
        yield (f"{dimension.title}（权重 {dimension.weight:g}%）", scored.points)
    yield ("未回答的指标数", len(score.unanswered))
    yield ("提交人", found.submitted_by or "未提交（草稿）")
    yield ("提交时间", found.submitted_at)
    yield ("结果摘要（SM3）", found.digest)


def said(indicator: Indicator, value: Value) -> str:
    """The answer in words."""
    if indicator.kind == "yes_no":
        return "是" if value == "yes" else "否"
    if indicator.kind == "choice":
        return next((option.title for option in indicator.options if option.code == value), str(value))
    return f"{float(value):g}{'%' if indicator.kind == 'share' else indicator.unit}"


def _answered(whole: Whole) -> Iterator[Sequence[Cell]]:
    answers = {each.indicator: each for each in whole.answers}
    for dimension, scored in zip(whole.asked.dimensions, whole.score.dimensions, strict=True):
        for indicator, points in zip(dimension.indicators, scored.indicators, strict=True):
            answer = answers.get(indicator.code)
            proofs = "；".join(each.text for each in whole.evidence if each.indicator == indicator.code)
            yield (
                dimension.title,
                BUSINESSES[indicator.business][0],
                indicator.title,
                said(indicator, answer.value) if answer else "未回答",
                points.points,
                f"{answer.fact.source}：{answer.fact.explanation}" if answer and answer.fact else "自述",
                answer.reason if answer else None,
                proofs,
                answer.answered_by if answer else None,
                answer.answered_at if answer else None,
            )


def _gaps(whole: Whole) -> Iterator[Sequence[Cell]]:
    for place, gap in enumerate(whole.gaps, start=1):
        indicator = next(each for each in whole.asked.indicators if each.code == gap.indicator)
        held = "是" if gap.holds_back else "否"
        least = "≥ " if isinstance(gap.next_step, float) else ""
        step = f"{least}{said(indicator, gap.next_step)}"
        yield (place, indicator.title, gap.points, step, gap.gain, gap.gain_in_all, held)


def _items(whole: Whole, items: Sequence[PlanItem]) -> Iterator[Sequence[Cell]]:
    titles = {each.code: each.title for each in whole.asked.indicators}
    for item in items:
        title = titles.get(item.indicator or "")
        yield (title, item.action, item.owner, item.due, item.service_title, _PLAN[item.status])

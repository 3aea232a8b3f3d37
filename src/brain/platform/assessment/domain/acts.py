"""What is recorded of assessing, in its own words."""

from brain.kit.acts import Act, Kind

SET = Kind(
    name="indicator_set",
    title="评测指标集",
    title_en="Indicator set",
    page="/assessment/sets/{}",
    scope="assessment.see",
)
ASSESSMENT = Kind(
    name="assessment",
    title="数字化水平评测",
    title_en="Assessment",
    page="/assessment/{}",
    scope="assessment.see",
)
IMPORTED = Act(name="assessment.import_set", title="导入指标集", title_en="Imported an indicator set", of=SET)
STARTED = Act(name="assessment.start", title="开始评测", title_en="Started an assessment", of=ASSESSMENT)
ANSWERED = Act(name="assessment.answer", title="填写评测", title_en="Answered", of=ASSESSMENT)
PREFILLED = Act(name="assessment.prefill", title="用事实预填", title_en="Filled from facts", of=ASSESSMENT)
EVIDENCE_ADDED = Act(
    name="assessment.add_evidence", title="添加证据", title_en="Added evidence", of=ASSESSMENT
)
EVIDENCE_REMOVED = Act(
    name="assessment.remove_evidence", title="移除证据", title_en="Removed evidence", of=ASSESSMENT
)
DISCARDED = Act(name="assessment.discard", title="放弃评测草稿", title_en="Discarded a draft", of=ASSESSMENT)
SUBMITTED = Act(name="assessment.submit", title="提交评测", title_en="Submitted an assessment", of=ASSESSMENT)
PLANNED = Act(name="assessment.plan", title="制定改进措施", title_en="Planned an improvement", of=ASSESSMENT)
PLAN_CHANGED = Act(
    name="assessment.change_plan", title="更新改进措施", title_en="Changed an improvement", of=ASSESSMENT
)
EXPORTED = Act(name="assessment.export", title="导出评测", title_en="Exported an assessment", of=ASSESSMENT)
ACTS = (
    IMPORTED,
    STARTED,
    ANSWERED,
    PREFILLED,
    EVIDENCE_ADDED,
    EVIDENCE_REMOVED,
    DISCARDED,
    SUBMITTED,
    PLANNED,
    PLAN_CHANGED,
    EXPORTED,
)

"""What governance records, in its own words."""

from brain.kit.acts import Act, Kind

INDUSTRY_CODING = Kind(
    name="industry_coding",
    title="企业行业代码",
    title_en="Industry code of an enterprise",
    page="/data-warehouse/enterprises/{}",
    scope="data_warehouse.read",
)
INDUSTRY_CORRECTED = Act(
    name="governance.correct_industry",
    title="核定企业行业代码",
    title_en="Decided an enterprise's industry code",
    of=INDUSTRY_CODING,
)

_MATCH = "governance.match_names"
WRITTEN_NAME = Kind(
    name="written_name",
    title="企业名称匹配",
    title_en="Matching of a name",
    page="/governance/matches/{}",
    scope=_MATCH,
)
MATCH_DECIDED = Act(
    name="governance.decide_match",
    title="认定名称所指的企业",
    title_en="Decided whom a name means",
    of=WRITTEN_NAME,
)
MATCH_TAKEN_BACK = Act(
    name="governance.take_back_match",
    title="撤回名称的认定",
    title_en="Took back whom a name means",
    of=WRITTEN_NAME,
)
WRITTEN_NAMES = Kind(
    name="written_names",
    title="待匹配的名称",
    title_en="Names to match",
    page="/governance/matches",
    scope=_MATCH,
)
MATCHES_ACCEPTED = Act(
    name="governance.accept_matches",
    title="批量认定名称所指的企业",
    title_en="Accepted the nearest enterprises of names",
    of=WRITTEN_NAMES,
)
NAMES_EXPORTED = Act(
    name="governance.export_names",
    title="导出待匹配的名称",
    title_en="Exported names to match",
    of=WRITTEN_NAMES,
)
IDENTITY_LINK = Kind(
    name="identity_link",
    title="企业合并",
    title_en="Merge of enterprises",
    page="/governance/merges",
    scope="data_warehouse.read",
)


def _merge(verb: str, title: str, title_en: str) -> Act:
    return Act(name=f"governance.{verb}_merge", title=title, title_en=title_en, of=IDENTITY_LINK)


MERGE_PROPOSED = _merge("propose", "提出企业合并", "Proposed a merge")
MERGE_CONFIRMED = _merge("confirm", "确认企业合并", "Confirmed a merge")
MERGE_REFUSED = _merge("refuse", "退回企业合并", "Refused a merge")
MERGE_SPLIT = _merge("split", "拆分已合并的企业", "Split a merge")
MERGES_EXPORTED = _merge("export", "导出企业合并", "Exported merges")

ACTS = (
    INDUSTRY_CORRECTED,
    MATCH_DECIDED,
    MATCH_TAKEN_BACK,
    MATCHES_ACCEPTED,
    NAMES_EXPORTED,
    MERGE_PROPOSED,
    MERGE_CONFIRMED,
    MERGE_REFUSED,
    MERGE_SPLIT,
    MERGES_EXPORTED,
)

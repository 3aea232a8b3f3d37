"""What is recorded of classification and grading, in its own words."""

from brain.kit.acts import Act, Kind

GRADED = Kind(
    name="graded_data_set",
    title="数据集的分类分级",
    title_en="Class and grade of a data set",
    page="/grading/{}",
    scope="data_sets.read",
)
TABLES = Kind(
    name="grading_tables",
    title="分类表与影响矩阵",
    title_en="Taxonomy and matrix",
    page="/grading/tables",
    scope="data_sets.read",
)
CATALOGUE = Kind(
    name="important_catalogue",
    title="重要数据目录",
    title_en="Catalogue of important data",
    page="/grading/important",
    scope="grading.important",
)


def _act(verb: str, title: str, title_en: str, of: Kind) -> Act:
    return Act(name=f"grading.{verb}", title=title, title_en=title_en, of=of)


FACTS_TOLD = _act("tell", "填写分类与分级要素", "Told class and elements", GRADED)
CONFIRMED = _act("confirm", "成批确认各列级别", "Confirmed grades of columns", GRADED)
EXPORTED = _act("export", "导出分类分级清单", "Exported grades", GRADED)
TABLES_PROPOSED = _act("propose_tables", "提交分类表与影响矩阵", "Proposed taxonomy and matrix", TABLES)
TABLES_CONFIRMED = _act("confirm_tables", "确认分类表与影响矩阵", "Confirmed taxonomy and matrix", TABLES)
TABLES_REFUSED = _act("refuse_tables", "退回分类表与影响矩阵", "Refused taxonomy and matrix", TABLES)
PRODUCED = _act("produce", "生成重要数据目录", "Produced the catalogue", CATALOGUE)
SEALED = _act("seal", "审定重要数据目录", "Sealed the catalogue", CATALOGUE)
REFUSED = _act("refuse", "退回重要数据目录", "Refused the catalogue", CATALOGUE)
TAKEN_OUT = _act("export_catalogue", "导出重要数据目录", "Exported the catalogue", CATALOGUE)
MODEL_ASKED = _act("ask_model", "请语言模型看一看", "Asked the language model", GRADED)
ADVICE_ACCEPTED = _act("accept_advice", "采纳语言模型的建议", "Accepted the model's advice", GRADED)
ADVICE_REFUSED = _act("refuse_advice", "不采纳语言模型的建议", "Refused the model's advice", GRADED)
ACTS = (
    FACTS_TOLD,
    CONFIRMED,
    EXPORTED,
    TABLES_PROPOSED,
    TABLES_CONFIRMED,
    TABLES_REFUSED,
    PRODUCED,
    SEALED,
    REFUSED,
    TAKEN_OUT,
    MODEL_ASKED,
    ADVICE_ACCEPTED,
    ADVICE_REFUSED,
)

"""What the grading of data proves."""

from typing import Final

from brain.kit.evidence import Evidence, rows
from brain.platform.grading.contract import TablesState
from brain.platform.grading.domain.important import CatalogueState
from brain.platform.grading.models import CatalogueRow, TablesRow

EVIDENCE: Final = (
    Evidence(
        item="security.policy",
        title="分级规则",
        title_en="Rules of grading",
        rule="经另一人确认的分类目录与分级矩阵，历次都计入；平台自带的不计",
        rule_en="Taxonomies and matrices that another person confirmed, earlier ones included",
        page="/grading/tables",
        scope="data_sets.read",
        count=rows(TablesRow, TablesRow.state == TablesState.CONFIRMED),
    ),
    Evidence(
        item="security.management",
        title="重要数据目录",
        title_en="Catalogues of important data",
        rule="经另一人核准封存的重要数据目录版本",
        rule_en="Versions of the catalogue of important data that another person approved and sealed",
        page="/grading/important",
        scope="grading.important",
        count=rows(CatalogueRow, CatalogueRow.state == CatalogueState.SEALED),
    ),
)

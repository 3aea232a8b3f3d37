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
ACTS = (INDUSTRY_CORRECTED,)

"""What is recorded of data standards, in their own words."""

from brain.kit.acts import Act, Kind

STANDARD = Kind(
    name="standard", title="数据标准", title_en="Data standard", page="/standards/{}", scope="standards.read"
)
DECLARED = Act(name="standards.declare", title="提出数据标准", title_en="Drafted a standard", of=STANDARD)
CONFIRMED = Act(
    name="standards.confirm", title="批准数据标准", title_en="Put a standard in force", of=STANDARD
)
REFUSED = Act(name="standards.refuse", title="退回数据标准", title_en="Refused a standard", of=STANDARD)
WITHDRAWN = Act(name="standards.withdraw", title="废止数据标准", title_en="Withdrew a standard", of=STANDARD)
DCMM_ITEM = Kind(
    name="dcmm_item",
    title="DCMM 能力项",
    title_en="Item of DCMM",
    page="/standards/dcmm?item={}",
    scope="standards.read",
)
STATED = Act(name="standards.state", title="填写 DCMM 自述", title_en="Stated a DCMM item", of=DCMM_ITEM)
ACTS = (DECLARED, CONFIRMED, REFUSED, WITHDRAWN, STATED)

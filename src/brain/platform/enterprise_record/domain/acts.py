"""What the audit log says of corrections."""

from typing import Final

from brain.kit.acts import Act, Kind

CORRECTION: Final = Kind(
    name="record_correction",
    title="企业信息更正",
    title_en="Correction of an enterprise's record",
    page="/corrections/{}",
    scope="enterprise_record.see",
)
ASKED: Final = Act(
    name="enterprise_record.ask", title="提出更正", title_en="Asked for a correction", of=CORRECTION
)
ACCEPTED: Final = Act(
    name="enterprise_record.accept", title="采纳更正", title_en="Accepted a correction", of=CORRECTION
)
REFUSED: Final = Act(
    name="enterprise_record.refuse", title="不采纳更正", title_en="Refused a correction", of=CORRECTION
)
TOLD: Final = Act(
    name="enterprise_record.hear_centre", title="收到能力中心的结论", title_en="Heard the centre's decision",
    of=CORRECTION,
)  # fmt: skip
READ: Final = Act(
    name="enterprise_record.read_evidence",
    title="查看更正的凭据",
    title_en="Read the evidence",
    of=CORRECTION,
)
ACTS: Final = (ASKED, ACCEPTED, REFUSED, TOLD, READ)

"""What ingestion records, in its own words."""

from brain.kit.acts import Act, Kind

IMPORT = Kind(
    name="import", title="数据导入", title_en="Import", page="/ingestion/imports/{}", scope="ingestion.import"
)

STARTED = Act(name="ingestion.start", title="开始导入", title_en="Started an import", of=IMPORT)
REJECTED_EXPORTED = Act(
    name="ingestion.export_rejected", title="导出拒收的行", title_en="Exported rejected rows", of=IMPORT
)
ACTS = (STARTED, REJECTED_EXPORTED)

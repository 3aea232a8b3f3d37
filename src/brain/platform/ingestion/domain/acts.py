"""What ingestion records, in its own words."""

from brain.kit.acts import Act, Kind

IMPORT = Kind(
    name="import", title="数据导入", title_en="Import", page="/ingestion/imports/{}", scope="ingestion.import"
)

STARTED = Act(name="ingestion.start", title="开始导入", title_en="Started an import", of=IMPORT)
REJECTED_EXPORTED = Act(
    name="ingestion.export_rejected", title="导出拒收的行", title_en="Exported rejected rows", of=IMPORT
)

SOURCE = Kind(
    name="source",
    title="数据源",
    title_en="Source",
    page="/ingestion/sources/{}",
    scope="ingestion.see_sources",
)
SOURCE_REGISTERED = Act(
    name="ingestion.register_source", title="登记数据源", title_en="Registered a source", of=SOURCE
)
SOURCE_AMENDED = Act(
    name="ingestion.amend_source", title="修改数据源", title_en="Amended a source", of=SOURCE
)
SOURCE_CERTIFIED = Act(
    name="ingestion.certify_source", title="认证数据源", title_en="Certified a source", of=SOURCE
)
SOURCE_SUSPENDED = Act(
    name="ingestion.suspend_source", title="停用数据源", title_en="Suspended a source", of=SOURCE
)
SOURCE_RESUMED = Act(
    name="ingestion.resume_source", title="恢复数据源", title_en="Resumed a source", of=SOURCE
)
ACTS = (
    STARTED,
    REJECTED_EXPORTED,
    SOURCE_REGISTERED,
    SOURCE_AMENDED,
    SOURCE_CERTIFIED,
    SOURCE_SUSPENDED,
    SOURCE_RESUMED,
)

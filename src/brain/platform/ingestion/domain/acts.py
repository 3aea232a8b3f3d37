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

COLLECTION = Kind(
    name="collection",
    title="采集任务",
    title_en="Collection",
    page="/ingestion/sources/{}",
    scope="ingestion.see_sources",
)
COLLECTION_SET_UP = Act(
    name="ingestion.set_up_collection", title="设置采集任务", title_en="Set up a collection", of=COLLECTION
)
COLLECTION_AMENDED = Act(
    name="ingestion.amend_collection", title="修改采集任务", title_en="Amended a collection", of=COLLECTION
)
COLLECTION_PAUSED = Act(
    name="ingestion.pause_collection", title="暂停采集任务", title_en="Paused a collection", of=COLLECTION
)
COLLECTION_RESUMED = Act(
    name="ingestion.resume_collection", title="恢复采集任务", title_en="Resumed a collection", of=COLLECTION
)
COLLECTION_RUN = Act(
    name="ingestion.run_collection", title="立即采集", title_en="Ran a collection", of=COLLECTION
)
COLLECTION_BACKFILLED = Act(
    name="ingestion.backfill_collection",
    title="重新采集全部",
    title_en="Backfilled a collection",
    of=COLLECTION,
)
DRIFT_DECIDED = Act(
    name="ingestion.decide_drift", title="决定结构变化", title_en="Decided on a changed shape", of=COLLECTION
)
DESTROYED = Act(
    name="ingestion.destroy_original", title="销毁导入的原件", title_en="Destroyed an original", of=IMPORT
)
ACTS = (
    STARTED,
    REJECTED_EXPORTED,
    DESTROYED,
    SOURCE_REGISTERED,
    SOURCE_AMENDED,
    SOURCE_CERTIFIED,
    SOURCE_SUSPENDED,
    SOURCE_RESUMED,
    COLLECTION_SET_UP,
    COLLECTION_AMENDED,
    COLLECTION_PAUSED,
    COLLECTION_RESUMED,
    COLLECTION_RUN,
    COLLECTION_BACKFILLED,
    DRIFT_DECIDED,
)

/** Written by `npm run api` from openapi/*.json; do not edit. */
/* eslint-disable */
export interface paths {
    "/api/corpora": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 语料库，最新建立的在前。
         */
        get: operations["listed_api_corpora_get"];
        put?: never;
        /**
         * Create
         * @description 建立语料库：名称、用途、数据源与各步骤的设置。
         */
        post: operations["create_api_corpora_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/{corpus_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个语料库及其配方。
         */
        get: operations["one_api_corpora__corpus_id__get"];
        /**
         * Amend
         * @description 修改配方；已有的版本不变。
         */
        put: operations["amend_api_corpora__corpus_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/{corpus_id}/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Builds
         * @description 各次构建及每一步去掉了什么，最近的在前。
         */
        get: operations["builds_api_corpora__corpus_id__builds_get"];
        put?: never;
        /**
         * Build
         * @description 在后台构建新版本；有一个数据源未认证或已停用就不构建。
         */
        post: operations["build_api_corpora__corpus_id__builds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/{corpus_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents Of
         * @description 配方中各数据源的文件，有问题的在前。
         */
        get: operations["documents_of_api_corpora__corpus_id__documents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/{corpus_id}/versions/{number}/datasheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Datasheet
         * @description 数据说明书：来源、权利、每一步去掉了什么、划分与局限。
         */
        get: operations["datasheet_api_corpora__corpus_id__versions__number__datasheet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/{corpus_id}/versions/{number}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export
         * @description 导出为 ZIP：数据、来源与许可（含水印）、说明书；导出记入审计日志。
         */
        post: operations["export_api_corpora__corpus_id__versions__number__exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/{corpus_id}/versions/{number}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look
         * @description 一个版本的样本，日期最新的在前。
         */
        get: operations["look_api_corpora__corpus_id__versions__number__samples_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corpora/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Document
         * @description 上传一个已认证数据源的文件，随后在后台读取：文本、Markdown、网页、Word、PDF、扫描件、逐行 JSON。
         */
        post: operations["add_document_api_corpora_documents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 质量问题单：未解决的按期限在前。
         */
        get: operations["listed_api_data_quality_issues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/issues/{issue_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一张问题单：现在怎样，经过了什么，可以怎样办理。
         */
        get: operations["one_api_data_quality_issues__issue_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/issues/{issue_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act
         * @description 办理一张问题单。
         */
        post: operations["act_api_data_quality_issues__issue_id__steps_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/issues/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出筛选出的问题单，最多 2 万张。
         */
        get: operations["export_api_data_quality_issues_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description 全部数据集的质量：得分与变化、未解决与逾期的问题、新鲜与行数；要紧的在前。
         */
        get: operations["overview_api_data_quality_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/overview/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Overview
         * @description 导出全部数据集的质量。
         */
        get: operations["export_overview_api_data_quality_overview_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report
         * @description 一段时间的质量报告：哪些变差，哪些已修复，各责任部门办理了多少。
         */
        get: operations["report_api_data_quality_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/report/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Report
         * @description 导出一段时间的质量报告，一行一个数据集。
         */
        get: operations["export_report_api_data_quality_report_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-quality/trend/{tier}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trend
         * @description 一个数据集最近 60 次核对的得分，先后为序；版本清除后仍保留。
         */
        get: operations["trend_api_data_quality_trend__tier___name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 三级数据仓的数据集：基础库、行业库、场景库。
         */
        get: operations["listed_api_data_sets_get"];
        put?: never;
        /**
         * Declare
         * @description 登记一个由其他数据集计算的数据集，或它的新修订；另一位审批人员确认各列级别之后生效。
         */
        post: operations["declare_api_data_sets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个数据集：各列的含义与级别、来源与用处、交付与构建的历史、前若干行。
         */
        get: operations["one_api_data_sets__tier___name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description 申请查看脱敏或不显示的列的取值，写明用途与最后一天。
         */
        post: operations["ask_api_data_sets__tier___name__access_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description 确认待定的登记：逐列核对级别，可以改正。登记人不能确认自己的登记。
         */
        post: operations["confirm_api_data_sets__tier___name__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个数据集的落标情况：各列的数据元、问题与建议；您无权查看取值的列没有例子。
         */
        get: operations["one_api_data_sets__tier___name__conformance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/detections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Looks
         * @description 最近十次查找：看了多少行、多少列，发现多少处。
         */
        get: operations["looks_api_data_sets__tier___name__detections_get"];
        put?: never;
        /**
         * Look
         * @description 在最新版本中查找疑似错误；已在查找的就是那一次。
         */
        post: operations["look_api_data_sets__tier___name__detections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/elements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose
         * @description 认定一列的数据元，或认定它没有；下一次检查以此为准。
         */
        post: operations["choose_api_data_sets__tier___name__elements_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description 申请永久删除行：由另一人核准；核准后从交付、隔离的行、所有版本和下游数据集中清除，再次交付也不再进入。
         */
        post: operations["ask_api_data_sets__tier___name__erasures_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Told
         * @description 是否关注，有多少人关注。
         */
        get: operations["told_api_data_sets__tier___name__following_get"];
        /**
         * Follow
         * @description 关注：有新版本或构建失败时收到消息。
         */
        put: operations["follow_api_data_sets__tier___name__following_put"];
        post?: never;
        /**
         * Unfollow
         * @description 不再关注。
         */
        delete: operations["unfollow_api_data_sets__tier___name__following_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Grade
         * @description 确定一列的级别，立即生效；此后发现更高级别的内容时按发现的级别保护，并请人再定。
         */
        post: operations["decide_grade_api_data_sets__tier___name__grades_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 因不符合质量规则而隔离的行与原因。
         */
        get: operations["listed_api_data_sets__tier___name__held_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold
         * @description 法律冻结：解除之前，版本、交付都不清除，永久删除不执行。
         */
        post: operations["hold_api_data_sets__tier___name__holds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/keeping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kept
         * @description 保留期限、法律冻结、永久删除的请求。
         */
        get: operations["kept_api_data_sets__tier___name__keeping_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lineage
         * @description 列级血缘：各列来自哪些列，又影响哪些列。只用于筛选或连接的列不算来源。
         */
        get: operations["lineage_api_data_sets__tier___name__lineage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 退回待定的登记，说明原因。
         */
        post: operations["refuse_api_data_sets__tier___name__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Retain
         * @description 调整保留期限：从下一个版本、下一个夜间清理起生效；最新版本总是保留。
         */
        put: operations["retain_api_data_sets__tier___name__retention_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire
         * @description 停用一个登记的数据集：不再列出、构建和查询；已有的文件保留。
         */
        post: operations["retire_api_data_sets__tier___name__retirement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 数据集的质量规则：从哪里来、是否生效、最新版本符合与否、改动的历史。
         */
        get: operations["listed_api_data_sets__tier___name__rules_get"];
        put?: never;
        /**
         * Change
         * @description 新增、改动或停用一条规则；隔离行、停止发布、自由查询与放宽的，由另一位审批人员确认后生效。
         */
        post: operations["change_api_data_sets__tier___name__rules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/rules/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals
         * @description 由最新版本的前一万行提议的规则与依据；已有的不再提。
         */
        get: operations["proposals_api_data_sets__tier___name__rules_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/rules/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attempt
         * @description 试算：在已发布的版本上有多少行不符合，举例。不改变任何数据。
         */
        post: operations["attempt_api_data_sets__tier___name__rules_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/suspicions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 疑似错误的单元格，最有把握的在前。
         */
        get: operations["listed_api_data_sets__tier___name__suspicions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/suspicions/{suspicion_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence
         * @description 佐证的行：依据所说的列与它相同的行，以及取建议值的行；涉及您无权查看的列时没有。
         */
        get: operations["evidence_api_data_sets__tier___name__suspicions__suspicion_id__evidence_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/suspicions/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description 采纳建议（下一个版本改正）、说明无误（不再提出），或向数据源核实；可以一次多处。
         */
        post: operations["decide_api_data_sets__tier___name__suspicions_decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 保留的版本，最新在前；查询时可写 VERSION AS OF 版本号，或 TIMESTAMP AS OF '时间'。
         */
        get: operations["listed_api_data_sets__tier___name__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{tier}/{name}/versions/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Difference
         * @description 两个版本之间新增、消失、变化的行；来源各列不参与比较。
         */
        get: operations["difference_api_data_sets__tier___name__versions_difference_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 查看取值的申请：审批人员看到全部，其他人看到自己的；待审批的在前。
         */
        get: operations["listed_api_data_sets_access_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/access/{access_id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant
         * @description 同意：立即生效，到期失效；此后级别升高的列不在其内。
         */
        post: operations["grant_api_data_sets_access__access_id__grant_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/access/{access_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 不同意，说明原因。
         */
        post: operations["refuse_api_data_sets_access__access_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/access/{access_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description 收回：审批人员收回任何人的，申请人撤回自己的。
         */
        post: operations["withdraw_api_data_sets_access__access_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/catalogue.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dcat
         * @description 整个目录，DCAT-AP 3（JSON-LD）：供其他目录收录。
         */
        get: operations["dcat_api_data_sets_catalogue_jsonld_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 各数据集的落标率：落标的列占全部列的比例，低的在前。
         */
        get: operations["listed_api_data_sets_conformance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/conformance/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description 立即检查有变化的数据集（平时每十分钟自动检查一次）。
         */
        post: operations["check_api_data_sets_conformance_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/conformance/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 全部数据集没有落标的列与原因，CSV；没有取值。
         */
        get: operations["export_api_data_sets_conformance_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/declarations/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description 待确认的登记，最早的在前。
         */
        get: operations["waiting_api_data_sets_declarations_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/deliveries/{delivery_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description 撤回一次交付：下一个版本不再含有它的行。
         */
        post: operations["withdraw_api_data_sets_deliveries__delivery_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/detections/{detection_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop
         * @description 停止查找；以前的发现保留。
         */
        post: operations["stop_api_data_sets_detections__detection_id__stop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/elements/{element}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holding
         * @description 使用一个数据元的列。
         */
        get: operations["holding_api_data_sets_elements__element__columns_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/erasures/{erasure_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description 核准并执行，不能恢复。
         */
        post: operations["approve_api_data_sets_erasures__erasure_id__approval_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/erasures/{erasure_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 不同意这项请求。
         */
        post: operations["refuse_api_data_sets_erasures__erasure_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/held/{held_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description 说明理由后接受：下一个版本含有这一行。
         */
        post: operations["accept_api_data_sets_held__held_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/held/{held_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct
         * @description 更正：改正后的行代替它，来源写明是更正。
         */
        post: operations["correct_api_data_sets_held__held_id__correction_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/held/{held_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard
         * @description 丢弃：不再含有这一行，也不再提醒。
         */
        post: operations["discard_api_data_sets_held__held_id__discard_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description 解除法律冻结。
         */
        post: operations["release_api_data_sets_holds__hold_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/open-lineage.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Lineage
         * @description 这些天（北京时间，含首尾）的构建，OpenLineage 2-0-2 运行事件，每行一个；重复导入无害。
         */
        get: operations["open_lineage_api_data_sets_open_lineage_ndjson_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose
         * @description 一条查询语句登记为数据集时的各列：含义、级别与是否个人信息随所来自的列。
         */
        post: operations["propose_api_data_sets_proposals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description 用 SQL 查询数据集；每次查询记入审计日志。
         */
        post: operations["ask_api_data_sets_queries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/queries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export
         * @description 导出查询结果，最多 5 万行；CSV 与 Excel 的每一行带有导出人与时间的水印，导出记入审计日志。
         */
        post: operations["export_api_data_sets_queries_export_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description 立即构建有变化的数据集（平时每五分钟自动检查一次）。
         */
        post: operations["refresh_api_data_sets_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/rules/changes/{change_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description 确认规则的改动：从下一个版本起生效。
         */
        post: operations["confirm_api_data_sets_rules_changes__change_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/rules/changes/{change_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 说明理由后退回规则的改动。
         */
        post: operations["refuse_api_data_sets_rules_changes__change_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description 按名称、地区、行业、成立年份、注册资本检索企业，新成立的在前。
         */
        get: operations["search_api_data_warehouse_enterprises_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/enterprises/{credit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By Code
         * @description 一家企业的基础工商信息。
         */
        get: operations["by_code_api_data_warehouse_enterprises__credit_code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/enterprises/{credit_code}/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Families
         * @description 一家企业的专利、商标、对外投资与荣誉。
         */
        get: operations["families_api_data_warehouse_enterprises__credit_code__families_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/enterprises/{credit_code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description 一家企业每一项事实的取值、有效期与来源，现行的在前。
         */
        get: operations["history_api_data_warehouse_enterprises__credit_code__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/enterprises/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出符合条件的企业（不含个人信息）；表格中的文字不会被当作公式执行。
         */
        get: operations["export_api_data_warehouse_enterprises_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/enterprises/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By Name
         * @description 按名称查找：先原名，再规范化名称（全半角、括号、空格等），再曾用名。
         */
        get: operations["by_name_api_data_warehouse_enterprises_lookup_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description 按下一级地区、行业门类、成立年份、注册资本统计企业；筛选条件与企业检索相同。
         */
        get: operations["figures_api_data_warehouse_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/industries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Industries
         * @description 下一级行业（GB/T 4754）；导入全表后含中类与小类。
         */
        get: operations["industries_api_data_warehouse_industries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/industries/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Industry Search
         * @description 按名称或代码查找行业（GB/T 4754），至多二十个。
         */
        get: operations["industry_search_api_data_warehouse_industries_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Regions
         * @description 下一级行政区划（GB/T 2260，现行）。
         */
        get: operations["regions_api_data_warehouse_regions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description 数据来源：谁提供的、哪一类、截止到哪天、何时入库，最近的在前。
         */
        get: operations["sources_api_data_warehouse_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-warehouse/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Totals
         * @description 各类数据的条数与最近更新时间。
         */
        get: operations["totals_api_data_warehouse_totals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Applications
         * @description 本产业大脑的全部备案申请，最新的在前。
         */
        get: operations["applications_api_exchange_client_applications_get"];
        put?: never;
        /**
         * Create
         * @description 新建草稿。
         */
        post: operations["create_api_exchange_client_applications_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Application
         * @description 一份申请及其全部经过。
         */
        get: operations["application_api_exchange_client_applications__application_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/credential-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate
         * @description 轮换接口凭证，旧凭证在重叠期内仍有效。
         */
        post: operations["rotate_api_exchange_client_applications__application_id__credential_rotations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Collect
         * @description 领取接口凭证：中心只给出一次，本地加密保存。
         */
        post: operations["collect_api_exchange_client_applications__application_id__credentials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Edit
         * @description 保存已填写的内容。
         */
        put: operations["edit_api_exchange_client_applications__application_id__draft_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/refreshes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description 立即查询省级能力中心的办理状态（平时每分钟自动查询）。
         */
        post: operations["refresh_api_exchange_client_applications__application_id__refreshes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew
         * @description 申请续期。
         */
        post: operations["renew_api_exchange_client_applications__application_id__renewals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description 提交到省级能力中心；首次提交需填写中心发放的一次性接入码。
         */
        post: operations["submit_api_exchange_client_applications__application_id__submissions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/applications/{application_id}/test-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs
         * @description 一份申请的各次联调测试，最新的在前。
         */
        get: operations["runs_api_exchange_client_applications__application_id__test_runs_get"];
        put?: never;
        /**
         * Start
         * @description 发起联调测试，在后台执行；整改后再次联调须说明整改情况。
         */
        post: operations["start_api_exchange_client_applications__application_id__test_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connection State
         * @description 中心地址、代理、校时、凭证与待发数量。
         */
        get: operations["connection_state_api_exchange_client_connection_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/dead-letters/{part_id}/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard
         * @description 放弃上报，须说明理由。
         */
        post: operations["discard_api_exchange_client_dead_letters__part_id__discards_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/dead-letters/{part_id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit
         * @description 修改记录后重发；不符合接口描述的修改不会被保存。
         */
        post: operations["edit_api_exchange_client_dead_letters__part_id__edits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/dead-letters/{part_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records
         * @description 未被接收的分片中的记录，供修改。
         */
        get: operations["records_api_exchange_client_dead_letters__part_id__records_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/dead-letters/{part_id}/resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description 原样重发。
         */
        post: operations["resend_api_exchange_client_dead_letters__part_id__resends_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/distributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Distributions
         * @description 省级能力中心下发的数据，最新的在前。
         */
        get: operations["distributions_api_exchange_client_distributions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/enterprises/{family}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Enterprise
         * @description 向省级能力中心查询一家企业，并存入本地基础库。
         */
        get: operations["enterprise_api_exchange_client_enterprises__family__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Options
         * @description 接口类、场景与企业信息类别。
         */
        get: operations["options_api_exchange_client_options_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ledger
         * @description 上报台账：每一个分片的摘要、状态与返回码，最新的在前。
         */
        get: operations["ledger_api_exchange_client_parts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/parts/{part_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Part
         * @description 一个分片。
         */
        get: operations["part_api_exchange_client_parts__part_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/parts/{part_id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attempts
         * @description 一个分片的每次发送。
         */
        get: operations["attempts_api_exchange_client_parts__part_id__attempts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/parts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 按当前筛选条件导出台账。
         */
        get: operations["export_api_exchange_client_parts_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/pulls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pulls
         * @description 拉取任务及其进度。
         */
        get: operations["pulls_api_exchange_client_pulls_get"];
        put?: never;
        /**
         * Add
         * @description 新建拉取任务并立即运行：产业链企业、变更、下发数据。
         */
        post: operations["add_api_exchange_client_pulls_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/pulls/{pull_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description 删除拉取任务；已拉取的数据保留。
         */
        delete: operations["remove_api_exchange_client_pulls__pull_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/pulls/{pull_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description 立即从上次的位置继续拉取。
         */
        post: operations["start_api_exchange_client_pulls__pull_id__runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliations
         * @description 逐日对账结果：缺失、重复、改动、未知的分片。
         */
        get: operations["reconciliations_api_exchange_client_reconciliations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/reconciliations/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reconcile
         * @description 立即与省级能力中心核对某一天的台账。
         */
        post: operations["reconcile_api_exchange_client_reconciliations__day__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/test-runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Run
         * @description 一次联调测试的进度与逐项结果。
         */
        get: operations["run_api_exchange_client_test_runs__run_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-client/test-runs/{run_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report
         * @description 下载双方签名的联调报告（JSON）。
         */
        get: operations["report_api_exchange_client_test_runs__run_id__report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarms
         * @description 异常调用告警（规范 4 b）。
         */
        get: operations["alarms_api_exchange_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/alarms/{alarm_id}/handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle Alarm
         * @description 标记已处置。
         */
        post: operations["handle_alarm_api_exchange_alarms__alarm_id__handled_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Applications
         * @description 数据交换申请列表。
         */
        get: operations["list_applications_api_exchange_applications_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/applications/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show
         * @description 一份申请：内容、历史、联调报告、现在可以做的操作。
         */
        get: operations["show_api_exchange_applications__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/applications/{number}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Limits
         * @description 调整调用频率上限，立即生效。
         */
        post: operations["set_limits_api_exchange_applications__number__limits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/applications/{number}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Step
         * @description 审核操作：同意联调、退回、不予同意、正式开通、暂停、恢复、撤销、同意或不同意续期。
         */
        post: operations["take_step_api_exchange_applications__number__steps__step__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/applications/{number}/void-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void Credentials
         * @description 凭证泄露时立即作废，申请单位可重新领取。
         */
        post: operations["void_credentials_api_exchange_applications__number__void_credentials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Clients
         * @description 机器客户端：谁能以什么身份调用什么；限额、停用与作废在所属申请里办理。
         */
        get: operations["list_clients_api_exchange_clients_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/distributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Distributions
         * @description 下发记录与确认情况。
         */
        get: operations["distributions_api_exchange_distributions_get"];
        put?: never;
        /**
         * Publish
         * @description 向产业大脑下发数据。
         */
        post: operations["publish_api_exchange_distributions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Enrolments
         * @description 登记码发放记录（不含登记码本身）。
         */
        get: operations["enrolments_api_exchange_enrolments_get"];
        put?: never;
        /**
         * Enrol
         * @description 发放一次性登记码，交给申请单位；只显示这一次。
         */
        post: operations["enrol_api_exchange_enrolments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ledger
         * @description 上报台账，含被拒绝的分片。
         */
        get: operations["ledger_api_exchange_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出台账（最多 100,000 行，最新的在前）。
         */
        get: operations["export_api_exchange_ledger_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description 各产业大脑的接入状态、上报数据与新鲜度。
         */
        get: operations["overview_api_exchange_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliations
         * @description 对账结果：与本方落地文件（landing）、与对方清单（client）。
         */
        get: operations["reconciliations_api_exchange_reconciliations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/enterprise-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Match
         * @description 按所写名称查找企业：先找相同名称，再找近似名称，并说明依据。
         */
        get: operations["match_api_governance_enterprise_matches_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/golden-records/{credit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Golden
         * @description 一家企业逐项的取值：出自哪里、为什么、哪些值让位；含并入它的记录。
         */
        get: operations["golden_api_governance_golden_records__credit_code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/identity-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 主数据中同一家企业的两条记录：提出的、已合并的、已退回与拆分的；最近的在前。
         */
        get: operations["listed_api_governance_identity_links_get"];
        put?: never;
        /**
         * Propose
         * @description 提出两条记录是同一家企业，由另一人确认。
         */
        post: operations["propose_api_governance_identity_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/identity-links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一条合并。
         */
        get: operations["one_api_governance_identity_links__link_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/identity-links/{link_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description 确认合并；提出的人不能自己确认。
         */
        post: operations["confirm_api_governance_identity_links__link_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/identity-links/{link_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 退回：不是同一家。
         */
        post: operations["refuse_api_governance_identity_links__link_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/identity-links/{link_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split
         * @description 拆分已合并的两条记录；合并过的事实保留。
         */
        post: operations["split_api_governance_identity_links__link_id__split_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/identity-links/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description 在主数据中查找可能的同一家企业；见过的不再提出。
         */
        post: operations["search_api_governance_identity_links_search_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/industry-codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 没有官方小类代码的企业的行业代码建议；最没有把握的在前，已核定的最近的在前。
         */
        get: operations["listed_api_governance_industry_codings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/industry-codings/{credit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一家企业的行业代码建议、依据与核定。
         */
        get: operations["one_api_governance_industry_codings__credit_code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/industry-codings/{credit_code}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Correct
         * @description 核定行业代码：确认建议，或给出另一个；下次学习时用作标注。
         */
        put: operations["correct_api_governance_industry_codings__credit_code__correction_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 数据中写了、却没有企业登记为此名的名称；与企业最相近的在前。
         */
        get: operations["listed_api_governance_written_names_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names/{name_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个名称：此刻的候选、出现在哪里、历次认定。
         */
        get: operations["one_api_governance_written_names__name_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names/{name_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description 认定一个名称所指，或撤回；认定后数据集自动重建。
         */
        post: operations["decide_api_governance_written_names__name_id__decisions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names/acceptable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Acceptable
         * @description 相似度不低于所给、且前两名分得开的待确认名称有多少。
         */
        get: operations["acceptable_api_governance_written_names_acceptable_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept All
         * @description 批量认定为第一候选。
         */
        post: operations["accept_all_api_governance_written_names_acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Datasets
         * @description 出现过待匹配名称的数据集。
         */
        get: operations["datasets_api_governance_written_names_data_sets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/governance/written-names/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 名称、第一候选与结论，CSV。
         */
        get: operations["export_api_governance_written_names_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 各数据集的分类与级别，级别高的在前。
         */
        get: operations["listed_api_grading_data_sets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/data-sets/{tier}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个数据集的分类与级别：各列的依据、建议与决定，为什么是这一级。
         */
        get: operations["one_api_grading_data_sets__tier___name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/data-sets/{tier}/{name}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description 确定一列的级别、分类与是否锁定，立即生效。
         */
        post: operations["decide_api_grading_data_sets__tier___name__columns_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/data-sets/{tier}/{name}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Rest
         * @description 按建议确认全部未确认的列；不低于现行的级别。
         */
        post: operations["confirm_rest_api_grading_data_sets__tier___name__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/data-sets/{tier}/{name}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell
         * @description 填写分类、分级要素、加工程度与备案内容；级别随即重新判定。
         */
        put: operations["tell_api_grading_data_sets__tier___name__facts_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 分类分级清单，逐列：分类路径、数据范围及示例、加工程度、影响对象与程度、建议级别、确定级别。
         */
        get: operations["export_api_grading_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/important": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Now
         * @description 今天的重要数据、与已审定目录的差别、目录的各个版本。
         */
        get: operations["now_api_grading_important_get"];
        put?: never;
        /**
         * Produce
         * @description 由现在的级别生成一版目录，待另一位审批人员审定。
         */
        post: operations["produce_api_grading_important_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/important/{number}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seal
         * @description 审定一版目录：此后不再改变，作为报送与比对的依据。生成人不能审定自己生成的。
         */
        post: operations["seal_api_grading_important__number__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/important/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description 一版目录的文件；不含数据内容本身。
         */
        get: operations["file_api_grading_important__number__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/important/{number}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 退回一版目录，说明原因。
         */
        post: operations["refuse_api_grading_important__number__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * In Force
         * @description 现行的分类表与影响矩阵（CSV），待确认的修订，历次修订。
         */
        get: operations["in_force_api_grading_tables_get"];
        put?: never;
        /**
         * Propose
         * @description 提交新的分类表与影响矩阵；由另一位审批人员确认后生效。
         */
        post: operations["propose_api_grading_tables_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/tables/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description 确认待定的修订，对全部数据集立即生效。提交人不能确认自己提交的。
         */
        post: operations["confirm_api_grading_tables_confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grading/tables/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 退回待定的修订，说明原因。
         */
        post: operations["refuse_api_grading_tables_refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts
         * @description 账户列表，可按用户名或姓名查找。
         */
        get: operations["accounts_api_identity_accounts_get"];
        put?: never;
        /**
         * Create Account
         * @description 新建账户，返回一次性密码；角色由安全管理员授予。
         */
        post: operations["create_account_api_identity_accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable Account
         * @description 停用或恢复账户；停用立即终止其会话。
         */
        post: operations["enable_account_api_identity_accounts__account_id__enabled_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description 重置密码并解除锁定，返回一次性密码。
         */
        post: operations["reset_password_api_identity_accounts__account_id__password_resets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Roles
         * @description 授予角色（整体替换）。三类管理员不得由同一账户兼任。
         */
        post: operations["set_roles_api_identity_accounts__account_id__roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organisations
         * @description 机构列表，可按名称或信用代码查找。
         */
        get: operations["organisations_api_identity_organisations_get"];
        put?: never;
        /**
         * Create Organisation
         * @description 登记机构。
         */
        post: operations["create_organisation_api_identity_organisations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/organisations/{organisation_id}/enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable Organisation
         * @description 停用或恢复机构。
         */
        post: operations["enable_organisation_api_identity_organisations__organisation_id__enabled_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roles
         * @description 角色及其权限。
         */
        get: operations["roles_api_identity_roles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Builds
         * @description 图谱更新记录，最新在前。
         */
        get: operations["builds_api_industry_graph_builds_get"];
        put?: never;
        /**
         * Rebuild
         * @description 在后台重读全部企业；没有变化的归属不动。
         */
        post: operations["rebuild_api_industry_graph_builds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices
         * @description 图谱中出现的地区、规模与荣誉，供筛选使用。
         */
        get: operations["choices_api_industry_graph_choices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contradictions
         * @description 来源之间互相矛盾之处，最新在前。
         */
        get: operations["contradictions_api_industry_graph_contradictions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/contradictions/{contradiction_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve
         * @description 处理一条矛盾；改变图谱的处理会成为带理由的修正。
         */
        post: operations["resolve_api_industry_graph_contradictions__contradiction_id__resolve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Corrections
         * @description 专家修正，最新在前。
         */
        get: operations["corrections_api_industry_graph_corrections_get"];
        put?: never;
        /**
         * Correct
         * @description 修正归属或供应关系；立即生效，重建后仍然有效。
         */
        post: operations["correct_api_industry_graph_corrections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/corrections/{correction_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description 撤销修正，恢复由程序判断。
         */
        post: operations["revoke_api_industry_graph_corrections__correction_id__revoke_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/definition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Definition
         * @description 在用的产业链定义全文。
         */
        get: operations["definition_api_industry_graph_definition_get"];
        put?: never;
        /**
         * Install
         * @description 换用新的产业链定义；随后在后台按新定义重读全部企业，专家修正保留。
         */
        post: operations["install_api_industry_graph_definition_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/edges/{upstream}/{downstream}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Edge
         * @description 一条供应关系的依据：谁说的、何时说的、多大把握。
         */
        get: operations["edge_api_industry_graph_edges__upstream___downstream__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Enterprises
         * @description 阶段、环节或产品内的企业，重点企业在前。
         */
        get: operations["enterprises_api_industry_graph_enterprises_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/enterprises/{credit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Card
         * @description 企业名片：产品归属及其依据、人工修正、待处理的矛盾。
         */
        get: operations["card_api_industry_graph_enterprises__credit_code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/enterprises/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 导出符合条件的企业及其产品归属（Excel）。
         */
        get: operations["export_api_industry_graph_enterprises_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description 按下一级地区、成立年份、荣誉统计产业链企业；筛选条件与企业清单相同。
         */
        get: operations["figures_api_industry_graph_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Flows
         * @description 环节之间有多少条产品供应关系；环节内部的不计。
         */
        get: operations["flows_api_industry_graph_flows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whole
         * @description 全链：所有产品与供应关系，企业只计数。
         */
        get: operations["whole_api_industry_graph_graph_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/graph/enterprises/{credit_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Around Enterprise
         * @description 一家企业的产品，以及与之相邻的上下游产品。
         */
        get: operations["around_enterprise_api_industry_graph_graph_enterprises__credit_code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/graph/path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Path
         * @description 两个产品或企业之间最短的供应通路。
         */
        get: operations["path_api_industry_graph_graph_path_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/graph/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walk
         * @description 某产品的上游、下游或邻域，至多 6 步；本产品的主要企业单列，其余按市汇总。
         */
        get: operations["walk_api_industry_graph_graph_products__product__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/graph/products/{product}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Group
         * @description 展开一个汇总节点：某产品在某市的企业。
         */
        get: operations["group_api_industry_graph_graph_products__product__groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/graph/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description 按名称找图谱中的产品与企业。
         */
        get: operations["search_api_industry_graph_graph_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Growth
         * @description 历年新增的企业产品归属，供时间轴使用。
         */
        get: operations["growth_api_industry_graph_growth_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/imports/listed-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Listed Products
         * @description 导入上市公司披露的产品及占比；企业按全称或信用代码对应数据仓。
         */
        post: operations["import_listed_products_api_industry_graph_imports_listed_products_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/imports/supply-edges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Supply Edges
         * @description 导入产品供应关系；两端都能对应到本链产品的才入库，同一来源以最后一次导入为准。
         */
        post: operations["import_supply_edges_api_industry_graph_imports_supply_edges_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/industry-graph/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description 产业链按上、中、下游分列：各环节、产品的企业数与强弱，每个强弱都说明如何算出。
         */
        get: operations["overview_api_industry_graph_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/{collection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个采集任务。
         */
        get: operations["one_api_ingestion_collections__collection_id__get"];
        /**
         * Amend
         * @description 修改采集任务。换了取的地方，游标从头算起；换了对方，须重新填写密钥。
         */
        put: operations["amend_api_ingestion_collections__collection_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/{collection_id}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Backfill
         * @description 忘记游标，把来源现有的全部重新取一遍；内容相同的不再导入。
         */
        post: operations["backfill_api_ingestion_collections__collection_id__backfill_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/{collection_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description 决定结构变了的一批：照收、改对应关系后收、不收。此后按新的结构继续。
         */
        post: operations["decide_api_ingestion_collections__collection_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/{collection_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause
         * @description 暂停：不再按时采集，正在进行的做完。
         */
        post: operations["pause_api_ingestion_collections__collection_id__pause_post"];
        /**
         * Resume
         * @description 恢复按时采集。
         */
        delete: operations["resume_api_ingestion_collections__collection_id__pause_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/{collection_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs
         * @description 采集的经过，最近的在前，每一步都有数。
         */
        get: operations["runs_api_ingestion_collections__collection_id__runs_get"];
        put?: never;
        /**
         * Run Now
         * @description 立即采集一次，暂停的也可以。
         */
        post: operations["run_now_api_ingestion_collections__collection_id__runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/{collection_id}/runs/{run_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files
         * @description 一次采集取来了什么，各自如何处理。
         */
        get: operations["files_api_ingestion_collections__collection_id__runs__run_id__files_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/collections/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Out
         * @description 试连：取一点内容给人看，建议列的对应关系；什么也不留存。
         */
        post: operations["try_out_api_ingestion_collections_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare
         * @description 登记由数据源交付的数据集，或它的新修订；另一位审批人员确认各列级别之后可以导入。
         */
        post: operations["declare_api_ingestion_data_sets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description 上传文件：请求体即文件内容，原样保存。支持 csv、xlsx、Parquet、JSON、XML，按内容识别。
         */
        post: operations["upload_api_ingestion_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/files/{digest}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview
         * @description 文件的前若干行与建议的列对应关系；表头相同的文件沿用上次的对应关系。
         */
        get: operations["preview_api_ingestion_files__digest__preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/files/{digest}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposal
         * @description 按文件的前若干行提出一个数据集：列名、类型、级别、键与质量规则，由人改定。
         */
        get: operations["proposal_api_ingestion_files__digest__proposal_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Newest
         * @description 导入任务，最新在前。
         */
        get: operations["newest_api_ingestion_imports_get"];
        put?: never;
        /**
         * Start
         * @description 开始导入。没有经过可信认证的数据源不收数据；同一文件以同样方式再次导入不会改变任何数据；失败的导入从断点继续。
         */
        post: operations["start_api_ingestion_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One Import
         * @description 一个导入任务的进度与结果。
         */
        get: operations["one_import_api_ingestion_imports__import_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/imports/{import_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Problems
         * @description 逐行的问题。
         */
        get: operations["problems_api_ingestion_imports__import_id__problems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/imports/{import_id}/rejected.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rejected
         * @description 下载拒收的行：原样的各列，前面是行号与原因；改正后可直接再次导入。
         */
        get: operations["rejected_api_ingestion_imports__import_id__rejected_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed Layouts
         * @description 可以导入的数据集及其字段：平台自带的，与登记的（名称如 base.capacity）。
         */
        get: operations["listed_layouts_api_ingestion_layouts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 数据源，最新登记的在前；可按名称与提供方查找。
         */
        get: operations["listed_api_ingestion_sources_get"];
        put?: never;
        /**
         * Register
         * @description 登记数据源；经另一人认证后才能送数据。
         */
        post: operations["register_api_ingestion_sources_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个数据源。
         */
        get: operations["one_api_ingestion_sources__source_id__get"];
        /**
         * Amend
         * @description 修改登记；提供方或依据变了，原来的认证随即失效。
         */
        put: operations["amend_api_ingestion_sources__source_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/sources/{source_id}/certification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Certify
         * @description 可信认证：谁担保、核验了什么、有效至何时。登记人不能认证自己登记的数据源。
         */
        post: operations["certify_api_ingestion_sources__source_id__certification_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/sources/{source_id}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Source
         * @description 一个数据源的采集任务，各带最近一次采集与等待决定的结构变化。
         */
        get: operations["of_source_api_ingestion_sources__source_id__collections_get"];
        put?: never;
        /**
         * Set Up
         * @description 设置采集任务。密钥用本节点的密钥加密保存，不会再给出。
         */
        post: operations["set_up_api_ingestion_sources__source_id__collections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/sources/{source_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description 登记、修改、认证、停用的经过，最近的在前。
         */
        get: operations["history_api_ingestion_sources__source_id__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/sources/{source_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend
         * @description 停用：此后不再收它的数据，已收的保留。
         */
        post: operations["suspend_api_ingestion_sources__source_id__suspension_post"];
        /**
         * Resume
         * @description 恢复停用的数据源。
         */
        delete: operations["resume_api_ingestion_sources__source_id__suspension_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/node": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Node Facts
         * @description 本节点的名称、类型与数据性质；无需登录。
         */
        get: operations["node_facts_api_node_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts
         * @description 未办待办数与未读消息数。
         */
        get: operations["counts_api_portal_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Menu
         * @description 当前登录者可见的菜单。
         */
        get: operations["menu_api_portal_menu_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages
         * @description 消息。
         */
        get: operations["messages_api_portal_messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/messages/{notice_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read One
         * @description 标为已读；不是发给自己的消息不受影响。
         */
        post: operations["read_one_api_portal_messages__notice_id__read_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/messages/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read All
         * @description 全部标为已读。
         */
        post: operations["read_all_api_portal_messages_read_all_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Todos
         * @description 待办事项。
         */
        get: operations["todos_api_portal_todos_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices
         * @description 可供筛选的操作、对象类别与人员。
         */
        get: operations["choices_api_security_choices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries
         * @description 审计日志，最新的在前。
         */
        get: operations["entries_api_security_entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security/entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 按当前筛选条件导出审计日志；导出本身也记入日志。
         */
        get: operations["export_api_security_entries_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standing
         * @description 日志的条数、起止时间、留存要求与最近一次校验。
         */
        get: operations["standing_api_security_standing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/security/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify
         * @description 从第一条起逐条校验摘要链，指出第一处断裂。
         */
        post: operations["verify_api_security_verifications_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Current Session
         * @description 当前登录者及其权限；没有登录或登录已失效时没有内容。
         */
        get: operations["current_session_api_session_get"];
        put?: never;
        /**
         * Sign In
         * @description 登录。连续失败 5 次锁定 15 分钟。
         */
        post: operations["sign_in_api_session_post"];
        /**
         * Sign Out
         * @description 退出登录。
         */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description 修改自己的密码；其他地方的登录随即失效。
         */
        post: operations["change_password_api_session_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/{sharing_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description 差分隐私的计数或合计；每次都用去预算，用完为止。
         */
        post: operations["answer_api_shared__sharing_id__answers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/{sharing_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receipt
         * @description 回执：收进来哪个版本、多少行。与给出的行数不符时双方核对。
         */
        post: operations["receipt_api_shared__sharing_id__receipts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/{sharing_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows
         * @description 一页共享的行。次序与原数据无关；不能筛选、排序或计算。
         */
        get: operations["rows_api_shared__sharing_id__rows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 对外共享，待审批的在前。
         */
        get: operations["listed_api_sharing_get"];
        put?: never;
        /**
         * Propose
         * @description 提出共享；核查通过后待其他人审批。
         */
        post: operations["propose_api_sharing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一项共享：给谁、给什么、怎样保护、核查结果与审批经过。
         */
        get: operations["one_api_sharing__sharing_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description 同意；达到级别所要求的人数即生效。提出人不能审批自己的，一人只算一次。
         */
        post: operations["approve_api_sharing__sharing_id__approval_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description 终止，立即生效：令牌作废，不再提供。提出人员与审批人员都可以终止。
         */
        post: operations["end_api_sharing__sharing_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description 提供给接收方的文件，带有接收方、经手人与时间的水印。
         */
        get: operations["file_api_sharing__sharing_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts
         * @description 接收方的回执：哪个版本收到多少行，与给出的是否相符。
         */
        get: operations["receipts_api_sharing__sharing_id__receipts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 退回，说明原因。
         */
        post: operations["refuse_api_sharing__sharing_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/{sharing_id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Token
         * @description 发放接收方机器的令牌，只显示一次；以前的随即作废。
         */
        post: operations["give_token_api_sharing__sharing_id__token_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description 试核查一种共享方式，不提交。
         */
        post: operations["check_api_sharing_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 生效的标准；按名称、同义词、拼音、定义查找，最相符的在前。代码表为最新版本。
         */
        get: operations["listed_api_standards_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/{kind}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一项标准：生效的内容、历次修订、引用它的数据元。
         */
        get: operations["one_api_standards__kind___code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/{kind}/{code}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description 批准待定的修订，立即生效。提出人不能批准自己提出的。
         */
        post: operations["confirm_api_standards__kind___code__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/{kind}/{code}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 退回待定的修订，说明原因。
         */
        post: operations["refuse_api_standards__kind___code__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/{kind}/{code}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description 废止人提出的标准；代码表废止最新的版本，前一版本重新有效。
         */
        post: operations["withdraw_api_standards__kind___code__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/code-tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare Code Table
         * @description 提出代码表或它的新版本；另一位审批人员批准后生效，已有的版本不变。
         */
        post: operations["declare_code_table_api_standards_code_tables_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/code-tables/{code}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare
         * @description 两个版本之间每个代码的去向。
         */
        get: operations["compare_api_standards_code_tables__code__comparison_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/code-tables/{code}/versions/{label}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries
         * @description 一个版本的代码。
         */
        get: operations["entries_api_standards_code_tables__code__versions__label__entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/code-tables/{code}/versions/{label}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 一个版本的代码，CSV；可以照样再导入。
         */
        get: operations["export_api_standards_code_tables__code__versions__label__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/code-tables/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description 读取 CSV 或 Excel 文件（请求体）中的代码：列“代码”“名称”，可有“上级”“取代”；只读取，不保存。
         */
        post: operations["read_api_standards_code_tables_reading_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/elements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare Element
         * @description 提出数据元或它的新修订；另一位审批人员批准后生效。
         */
        post: operations["declare_element_api_standards_elements_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description 生效的标准，CSV。
         */
        get: operations["export_api_standards_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare Term
         * @description 提出术语或它的新修订；另一位审批人员批准后生效。
         */
        post: operations["declare_term_api_standards_terms_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description 待批准的标准，最早的在前。
         */
        get: operations["waiting_api_standards_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description 高质量数据集，最新建立的在前。
         */
        get: operations["listed_api_training_sets_get"];
        put?: never;
        /**
         * Create
         * @description 建立高质量数据集：取哪个数据集的哪些列、标签、怎样划分。个人信息与三级以上的列不能发布。
         */
        post: operations["create_api_training_sets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/{set_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description 一个高质量数据集与它的各版。
         */
        get: operations["one_api_training_sets__set_id__get"];
        /**
         * Amend
         * @description 修改；已有的版本不变。
         */
        put: operations["amend_api_training_sets__set_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/{set_id}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build
         * @description 在后台构建一个版本：划分、检查泄漏、写说明书；由另一人审定后发布。
         */
        post: operations["build_api_training_sets__set_id__releases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/releases/{release_id}/datasheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Datasheet
         * @description 数据说明书：来源与权利、清洗与质量、划分、泄漏检查、局限。
         */
        get: operations["datasheet_api_training_sets_releases__release_id__datasheet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/releases/{release_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Download
         * @description 下载一个已发布的版本：各划分的 Parquet、说明书、Croissant 描述；下载记入审计日志。
         */
        post: operations["download_api_training_sets_releases__release_id__download_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/releases/{release_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish
         * @description 发布：说明泄漏检查的发现为什么可以接受，或没有发现。
         */
        post: operations["publish_api_training_sets_releases__release_id__publication_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/releases/{release_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 不同意发布：文件清除。
         */
        post: operations["refuse_api_training_sets_releases__release_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-sets/releases/{release_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description 撤回发布：不再能下载，文件清除。
         */
        post: operations["withdraw_api_training_sets_releases__release_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description 数据库、迁移与时钟（附件 3 2.4 e）。数据库不可用时返回 503。
         */
        get: operations["health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AcceptableNames */
        AcceptableNames: {
            /**
             * Count
             * @description 符合条件、可以批量认定的名称数
             */
            count: number;
        };
        /**
         * AccessState
         * @enum {string}
         */
        AccessState: "waiting" | "granted" | "refused" | "withdrawn";
        /** AccessView */
        AccessView: {
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /** Columns */
            columns: string[];
            /** Dataset */
            dataSet: string;
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Purpose */
            purpose: string;
            /** Reason */
            reason: string | null;
            /** @description waiting 待审批、granted 同意（到期自动失效）、refused 不同意、withdrawn 收回 */
            state: components["schemas"]["AccessState"];
            /**
             * Until
             * Format: date
             */
            until: string;
            /**
             * Username
             * @description 申请人
             */
            username: string;
        };
        /** AccessWanted */
        AccessWanted: {
            /**
             * Columns
             * @description 要看取值的列
             */
            columns: string[];
            /**
             * Purpose
             * @description 用途
             */
            purpose: string;
            /**
             * Until
             * Format: date
             * @description 最后一天；到期自动失效
             */
            until: string;
        };
        /** AccountBrief */
        AccountBrief: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Username */
            username: string;
        };
        /** AccountView */
        AccountView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Disabledat */
            disabledAt: string | null;
            /** Id */
            id: number;
            /** Lastloginat */
            lastLoginAt: string | null;
            /** Lockeduntil */
            lockedUntil: string | null;
            /** Mustchangepassword */
            mustChangePassword: boolean;
            /** Name */
            name: string;
            /** Organisationid */
            organisationId: number | null;
            /** Organisationname */
            organisationName: string | null;
            /** Roles */
            roles: string[];
            /** Username */
            username: string;
        };
        /** AlarmView */
        AlarmView: {
            /** Clientid */
            clientId: string;
            /**
             * Firstat
             * Format: date-time
             */
            firstAt: string;
            /** Handledat */
            handledAt: string | null;
            /** Handledby */
            handledBy: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /**
             * Lastat
             * Format: date-time
             */
            lastAt: string;
            /** Times */
            times: number;
        };
        /** AnswerColumn */
        AnswerColumn: {
            /** Name */
            name: string;
            /**
             * Type
             * @description Arrow 类型
             */
            type: string;
        };
        /** AnswerView */
        AnswerView: {
            /** Columns */
            columns: components["schemas"]["AnswerColumn"][];
            /**
             * Cut
             * @description 还有更多的行没有返回
             */
            cut: boolean;
            /**
             * Hidden
             * @description 您无权查看取值的列，结果中已脱敏或为空
             */
            hidden: string[];
            /** Rows */
            rows: unknown[][];
            /** Seconds */
            seconds: number;
            /**
             * Versions
             * @description 所用数据集的版本
             */
            versions: {
                [key: string]: number;
            };
        };
        /** ApplicationBrief */
        ApplicationBrief: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Creditcode */
            creditCode: string;
            /** Number */
            number: string;
            /** Organisationname */
            organisationName: string;
            /** State */
            state: string;
            /** Systemname */
            systemName: string;
            /** Validuntil */
            validUntil: string | null;
        };
        /**
         * ApplicationState
         * @enum {string}
         */
        ApplicationState: "draft" | "submitted" | "returned" | "approved_for_test" | "testing" | "test_failed" | "test_passed" | "active" | "suspended" | "revoked" | "expired";
        /** ApplicationStepView */
        ApplicationStepView: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Fromstate */
            fromState: string;
            /** Reason */
            reason: string;
            /**
             * Side
             * @enum {string}
             */
            side: "brain" | "centre";
            /** Tostate */
            toState: string;
        };
        /** ApplicationSubmission */
        ApplicationSubmission: {
            /**
             * Enrolmentcode
             * @description 接入码，首次提交时必填
             */
            enrolmentCode?: string | null;
        };
        /** ApplicationView */
        ApplicationView: {
            /** Callsperminute */
            callsPerMinute: number;
            /** Clientid */
            clientId: string;
            /** Conformance */
            conformance: components["schemas"]["ConformanceView"][];
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Creditcode */
            creditCode: string;
            /** Form */
            form: {
                [key: string]: unknown;
            };
            /** History */
            history: components["schemas"]["HistoryView"][];
            /** Number */
            number: string;
            /** Organisationname */
            organisationName: string;
            /** Productioncollected */
            productionCollected: boolean;
            /** Renewalpending */
            renewalPending: boolean;
            /** Sandboxcollected */
            sandboxCollected: boolean;
            /** State */
            state: string;
            /** Statetitle */
            stateTitle: string;
            /** Steps */
            steps: components["schemas"]["StepView"][];
            /** Systemname */
            systemName: string;
            /** Validuntil */
            validUntil: string | null;
        };
        /** ApprovalView */
        ApprovalView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Note */
            note: string;
        };
        /** ApprovalWanted */
        ApprovalWanted: {
            /**
             * Acceptsrisk
             * @description 接受各列合起来可识别个人的风险
             * @default false
             */
            acceptsRisk: boolean;
            /** Note */
            note: string;
        };
        /**
         * AssertionView
         * @description 一个来源的说法。
         */
        AssertionView: {
            /** Confidence */
            confidence: number;
            /**
             * Recordedat
             * Format: date-time
             */
            recordedAt: string;
            /** Source */
            source: string;
            /**
             * Statedon
             * Format: date
             */
            statedOn: string;
            /** Weight */
            weight: number | null;
            /** Wording */
            wording: string;
        };
        /** AttachmentView */
        AttachmentView: {
            /** Code */
            code: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceView"][];
            /** Linktitle */
            linkTitle: string;
            /** Linktitleen */
            linkTitleEn: string;
            /**
             * Role
             * @enum {string}
             */
            role: "producer" | "trader" | "service";
            /** Score */
            score: number;
            /** Stage */
            stage: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Weight */
            weight: number;
        };
        /** AttemptView */
        AttemptView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Number
             * @description 成功构建的版本号
             */
            number: number | null;
            /**
             * Problem
             * @description 没有构建成功的原因
             */
            problem: string | null;
            /** Rows */
            rows: number;
            /** Seconds */
            seconds: number;
        };
        /** AuditChoicesView */
        AuditChoicesView: {
            /** Actions */
            actions: components["schemas"]["AuditWordView"][];
            /** Kinds */
            kinds: components["schemas"]["AuditWordView"][];
            /** People */
            people: components["schemas"]["AuditPersonView"][];
            /** Roles */
            roles: components["schemas"]["AuditWordView"][];
        };
        /** AuditEntryView */
        AuditEntryView: {
            /** Action */
            action: string;
            /** Actiontitle */
            actionTitle: string;
            /** Actiontitleen */
            actionTitleEn: string;
            /** Actor */
            actor: string;
            /** Actorname */
            actorName: string;
            /** Address */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Digest */
            digest: string;
            /** Kind */
            kind: string;
            /** Kindtitle */
            kindTitle: string;
            /** Kindtitleen */
            kindTitleEn: string;
            /**
             * Link
             * @description 对象在门户中的页面，无页面或无权查看时为空
             */
            link: string | null;
            /** Objectid */
            objectId: string;
            /** Objecttitle */
            objectTitle: string;
            /** Position */
            position: number;
            /** Previous */
            previous: string;
            /**
             * Result
             * @enum {string}
             */
            result: "done" | "refused";
            /** Roles */
            roles: string[];
            /** Traceid */
            traceId: string;
        };
        /** AuditPersonView */
        AuditPersonView: {
            /** Name */
            name: string;
            /** Username */
            username: string;
        };
        /** AuditStandingView */
        AuditStandingView: {
            /** Firstat */
            firstAt: string | null;
            /** Lastat */
            lastAt: string | null;
            /** Retentionmonths */
            retentionMonths: number;
            /** Total */
            total: number;
            verification: components["schemas"]["AuditVerificationView"] | null;
        };
        /** AuditVerificationView */
        AuditVerificationView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Brokenat */
            brokenAt: number | null;
            /** By */
            by: string;
            /** Checked */
            checked: number;
            /** Digest */
            digest: string;
            /** Fault */
            fault: ("missing" | "changed" | "unlinked" | "checkpoint" | "cut") | null;
        };
        /** AuditWordView */
        AuditWordView: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /**
         * Basis
         * @description On which ground the data may be taken in and used.
         * @enum {string}
         */
        Basis: "law" | "disclosure" | "licence" | "contract" | "consent";
        /** Body_import_listed_products_api_industry_graph_imports_listed_products_post */
        Body_import_listed_products_api_industry_graph_imports_listed_products_post: {
            /**
             * Companies
             * @description 企业代码与全称对照（CSV）
             */
            companies?: string | null;
            /**
             * File
             * @description CSV（UTF-8 或 GB18030，可为 gzip）
             */
            file: string;
        };
        /** Body_import_supply_edges_api_industry_graph_imports_supply_edges_post */
        Body_import_supply_edges_api_industry_graph_imports_supply_edges_post: {
            /**
             * File
             * @description CSV（UTF-8 或 GB18030，可为 gzip）
             */
            file: string;
        };
        /**
         * BookState
         * @enum {string}
         */
        BookState: "unconfirmed" | "changed" | "confirmed";
        /** BrainView */
        BrainView: {
            /** Acknowledged */
            acknowledged: number;
            /** Applicationnumber */
            applicationNumber: string;
            /** Clientid */
            clientId: string;
            /**
             * Freshdays
             * @description 最近一批数据的数据时间距今的天数
             */
            freshDays: number | null;
            /** Lastreceivedat */
            lastReceivedAt: string | null;
            /** Openalarms */
            openAlarms: number;
            /** Organisationname */
            organisationName: string;
            /** Reported */
            reported: components["schemas"]["SceneReported"][];
            /** Scenes */
            scenes: string[];
            /** State */
            state: string;
            /** Statetitle */
            stateTitle: string;
            /** Systemname */
            systemName: string;
            /** Validuntil */
            validUntil: string | null;
        };
        /** BrokenRuleView */
        BrokenRuleView: {
            /**
             * Holds
             * @description 不符合的行已隔离
             */
            holds: boolean;
            /**
             * Message
             * @description 规则
             */
            message: string;
            /** Name */
            name: string;
            /** Rows */
            rows: number;
            /**
             * Violations
             * @description 不符合的行数；针对整个数据集的规则为 1
             */
            violations: number;
        };
        /**
         * BuildView
         * @description 一次更新：读了多少企业、动了多少。
         */
        BuildView: {
            /** Closed */
            closed: number;
            /**
             * Finishedat
             * Format: date-time
             */
            finishedAt: string;
            /** Fromrevision */
            fromRevision: number;
            /** Opened */
            opened: number;
            /** Read */
            read: number;
            /** Torevision */
            toRevision: number;
            /** Touched */
            touched: number;
        };
        /**
         * CardView
         * @description 企业在图谱中的名片；依据的起止位置指向名称与经营范围原文。
         */
        CardView: {
            /** Address */
            address: string | null;
            /** Attachments */
            attachments: components["schemas"]["AttachmentView"][];
            /** Businessscope */
            businessScope: string;
            /** Capitalwan */
            capitalWan: string | null;
            /** Contradictions */
            contradictions: components["schemas"]["ContradictionView"][];
            /** Corrections */
            corrections: components["schemas"]["CorrectionView"][];
            /** Creditcode */
            creditCode: string;
            /** Establishedon */
            establishedOn: string | null;
            /** Honours */
            honours: string[];
            /** Iskey */
            isKey: boolean;
            /** Name */
            name: string;
            /** Regioncode */
            regionCode: string | null;
            /** Regionname */
            regionName: string | null;
            /** Regstatus */
            regStatus: string | null;
            /** Scale */
            scale: string | null;
        };
        /**
         * CatalogueState
         * @enum {string}
         */
        CatalogueState: "waiting" | "sealed" | "refused" | "replaced";
        /**
         * Category
         * @description The three kinds of data that the guideline gathers.
         * @enum {string}
         */
        Category: "public" | "enterprise" | "third_party";
        /** CategoryView */
        CategoryView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /**
         * CentreConnectionView
         * @description 与省级能力中心的连接现状。
         */
        CentreConnectionView: {
            /** Centreurl */
            centreUrl: string | null;
            clock: components["schemas"]["LinkClockView"];
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Credentials */
            credentials: components["schemas"]["OwnCredentialView"][];
            /** Proxy */
            proxy: string | null;
            /** Waitingsince */
            waitingSince: string | null;
        };
        /**
         * ChainFiguresView
         * @description 产业链企业的统计；地区为所查地区的下一级，没有企业的也列出。
         */
        ChainFiguresView: {
            /** Capitalwan */
            capitalWan: string;
            /**
             * Elsewhere
             * @description 所在地区不详，或未细分到这一级的企业数
             */
            elsewhere: number;
            /** Enterprises */
            enterprises: number;
            /**
             * Honours
             * @description 各项荣誉的企业数，多的在前
             */
            honours: components["schemas"]["ChainHonourView"][];
            /** Key */
            key: number;
            /** Regions */
            regions: components["schemas"]["ChainRegionView"][];
            /**
             * Undated
             * @description 没有成立日期的企业数
             */
            undated: number;
            /**
             * Years
             * @description 按成立年份
             */
            years: components["schemas"]["ChainYearView"][];
        };
        /**
         * ChainFlowView
         * @description 两个环节之间的供应关系条数。
         */
        ChainFlowView: {
            /** Downstream */
            downstream: string;
            /** Relations */
            relations: number;
            /** Upstream */
            upstream: string;
        };
        /** ChainHonourView */
        ChainHonourView: {
            /** Enterprises */
            enterprises: number;
            /** Title */
            title: string;
        };
        /** ChainRegionView */
        ChainRegionView: {
            /** Capitalwan */
            capitalWan: string;
            /** Code */
            code: string;
            /** Enterprises */
            enterprises: number;
            /** Key */
            key: number;
            /** Name */
            name: string;
        };
        /** ChainYearView */
        ChainYearView: {
            /** Capitalwan */
            capitalWan: string;
            /** Enterprises */
            enterprises: number;
            /** Key */
            key: number;
            /** Year */
            year: number;
        };
        /**
         * ChangeState
         * @enum {string}
         */
        ChangeState: "waiting" | "in_force" | "refused" | "replaced";
        /**
         * CheckedView
         * @description 关联核查：对真实版本，按接收方将看到的样子。
         */
        CheckedView: {
            /**
             * Approvals
             * @description 须几人同意
             */
            approvals: number;
            /**
             * K
             * @description 最少见的组合有几行
             */
            k: number;
            /**
             * Level
             * @description 所给内容的级别
             */
            level: number;
            /**
             * Means
             * @description 各列的保护
             */
            means: {
                [key: string]: "plain" | "mask" | "truncate" | "format" | "pseudonym" | "generalise" | "withhold";
            };
            /**
             * Problems
             * @description 不能共享的原因
             */
            problems: string[];
            /**
             * Raised
             * @description 计入组合之后的级别
             */
            raised: number;
            /** Rows */
            rows: number;
            /** Singling */
            singling: components["schemas"]["SinglingOutView"][];
            /**
             * Unique
             * @description 独一无二的行所占比例
             */
            unique: number;
            /** Version */
            version: number;
        };
        /**
         * Choice
         * @description What a person decides of a changed shape.
         * @enum {string}
         */
        Choice: "accept" | "map" | "reject";
        /**
         * ChoicesView
         * @description 筛选条件的可选项。
         */
        ChoicesView: {
            /** Honours */
            honours: string[];
            /** Regions */
            regions: components["schemas"]["ChoiceView"][];
            /** Scales */
            scales: string[];
        };
        /** ChoiceView */
        ChoiceView: {
            /** Code */
            code: string;
            /** Title */
            title: string;
        };
        /**
         * ClientView
         * @description 一个机器客户端；密钥从不显示。
         */
        ClientView: {
            /**
             * Addresses
             * @description 允许的来源地址；空为不限
             */
            addresses: string[];
            /**
             * Applicationnumber
             * @description 所属申请
             */
            applicationNumber: string;
            /** Callsperminute */
            callsPerMinute: number;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /**
             * Id
             * @description 客户端标识（client_id）
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Previousuntil
             * @description 轮换中：旧密钥用到何时
             */
            previousUntil: string | null;
            /**
             * Scenes
             * @description 已开通的场景
             */
            scenes: string[];
            /**
             * Scopes
             * @description 已开通的接口类
             */
            scopes: string[];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "suspended" | "revoked" | "expired";
            /** Validuntil */
            validUntil: string | null;
        };
        /**
         * ClockView
         * @description `unknown`：校时服务器不可达，时间未经核实。
         */
        ClockView: {
            /**
             * Checkedat
             * Format: date-time
             */
            checkedAt: string;
            /** Offset */
            offset: number | null;
            /** Problems */
            problems: string[];
            /** Server */
            server: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "off" | "unknown";
        };
        /** CodeEntryView */
        CodeEntryView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Parent
             * @description 上级代码
             */
            parent: string | null;
            /**
             * Replaces
             * @description 取代上一版本的哪些代码
             */
            replaces: string[];
        };
        /** CodeListView */
        CodeListView: {
            /** Items */
            items: components["schemas"]["CodeView"][];
        };
        /** CodeView */
        CodeView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** CollectedView */
        CollectedView: {
            /**
             * Asof
             * Format: date
             */
            asOf: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Digest */
            digest: string | null;
            /** Gone */
            gone: number | null;
            /**
             * Gonekeys
             * @description 比上次少了的行的主键，最多 20 个
             */
            goneKeys: (string | null)[][];
            /** Id */
            id: number;
            /** Importid */
            importId: number | null;
            /** Name */
            name: string;
            outcome: components["schemas"]["Outcome"];
            /** Problem */
            problem: string | null;
        };
        /** CollectionView */
        CollectionView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Cron */
            cron: string | null;
            /** Dataset */
            dataset: string;
            /** Hassecret */
            hasSecret: boolean;
            held: components["schemas"]["HeldView"] | null;
            /** Id */
            id: number;
            /**
             * Importing
             * @description 采来的数据还在导入
             */
            importing: boolean;
            /** @description 最近一次采集 */
            latest: components["schemas"]["RunView"] | null;
            /** Mapping */
            mapping: components["schemas"]["ColumnShape"][];
            /** Minutes */
            minutes: number | null;
            /** Name */
            name: string;
            /** Nextat */
            nextAt: string | null;
            /** Paused */
            paused: boolean;
            /** Settings */
            settings: components["schemas"]["FolderSettings"] | components["schemas"]["SqlSettings"] | components["schemas"]["RestSettings"] | components["schemas"]["SftpSettings"] | components["schemas"]["S3Settings"] | components["schemas"]["WebSettings"] | components["schemas"]["SharedSettings"];
            /** Sourceid */
            sourceId: number;
            /** Title */
            title: string;
        };
        /** ColumnConformanceView */
        ColumnConformanceView: {
            /** Column */
            column: string;
            /**
             * Element
             * @description 数据元的标识
             */
            element: string | null;
            /** Problems */
            problems: components["schemas"]["ConformanceProblemView"][];
            /**
             * Suggestions
             * @description 没有认定时建议的数据元，好的在前
             */
            suggestions: components["schemas"]["ElementSuggestionView"][];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /**
         * ColumnFindingView
         * @description 一列疑似含有的标识。
         */
        ColumnFindingView: {
            /**
             * Byheader
             * @description 表头也这样写
             */
            byHeader: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "resident_id" | "credit_code" | "bank_card" | "mobile" | "email" | "plate" | "passport" | "landline" | "ip_address" | "mac_address" | "coordinates" | "organisation" | "address" | "person_name" | "foreign_phone" | "finance" | "output" | "energy" | "process_parameter" | "recipe" | "equipment_code";
            /**
             * Level
             * @description 建议级别：一般数据 1–4 级（GB/T 43697-2024 附录 H）
             */
            level: number;
            /**
             * Masked
             * @description 已部分遮盖的取值数
             */
            masked: number;
            /**
             * Matched
             * @description 符合的取值数
             */
            matched: number;
            /**
             * Proven
             * @description 校验位正确
             */
            proven: boolean;
            /**
             * Values
             * @description 抽样中的取值数
             */
            values: number;
        };
        /** ColumnGradeWanted */
        ColumnGradeWanted: {
            /** Category */
            category?: string | null;
            /** Column */
            column: string;
            /**
             * Level
             * @description 1–4 一般数据，5 重要数据，6 核心数据
             */
            level: number;
            /**
             * Locked
             * @description 锁定：此后的发现与新的修订不改变它，只产生待办
             * @default false
             */
            locked: boolean;
            /**
             * Personal
             * @description 个人信息
             */
            personal: boolean;
            /** Reason */
            reason: string;
        };
        /** ColumnProfileView */
        ColumnProfileView: {
            /**
             * Common
             * @description 最常见的取值与次数；取值过多时不列
             */
            common: components["schemas"]["CountedView"][];
            /** Distinct */
            distinct: number;
            /** Least */
            least: number | null;
            /** Mean */
            mean: number | null;
            /**
             * Missing
             * @description 缺失的比例
             */
            missing: number;
            /** Most */
            most: number | null;
            /** Name */
            name: string;
        };
        /** ColumnShape */
        ColumnShape: {
            /**
             * Column
             * @description 文件中的列
             */
            column: string;
            /**
             * Field
             * @description 数据集的字段
             */
            field: string;
            /**
             * Unit
             * @description 金额没有写单位时按此计：元、千元、万元、亿元
             * @default wan
             * @enum {string}
             */
            unit: "yuan" | "thousand" | "wan" | "yi";
        };
        /** ColumnView */
        ColumnView: {
            /** @description 最新版本中发现的内容 */
            found: components["schemas"]["ColumnFindingView"] | null;
            /**
             * Key
             * @description 键：合起来标识一行
             */
            key: boolean;
            /**
             * Kind
             * @description 含有什么：credit_code、mobile 等
             */
            kind: string | null;
            /**
             * Level
             * @description 一般数据 1–4 级（GB/T 43697-2024 附录 H）
             */
            level: number;
            /** Name */
            name: string;
            /**
             * Personal
             * @description 个人信息
             */
            personal: boolean;
            /**
             * Shown
             * @description 您看到的取值：原样、脱敏、不显示
             * @enum {string}
             */
            shown: "plain" | "masked" | "withheld";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            type: components["schemas"]["Type"];
        };
        /**
         * ComparedCodeView
         * @description 一个代码在两个版本之间的变化。
         */
        ComparedCodeView: {
            after: components["schemas"]["CodeEntryView"] | null;
            before: components["schemas"]["CodeEntryView"] | null;
            /**
             * Change
             * @description same 未变、renamed 改名、exact 换码、split 拆分、merged 合并、dropped 取消、added 新增
             * @enum {string}
             */
            change: "same" | "renamed" | "exact" | "split" | "merged" | "dropped" | "added";
        };
        /** ComparisonView */
        ComparisonView: {
            /**
             * Counts
             * @description 各种变化的代码数
             */
            counts: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["ComparedCodeView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /**
         * ComputedColumnView
         * @description 一列的建议；列名不合规则的，请在语句中用 AS 命名。
         */
        ComputedColumnView: {
            /** Kind */
            kind: string | null;
            /**
             * Level
             * @description 至少的级别：所来自各列之高
             */
            level: number;
            /** Name */
            name: string;
            /** Personal */
            personal: boolean;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            type: components["schemas"]["Type"];
        };
        /** Confirmation */
        Confirmation: {
            /**
             * Levels
             * @description 要改正的级别，按列名
             * @default {}
             */
            levels: {
                [key: string]: number;
            };
        };
        /**
         * ConformanceCheckView
         * @description 一项检查：规定的应答、产业大脑所见、能力中心的意见。
         */
        ConformanceCheckView: {
            /** Expectedcode */
            expectedCode: string;
            /** Expectedstatus */
            expectedStatus: number;
            /** Group */
            group: string;
            /** Id */
            id: string;
            /** Milliseconds */
            milliseconds: number;
            /** Observed */
            observed: string;
            /** Passed */
            passed: boolean;
            /** Problems */
            problems: string[];
            /** Requestids */
            requestIds: string[];
            /** Title */
            title: string;
        };
        /** ConformanceProblemView */
        ConformanceProblemView: {
            /**
             * Count
             * @description 不符合的值数
             */
            count: number;
            /**
             * Examples
             * @description 不符合的值的例子；您无权查看时没有
             */
            examples: string[];
            /**
             * Kind
             * @description no_element 没有数据元、unknown_element 数据元没有生效、name 列名、title 含义、type 类型、format 表示格式、code 代码表
             * @enum {string}
             */
            kind: "no_element" | "unknown_element" | "name" | "title" | "type" | "format" | "code";
            /** Message */
            message: string;
        };
        /** ConformanceView */
        ConformanceView: {
            /** Algorithm */
            algorithm: string;
            /** Checks */
            checks: components["schemas"]["ConformanceCheckView"][];
            /** Countersignature */
            countersignature: string;
            /**
             * Countersignedat
             * Format: date-time
             */
            countersignedAt: string;
            /**
             * Finishedat
             * Format: date-time
             */
            finishedAt: string;
            /** Runid */
            runId: string;
            /** Signature */
            signature: string;
            /** Software */
            software: string;
            /**
             * Startedat
             * Format: date-time
             */
            startedAt: string;
            /** Verdict */
            verdict: string;
        };
        /** ContradictionView */
        ContradictionView: {
            /** Creditcode */
            creditCode: string | null;
            /** Decision */
            decision: string | null;
            /** Decisions */
            decisions: string[];
            /** Enterprisename */
            enterpriseName: string | null;
            /**
             * Foundat
             * Format: date-time
             */
            foundAt: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Reason */
            reason: string | null;
            /** Resolvedat */
            resolvedAt: string | null;
            /** Resolvedby */
            resolvedBy: string | null;
            /** Subject */
            subject: string;
            /** Title */
            title: string;
            /** Words */
            words: string[];
        };
        /** CorpusBuildView */
        CorpusBuildView: {
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /** Askedby */
            askedBy: string;
            /** Characters */
            characters: number;
            /** Documents */
            documents: number;
            /** Finishedat */
            finishedAt: string | null;
            /** Id */
            id: number;
            /**
             * Number
             * @description 版本号；没有构建成功时为空
             */
            number: number | null;
            /**
             * Pairs
             * @description 人工给出的问答与偏好
             */
            pairs: number;
            /** Problem */
            problem: string | null;
            /** Reports */
            reports: components["schemas"]["StepReportView"][];
            /**
             * Shares
             * @description 各数据源的份额
             */
            shares: {
                [key: string]: components["schemas"]["CorpusShareView"];
            };
            status: components["schemas"]["Status"];
            /**
             * Step
             * @description 正在进行的步骤
             */
            step: string | null;
            /** Tokens */
            tokens: number;
        };
        /** CorpusDocumentView */
        CorpusDocumentView: {
            /**
             * Addedat
             * Format: date-time
             */
            addedAt: string;
            /** Addedby */
            addedBy: string;
            /**
             * Asof
             * Format: date
             */
            asOf: string;
            /** Characters */
            characters: number;
            /** Digest */
            digest: string;
            /**
             * Documents
             * @description 所含文档数；空为尚未读取
             */
            documents: number | null;
            /** Filename */
            fileName: string;
            /**
             * Material
             * @enum {string}
             */
            material: "texts" | "pairs";
            /**
             * Problem
             * @description 不能读取的原因
             */
            problem: string | null;
            /**
             * Scannedpages
             * @description 由文字识别读取的页数
             */
            scannedPages: number;
            /** Size */
            size: number;
            /** Sourceid */
            sourceId: number;
        };
        /** CorpusShareView */
        CorpusShareView: {
            /**
             * Available
             * @description 可用词元
             */
            available: number;
            /** Share */
            share: number;
            /**
             * Taken
             * @description 采用词元
             */
            taken: number;
        };
        /** CorpusView */
        CorpusView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Id */
            id: number;
            recipe: components["schemas"]["RecipeShape"];
        };
        /** Correction */
        Correction: {
            /** Reason */
            reason: string;
            /**
             * Values
             * @description 改正的取值，按列；空为没有
             */
            values: {
                [key: string]: string | null;
            };
        };
        /** CorrectionView */
        CorrectionView: {
            /** Author */
            author: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Creditcode */
            creditCode: string | null;
            /** Downstream */
            downstream: string | null;
            /** Enterprisename */
            enterpriseName: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "attach" | "detach" | "connect" | "disconnect";
            /** Product */
            product: string | null;
            /** Reason */
            reason: string;
            /** Revokedat */
            revokedAt: string | null;
            /** Revokedby */
            revokedBy: string | null;
            /** Revokereason */
            revokeReason: string | null;
            /** Role */
            role: ("producer" | "trader" | "service") | null;
            /** Subject */
            subject: string;
            /** Upstream */
            upstream: string | null;
            /** Weight */
            weight: number | null;
        };
        /** CountedShape */
        CountedShape: {
            /**
             * Categories
             * @description 不看数据而定的类别
             */
            categories: string[];
            /** Column */
            column: string;
        };
        /** CountedView */
        CountedView: {
            /** Count */
            count: number;
            /** Value */
            value: string;
        };
        /** CountsView */
        CountsView: {
            /** Todos */
            todos: number;
            /** Unread */
            unread: number;
        };
        /**
         * CountView
         * @description 企业数按角色分列；注册资本单位为万元。
         */
        CountView: {
            /** Capital */
            capital: number;
            /** Enterprises */
            enterprises: number;
            /** Key */
            key: number;
            /** Producers */
            producers: number;
            /** Services */
            services: number;
            /** Traders */
            traders: number;
        };
        /** CredentialCollection */
        CredentialCollection: {
            /**
             * Environment
             * @enum {string}
             */
            environment: "sandbox" | "production";
        };
        /** DataSetConformanceView */
        DataSetConformanceView: {
            /** Checkedat */
            checkedAt: string | null;
            /**
             * Choices
             * @description 人的认定，最新的在前
             */
            choices: components["schemas"]["ElementChoiceView"][];
            /** Columns */
            columns: components["schemas"]["ColumnConformanceView"][];
            /**
             * Day
             * @description 数据的日期：代码表用这一天有效的版本
             */
            day: string | null;
            /**
             * Past
             * @description 各版本的落标率，最新的在前
             */
            past: components["schemas"]["VersionRateView"][];
            /** Rate */
            rate: number | null;
            /**
             * Version
             * @description 检查的版本；还没有检查时为空
             */
            version: number | null;
        };
        /**
         * DataSetStandingView
         * @description 一个数据集的落标情况；还没有检查时数字为空。
         */
        DataSetStandingView: {
            /** Checkedat */
            checkedAt: string | null;
            /**
             * Columns
             * @description 检查的列数；来源各列不计
             */
            columns: number;
            /**
             * Conforming
             * @description 落标的列数
             */
            conforming: number | null;
            /** Name */
            name: string;
            /**
             * Rate
             * @description 落标率
             */
            rate: number | null;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Version */
            version: number | null;
            /**
             * Withoutelement
             * @description 没有数据元的列数
             */
            withoutElement: number | null;
            /**
             * Wrongvalues
             * @description 不符合的值数
             */
            wrongValues: number | null;
        };
        /** DataSetVersionView */
        DataSetVersionView: {
            /**
             * Builtat
             * Format: date-time
             */
            builtAt: string;
            /** Bytes */
            bytes: number;
            /**
             * Number
             * @description 版本号，从 1 起
             */
            number: number;
            /** @description 质量规则的结果；没有声明规则时为空 */
            quality: components["schemas"]["QualityView"] | null;
            /** Rows */
            rows: number;
            /**
             * Seconds
             * @description 构建用时
             */
            seconds: number;
        };
        /** DataSetView */
        DataSetView: {
            /**
             * About
             * @description 每行是什么，从哪里来
             */
            about: string;
            /**
             * Level
             * @description 级别：各列从高（就高从严）
             */
            level: number;
            /** Name */
            name: string;
            /**
             * Owner
             * @description 责任部门；平台自带的没有
             */
            owner: string | null;
            /**
             * Tier
             * @description base 基础库、industry 行业库、scenario 场景库
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** @description 最新版本；还没有构建时为空 */
            version: components["schemas"]["DataSetVersionView"] | null;
        };
        /** Decision */
        Decision: {
            /** @description 照收、改对应关系后收、不收 */
            choice: components["schemas"]["Choice"];
            /**
             * Mapping
             * @description 改对应关系时的新对应关系
             */
            mapping?: components["schemas"]["ColumnShape"][] | null;
        };
        /**
         * DecisionKind
         * @enum {string}
         */
        DecisionKind: "same" | "unknown" | "deferred" | "taken_back";
        /** DecisionView */
        DecisionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Category */
            category: string | null;
            /** Column */
            column: string;
            /** Level */
            level: number;
            /** Locked */
            locked: boolean;
            /** Personal */
            personal: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * DeclarationState
         * @enum {string}
         */
        DeclarationState: "waiting" | "confirmed" | "refused" | "replaced" | "retired";
        /** DeclarationView */
        DeclarationView: {
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /**
             * Declaredat
             * Format: date-time
             */
            declaredAt: string;
            /** Declaredby */
            declaredBy: string;
            /** Reason */
            reason: string | null;
            /**
             * Revision
             * @description 第几次修订，从 1 起
             */
            revision: number;
            /** @description waiting 待确认、confirmed 已确认、refused 已退回、replaced 已被取代、retired 已停用 */
            state: components["schemas"]["DeclarationState"];
        };
        /** DeclaredColumn */
        DeclaredColumn: {
            /**
             * Element
             * @description 数据元（数据标准）的标识
             */
            element?: string | null;
            /**
             * Kind
             * @description 含有什么；据此读取与脱敏
             */
            kind?: ("resident_id" | "credit_code" | "bank_card" | "mobile" | "email" | "plate" | "passport" | "landline" | "ip_address" | "mac_address" | "coordinates" | "organisation" | "address" | "person_name" | "foreign_phone" | "finance" | "output" | "energy" | "process_parameter" | "recipe" | "equipment_code") | null;
            /**
             * Level
             * @description 一般数据 1–4 级（GB/T 43697-2024 附录 H），5 重要数据，6 核心数据
             */
            level: number;
            /**
             * Name
             * @description 列名：小写字母、数字与下划线
             */
            name: string;
            /**
             * Personal
             * @description 个人信息
             * @default false
             */
            personal: boolean;
            /**
             * Title
             * @description 含义
             */
            title: string;
            /**
             * Titleen
             * @description 英文含义；不填与含义相同
             */
            titleEn?: string | null;
            /** @default text */
            type: components["schemas"]["Type"];
        };
        /** DeclaredView */
        DeclaredView: {
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
        };
        /**
         * DefinitionView
         * @description 在用的产业链定义；number 为 0 是随产品附带的版本。
         */
        DefinitionView: {
            /** Code */
            code: string;
            /** Number */
            number: number;
            /** Provisional */
            provisional: boolean;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Version */
            version: string;
        };
        /** DeliveryView */
        DeliveryView: {
            /**
             * Asof
             * Format: date
             */
            asOf: string;
            /**
             * Corrects
             * @description 是人更正的一行
             */
            corrects: boolean;
            /**
             * Deliveredat
             * Format: date-time
             */
            deliveredAt: string;
            /** Deliveredby */
            deliveredBy: string;
            /**
             * Id
             * @description 与导入任务的编号相同；更正另有编号
             */
            id: number;
            /** Provider */
            provider: string;
            /** Rows */
            rows: number;
            /** Sample */
            sample: boolean;
            /** Title */
            title: string;
            withdrawal: components["schemas"]["WithdrawalView"] | null;
        };
        /**
         * DetectionState
         * @enum {string}
         */
        DetectionState: "queued" | "running" | "done" | "stopped" | "failed";
        /** DetectionView */
        DetectionView: {
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /**
             * Askedby
             * @description 由谁发起；构建后自动查找的为空
             */
            askedBy: string | null;
            /**
             * Columns
             * @description 看了多少列，最多 60 列
             */
            columns: number;
            /** Finishedat */
            finishedAt: string | null;
            /**
             * Found
             * @description 发现多少处；只保留最有把握的两千处
             */
            found: number;
            /** Id */
            id: number;
            /** Problem */
            problem: string | null;
            /**
             * Progress
             * @description 百分之几
             */
            progress: number;
            /** Rows */
            rows: number;
            /**
             * Rowslooked
             * @description 实际看了多少行：超过一百万格时按相同间隔抽取
             */
            rowsLooked: number;
            /** @description queued 排队、running 进行中、done 完成、stopped 已停止、failed 失败 */
            state: components["schemas"]["DetectionState"];
            /** Version */
            version: number;
        };
        /** DifferenceView */
        DifferenceView: {
            /**
             * Added
             * @description 新增的行数
             */
            added: number;
            /**
             * Bycolumn
             * @description 各列有多少行变化；没有变化的列不列出
             */
            byColumn: {
                [key: string]: number;
            };
            /**
             * Changed
             * @description 变化的行数；没有键的数据集不能分辨，为空
             */
            changed: number | null;
            /**
             * Examples
             * @description 每种最多 30 行
             */
            examples: components["schemas"]["RowChangeView"][];
            /**
             * Gone
             * @description 消失的行数
             */
            gone: number;
            newer: components["schemas"]["DataSetVersionView"];
            older: components["schemas"]["DataSetVersionView"];
        };
        /** DiscardReason */
        DiscardReason: {
            /** Reason */
            reason: string;
        };
        /** DistributionView */
        DistributionView: {
            /** Audience */
            audience: string[] | null;
            /** Confirmed */
            confirmed: number;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /**
             * Publishedat
             * Format: date-time
             */
            publishedAt: string;
            /** Publishedby */
            publishedBy: string;
            /** Title */
            title: string;
        };
        /** DriftView */
        DriftView: {
            /**
             * Added
             * @description 多出的列
             */
            added: string[];
            /**
             * Broken
             * @description 取值多数不再读得懂的列
             */
            broken: string[];
            /**
             * Gone
             * @description 少了的列
             */
            gone: string[];
        };
        /** DuplicatesShape */
        DuplicatesShape: {
            /**
             * Paragraphcharacters
             * @description 较新样本已有、且不短于此字数的段落也去掉；空为不处理
             */
            paragraphCharacters?: number | null;
            /**
             * Similarity
             * @description 字符五元组 Jaccard 不低于此值即为近似重复，0.7–1
             * @default 0.8
             */
            similarity: number;
        };
        /**
         * EdgeView
         * @description 一条供应关系和它的依据；holds 为假表示已被专家断开。
         */
        EdgeView: {
            /** Assertions */
            assertions: components["schemas"]["AssertionView"][];
            /** Confidence */
            confidence: number | null;
            /** Corrected */
            corrected: boolean;
            /** Corrections */
            corrections: components["schemas"]["CorrectionView"][];
            /** Downstream */
            downstream: string;
            downstreamCount: components["schemas"]["CountView"];
            /** Downstreamtitle */
            downstreamTitle: string;
            /** Downstreamtitleen */
            downstreamTitleEn: string;
            /** Holds */
            holds: boolean;
            /** Upstream */
            upstream: string;
            upstreamCount: components["schemas"]["CountView"];
            /** Upstreamtitle */
            upstreamTitle: string;
            /** Upstreamtitleen */
            upstreamTitleEn: string;
            /** Weight */
            weight: number | null;
        };
        /** ElementChoiceView */
        ElementChoiceView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Column */
            column: string;
            /** Element */
            element: string | null;
            /** Reason */
            reason: string;
        };
        /** ElementSuggestionView */
        ElementSuggestionView: {
            /** Element */
            element: string;
            /** Reason */
            reason: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** ElementWanted */
        ElementWanted: {
            /** Column */
            column: string;
            /**
             * Element
             * @description 数据元的标识；空为认定没有
             */
            element: string | null;
            /** Reason */
            reason: string;
        };
        /** Enabled */
        Enabled: {
            /** Enabled */
            enabled: boolean;
        };
        /** EnrolmentCode */
        EnrolmentCode: {
            /**
             * Code
             * @description 一次性登记码，只显示这一次
             */
            code: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Creditcode */
            creditCode: string;
            /**
             * Expiresat
             * Format: date-time
             */
            expiresAt: string;
            /** Id */
            id: number;
            /** Organisationname */
            organisationName: string;
            /** Usedat */
            usedAt: string | null;
        };
        /** EnrolmentView */
        EnrolmentView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Creditcode */
            creditCode: string;
            /**
             * Expiresat
             * Format: date-time
             */
            expiresAt: string;
            /** Id */
            id: number;
            /** Organisationname */
            organisationName: string;
            /** Usedat */
            usedAt: string | null;
        };
        /**
         * EnterpriseFamily
         * @description Annex 3, 3.3 b.
         * @enum {string}
         */
        EnterpriseFamily: "basic" | "patents" | "trademarks" | "investments" | "honours";
        /**
         * EnterpriseFiguresView
         * @description 企业数与注册资本合计（元，只计人民币）；地区为所查地区的下一级，没有企业的也列出。
         */
        EnterpriseFiguresView: {
            /** Capital */
            capital: string;
            /**
             * Elsewhere
             * @description 所在地区不详，或未细分到这一级的企业数
             */
            elsewhere: number;
            /** Enterprises */
            enterprises: number;
            /** Regions */
            regions: components["schemas"]["RegionFigureView"][];
            /**
             * Sections
             * @description 按行业门类（GB/T 4754）
             */
            sections: components["schemas"]["SectionFigureView"][];
            /**
             * Sizes
             * @description 按注册资本（人民币）分档，各档都列出
             */
            sizes: components["schemas"]["SizeFigureView"][];
            /**
             * Unclassified
             * @description 没有行业代码的企业数
             */
            unclassified: number;
            /**
             * Undated
             * @description 没有成立日期的企业数
             */
            undated: number;
            /**
             * Unsized
             * @description 没有注册资本，或不是人民币的企业数
             */
            unsized: number;
            /**
             * Years
             * @description 按成立年份
             */
            years: components["schemas"]["YearFigureView"][];
        };
        /** EnterpriseLineView */
        EnterpriseLineView: {
            /** Capitalwan */
            capitalWan: string | null;
            /** Creditcode */
            creditCode: string;
            /** Establishedon */
            establishedOn: string | null;
            /** Honours */
            honours: string[];
            /** Iskey */
            isKey: boolean;
            /** Name */
            name: string;
            /** Products */
            products: components["schemas"]["HeldProductView"][];
            /** Regioncode */
            regionCode: string | null;
            /** Regionname */
            regionName: string | null;
            /** Scale */
            scale: string | null;
        };
        /** EnterpriseLookupView */
        EnterpriseLookupView: {
            /** Creditcode */
            creditCode: string;
            /** Items */
            items: {
                [key: string]: unknown;
            }[];
            /** Matchedby */
            matchedBy: string;
            /** Name */
            name: string;
            /** Sources */
            sources: components["schemas"]["LookupSourceView"][];
        };
        /**
         * EnterpriseView
         * @description 基础工商信息；金额以元为单位。
         */
        EnterpriseView: {
            /**
             * Actualcapital
             * @description 实缴资本（元）
             */
            actualCapital: string | null;
            /**
             * Actualcapitalcurrency
             * @description 实缴资本币种（ISO 4217）
             */
            actualCapitalCurrency: string | null;
            /**
             * Address
             * @description 住所
             */
            address: string | null;
            /**
             * Approveddate
             * @description 核准日期
             */
            approvedDate: string | null;
            /**
             * Businessscope
             * @description 经营范围
             */
            businessScope: string | null;
            /**
             * Companytype
             * @description 企业类型
             */
            companyType: string | null;
            /**
             * Creditcode
             * @description 统一社会信用代码
             */
            creditCode: string;
            /**
             * Establishdate
             * @description 成立日期
             */
            establishDate: string | null;
            /**
             * Formernames
             * @description 曾用名
             */
            formerNames: string[] | null;
            /**
             * Industrycode
             * @description 行业代码（GB/T 4754）
             */
            industryCode: string | null;
            /**
             * Industryname
             * @description 行业名称
             */
            industryName: string | null;
            /**
             * Legalpersonname
             * @description 法定代表人；无权限时为空
             */
            legalPersonName: string | null;
            /**
             * Name
             * @description 企业名称
             */
            name: string;
            /**
             * Regcapital
             * @description 注册资本（元）
             */
            regCapital: string | null;
            /**
             * Regcapitalcurrency
             * @description 注册资本币种（ISO 4217）
             */
            regCapitalCurrency: string | null;
            /**
             * Reginstitute
             * @description 登记机关
             */
            regInstitute: string | null;
            /**
             * Regioncode
             * @description 行政区划代码（GB/T 2260）
             */
            regionCode: string | null;
            /**
             * Regionname
             * @description 行政区划名称
             */
            regionName: string | null;
            /**
             * Regnumber
             * @description 注册号
             */
            regNumber: string | null;
            /**
             * Regstatus
             * @description 登记状态
             */
            regStatus: string | null;
            /**
             * Scale
             * @description 企业规模
             */
            scale: string | null;
            /**
             * Staffrange
             * @description 人员规模
             */
            staffRange: string | null;
            /**
             * Stockcode
             * @description 股票代码
             */
            stockCode: string | null;
            /**
             * Termfrom
             * @description 营业期限自
             */
            termFrom: string | null;
            /**
             * Termto
             * @description 营业期限至
             */
            termTo: string | null;
        };
        /** EnvironmentChoice */
        EnvironmentChoice: {
            /**
             * Environment
             * @enum {string}
             */
            environment: "sandbox" | "production";
        };
        /**
         * ErasureState
         * @enum {string}
         */
        ErasureState: "waiting" | "refused" | "approved" | "erased" | "done";
        /** ErasureView */
        ErasureView: {
            /** Answer */
            answer: string | null;
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /** Askedby */
            askedBy: string;
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /** Doneat */
            doneAt: string | null;
            /**
             * Found
             * @description 提出时最新版本中有的行数
             */
            found: number;
            /** @description person 个人请求、contract 合同终止、provider 提供方要求、law 依法要求 */
            ground: components["schemas"]["Ground"];
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /**
             * Report
             * @description 从哪些交付、隔离的行、版本中清除
             */
            report: {
                [key: string]: unknown;
            };
            /**
             * Rows
             * @description 指明的行数
             */
            rows: number;
            /** @description waiting 待核准、refused 不同意、approved 执行中、erased 等待重建、done 已完成 */
            state: components["schemas"]["ErasureState"];
        };
        /** ErasureWanted */
        ErasureWanted: {
            ground: components["schemas"]["Ground"];
            /** Reason */
            reason: string;
            /**
             * Rows
             * @description 要删除的行，按键的各列
             */
            rows: {
                [key: string]: string;
            }[];
        };
        /**
         * EvidenceView
         * @description 归属的依据：哪个字段的哪几个字，由哪些动词支配，按哪条规则。
         */
        EvidenceView: {
            /** End */
            end: number;
            /**
             * Field
             * @enum {string}
             */
            field: "name" | "scope" | "listing" | "expert";
            /** Rule */
            rule: string;
            /** Start */
            start: number;
            /** Strength */
            strength: number;
            /** Text */
            text: string;
            /** Verbs */
            verbs: string[];
        };
        /** ExampleView */
        ExampleView: {
            /** Excerpt */
            excerpt: string;
            /** Id */
            id: string;
            /**
             * Other
             * @description 与之重复而保留的样本
             */
            other?: string | null;
            /** Reason */
            reason: string;
            /** Title */
            title: string;
        };
        /** ExchangeChoiceView */
        ExchangeChoiceView: {
            /** Interfaceclass */
            interfaceClass?: string | null;
            /** Title */
            title: string;
            /** Value */
            value: string;
        };
        /**
         * ExchangeOptionsView
         * @description 填写申请与筛选台账所需的选项。
         */
        ExchangeOptionsView: {
            /** Families */
            families: components["schemas"]["ExchangeChoiceView"][];
            /** Interfaceclasses */
            interfaceClasses: components["schemas"]["ExchangeChoiceView"][];
            /** Scenes */
            scenes: components["schemas"]["ExchangeChoiceView"][];
        };
        /** ExportAsked */
        ExportAsked: {
            /**
             * Kind
             * @description 预训练、检索、指令微调、偏好
             * @enum {string}
             */
            kind: "pretrain" | "retrieval" | "sft" | "dpo";
            /**
             * Template
             * @description 指令模板，如“{title}中“{section}”是怎么规定的？”；只用于指令微调
             */
            template?: string | null;
        };
        /** ExportWanted */
        ExportWanted: {
            /**
             * Format
             * @default csv
             * @enum {string}
             */
            format: "csv" | "xlsx" | "arrow";
            /**
             * Statement
             * @description 一条 SELECT 语句（Spark SQL）；数据集写作“库.名称”，如 base.enterprise
             */
            statement: string;
        };
        /** FactsHistoryView */
        FactsHistoryView: {
            /** Families */
            families: components["schemas"]["FamilyHistoryView"][];
        };
        /**
         * FactsShape
         * @description 填写的分类、分级要素与备案内容。
         */
        FactsShape: {
            /**
             * Case
             * @description large_group 大范围群体的统计、less_identified 融合后不再能识别
             * @default default
             * @enum {string}
             */
            case: "default" | "large_group" | "less_identified";
            /**
             * Category
             * @description 分类表的代码
             */
            category?: string | null;
            /**
             * Filing
             * @description 重要数据目录的备案内容
             * @default {}
             */
            filing: {
                [key: string]: string;
            };
            /**
             * Marks
             * @description 群体与区域的标记
             * @default []
             */
            marks: string[];
            /**
             * Measures
             * @description 规模 records/people、覆盖度 coverage（0–1）、精度 precision_metres、深度 years
             * @default {}
             */
            measures: {
                [key: string]: number;
            };
            /**
             * Processing
             * @description raw 原始、masked 脱敏、labelled 标签、statistical 统计、fused 融合
             * @default raw
             * @enum {string}
             */
            processing: "raw" | "masked" | "labelled" | "statistical" | "fused";
        };
        /** FactView */
        FactView: {
            /**
             * Attribute
             * @description 属性；基础工商信息以外的，前面是该记录的标识
             */
            attribute: string;
            source: components["schemas"]["SourceView"];
            /**
             * Validfrom
             * Format: date
             * @description 有效期自
             */
            validFrom: string;
            /**
             * Validto
             * @description 有效期至（不含）；空表示至今
             */
            validTo: string | null;
            /**
             * Value
             * @description 取值
             */
            value: unknown;
        };
        /**
         * FamiliesView
         * @description 专利、商标、对外投资、荣誉。
         */
        FamiliesView: {
            /** Honours */
            honours: components["schemas"]["HonourView"][];
            /** Investments */
            investments: components["schemas"]["InvestmentView"][];
            /** Patents */
            patents: components["schemas"]["PatentView"][];
            /** Trademarks */
            trademarks: components["schemas"]["TrademarkView"][];
        };
        /**
         * Family
         * @description The five families of enterprise information (annex 3, 3.3 b).
         * @enum {string}
         */
        Family: "basic" | "patent" | "trademark" | "investment" | "honour";
        /** FamilyHistoryView */
        FamilyHistoryView: {
            /** Facts */
            facts: components["schemas"]["FactView"][];
            family: components["schemas"]["Family"];
        };
        /** FieldView */
        FieldView: {
            /** @description 取值类型 */
            kind: components["schemas"]["Kind"];
            /** Name */
            name: string;
            /**
             * Required
             * @description 是否必填
             */
            required: boolean;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** FileColumn */
        FileColumn: {
            /**
             * Element
             * @description 数据元（数据标准）的标识
             */
            element?: string | null;
            /**
             * Header
             * @description 文件中的列
             */
            header: string;
            /**
             * Kind
             * @description 含有什么；据此读取与脱敏
             */
            kind?: ("resident_id" | "credit_code" | "bank_card" | "mobile" | "email" | "plate" | "passport" | "landline" | "ip_address" | "mac_address" | "coordinates" | "organisation" | "address" | "person_name" | "foreign_phone" | "finance" | "output" | "energy" | "process_parameter" | "recipe" | "equipment_code") | null;
            /**
             * Level
             * @description 一般数据 1–4 级（GB/T 43697-2024 附录 H），5 重要数据，6 核心数据
             */
            level: number;
            /**
             * Name
             * @description 列名：小写字母、数字与下划线
             */
            name: string;
            /**
             * Personal
             * @description 个人信息
             * @default false
             */
            personal: boolean;
            /**
             * Title
             * @description 含义
             */
            title: string;
            /**
             * Titleen
             * @description 英文含义；不填与含义相同
             */
            titleEn?: string | null;
            /** @default text */
            type: components["schemas"]["Type"];
        };
        /** FilingChangeView */
        FilingChangeView: {
            /** Dataset */
            dataSet: string;
            /**
             * Due
             * Format: date
             */
            due: string;
            /**
             * Share
             * @description 规模相对已审定者的变化
             */
            share: number | null;
            /**
             * What
             * @enum {string}
             */
            what: "added" | "removed" | "scale" | "level" | "category" | "content";
        };
        /** FirstPasswordView */
        FirstPasswordView: {
            /** Accountid */
            accountId: number;
            /** Name */
            name: string;
            /**
             * Password
             * @description 一次性密码，只显示这一次
             */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * FolderSettings
         * @description 本机目录。
         */
        FolderSettings: {
            /**
             * Folder
             * @description 绝对路径，须在运维人员放行的目录之内
             */
            folder: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "folder";
            /**
             * Pattern
             * @description 文件名的通配符，如 *.csv
             * @default *
             */
            pattern: string;
        };
        /** FollowingView */
        FollowingView: {
            /**
             * Followed
             * @description 您关注了它
             */
            followed: boolean;
            /** Followers */
            followers: number;
        };
        /**
         * FoundView
         * @description 搜索结果，id 可直接用于图谱查询。
         */
        FoundView: {
            /** Code */
            code: string;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "product" | "enterprise";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /**
         * Frequency
         * @description How often new data are due.
         * @enum {string}
         */
        Frequency: "once" | "irregular" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly";
        /** GoldenAttributeView */
        GoldenAttributeView: {
            /** Attribute */
            attribute: string;
            /**
             * Creditcode
             * @description 出自哪条企业记录
             */
            creditCode: string;
            /**
             * Overruled
             * @description 让位的值
             */
            overruled: components["schemas"]["OverruledView"][];
            /**
             * Since
             * Format: date
             * @description 从哪天起
             */
            since: string;
            source: components["schemas"]["GoldenSource"];
            /** Value */
            value: string;
            /** @description undisputed 没有不同说法、fresher 日期较新、later_delivery 同日后到、survivor 存续记录优先、first_by_code 同日取代码在前、joined 各来源合并 */
            why: components["schemas"]["Standing"];
        };
        /** GoldenRecordView */
        GoldenRecordView: {
            /** Attributes */
            attributes: components["schemas"]["GoldenAttributeView"][];
            /** Creditcode */
            creditCode: string;
            /**
             * Links
             * @description 历次合并与拆分
             */
            links: components["schemas"]["IdentityLinkView"][];
            /**
             * Mergedinto
             * @description 已并入的统一社会信用代码
             */
            mergedInto: string | null;
            /**
             * Names
             * @description 作为同一家企业的各条记录的名称，按统一社会信用代码
             */
            names: {
                [key: string]: string;
            };
        };
        /** GoldenSource */
        GoldenSource: {
            /**
             * Asof
             * Format: date
             * @description 数据日期
             */
            asOf: string;
            /**
             * Provider
             * @description 提供方
             */
            provider: string;
            /**
             * Sample
             * @description 示例数据
             */
            sample: boolean;
            /**
             * Title
             * @description 数据名称
             */
            title: string;
        };
        /** GradedColumnView */
        GradedColumnView: {
            /** Category */
            category: string | null;
            /** Changed */
            changed: boolean;
            decided: components["schemas"]["GradeDecidedView"] | null;
            /**
             * Examples
             * @description 示例，已遮盖
             */
            examples: string[];
            found: components["schemas"]["ColumnFindingView"] | null;
            /** Harms */
            harms: components["schemas"]["HarmView"][];
            /**
             * Level
             * @description 1–4 一般数据，5 重要数据，6 核心数据
             */
            level: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
            /** Personal */
            personal: boolean;
            proposed: components["schemas"]["ProposedGradeView"];
            taught: components["schemas"]["TaughtView"] | null;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** GradedDataSetView */
        GradedDataSetView: {
            /**
             * Changed
             * @description 确认之后发现更高级别内容的列数
             */
            changed: number;
            /** Columns */
            columns: number;
            /**
             * Level
             * @description 就高从严的级别：各列、要素与关联之高
             */
            level: number;
            /** Name */
            name: string;
            /**
             * Path
             * @description 分类路径
             */
            path: string;
            /** Rows */
            rows: number | null;
            state: components["schemas"]["BookState"];
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /**
             * Unconfirmed
             * @description 没有人确认的列数
             */
            unconfirmed: number;
        };
        /** GradeDecidedView */
        GradeDecidedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Locked */
            locked: boolean;
            /** Reason */
            reason: string;
        };
        /** GradeReasonView */
        GradeReasonView: {
            /** Columns */
            columns: string[];
            /**
             * Level
             * @description 1–4 一般数据，5 重要数据，6 核心数据
             */
            level: number;
            /** Rule */
            rule: string;
            /**
             * Why
             * @description person 人工、declared 登记、kind 识别、element 要素、association 关联、derived 加工
             * @enum {string}
             */
            why: "person" | "declared" | "kind" | "element" | "association" | "derived";
        };
        /** GradeWanted */
        GradeWanted: {
            /**
             * Category
             * @description 分类（分类表的代码）
             */
            category?: string | null;
            /** Column */
            column: string;
            /**
             * Level
             * @description 一般数据 1–4 级，5 重要数据，6 核心数据
             */
            level: number;
            /**
             * Locked
             * @description 锁定：此后的发现与新的修订不改变它
             * @default false
             */
            locked: boolean;
            /**
             * Personal
             * @description 个人信息
             */
            personal: boolean;
            /** Reason */
            reason: string;
        };
        /** GraphNodeView */
        GraphNodeView: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Grade */
            grade: ("strong" | "medium" | "weak" | "missing") | null;
            /** Hops */
            hops: number | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "product" | "enterprise" | "group";
            /** Link */
            link: string;
            /** Role */
            role: ("producer" | "trader" | "service") | null;
            /** Stage */
            stage: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** X */
            x: number;
            /** Y */
            y: number;
        };
        /** GraphTieView */
        GraphTieView: {
            /** Confidence */
            confidence: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "supply" | "belongs";
            /** Source */
            source: string;
            /** Target */
            target: string;
            /** Weight */
            weight: number;
        };
        /**
         * GraphView
         * @description 一屏图谱：节点与连线，位置由服务端算好；leftOut 为未画出的企业数，path 为通路上节点的次序。
         */
        GraphView: {
            /** Leftout */
            leftOut: number;
            /** Nodes */
            nodes: components["schemas"]["GraphNodeView"][];
            /** Path */
            path: string[];
            /** Ties */
            ties: components["schemas"]["GraphTieView"][];
        };
        /**
         * Ground
         * @description Why rows must go (个人信息保护法 47; 数据安全管理办法).
         * @enum {string}
         */
        Ground: "person" | "contract" | "provider" | "law";
        /**
         * GrowthView
         * @description 各年开始的归属数，按阶段编码。
         */
        GrowthView: {
            /** Stages */
            stages: {
                [key: string]: number;
            };
            /** Year */
            year: number;
        };
        /** HarmView */
        HarmView: {
            /**
             * Harm
             * @description 影响程度
             */
            harm: string;
            /**
             * Subject
             * @description 影响对象
             */
            subject: string;
        };
        /** HealthView */
        HealthView: {
            clock: components["schemas"]["ClockView"];
            /**
             * Database
             * @enum {string}
             */
            database: "ok" | "unreachable";
            /**
             * Migrations
             * @enum {string}
             */
            migrations: "current" | "stale" | "unknown";
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
        };
        /** HeldProductView */
        HeldProductView: {
            /** Code */
            code: string;
            /**
             * Role
             * @enum {string}
             */
            role: "producer" | "trader" | "service";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Weight */
            weight: number;
        };
        /** HeldRowView */
        HeldRowView: {
            /**
             * Broken
             * @description 不符合的规则
             */
            broken: string[];
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /**
             * Heldat
             * Format: date-time
             */
            heldAt: string;
            /** Id */
            id: number;
            /** Reason */
            reason: string | null;
            state: components["schemas"]["HeldState"];
            /**
             * Values
             * @description 取值的文字，按列；您无权查看的已脱敏或为空
             */
            values: {
                [key: string]: string | null;
            };
        };
        /**
         * HeldState
         * @enum {string}
         */
        HeldState: "open" | "accepted" | "corrected" | "discarded";
        /**
         * HeldView
         * @description 等待决定的一批。
         */
        HeldView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Digest */
            digest: string | null;
            drift: components["schemas"]["DriftView"] | null;
            /** Name */
            name: string;
        };
        /** HistoryView */
        HistoryView: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Fromstate */
            fromState: string;
            /** Reason */
            reason: string;
            /** Side */
            side: string;
            /** Tostate */
            toState: string;
        };
        /** HoldingColumnView */
        HoldingColumnView: {
            /** Column */
            column: string;
            /** Columntitle */
            columnTitle: string;
            /** Columntitleen */
            columnTitleEn: string;
            /** Name */
            name: string;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** HonourView */
        HonourView: {
            /**
             * Awardedon
             * @description 授予日期
             */
            awardedOn: string | null;
            /**
             * Documentnumber
             * @description 文号
             */
            documentNumber: string | null;
            /**
             * Grade
             * @description 级别
             */
            grade: string | null;
            /**
             * Issuer
             * @description 授予单位
             */
            issuer: string | null;
            /**
             * Title
             * @description 荣誉名称
             */
            title: string;
            /**
             * Validto
             * @description 有效期至
             */
            validTo: string | null;
            /**
             * Year
             * @description 年度
             */
            year: number;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /** IdentityLinkView */
        IdentityLinkView: {
            /**
             * Absorbed
             * @description 被并入的统一社会信用代码
             */
            absorbed: string;
            /**
             * Absorbedname
             * @description 被并入的企业
             */
            absorbedName: string;
            /** @description 确认或退回 */
            decided: components["schemas"]["SaidView"] | null;
            /**
             * Evidence
             * @description 自动查找的依据
             */
            evidence: components["schemas"]["LinkEvidence"][];
            /** Id */
            id: number;
            /** @description renumbered 换码、reregistered 重新登记、duplicate 重复登记 */
            kind: components["schemas"]["LinkKind"];
            /**
             * Proposedat
             * Format: date-time
             */
            proposedAt: string;
            /**
             * Proposedby
             * @description 提出人；system 为自动查找
             */
            proposedBy: string;
            /**
             * Reason
             * @description 理由
             */
            reason: string;
            /**
             * Since
             * Format: date
             * @description 从哪天起是同一家
             */
            since: string;
            /** @description 拆分 */
            split: components["schemas"]["SaidView"] | null;
            /** @description proposed 待确认、confirmed 已合并、refused 已退回、split 已拆分 */
            state: components["schemas"]["LinkState"];
            /**
             * Survivor
             * @description 存续的统一社会信用代码
             */
            survivor: string;
            /**
             * Survivorname
             * @description 存续的企业
             */
            survivorName: string;
        };
        /** ImportantCatalogueView */
        ImportantCatalogueView: {
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /**
             * Digest
             * @description 各条目的 SM3 摘要
             */
            digest: string;
            /** Entries */
            entries: components["schemas"]["ImportantEntryView"][];
            /** Number */
            number: number;
            /**
             * Producedat
             * Format: date-time
             */
            producedAt: string;
            /** Producedby */
            producedBy: string;
            /** Reason */
            reason: string | null;
            state: components["schemas"]["CatalogueState"];
        };
        /** ImportantEntryView */
        ImportantEntryView: {
            /**
             * Carrier
             * @description 载体
             */
            carrier: string;
            /** Category */
            category: string;
            /** Columns */
            columns: string[];
            /** Coverage */
            coverage: number | null;
            /** Dataset */
            dataSet: string;
            /** Filing */
            filing: {
                [key: string]: string;
            };
            /**
             * Level
             * @description 1–4 一般数据，5 重要数据，6 核心数据
             */
            level: number;
            /**
             * Missing
             * @description 还没有填写的备案内容
             */
            missing: ("source" | "purpose" | "manner" | "used_by" | "responsible" | "contact" | "shared" | "outbound" | "protection")[];
            /** Path */
            path: string;
            /**
             * Processing
             * @enum {string}
             */
            processing: "raw" | "masked" | "labelled" | "statistical" | "fused";
            /** Reasons */
            reasons: string[];
            /** Records */
            records: number;
            /** Size */
            size: number;
            /** Title */
            title: string;
        };
        /** ImportantNowView */
        ImportantNowView: {
            /**
             * Changes
             * @description 与已审定目录的差别，及报送期限
             */
            changes: components["schemas"]["FilingChangeView"][];
            /**
             * Entries
             * @description 今天的重要数据
             */
            entries: components["schemas"]["ImportantEntryView"][];
            /** Versions */
            versions: components["schemas"]["ImportantCatalogueView"][];
        };
        /**
         * ImportedView
         * @description 导入结果：行数、对应到本链的行数、新增与失效条数，部分未能对应的名称。
         */
        ImportedView: {
            /** Begun */
            begun: number;
            /** Ended */
            ended: number;
            /** Mapped */
            mapped: number;
            /** Rows */
            rows: number;
            /** Unknown */
            unknown: string[];
        };
        /** ImportView */
        ImportView: {
            /**
             * Asof
             * Format: date
             */
            asOf: string;
            /**
             * Changed
             * @description 变更
             */
            changed: number;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Dataset */
            dataset: string;
            /** Filename */
            fileName: string;
            /** Finishedat */
            finishedAt: string | null;
            /** Id */
            id: number;
            /**
             * Inserted
             * @description 新增
             */
            inserted: number;
            /**
             * Problem
             * @description 失败原因
             */
            problem: string | null;
            /** Provider */
            provider: string;
            /**
             * Rejected
             * @description 拒收的行
             */
            rejected: number;
            /** Rowsdone */
            rowsDone: number;
            /** Rowstotal */
            rowsTotal: number | null;
            /** Sample */
            sample: boolean;
            /** Sourceid */
            sourceId: number;
            status: components["schemas"]["Status"];
            /** Title */
            title: string;
            /**
             * Unchanged
             * @description 无变化
             */
            unchanged: number;
            /**
             * Warned
             * @description 有疑问但已收下的行
             */
            warned: number;
        };
        /** PartView */
        industry_brain__PartView: {
            /**
             * Name
             * @enum {string}
             */
            name: "producers" | "capital" | "quotient";
            /** Score */
            score: number;
            /** Sentence */
            sentence: string;
            /** Sentenceen */
            sentenceEn: string;
            /** Value */
            value: number;
            /** Weight */
            weight: number;
        };
        /** IndustryCandidateView */
        IndustryCandidateView: {
            /**
             * Code
             * @description 行业代码
             */
            code: string;
            /**
             * Name
             * @description 行业名称
             */
            name: string;
            /**
             * Share
             * @description 名称与经营范围所说中支持它的比例
             */
            share: number;
        };
        /** IndustryCodingView */
        IndustryCodingView: {
            /**
             * Businessscope
             * @description 经营范围
             */
            businessScope: string;
            /**
             * Candidates
             * @description 候选小类
             */
            candidates: components["schemas"]["IndustryCandidateView"][];
            /**
             * Code
             * @description 有把握的最细一级代码；空为连门类都没有把握
             */
            code: string | null;
            /**
             * Confidence
             * @description 该级正确的概率
             */
            confidence: number;
            /** @description 人的核定 */
            correction: components["schemas"]["IndustryCorrectionView"] | null;
            /**
             * Creditcode
             * @description 统一社会信用代码
             */
            creditCode: string;
            /**
             * Enterprisename
             * @description 企业名称
             */
            enterpriseName: string;
            /**
             * Evidence
             * @description 依据
             */
            evidence: components["schemas"]["IndustryEvidenceView"][];
            /**
             * Level
             * @description 代码的层级：1 门类、2 大类、3 中类、4 小类；0 为没有
             */
            level: number;
            /**
             * Name
             * @description 行业名称
             */
            name: string | null;
        };
        /** IndustryCorrectionView */
        IndustryCorrectionView: {
            /**
             * At
             * Format: date-time
             * @description 核定时间
             */
            at: string;
            /**
             * By
             * @description 核定人
             */
            by: string;
            /**
             * Code
             * @description 核定的行业代码
             */
            code: string;
            /**
             * Name
             * @description 行业名称
             */
            name: string;
            /**
             * Note
             * @description 说明
             */
            note: string;
        };
        /** IndustryEvidenceView */
        IndustryEvidenceView: {
            /**
             * Inname
             * @description 出自名称
             */
            inName: boolean;
            /**
             * Share
             * @description 为第一候选提供的比例
             */
            share: number;
            /**
             * Text
             * @description 名称或经营范围中的文字
             */
            text: string;
        };
        /** InvestmentView */
        InvestmentView: {
            /**
             * Amount
             * @description 投资额（元）
             */
            amount: string | null;
            /**
             * Currency
             * @description 币种（ISO 4217）
             */
            currency: string | null;
            /**
             * Investedon
             * @description 投资日期
             */
            investedOn: string | null;
            /**
             * Investeecreditcode
             * @description 被投资企业统一社会信用代码
             */
            investeeCreditCode: string | null;
            /**
             * Investeename
             * @description 被投资企业名称
             */
            investeeName: string;
            /**
             * Investeestatus
             * @description 被投资企业状态
             */
            investeeStatus: string | null;
            /**
             * Ratio
             * @description 持股比例（%）
             */
            ratio: string | null;
        };
        /**
         * IssueAct
         * @enum {string}
         */
        IssueAct: "take" | "wait" | "accept" | "reopen" | "plan" | "comment";
        /**
         * IssueState
         * @enum {string}
         */
        IssueState: "open" | "in_work" | "waiting" | "resolved" | "accepted";
        /** IssueStepView */
        IssueStepView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string | null;
            /**
             * Kind
             * @description opened、reopened、resolved 由核对得出；其余是人办理的
             */
            kind: string;
            /** Text */
            text: string;
        };
        /** IssueStepWanted */
        IssueStepWanted: {
            /** @description take 由我办理、wait 等待、accept 接受、reopen 重新办理、plan 改期限、comment 说明 */
            act: components["schemas"]["IssueAct"];
            /**
             * Owner
             * @description 新的责任部门
             */
            owner?: string | null;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Until
             * @description 接受到哪一日，或新的期限
             */
            until?: string | null;
        };
        /** IssueView */
        IssueView: {
            /** Accepteduntil */
            acceptedUntil: string | null;
            /**
             * Assignee
             * @description 办理人
             */
            assignee: string | null;
            /** Closedat */
            closedAt: string | null;
            /**
             * Dataset
             * @description 数据集的查询用名
             */
            dataSet: string;
            /**
             * Due
             * Format: date
             * @description 期限：停止发布 1 天、隔离行 3 天、提醒 10 天
             */
            due: string;
            /** Id */
            id: number;
            /**
             * Message
             * @description 规则
             */
            message: string;
            /**
             * Openedat
             * Format: date-time
             */
            openedAt: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Owner
             * @description 责任部门；平台自带的数据集没有，由运营人员办理
             */
            owner: string | null;
            /** Rows */
            rows: number;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "warn" | "quarantine" | "stop";
            /** @description open 待办理、in_work 办理中、waiting 等待他人、resolved 已解决、accepted 已接受 */
            state: components["schemas"]["IssueState"];
            /**
             * Times
             * @description 第几次出现
             */
            times: number;
            /**
             * Version
             * @description 在哪个版本中；没有能发布的为空
             */
            version: number | null;
            /**
             * Violations
             * @description 最近一次核对中不符合的行数
             */
            violations: number;
        };
        /** ItemView */
        ItemView: {
            /** Body */
            body: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Doneat */
            doneAt: string | null;
            /** Dueat */
            dueAt: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Link */
            link: string;
            /** Readat */
            readAt: string | null;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string | null;
        };
        /**
         * KeepingView
         * @description What is kept of a data set.
         */
        KeepingView: {
            /**
             * Decisions
             * @description 最新在前
             */
            decisions: components["schemas"]["RetentionDecisionView"][];
            /**
             * Downstream
             * @description 由它构建的全部数据集：删除会传到这些数据集
             */
            downstream: string[];
            /**
             * Erasable
             * @description 能够按键删除行
             */
            erasable: boolean;
            /**
             * Erasures
             * @description 永久删除的请求，最新在前
             */
            erasures: components["schemas"]["ErasureView"][];
            /**
             * Holds
             * @description 法律冻结，最新在前
             */
            holds: components["schemas"]["LegalHoldView"][];
            /** @description 此刻有效的保留期限 */
            policy: components["schemas"]["RetentionView"];
        };
        /**
         * Kind
         * @description How the text of a cell is read.
         * @enum {string}
         */
        Kind: "text" | "credit_code" | "names" | "date" | "year" | "money" | "currency" | "percent" | "region" | "industry" | "place" | "integer" | "decimal" | "number" | "time" | "boolean";
        /** LandedView */
        LandedView: {
            /**
             * Digest
             * @description 文件内容的 SM3 摘要
             */
            digest: string;
        };
        /** LayoutsView */
        LayoutsView: {
            /** Items */
            items: components["schemas"]["LayoutView"][];
        };
        /** LayoutView */
        LayoutView: {
            /** Fields */
            fields: components["schemas"]["FieldView"][];
            /**
             * Findsowner
             * @description 可用企业名称代替统一社会信用代码
             */
            findsOwner: boolean;
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** LeakView */
        LeakView: {
            /** Column */
            column: string | null;
            /**
             * Kind
             * @description duplicates 重复、groups 同组、time 时间、giveaway 一列说出标签
             * @enum {string}
             */
            kind: "duplicates" | "groups" | "time" | "giveaway";
            /** Message */
            message: string;
            /** Of */
            of: number;
            /** Rows */
            rows: number;
        };
        /** LegalHoldView */
        LegalHoldView: {
            /** Id */
            id: number;
            /**
             * Placedat
             * Format: date-time
             */
            placedAt: string;
            /** Placedby */
            placedBy: string;
            /** Reason */
            reason: string;
            /** Releasedat */
            releasedAt: string | null;
            /** Releasedby */
            releasedBy: string | null;
            /** Releasedfor */
            releasedFor: string | null;
        };
        /** Limits */
        Limits: {
            /**
             * Callsperminute
             * @description 每分钟调用次数上限
             */
            callsPerMinute: number;
        };
        /**
         * LinkClockView
         * @description `unknown`：校时服务器不可达，时间未经核实。
         */
        LinkClockView: {
            /**
             * Checkedat
             * Format: date-time
             */
            checkedAt: string;
            /** Offset */
            offset: number | null;
            /** Server */
            server: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "off" | "unknown";
        };
        /** LinkEvidence */
        LinkEvidence: {
            /**
             * Field
             * @description organisation_code 主体标识码、reg_number 注册号、name 名称、former_name 曾用名、legal_person_name 法定代表人、address 地址、establish_date 成立日期
             */
            field: string;
            /**
             * Verdict
             * @description same 相同、similar 相近、different 不同、unknown 未知
             * @enum {string}
             */
            verdict: "same" | "similar" | "different" | "unknown";
        };
        /**
         * LinkKind
         * @enum {string}
         */
        LinkKind: "renumbered" | "reregistered" | "duplicate";
        /** LinkReason */
        LinkReason: {
            /**
             * Reason
             * @description 理由
             */
            reason: string;
        };
        /**
         * LinkState
         * @enum {string}
         */
        LinkState: "proposed" | "confirmed" | "refused" | "split";
        /** LinkStateView */
        LinkStateView: {
            /** Code */
            code: string;
            count: components["schemas"]["CountView"];
            /** Products */
            products: components["schemas"]["ProductStateView"][];
            strength: components["schemas"]["StrengthView"];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** ListedCorpusView */
        ListedCorpusView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Documents */
            documents: number;
            /** Id */
            id: number;
            recipe: components["schemas"]["RecipeShape"];
            /** Tokens */
            tokens: number;
            /**
             * Version
             * @description 最新版本号
             */
            version: number | null;
        };
        /**
         * LookupSourceView
         * @description 查询结果的来源：由谁提供，截至哪一天。
         */
        LookupSourceView: {
            /**
             * Asof
             * Format: date
             */
            asOf: string;
            /** Provider */
            provider: string;
            /** Sample */
            sample: boolean;
            /** Title */
            title: string;
        };
        /**
         * Manner
         * @enum {string}
         */
        Manner: "rows" | "groups" | "counts";
        /** MarkView */
        MarkView: {
            /** Mark */
            mark: string;
            /** Title */
            title: string;
        };
        /** MatchCandidateView */
        MatchCandidateView: {
            /**
             * Address
             * @description 登记地址
             */
            address: string | null;
            /**
             * Creditcode
             * @description 统一社会信用代码
             */
            creditCode: string;
            /**
             * Establishdate
             * @description 成立日期
             */
            establishDate: string | null;
            /**
             * Matchedname
             * @description 匹配到的名称，可能是曾用名
             */
            matchedName: string;
            /**
             * Name
             * @description 现用名称
             */
            name: string;
            /**
             * Parts
             * @description 逐部分的依据
             */
            parts: components["schemas"]["PartAgreementView"][];
            /**
             * Regstatus
             * @description 登记状态
             */
            regStatus: string | null;
            /**
             * Score
             * @description 相似度，1 为名称相同
             */
            score: number;
        };
        /** MenuGroupView */
        MenuGroupView: {
            /** Items */
            items: components["schemas"]["MenuItemView"][];
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** MenuItemView */
        MenuItemView: {
            /** Icon */
            icon: string;
            /** Name */
            name: string;
            /** Path */
            path: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** MenuView */
        MenuView: {
            /** Groups */
            groups: components["schemas"]["MenuGroupView"][];
        };
        /** NameCandidateView */
        NameCandidateView: {
            /**
             * Creditcode
             * @description 统一社会信用代码
             */
            creditCode: string;
            /**
             * Matchedname
             * @description 匹配到的名称，可能是曾用名
             */
            matchedName: string;
            /**
             * Name
             * @description 现用名称
             */
            name: string;
            /**
             * Parts
             * @description 逐部分的依据
             */
            parts: components["schemas"]["PartAgreementView"][];
            /**
             * Score
             * @description 相似度，1 为名称相同
             */
            score: number;
        };
        /** NameDecisionView */
        NameDecisionView: {
            /**
             * At
             * Format: date-time
             * @description 时间
             */
            at: string;
            /**
             * By
             * @description 认定人
             */
            by: string;
            /**
             * Creditcode
             * @description 认定的统一社会信用代码
             */
            creditCode: string | null;
            /**
             * Enterprisename
             * @description 认定的企业
             */
            enterpriseName: string | null;
            /** @description same 就是这家、unknown 不是已知企业、deferred 暂不决定、taken_back 撤回 */
            kind: components["schemas"]["DecisionKind"];
            /**
             * Note
             * @description 说明
             */
            note: string;
            /**
             * Score
             * @description 认定时的相似度；人自行查找的为空
             */
            score: number | null;
        };
        /** NameLookupView */
        NameLookupView: {
            /** Enterprises */
            enterprises: components["schemas"]["EnterpriseView"][];
            /**
             * How
             * @description 匹配方式：原名、规范化名称、曾用名；未找到时为空
             */
            how: ("exact" | "normalised" | "former") | null;
        };
        /** NameMatchView */
        NameMatchView: {
            /**
             * Ambiguous
             * @description 前两名过于接近，需要人来选择
             */
            ambiguous: boolean;
            /**
             * Candidates
             * @description 候选企业，由近及远
             */
            candidates: components["schemas"]["NameCandidateView"][];
            /**
             * How
             * @description exact 原样相同、normalised 规范化后相同、former 曾用名相同、decided 人已认定、fuzzy 近似；空为未找到
             */
            how: ("exact" | "normalised" | "former" | "decided" | "fuzzy") | null;
        };
        /**
         * NameState
         * @enum {string}
         */
        NameState: "waiting" | "open" | "deferred" | "same" | "unknown";
        /** NewAcceptance */
        NewAcceptance: {
            /**
             * Dataset
             * @description 只认定出现在这个数据集的
             */
            dataset?: string | null;
            /**
             * Expected
             * @description 此前显示给人的数目；已变化则拒绝
             */
            expected: number;
            /**
             * Leastscore
             * @description 相似度不低于
             */
            leastScore: number;
        };
        /** NewAccount */
        NewAccount: {
            /** Name */
            name: string;
            /** Organisationid */
            organisationId?: number | null;
            /** Username */
            username: string;
        };
        /** NewCertification */
        NewCertification: {
            /**
             * Evidence
             * @description 核验了什么、凭据何在
             */
            evidence: string;
            /**
             * Validuntil
             * Format: date
             * @description 有效至
             */
            validUntil: string;
            /**
             * Verifiedon
             * Format: date
             * @description 核验日期
             */
            verifiedOn: string;
            /**
             * Voucher
             * @description 由谁担保：认证机构或核验部门
             */
            voucher: string;
        };
        /** NewCodeEntry */
        NewCodeEntry: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Parent */
            parent?: string | null;
            /**
             * Replaces
             * @default []
             */
            replaces: string[];
        };
        /** NewCodeTable */
        NewCodeTable: {
            /**
             * Code
             * @description 标识：小写字母、数字与下划线
             */
            code: string;
            /** Definition */
            definition: string;
            /** Entries */
            entries: components["schemas"]["NewCodeEntry"][];
            /** Label */
            label: string;
            /**
             * Since
             * Format: date
             * @description 生效日期
             */
            since: string;
            /**
             * Source
             * @description 出处：标准号、文件名
             */
            source: string;
            /**
             * Synonyms
             * @default []
             */
            synonyms: string[];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** NewCollection */
        NewCollection: {
            /**
             * Cron
             * @description 时刻：分 时 日 月 周，北京时间
             */
            cron?: string | null;
            /** Dataset */
            dataset: string;
            /** Mapping */
            mapping: components["schemas"]["ColumnShape"][];
            /**
             * Minutes
             * @description 每隔多少分钟；与时刻二选一，都不填为手动
             */
            minutes?: number | null;
            /**
             * Name
             * @description 采集任务的名称
             */
            name: string;
            /**
             * Secret
             * @description 密码、密钥或私钥，加密保存，不再给出；修改时不填则沿用
             */
            secret?: string | null;
            /**
             * Settings
             * @description 从哪里、怎样取
             */
            settings: components["schemas"]["FolderSettings"] | components["schemas"]["SqlSettings"] | components["schemas"]["RestSettings"] | components["schemas"]["SftpSettings"] | components["schemas"]["S3Settings"] | components["schemas"]["WebSettings"] | components["schemas"]["SharedSettings"];
            /**
             * Title
             * @description 导入的数据名称，可含 {date}、{file}
             */
            title: string;
        };
        /**
         * NewCorrection
         * @description 专家修正：增加或去除企业的产品归属（attach、detach），增加或断开供应关系（connect、disconnect）。
         */
        NewCorrection: {
            /**
             * Creditcode
             * @description 企业（归属类）
             */
            creditCode?: string | null;
            /**
             * Downstream
             * @description 下游产品（关系类）
             */
            downstream?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "attach" | "detach" | "connect" | "disconnect";
            /**
             * Product
             * @description 产品编码（归属类）
             */
            product?: string | null;
            /**
             * Reason
             * @description 理由
             */
            reason: string;
            /**
             * Role
             * @description 角色（attach 必填）
             */
            role?: ("producer" | "trader" | "service") | null;
            /**
             * Upstream
             * @description 上游产品（关系类）
             */
            upstream?: string | null;
            /**
             * Weight
             * @description 权重（connect 必填）
             */
            weight?: number | null;
        };
        /**
         * NewDataSet
         * @description A data set computed from others.
         */
        NewDataSet: {
            /**
             * About
             * @description 每行是什么，从哪里来
             */
            about: string;
            /** Columns */
            columns: components["schemas"]["DeclaredColumn"][];
            /**
             * Keys
             * @description 键：合起来标识一行；可以没有
             */
            keys: string[];
            /** Name */
            name: string;
            /**
             * Owner
             * @description 责任部门
             */
            owner: string;
            /**
             * Rules
             * @description 质量规则
             * @default []
             */
            rules: {
                [key: string]: unknown;
            }[];
            /**
             * Statement
             * @description 一条 SELECT 语句（Spark SQL）；数据集写作“库.名称”，如 base.enterprise
             */
            statement: string;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn?: string | null;
        };
        /**
         * NewDataSetForFile
         * @description 由数据源交付的数据集，按一个已上传的文件登记。
         */
        NewDataSetForFile: {
            /**
             * About
             * @description 每行是什么，从哪里来
             */
            about: string;
            /** Columns */
            columns: components["schemas"]["FileColumn"][];
            /** Digest */
            digest: string;
            /**
             * Keys
             * @description 键：合起来标识一行；可以没有
             */
            keys: string[];
            /** Name */
            name: string;
            /**
             * Owner
             * @description 责任部门
             */
            owner: string;
            /**
             * Rules
             * @description 质量规则
             * @default []
             */
            rules: {
                [key: string]: unknown;
            }[];
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn?: string | null;
            /**
             * Whole
             * @description 每次交付是全部（true），或同键的行以较新的为准（false）
             */
            whole: boolean;
        };
        /** NewDefinition */
        NewDefinition: {
            /**
             * Text
             * @description TOML 文本
             */
            text: string;
        };
        /** NewDistribution */
        NewDistribution: {
            /**
             * Audience
             * @description 标识码清单；不填为全部
             */
            audience?: string[] | null;
            /**
             * Content
             * @description 内容（JSON 对象）
             */
            content: {
                [key: string]: unknown;
            };
            /**
             * Kind
             * @description 类别，如 notice、standard
             */
            kind: string;
            /** Title */
            title: string;
        };
        /** NewElement */
        NewElement: {
            /**
             * Code
             * @description 标识：小写字母、数字与下划线
             */
            code: string;
            /** Codetable */
            codeTable?: string | null;
            /** Definition */
            definition: string;
            /**
             * Format
             * @description 表示格式，如 an18、n6、n..20,4、c..200、d8、dt14、bl
             */
            format: string;
            /**
             * Holds
             * @default []
             */
            holds: string[];
            /**
             * Source
             * @description 出处：标准号、文件名
             */
            source: string;
            /**
             * Synonyms
             * @default []
             */
            synonyms: string[];
            /** Term */
            term?: string | null;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Unit */
            unit?: string | null;
        };
        /** NewEnrolment */
        NewEnrolment: {
            /** Creditcode */
            creditCode: string;
            /** Organisationname */
            organisationName: string;
        };
        /** NewIdentityLink */
        NewIdentityLink: {
            /**
             * Absorbed
             * @description 被并入的统一社会信用代码
             */
            absorbed: string;
            kind: components["schemas"]["LinkKind"];
            /**
             * Reason
             * @description 理由
             */
            reason: string;
            /**
             * Since
             * Format: date
             * @description 从哪天起是同一家
             */
            since: string;
            /**
             * Survivor
             * @description 存续的统一社会信用代码
             */
            survivor: string;
        };
        /** NewImport */
        NewImport: {
            /**
             * Asof
             * Format: date
             * @description 数据截止日期
             */
            asOf: string;
            /** Dataset */
            dataset: string;
            /** Digest */
            digest: string;
            /** Mapping */
            mapping: components["schemas"]["ColumnShape"][];
            /**
             * Sourceid
             * @description 已登记并认证的数据源
             */
            sourceId: number;
            /**
             * Title
             * @description 数据名称
             */
            title: string;
        };
        /** NewIndustryCorrection */
        NewIndustryCorrection: {
            /**
             * Code
             * @description 行业代码，如 C2911
             */
            code: string;
            /**
             * Note
             * @description 说明
             * @default
             */
            note: string;
        };
        /** NewNameDecision */
        NewNameDecision: {
            /**
             * Creditcode
             * @description kind 为 same 时必填
             */
            creditCode?: string | null;
            /** @description same、unknown、deferred 或 taken_back（撤回） */
            kind: components["schemas"]["DecisionKind"];
            /**
             * Note
             * @description 说明
             * @default
             */
            note: string;
            /**
             * Score
             * @description 所选候选的相似度
             */
            score?: number | null;
        };
        /** NewOrganisation */
        NewOrganisation: {
            /** Creditcode */
            creditCode?: string | null;
            /** Name */
            name: string;
        };
        /** NewPull */
        NewPull: {
            /**
             * Everyminutes
             * @description 间隔分钟；空为只运行一次
             */
            everyMinutes?: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "chain" | "changes" | "distribution";
            /**
             * @default {
             *       "families": [
             *         "basic",
             *         "patents",
             *         "trademarks",
             *         "investments",
             *         "honours"
             *       ],
             *       "industries": [],
             *       "keywords": [],
             *       "regions": []
             *     }
             */
            query: components["schemas"]["PullQuery"];
            /**
             * Scene
             * @description 用途场景（规范 4 a）
             */
            scene?: string | null;
            /** Title */
            title: string;
        };
        /** NewSource */
        NewSource: {
            /** @description 依据：法律法规、依法公开、开放许可、合同授权、个人或企业同意 */
            basis: components["schemas"]["Basis"];
            /**
             * Basisdocument
             * @description 依据的名称、文号或合同编号
             */
            basisDocument: string;
            /**
             * Basisuntil
             * @description 授权到期日；长期有效时不填
             */
            basisUntil?: string | null;
            /** @description 公共数据、企业数据、第三方数据 */
            category: components["schemas"]["Category"];
            /**
             * Contact
             * @description 联系部门或岗位
             */
            contact: string;
            /** @description 更新频率 */
            frequency: components["schemas"]["Frequency"];
            /**
             * Level
             * @description 预计最高敏感级别：一般数据 1–4 级（GB/T 43697-2024 附录 H）
             */
            level: number;
            /**
             * Name
             * @description 数据源名称，唯一
             */
            name: string;
            /**
             * Owner
             * @description 本单位的责任人或责任部门
             */
            owner: string;
            /**
             * Provider
             * @description 提供方
             */
            provider: string;
            /**
             * Providercode
             * @description 提供方的统一社会信用代码
             */
            providerCode?: string | null;
            /**
             * Purpose
             * @description 使用目的
             */
            purpose: string;
            /**
             * Regioncode
             * @description 覆盖地区的行政区划代码
             */
            regionCode?: string | null;
            /**
             * Sample
             * @description 是否为示例数据
             * @default false
             */
            sample: boolean;
        };
        /** NewTerm */
        NewTerm: {
            /**
             * Code
             * @description 标识：小写字母、数字与下划线
             */
            code: string;
            /** Definition */
            definition: string;
            /**
             * Source
             * @description 出处：标准号、文件名
             */
            source: string;
            /**
             * Synonyms
             * @default []
             */
            synonyms: string[];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** NodeView */
        NodeView: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "capability_centre" | "industry_brain";
            /** Mapapproval */
            mapApproval: string | null;
            /** Name */
            name: string;
            /** Sampledata */
            sampleData: boolean;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Version */
            version: string;
        };
        /** OrganisationView */
        OrganisationView: {
            /** Creditcode */
            creditCode: string | null;
            /** Disabledat */
            disabledAt?: string | null;
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** OriginView */
        OriginView: {
            /** Column */
            column: string;
            /** Dataset */
            dataSet: string;
        };
        /**
         * Outcome
         * @description What became of one thing fetched.
         * @enum {string}
         */
        Outcome: "imported" | "unchanged" | "held" | "rejected" | "unreadable";
        /** OverruledView */
        OverruledView: {
            /**
             * Creditcode
             * @description 出自哪条企业记录
             */
            creditCode: string;
            /**
             * Since
             * Format: date
             * @description 从哪天起
             */
            since: string;
            source: components["schemas"]["GoldenSource"];
            /**
             * Until
             * @description 到哪天为止；空为仍是该记录的现值
             */
            until: string | null;
            /** Value */
            value: string;
            /** @description 为什么让位 */
            why: components["schemas"]["Standing"];
        };
        /** Overview */
        Overview: {
            /**
             * Asof
             * Format: date-time
             */
            asOf: string;
            /** Batches */
            batches: number;
            /** Brains */
            brains: components["schemas"]["BrainView"][];
            /** Bytes */
            bytes: number;
            /** Records */
            records: number;
        };
        /**
         * OverviewView
         * @description 产业链分阶段概览；provisional 表示产业链定义为暂行。
         */
        OverviewView: {
            build: components["schemas"]["BuildView"] | null;
            /** Chain */
            chain: string;
            /** Edges */
            edges: number;
            /** Enterprises */
            enterprises: number;
            /** Key */
            key: number;
            /** Provisional */
            provisional: boolean;
            /** Source */
            source: string;
            /** Stages */
            stages: components["schemas"]["StageView"][];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Version */
            version: string;
        };
        /**
         * OwnApplicationForm
         * @description 已填写的部分；提交时整体校验。
         */
        OwnApplicationForm: {
            /** Contactphone */
            contactPhone?: string | null;
            /** Contactrole */
            contactRole?: string | null;
            /** Expectedbytesperday */
            expectedBytesPerDay?: number | null;
            /** Expectedcallsperday */
            expectedCallsPerDay?: number | null;
            /**
             * Interfaceclasses
             * @default []
             */
            interfaceClasses: string[];
            /** Organisationcreditcode */
            organisationCreditCode?: string | null;
            /** Organisationname */
            organisationName?: string | null;
            /** Purposes */
            purposes?: string | null;
            /**
             * Scenes
             * @default []
             */
            scenes: string[];
            /**
             * Sourceaddresses
             * @default []
             */
            sourceAddresses: string[];
            /** Systemname */
            systemName?: string | null;
            /**
             * Users
             * @default []
             */
            users: string[];
        };
        /** OwnApplicationsView */
        OwnApplicationsView: {
            /** Items */
            items: components["schemas"]["OwnApplicationView"][];
        };
        /**
         * OwnApplicationView
         * @description `actions` 是省级能力中心当前允许的操作。
         */
        OwnApplicationView: {
            /** Actions */
            actions: string[];
            /** Collectable */
            collectable: ("sandbox" | "production")[];
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Editable */
            editable: boolean;
            form: components["schemas"]["OwnApplicationForm"];
            /** History */
            history: components["schemas"]["ApplicationStepView"][];
            /** Id */
            id: number;
            /** Number */
            number: string | null;
            /** Renewalpending */
            renewalPending: boolean;
            /** State */
            state: string;
            /** Statetitle */
            stateTitle: string;
            /**
             * Updatedat
             * Format: date-time
             */
            updatedAt: string;
            /** Validuntil */
            validUntil: string | null;
        };
        /**
         * OwnCredentialView
         * @description 接口凭证；密钥只加密保存，不显示。
         */
        OwnCredentialView: {
            /** Classes */
            classes: string[];
            /** Clientid */
            clientId: string;
            /**
             * Collectedat
             * Format: date-time
             */
            collectedAt: string;
            /**
             * Environment
             * @enum {string}
             */
            environment: "sandbox" | "production";
            /** Id */
            id: number;
            /** Previousvaliduntil */
            previousValidUntil: string | null;
            /** Retiredat */
            retiredAt: string | null;
            /** Scenes */
            scenes: string[];
            /** Tokenexpiresat */
            tokenExpiresAt: string | null;
            /** Validuntil */
            validUntil: string | null;
        };
        /** OwnDifferenceView */
        OwnDifferenceView: {
            /** Batchid */
            batchId: string;
            /**
             * Difference
             * @enum {string}
             */
            difference: "missing" | "doubled" | "altered" | "unknown";
            /** Explanation */
            explanation: string;
            /** Partnumber */
            partNumber: number;
            /** Scene */
            scene: string;
        };
        /** OwnReconciliationView */
        OwnReconciliationView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Findings */
            findings: components["schemas"]["OwnDifferenceView"][];
            /** Ours */
            ours: number;
            /** Theirs */
            theirs: number;
        };
        /** Page[AccessView] */
        Page_AccessView_: {
            /** Items */
            items: components["schemas"]["AccessView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[AccountView] */
        Page_AccountView_: {
            /** Items */
            items: components["schemas"]["AccountView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[AlarmView] */
        Page_AlarmView_: {
            /** Items */
            items: components["schemas"]["AlarmView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ApplicationBrief] */
        Page_ApplicationBrief_: {
            /** Items */
            items: components["schemas"]["ApplicationBrief"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[AuditEntryView] */
        Page_AuditEntryView_: {
            /** Items */
            items: components["schemas"]["AuditEntryView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[BuildView] */
        Page_BuildView_: {
            /** Items */
            items: components["schemas"]["BuildView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ClientView] */
        Page_ClientView_: {
            /** Items */
            items: components["schemas"]["ClientView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[CodeEntryView] */
        Page_CodeEntryView_: {
            /** Items */
            items: components["schemas"]["CodeEntryView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ContradictionView] */
        Page_ContradictionView_: {
            /** Items */
            items: components["schemas"]["ContradictionView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[CorpusDocumentView] */
        Page_CorpusDocumentView_: {
            /** Items */
            items: components["schemas"]["CorpusDocumentView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[CorrectionView] */
        Page_CorrectionView_: {
            /** Items */
            items: components["schemas"]["CorrectionView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[DataSetStandingView] */
        Page_DataSetStandingView_: {
            /** Items */
            items: components["schemas"]["DataSetStandingView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[DistributionView] */
        Page_DistributionView_: {
            /** Items */
            items: components["schemas"]["DistributionView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[EnrolmentView] */
        Page_EnrolmentView_: {
            /** Items */
            items: components["schemas"]["EnrolmentView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[EnterpriseLineView] */
        Page_EnterpriseLineView_: {
            /** Items */
            items: components["schemas"]["EnterpriseLineView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[EnterpriseView] */
        Page_EnterpriseView_: {
            /** Items */
            items: components["schemas"]["EnterpriseView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[GradedDataSetView] */
        Page_GradedDataSetView_: {
            /** Items */
            items: components["schemas"]["GradedDataSetView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[HeldRowView] */
        Page_HeldRowView_: {
            /** Items */
            items: components["schemas"]["HeldRowView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[IdentityLinkView] */
        Page_IdentityLinkView_: {
            /** Items */
            items: components["schemas"]["IdentityLinkView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ImportView] */
        Page_ImportView_: {
            /** Items */
            items: components["schemas"]["ImportView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[IndustryCodingView] */
        Page_IndustryCodingView_: {
            /** Items */
            items: components["schemas"]["IndustryCodingView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[IssueView] */
        Page_IssueView_: {
            /** Items */
            items: components["schemas"]["IssueView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ItemView] */
        Page_ItemView_: {
            /** Items */
            items: components["schemas"]["ItemView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ListedCorpusView] */
        Page_ListedCorpusView_: {
            /** Items */
            items: components["schemas"]["ListedCorpusView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[OrganisationView] */
        Page_OrganisationView_: {
            /** Items */
            items: components["schemas"]["OrganisationView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[OwnReconciliationView] */
        Page_OwnReconciliationView_: {
            /** Items */
            items: components["schemas"]["OwnReconciliationView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[PartView] */
        Page_PartView_: {
            /** Items */
            items: components["schemas"]["PartView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ProblemView] */
        Page_ProblemView_: {
            /** Items */
            items: components["schemas"]["ProblemView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ReceivedDistributionView] */
        Page_ReceivedDistributionView_: {
            /** Items */
            items: components["schemas"]["ReceivedDistributionView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[ReconciliationView] */
        Page_ReconciliationView_: {
            /** Items */
            items: components["schemas"]["ReconciliationView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[RegisteredSourceView] */
        Page_RegisteredSourceView_: {
            /** Items */
            items: components["schemas"]["RegisteredSourceView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[RunView] */
        Page_RunView_: {
            /** Items */
            items: components["schemas"]["RunView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[SampleView] */
        Page_SampleView_: {
            /** Items */
            items: components["schemas"]["SampleView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[SentPartView] */
        Page_SentPartView_: {
            /** Items */
            items: components["schemas"]["SentPartView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[SharingView] */
        Page_SharingView_: {
            /** Items */
            items: components["schemas"]["SharingView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[StandardView] */
        Page_StandardView_: {
            /** Items */
            items: components["schemas"]["StandardView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[SuspicionView] */
        Page_SuspicionView_: {
            /** Items */
            items: components["schemas"]["SuspicionView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[TrainingSetView] */
        Page_TrainingSetView_: {
            /** Items */
            items: components["schemas"]["TrainingSetView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /** Page[WrittenNameView] */
        Page_WrittenNameView_: {
            /** Items */
            items: components["schemas"]["WrittenNameView"][];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Total */
            total: number;
        };
        /**
         * Part
         * @description The parts of an enterprise's name.
         * @enum {string}
         */
        Part: "region" | "trade_name" | "business" | "form" | "branch";
        /** PartAgreementView */
        PartAgreementView: {
            /** @description 名称组成：region 地区、trade_name 字号、business 行业、form 组织形式、branch 分支 */
            part: components["schemas"]["Part"];
            /**
             * Registered
             * @description 登记
             */
            registered: string;
            /** @description same 一致、similar 相近、left_out 未写、added 多写、different 不同 */
            verdict: components["schemas"]["Verdict"];
            /**
             * Written
             * @description 所写
             */
            written: string;
        };
        /** PartEdit */
        PartEdit: {
            /**
             * Records
             * @description 修改后的全部记录
             */
            records: {
                [key: string]: unknown;
            }[];
        };
        /** PartProblemView */
        PartProblemView: {
            /** Loc */
            loc: string;
            /** Message */
            message: string;
        };
        /** PartRecordsView */
        PartRecordsView: {
            /** Records */
            records: {
                [key: string]: unknown;
            }[];
        };
        /** PartView */
        PartView: {
            /** Batchid */
            batchId: string;
            /** Bytes */
            bytes: number;
            /** Clientid */
            clientId: string;
            /** Digest */
            digest: string;
            /** Id */
            id: number;
            /** Partcount */
            partCount: number;
            /** Partnumber */
            partNumber: number;
            /**
             * Receivedat
             * Format: date-time
             */
            receivedAt: string;
            /** Records */
            records: number;
            /** Requestid */
            requestId: string;
            /** Respcode */
            respCode: string;
            /** Respdesc */
            respDesc: string;
            /** Scene */
            scene: string;
            /** User */
            user: string | null;
        };
        /** PasswordChange */
        PasswordChange: {
            /** Newpassword */
            newPassword: string;
            /** Oldpassword */
            oldPassword: string;
        };
        /** PatentView */
        PatentView: {
            /**
             * Applicationdate
             * @description 申请日
             */
            applicationDate: string | null;
            /**
             * Applicationnumber
             * @description 申请号
             */
            applicationNumber: string;
            /**
             * Grantdate
             * @description 授权日
             */
            grantDate: string | null;
            /**
             * Ipc
             * @description 主分类号（IPC）
             */
            ipc: string | null;
            /**
             * Patentstatus
             * @description 法律状态
             */
            patentStatus: string | null;
            /**
             * Patenttype
             * @description 专利类型
             */
            patentType: string | null;
            /**
             * Publicationnumber
             * @description 公开（公告）号
             */
            publicationNumber: string | null;
            /**
             * Title
             * @description 专利名称
             */
            title: string;
        };
        /** PreviewView */
        PreviewView: {
            /** Digest */
            digest: string;
            /** Filename */
            fileName: string;
            /**
             * Findings
             * @description 各列疑似含有的标识，与 headers 同序
             */
            findings: (components["schemas"]["ColumnFindingView"] | null)[];
            /** Headers */
            headers: string[];
            /**
             * Kind
             * @description 按内容识别的格式
             * @enum {string}
             */
            kind: "csv" | "xlsx" | "parquet" | "json" | "xml";
            /**
             * Mapping
             * @description 建议的列对应关系
             */
            mapping: components["schemas"]["ColumnShape"][];
            /**
             * Remembered
             * @description 是否沿用了上次的对应关系
             */
            remembered: boolean;
            /**
             * Rows
             * @description 前若干行
             */
            rows: (string | null)[][];
            /**
             * Rowstotal
             * @description 总行数；逐行读取的格式事先不知道
             */
            rowsTotal: number | null;
        };
        /** ProblemView */
        ProblemView: {
            /** Field */
            field: string;
            /** Message */
            message: string;
            /**
             * Row
             * @description 第几条记录，从 1 起
             */
            row: number;
            /** Value */
            value: string;
        };
        /** ProductStateView */
        ProductStateView: {
            /** Code */
            code: string;
            count: components["schemas"]["CountView"];
            strength: components["schemas"]["StrengthView"];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /**
         * ProfileShape
         * @description 一种共享方式。
         */
        "ProfileShape-Input": {
            /**
             * Columns
             * @default []
             */
            columns: components["schemas"]["SharedColumnShape"][];
            /**
             * Counted
             * @default []
             */
            counted: components["schemas"]["CountedShape"][];
            /** Dataset */
            dataSet: string;
            /**
             * Epsilon
             * @description 隐私预算 ε，答完为止
             * @default 0
             */
            epsilon: number | string;
            /**
             * Filters
             * @description 只给符合的行
             * @default []
             */
            filters: components["schemas"]["RowFilterShape"][];
            /**
             * K
             * @default 5
             */
            k: number;
            /** @description open 社会公众、partner 合作方、exchange 省级交换、download 提供文件 */
            kind: components["schemas"]["RecipientKind"];
            /**
             * Kinds
             * @description 每组敏感列至少有几种取值
             * @default 2
             */
            kinds: number;
            /**
             * @description rows 逐行、groups k-匿名、counts 差分隐私统计
             * @default rows
             */
            manner: components["schemas"]["Manner"];
            /**
             * Purpose
             * @description 用途；同一接收方不同用途的假名不能互相对上
             */
            purpose: string;
            /**
             * Recipient
             * @description 接收方
             */
            recipient: string;
            /**
             * Sensitive
             * @description k-匿名时原样给出的敏感列
             */
            sensitive?: string | null;
            /**
             * Summed
             * @default []
             */
            summed: components["schemas"]["SummedShape"][];
            /**
             * Until
             * Format: date
             * @description 截止日期
             */
            until: string;
        };
        /**
         * ProfileShape
         * @description 一种共享方式。
         */
        "ProfileShape-Output": {
            /**
             * Columns
             * @default []
             */
            columns: components["schemas"]["SharedColumnShape"][];
            /**
             * Counted
             * @default []
             */
            counted: components["schemas"]["CountedShape"][];
            /** Dataset */
            dataSet: string;
            /**
             * Epsilon
             * @description 隐私预算 ε，答完为止
             * @default 0
             */
            epsilon: string;
            /**
             * Filters
             * @description 只给符合的行
             * @default []
             */
            filters: components["schemas"]["RowFilterShape"][];
            /**
             * K
             * @default 5
             */
            k: number;
            /** @description open 社会公众、partner 合作方、exchange 省级交换、download 提供文件 */
            kind: components["schemas"]["RecipientKind"];
            /**
             * Kinds
             * @description 每组敏感列至少有几种取值
             * @default 2
             */
            kinds: number;
            /**
             * @description rows 逐行、groups k-匿名、counts 差分隐私统计
             * @default rows
             */
            manner: components["schemas"]["Manner"];
            /**
             * Purpose
             * @description 用途；同一接收方不同用途的假名不能互相对上
             */
            purpose: string;
            /**
             * Recipient
             * @description 接收方
             */
            recipient: string;
            /**
             * Sensitive
             * @description k-匿名时原样给出的敏感列
             */
            sensitive?: string | null;
            /**
             * Summed
             * @default []
             */
            summed: components["schemas"]["SummedShape"][];
            /**
             * Until
             * Format: date
             * @description 截止日期
             */
            until: string;
        };
        /** ProposalView */
        ProposalView: {
            /** Columns */
            columns: components["schemas"]["ProposedColumnView"][];
            /**
             * Keys
             * @description 建议的键
             */
            keys: string[];
            /**
             * Rows
             * @description 看过的行数
             */
            rows: number;
            /**
             * Rules
             * @description 取值本身提示的质量规则
             */
            rules: components["schemas"]["ProposedRuleView"][];
        };
        /** ProposedColumnView */
        ProposedColumnView: {
            column: components["schemas"]["DeclaredColumn"];
            finding: components["schemas"]["ColumnFindingView"] | null;
            /** Header */
            header: string;
            /**
             * Samples
             * @description 几个取值
             */
            samples: string[];
        };
        /** ProposedGradeView */
        ProposedGradeView: {
            /** Category */
            category: string | null;
            /**
             * Level
             * @description 1–4 一般数据，5 重要数据，6 核心数据
             */
            level: number;
            /**
             * Origin
             * @description taught 依人工的先例、rules 规则、model 小模型、declared 登记
             * @enum {string}
             */
            origin: "taught" | "rules" | "model" | "declared";
            /** Personal */
            personal: boolean;
        };
        /** ProposedRuleView */
        ProposedRuleView: {
            /**
             * Definition
             * @description 规则的写法
             */
            definition: {
                [key: string]: unknown;
            };
            /**
             * Message
             * @description 规则
             */
            message: string;
            /**
             * Reason
             * @description 依据
             */
            reason: string;
            /**
             * Support
             * @description 依据的行数
             */
            support: number;
        };
        /** ProvisionsView */
        ProvisionsView: {
            /** Items */
            items: components["schemas"]["ProvisionView"][];
        };
        /**
         * ProvisionView
         * @description 一个来源提供的一类数据；asOf 为其最新的数据截止日期。
         */
        ProvisionView: {
            /**
             * Asof
             * Format: date
             * @description 数据截止日期
             */
            asOf: string;
            /**
             * Changed
             * @description 更改记录数
             */
            changed: number;
            family: components["schemas"]["Family"];
            /**
             * Inserted
             * @description 新增记录数
             */
            inserted: number;
            /**
             * Loadedat
             * Format: date-time
             * @description 最近一次带来变化的入库时间
             */
            loadedAt: string;
            /**
             * Provider
             * @description 提供方
             */
            provider: string;
            /**
             * Sample
             * @description 是否为示例数据
             */
            sample: boolean;
            /**
             * Title
             * @description 数据名称
             */
            title: string;
        };
        /**
         * PullQuery
         * @description 按行业、地区、关键词圈定产业链企业；`since` 用于变更拉取。
         */
        PullQuery: {
            /**
             * Families
             * @default [
             *       "basic",
             *       "patents",
             *       "trademarks",
             *       "investments",
             *       "honours"
             *     ]
             */
            families: components["schemas"]["EnterpriseFamily"][];
            /**
             * Industries
             * @default []
             */
            industries: string[];
            /**
             * Keywords
             * @default []
             */
            keywords: string[];
            /**
             * Regions
             * @default []
             */
            regions: string[];
            /** Since */
            since?: string | null;
        };
        /** PullsView */
        PullsView: {
            /** Items */
            items: components["schemas"]["PullView"][];
        };
        /** PullView */
        PullView: {
            /** Acknowledged */
            acknowledged: string | null;
            /** Cursor */
            cursor: string | null;
            /** Dueat */
            dueAt: string | null;
            /** Everyminutes */
            everyMinutes: number | null;
            /** Finishedat */
            finishedAt: string | null;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "chain" | "changes" | "distribution";
            /** Problem */
            problem: string | null;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Rows */
            rows: number;
            /** Scene */
            scene: string | null;
            /** Startedat */
            startedAt: string | null;
            /** Title */
            title: string;
        };
        /** QualityLineView */
        QualityLineView: {
            /** Accepted */
            accepted: number;
            /**
             * After
             * @description 期末的总分
             */
            after: number | null;
            /**
             * Before
             * @description 期初的总分
             */
            before: number | null;
            /** Change */
            change: number | null;
            /** Name */
            name: string;
            /**
             * Opened
             * @description 期间出现的问题单
             */
            opened: number;
            /** Owner */
            owner: string | null;
            /** Resolved */
            resolved: number;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /**
             * Unresolved
             * @description 现在未解决的
             */
            unresolved: number;
        };
        /** QualityOwnerView */
        QualityOwnerView: {
            /** Accepted */
            accepted: number;
            /** Opened */
            opened: number;
            /** Overdue */
            overdue: number;
            /** Owner */
            owner: string | null;
            /** Resolved */
            resolved: number;
            /** Unresolved */
            unresolved: number;
        };
        /** QualityPointView */
        QualityPointView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Broken */
            broken: number;
            /** Rows */
            rows: number;
            /** Rules */
            rules: number;
            /** Score */
            score: number | null;
            /** Scores */
            scores: {
                [key: string]: number;
            };
            /**
             * Version
             * @description 没有能发布的为空
             */
            version: number | null;
        };
        /** QualityReportView */
        QualityReportView: {
            /**
             * Lines
             * @description 各数据集，变差的在前
             */
            lines: components["schemas"]["QualityLineView"][];
            /** Owners */
            owners: components["schemas"]["QualityOwnerView"][];
            /**
             * Repaired
             * @description 期间解决的问题单
             */
            repaired: components["schemas"]["IssueView"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /**
             * Worse
             * @description 期间出现的问题单
             */
            worse: components["schemas"]["IssueView"][];
        };
        /**
         * QualityShape
         * @description 超过任一界限的样本去掉；份额按非空白字符计。
         */
        QualityShape: {
            /**
             * Leastcharacters
             * @description 最少字数
             * @default 200
             */
            leastCharacters: number;
            /**
             * Leastfunctionwords
             * @description 虚词至少
             * @default 0.01
             */
            leastFunctionWords: number;
            /**
             * Mostbroken
             * @description 乱码
             * @default 0.01
             */
            mostBroken: number;
            /**
             * Mostrarehan
             * @description GB 2312 以外的汉字
             * @default 0.05
             */
            mostRareHan: number;
            /**
             * Mostrepeatedgrams
             * @description 重复的十字片段
             * @default 0.6
             */
            mostRepeatedGrams: number;
            /**
             * Mostrepeatedlines
             * @description 重复的行
             * @default 0.3
             */
            mostRepeatedLines: number;
            /**
             * Mostsymbols
             * @description 符号
             * @default 0.25
             */
            mostSymbols: number;
            /**
             * Mosttable
             * @description 表格
             * @default 0.8
             */
            mostTable: number;
        };
        /** QualityStandingView */
        QualityStandingView: {
            /** Builtat */
            builtAt: string | null;
            /**
             * Change
             * @description 比上一个版本
             */
            change: number | null;
            /** Name */
            name: string;
            /** Overdue */
            overdue: number;
            /** Owner */
            owner: string | null;
            /**
             * Problem
             * @description 最近一次没有构建成功的原因
             */
            problem: string | null;
            /** Rows */
            rows: number | null;
            /**
             * Score
             * @description 最新版本的总分；没有规则时为空
             */
            score: number | null;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /**
             * Unresolved
             * @description 未解决的问题单
             */
            unresolved: number;
            /**
             * Usualrows
             * @description 此前最多 8 个版本行数的中位数
             */
            usualRows: number | null;
            /** Version */
            version: number | null;
        };
        /** QualityView */
        QualityView: {
            /**
             * Broken
             * @description 没有全部符合的规则，严重的在前
             */
            broken: components["schemas"]["BrokenRuleView"][];
            /**
             * Rules
             * @description 规则数
             */
            rules: number;
            /**
             * Score
             * @description 总分 0–100：各维度得分的平均
             */
            score: number;
            /**
             * Scores
             * @description 各维度得分：完整、唯一、有效、一致、准确、及时
             */
            scores: {
                [key: string]: number;
            };
        };
        /** Question */
        Question: {
            /**
             * Limit
             * @description 最多返回的行数
             * @default 200
             */
            limit: number;
            /**
             * Statement
             * @description 一条 SELECT 语句（Spark SQL）；数据集写作“库.名称”，如 base.enterprise
             */
            statement: string;
        };
        /** QueuedView */
        QueuedView: {
            /**
             * Status
             * @default queued
             * @constant
             */
            status: "queued";
        };
        /** Reason */
        Reason: {
            /**
             * Reason
             * @description 理由
             */
            reason: string;
        };
        /** ReceiptView */
        ReceiptView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Given
             * @description 这个版本给出的行数；已经无从得知时为空
             */
            given: number | null;
            /**
             * Rows
             * @description 对方说收到的行数
             */
            rows: number;
            /** Version */
            version: number;
        };
        /** ReceiptWanted */
        ReceiptWanted: {
            /**
             * Rows
             * @description 收进来的行数
             */
            rows: number;
            /** Version */
            version: number;
        };
        /** ReceivedDistributionView */
        ReceivedDistributionView: {
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /**
             * Publishedat
             * Format: date-time
             */
            publishedAt: string;
            /**
             * Receivedat
             * Format: date-time
             */
            receivedAt: string;
            /** Title */
            title: string;
        };
        /** RecipeShape */
        RecipeShape: {
            /** Name */
            name: string;
            /**
             * Purpose
             * @description 用途
             * @enum {string}
             */
            purpose: "pretrain" | "sft" | "dpo" | "retrieval";
            /**
             * @default {
             *       "duplicates": {
             *         "similarity": 0.8
             *       },
             *       "hidePersonal": true,
             *       "languages": [
             *         "zh",
             *         "en"
             *       ],
             *       "quality": {
             *         "leastCharacters": 200,
             *         "leastFunctionWords": 0.01,
             *         "mostBroken": 0.01,
             *         "mostRareHan": 0.05,
             *         "mostRepeatedGrams": 0.6,
             *         "mostRepeatedLines": 0.3,
             *         "mostSymbols": 0.25,
             *         "mostTable": 0.8
             *       },
             *       "seed": 1,
             *       "splitting": {
             *         "related": 0.5,
             *         "testShare": 0.05
             *       },
             *       "weights": {}
             *     }
             */
            settings: components["schemas"]["SettingsShape"];
            /**
             * Sources
             * @description 数据源编号
             */
            sources: number[];
        };
        /**
         * RecipientKind
         * @enum {string}
         */
        RecipientKind: "open" | "partner" | "exchange" | "download";
        /** ReconciliationView */
        ReconciliationView: {
            /** Against */
            against: string;
            /** Agreed */
            agreed: boolean;
            /** Clientid */
            clientId: string;
            /**
             * Comparedat
             * Format: date-time
             */
            comparedAt: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Differences */
            differences: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Parts */
            parts: number;
        };
        /** Refusal */
        Refusal: {
            /** Reason */
            reason: string;
        };
        /**
         * RefusalBody
         * @description 拒绝请求时的统一响应。
         */
        RefusalBody: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Traceid */
            traceId: string;
        } & {
            [key: string]: unknown;
        };
        /** RegionFigureView */
        RegionFigureView: {
            /** Capital */
            capital: string;
            /** Code */
            code: string;
            /** Enterprises */
            enterprises: number;
            /** Name */
            name: string;
        };
        /** RegisteredSourceView */
        RegisteredSourceView: {
            certification: components["schemas"]["NewCertification"] | null;
            /**
             * Deliveredat
             * @description 最近一次完整收到数据的时间
             */
            deliveredAt: string | null;
            /**
             * Dueon
             * @description 按更新频率，下一批数据应到的日期
             */
            dueOn: string | null;
            /** Id */
            id: number;
            /**
             * Late
             * @description 逾期未更新
             */
            late: boolean;
            /**
             * Registeredat
             * Format: date-time
             */
            registeredAt: string;
            /** Registeredby */
            registeredBy: string;
            registration: components["schemas"]["NewSource"];
            /** @description 只有 certified（已认证）的数据源可以送数据 */
            state: components["schemas"]["State"];
            /**
             * Suspendedfor
             * @description 停用原因
             */
            suspendedFor: string | null;
        };
        /** ReleaseDecision */
        ReleaseDecision: {
            /** Reason */
            reason: string;
        };
        /** ReleaseOriginView */
        ReleaseOriginView: {
            /** Asof */
            asOf: string;
            /** Basis */
            basis: string | null;
            /** Basisdocument */
            basisDocument: string | null;
            /** Dataset */
            dataSet: string;
            /** Provider */
            provider: string;
            /** Rows */
            rows: number;
            /** Sample */
            sample: boolean;
            /** Title */
            title: string;
        };
        /** ReleaseReportView */
        ReleaseReportView: {
            /** Broken */
            broken: string[];
            /** Columns */
            columns: components["schemas"]["ColumnProfileView"][];
            /**
             * Files
             * @description SM3，按文件
             */
            files: {
                [key: string]: string;
            };
            /** Labels */
            labels: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Leaks */
            leaks: components["schemas"]["LeakView"][];
            /** Origins */
            origins: components["schemas"]["ReleaseOriginView"][];
            /** Rows */
            rows: {
                [key: string]: number;
            };
            /** Rules */
            rules: number;
            /** Score */
            score: number | null;
            /**
             * Version
             * @description 取自数据集的第几版
             */
            version: number;
        };
        /**
         * ReleaseStatus
         * @enum {string}
         */
        ReleaseStatus: "waiting" | "failed" | "built" | "refused" | "published" | "withdrawn";
        /** ReleaseView */
        ReleaseView: {
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /** Askedby */
            askedBy: string;
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /** Id */
            id: number;
            /** Number */
            number: number;
            /** Problem */
            problem: string | null;
            /** Reason */
            reason: string | null;
            report: components["schemas"]["ReleaseReportView"] | null;
            /** @description waiting 构建中、failed 未成功、built 待审、refused 不同意、published 已发布、withdrawn 已撤回 */
            status: components["schemas"]["ReleaseStatus"];
        };
        /** Resolution */
        Resolution: {
            /**
             * Decision
             * @enum {string}
             */
            decision: "keep" | "detach" | "renew" | "revoke" | "drop_forward" | "drop_backward";
            /**
             * Reason
             * @description 理由
             */
            reason: string;
        };
        /**
         * RestSettings
         * @description 返回 JSON 的接口。
         */
        RestSettings: {
            /**
             * Auth
             * @default none
             * @enum {string}
             */
            auth: "none" | "header" | "bearer" | "oauth2";
            /** Clientid */
            clientId?: string | null;
            /**
             * Firstpage
             * @description 页码从几起
             * @default 1
             */
            firstPage: number;
            /**
             * Header
             * @description 放密钥的请求头
             * @default X-API-Key
             */
            header: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "rest";
            /**
             * Nextpath
             * @description 下一个游标所在，如 meta.next
             * @default
             */
            nextPath: string;
            /**
             * Pageparameter
             * @description 页码、偏移或游标的参数名
             * @default page
             */
            pageParameter: string;
            /**
             * Pagesize
             * @default 100
             */
            pageSize: number;
            /**
             * Paging
             * @default none
             * @enum {string}
             */
            paging: "none" | "page" | "offset" | "cursor" | "link";
            /**
             * Perminute
             * @description 每分钟最多调用几次
             * @default 60
             */
            perMinute: number;
            /**
             * Records
             * @description 记录数组所在，如 data.list；整个应答是数组时不填
             * @default
             */
            records: string;
            /** Scope */
            scope?: string | null;
            /**
             * Sincefield
             * @description 增量：记录中只增不减的字段，如 updatedAt；不填为每次取全部
             */
            sinceField?: string | null;
            /**
             * Sinceparameter
             * @description 增量：把上次的最大值交给对方的参数名
             */
            sinceParameter?: string | null;
            /**
             * Sizeparameter
             * @description 每页条数的参数名
             */
            sizeParameter?: string | null;
            /** Tokenurl */
            tokenUrl?: string | null;
            /** Url */
            url: string;
        };
        /** RestWanted */
        RestWanted: {
            /** Reason */
            reason: string;
        };
        /** RetentionDecisionView */
        RetentionDecisionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            policy: components["schemas"]["RetentionView"];
            /** Reason */
            reason: string;
        };
        /** RetentionView */
        RetentionView: {
            /** Days */
            days: number;
            /** Deliverydays */
            deliveryDays: number | null;
            /** Versions */
            versions: number;
        };
        /** RetentionWanted */
        RetentionWanted: {
            /**
             * Days
             * @description 构建后至少保留多少天
             */
            days: number;
            /**
             * Deliverydays
             * @description 撤回或被取代的交付，多少天后清除文件；空为不清除
             */
            deliveryDays?: number | null;
            /** Reason */
            reason: string;
            /**
             * Versions
             * @description 保留最近多少个版本
             */
            versions: number;
        };
        /** Roles */
        Roles: {
            /** Roles */
            roles: string[];
        };
        /** RoleView */
        RoleView: {
            /** Administrator */
            administrator: boolean;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** RowChangeView */
        RowChangeView: {
            /** After */
            after: {
                [key: string]: string | null;
            } | null;
            /**
             * Before
             * @description 取值的文字，按列；您无权查看的已脱敏或为空
             */
            before: {
                [key: string]: string | null;
            } | null;
            /**
             * Kind
             * @description 新增、消失、变化
             * @enum {string}
             */
            kind: "added" | "gone" | "changed";
        };
        /** RowFilterShape */
        RowFilterShape: {
            /** Column */
            column: string;
            /** Values */
            values: string[];
        };
        /** RulebookView */
        RulebookView: {
            /**
             * Asked
             * @description 待确认的新规则
             */
            asked: components["schemas"]["RuleChangeView"][];
            /** Columns */
            columns: components["schemas"]["RuleColumnView"][];
            /**
             * History
             * @description 全部改动，最新在前
             */
            history: components["schemas"]["RuleChangeView"][];
            /** Rules */
            rules: components["schemas"]["StandingRuleView"][];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /**
             * Version
             * @description 最新版本；还没有构建时为空
             */
            version: number | null;
        };
        /** RuleChangeView */
        RuleChangeView: {
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /** Askedby */
            askedBy: string;
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /**
             * Decision
             * @description 退回的理由
             */
            decision: string | null;
            /**
             * Definition
             * @description 改成的定义；空为停用
             */
            definition: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Rule */
            rule: string;
            /** @description waiting 待确认、in_force 已生效、refused 已退回、replaced 已被取代 */
            state: components["schemas"]["ChangeState"];
            /**
             * Until
             * @description 到此日为止，其后恢复原来的规则
             */
            until: string | null;
        };
        /** RuleChangeWanted */
        RuleChangeWanted: {
            /**
             * Definition
             * @description 改成的定义；不填为停用
             */
            definition?: {
                [key: string]: unknown;
            } | null;
            /** Reason */
            reason: string;
            /**
             * Rule
             * @description 改动哪一条；不填为新增
             */
            rule?: string | null;
            /**
             * Until
             * @description 平台自带的规则降为提醒到哪一日为止
             */
            until?: string | null;
        };
        /** RuleColumnView */
        RuleColumnView: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Type */
            type: string;
        };
        /** RuleProposalView */
        RuleProposalView: {
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Message */
            message: string;
            /** Reason */
            reason: string;
            /**
             * Support
             * @description 依据的行数
             */
            support: number;
        };
        /** RuleTrialView */
        RuleTrialView: {
            /**
             * Blind
             * @description 规则说到而您无权查看的列：只给行数，不给例子；自由查询中按空值试算
             */
            blind: string[];
            /**
             * Examples
             * @description 不符合的行，最多 10 行；无权查看的已脱敏
             */
            examples: {
                [key: string]: string | null;
            }[];
            /** Rows */
            rows: number;
            rule: components["schemas"]["RuleView"];
            /** Version */
            version: number;
            /**
             * Violations
             * @description 不符合的行数；针对整个数据集的规则为 0 或 1
             */
            violations: number;
        };
        /** RuleTrialWanted */
        RuleTrialWanted: {
            /**
             * Definition
             * @description 规则的定义：kind 种类与该种类的各项（见数据质量文档）
             */
            definition: {
                [key: string]: unknown;
            };
        };
        /** RuleView */
        RuleView: {
            /**
             * Columns
             * @description 说到的列
             */
            columns: string[];
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /**
             * Dimension
             * @description 维度：completeness 完整、uniqueness 唯一等
             */
            dimension: string;
            /**
             * Kind
             * @description 种类：not_null 非空、pattern 格式、free_sql 自由查询等
             */
            kind: string;
            /**
             * Message
             * @description 规则的一句话
             */
            message: string;
            /** Name */
            name: string;
            /**
             * Ofrows
             * @description 由行违反；否则针对整个数据集
             */
            ofRows: boolean;
            /**
             * Severity
             * @description warn 提醒、quarantine 隔离行、stop 停止发布
             */
            severity: string;
        };
        /**
         * RunStatus
         * @description `held`: a decision on a changed shape is awaited. `refused`: the source may not deliver now.
         * @enum {string}
         */
        RunStatus: "waiting" | "running" | "done" | "held" | "refused" | "failed";
        /** RunView */
        RunView: {
            /**
             * Askedat
             * Format: date-time
             */
            askedAt: string;
            /** Askedby */
            askedBy: string;
            /** Changed */
            changed: number;
            /** Endedat */
            endedAt: string | null;
            /**
             * Found
             * @description 发现的文件或批次
             */
            found: number;
            /**
             * Gone
             * @description 取全表时，比上次少了的行
             */
            gone: number | null;
            /** Id */
            id: number;
            /**
             * Imports
             * @description 开始的导入
             */
            imports: number;
            /** Inserted */
            inserted: number;
            /**
             * Landed
             * @description 原样落地的
             */
            landed: number;
            /** Problem */
            problem: string | null;
            /** Rejected */
            rejected: number;
            /**
             * Rows
             * @description 导入已读的行
             */
            rows: number;
            status: components["schemas"]["RunStatus"];
            /**
             * Unchanged
             * @description 内容与以前相同，没有再导入
             */
            unchanged: number;
        };
        /**
         * S3Settings
         * @description S3 兼容的对象存储。
         */
        S3Settings: {
            /** Accesskey */
            accessKey: string;
            /** Bucket */
            bucket: string;
            /** Endpoint */
            endpoint: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "s3";
            /**
             * Pattern
             * @description 对象名末段的通配符，如 *.csv
             * @default *
             */
            pattern: string;
            /**
             * Prefix
             * @description 目录，如 upload/；不填为整个桶
             * @default
             */
            prefix: string;
            /**
             * Region
             * @default us-east-1
             */
            region: string;
        };
        /** SaidView */
        SaidView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Reason */
            reason: string;
        };
        /** SampleView */
        SampleView: {
            /**
             * Asof
             * Format: date
             */
            asOf: string;
            /**
             * Document
             * @description 所出文件的 SM3 摘要
             */
            document: string;
            /** Id */
            id: string;
            /** Language */
            language: ("zh" | "en" | "other") | null;
            /** Licence */
            licence: string;
            /** Provider */
            provider: string;
            /**
             * Removed
             * @description 替换为占位符的个人信息
             */
            removed: {
                [key: string]: number;
            };
            /**
             * Replaces
             * @description 被它取代的样本
             */
            replaces: string[];
            /** Source */
            source: string;
            /**
             * Split
             * @enum {string}
             */
            split: "train" | "test";
            /**
             * Text
             * @description 正文，最多 4,000 字
             */
            text: string;
            /** Title */
            title: string;
            /** Tokens */
            tokens: number;
        };
        /** SceneReported */
        SceneReported: {
            /** Batches */
            batches: number;
            /** Bytes */
            bytes: number;
            /** Lastasof */
            lastAsOf: string | null;
            /** Lastcompletedat */
            lastCompletedAt: string | null;
            /** Records */
            records: number;
            /** Scene */
            scene: string;
            /** Title */
            title: string;
            /** Waiting */
            waiting: number;
        };
        /** SectionFigureView */
        SectionFigureView: {
            /** Capital */
            capital: string;
            /** Code */
            code: string;
            /** Enterprises */
            enterprises: number;
            /** Name */
            name: string;
        };
        /** SeenDataSetsView */
        SeenDataSetsView: {
            /**
             * Items
             * @description 出现过待匹配名称的数据集
             */
            items: string[];
        };
        /** SendAttemptsView */
        SendAttemptsView: {
            /** Items */
            items: components["schemas"]["SendAttemptView"][];
        };
        /** SendAttemptView */
        SendAttemptView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string | null;
            /** Milliseconds */
            milliseconds: number;
            /** Reason */
            reason: string;
            /** Requestid */
            requestId: string | null;
            /** Status */
            status: number | null;
        };
        /** SentPartView */
        SentPartView: {
            /** Attempts */
            attempts: number;
            /** Batchid */
            batchId: string;
            /** Code */
            code: string | null;
            /** Confirmedat */
            confirmedAt: string | null;
            /** Count */
            count: number;
            /** Digest */
            digest: string;
            /** Errors */
            errors: components["schemas"]["PartProblemView"][] | null;
            /** Id */
            id: number;
            /**
             * Nextattemptat
             * Format: date-time
             */
            nextAttemptAt: string;
            /** Number */
            number: number;
            /**
             * Queuedat
             * Format: date-time
             */
            queuedAt: string;
            /** Reason */
            reason: string | null;
            /** Receivedat */
            receivedAt: string | null;
            /** Records */
            records: number;
            /** Requestid */
            requestId: string | null;
            /** Scene */
            scene: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "accepted" | "dead" | "discarded";
            /** Status */
            status: number | null;
        };
        /** SessionView */
        SessionView: {
            account: components["schemas"]["AccountBrief"];
            /** Idleminutes */
            idleMinutes: number;
            /** Mustchangepassword */
            mustChangePassword: boolean;
            organisation: components["schemas"]["OrganisationView"] | null;
            /** Roles */
            roles: string[];
            /** Scopes */
            scopes: string[];
        };
        /** SettingsShape */
        SettingsShape: {
            /**
             * @default {
             *       "similarity": 0.8
             *     }
             */
            duplicates: components["schemas"]["DuplicatesShape"];
            /**
             * Hidepersonal
             * @description 个人信息换成占位符
             * @default true
             */
            hidePersonal: boolean;
            /**
             * Languages
             * @description 保留的语种
             * @default [
             *       "zh",
             *       "en"
             *     ]
             */
            languages: ("zh" | "en" | "other")[];
            /**
             * @default {
             *       "leastCharacters": 200,
             *       "leastFunctionWords": 0.01,
             *       "mostBroken": 0.01,
             *       "mostRareHan": 0.05,
             *       "mostRepeatedGrams": 0.6,
             *       "mostRepeatedLines": 0.3,
             *       "mostSymbols": 0.25,
             *       "mostTable": 0.8
             *     }
             */
            quality: components["schemas"]["QualityShape"];
            /**
             * Seed
             * @default 1
             */
            seed: number;
            /**
             * @default {
             *       "related": 0.5,
             *       "testShare": 0.05
             *     }
             */
            splitting: components["schemas"]["SplittingShape"];
            /**
             * Weights
             * @description 各数据源名称的词元权重；空为全部采用
             * @default {}
             */
            weights: {
                [key: string]: number;
            };
        };
        /**
         * SftpSettings
         * @description SFTP 服务器上的目录。
         */
        SftpSettings: {
            /**
             * Fingerprint
             * @description 主机密钥指纹 SHA256:…；不填时试连会告知，核对后填写
             * @default
             */
            fingerprint: string;
            /** Folder */
            folder: string;
            /** Host */
            host: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "sftp";
            /**
             * Pattern
             * @description 文件名的通配符，如 *.csv
             * @default *
             */
            pattern: string;
            /**
             * Port
             * @default 22
             */
            port: number;
            /** User */
            user: string;
        };
        /** SharedAnswerView */
        SharedAnswerView: {
            /** Epsilon */
            epsilon: string;
            /**
             * Left
             * @description 剩余的隐私预算
             */
            left: string;
            /**
             * Values
             * @description 加了噪声，可能为负或非整
             */
            values: {
                [key: string]: number;
            };
            /** Version */
            version: number;
        };
        /** SharedColumnShape */
        SharedColumnShape: {
            /**
             * Means
             * @description plain 原样、mask 遮盖、truncate 截断、format 保留格式的假名、pseudonym 假名、generalise 概括、withhold 不给；不填随级别而定
             */
            means?: ("plain" | "mask" | "truncate" | "format" | "pseudonym" | "generalise" | "withhold") | null;
            /** Name */
            name: string;
        };
        /** SharedQuestion */
        SharedQuestion: {
            /** Column */
            column: string;
            /**
             * Epsilon
             * @description 这一次用多少隐私预算：越大越准
             */
            epsilon: number | string;
            /**
             * What
             * @enum {string}
             */
            what: "count" | "sum";
        };
        /** SharedRowsView */
        SharedRowsView: {
            /** Columns */
            columns: string[];
            /** Page */
            page: number;
            /** Pagesize */
            pageSize: number;
            /** Rows */
            rows: unknown[][];
            /** Total */
            total: number;
            /** Version */
            version: number;
        };
        /**
         * SharedSettings
         * @description 另一节点（省级能力中心、行业产业大脑）对外共享的数据集。
         */
        SharedSettings: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "shared";
            /**
             * Url
             * @description 对方给的共享地址，如 https://…/api/shared/5
             */
            url: string;
        };
        /** SharingEnding */
        SharingEnding: {
            /** Reason */
            reason: string;
        };
        /**
         * SharingState
         * @enum {string}
         */
        SharingState: "waiting" | "allowed" | "refused" | "ended";
        /** SharingView */
        SharingView: {
            /** Approvals */
            approvals: components["schemas"]["ApprovalView"][];
            checked: components["schemas"]["CheckedView"];
            /** Endedat */
            endedAt: string | null;
            /** Endedby */
            endedBy: string | null;
            /** Hastoken */
            hasToken: boolean;
            /** Id */
            id: number;
            profile: components["schemas"]["ProfileShape-Output"];
            /**
             * Proposedat
             * Format: date-time
             */
            proposedAt: string;
            /** Proposedby */
            proposedBy: string;
            /** Reason */
            reason: string | null;
            /**
             * Spent
             * @description 已用的隐私预算
             */
            spent: string;
            state: components["schemas"]["SharingState"];
        };
        /** SightingView */
        SightingView: {
            /**
             * Address
             * @description 同一行所写的地址
             */
            address: string | null;
            /**
             * Dataset
             * @description 数据集
             */
            dataset: string;
            /**
             * Delivery
             * @description 导入任务编号；更正的行没有导入任务
             */
            delivery: number;
            /**
             * Indataset
             * @description 真：认定后自动关联；假：该导入拒收了这些行，认定后须再次导入
             */
            inDataSet: boolean;
            /**
             * Rows
             * @description 行数
             */
            rows: number;
            /**
             * Written
             * @description 原样写法
             */
            written: string;
        };
        /** SignIn */
        SignIn: {
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /** SinglingOutView */
        SinglingOutView: {
            /** Columns */
            columns: string[];
            /**
             * Share
             * @description 被这组列单独认出的行所占比例
             */
            share: number;
        };
        /**
         * SizeFigureView
         * @description 注册资本在 capitalFrom（含）与 capitalTo（不含）之间的企业；最大一档没有上限。
         */
        SizeFigureView: {
            /** Capital */
            capital: string;
            /**
             * Capitalfrom
             * @description 元
             */
            capitalFrom: number;
            /**
             * Capitalto
             * @description 元
             */
            capitalTo: number | null;
            /** Enterprises */
            enterprises: number;
        };
        /** SizeView */
        SizeView: {
            /** Characters */
            characters: number;
            /** Documents */
            documents: number;
            /**
             * Tokens
             * @description 估计的词元数
             */
            tokens: number;
        };
        /** SourceEventView */
        SourceEventView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /**
             * What
             * @enum {string}
             */
            what: "register" | "amend" | "certify" | "suspend" | "resume";
        };
        /** SourceView */
        SourceView: {
            /**
             * Asof
             * Format: date
             * @description 数据截止日期
             */
            asOf: string;
            /**
             * Provider
             * @description 提供方
             */
            provider: string;
            /**
             * Sample
             * @description 是否为示例数据
             */
            sample: boolean;
            /**
             * Title
             * @description 数据名称
             */
            title: string;
        };
        /** SplittingShape */
        SplittingShape: {
            /**
             * Related
             * @description 相似度不低于此值的归在同一侧
             * @default 0.5
             */
            related: number;
            /**
             * Testshare
             * @description 留作测试的份额，0–0.5
             * @default 0.05
             */
            testShare: number;
        };
        /**
         * SqlSettings
         * @description 数据库的表或视图。
         */
        SqlSettings: {
            /**
             * Cursorcolumn
             * @description 增量：只增不减的列，如自增主键或更新时间
             */
            cursorColumn?: string | null;
            /**
             * Database
             * @description 库名；SQLite 为文件的绝对路径
             */
            database: string;
            /**
             * Engine
             * @description mysql 也用于 MariaDB
             * @enum {string}
             */
            engine: "postgresql" | "mysql" | "sqlite";
            /**
             * Host
             * @description SQLite 不填
             */
            host?: string | null;
            /**
             * Keycolumns
             * @description 全表：主键列，据此发现被删除的行
             */
            keyColumns?: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "sql";
            /**
             * Mode
             * @description 按列取新的行，或每次取全表
             * @enum {string}
             */
            mode: "incremental" | "full";
            /** Port */
            port?: number | null;
            /**
             * Table
             * @description 表或视图，可带模式名，如 public.company
             */
            table: string;
            /** User */
            user?: string | null;
        };
        /** StageView */
        StageView: {
            /** Code */
            code: string;
            /** Links */
            links: components["schemas"]["LinkStateView"][];
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /** StandardReason */
        StandardReason: {
            /** Reason */
            reason: string;
        };
        /** StandardRevisionView */
        StandardRevisionView: {
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /** Declaredat */
            declaredAt: string | null;
            /**
             * Declaredby
             * @description 提出人；平台自带的没有
             */
            declaredBy: string | null;
            /**
             * Number
             * @description 第几个修订，从 1 起
             */
            number: number;
            /** Reason */
            reason: string | null;
            standard: components["schemas"]["StandardView"];
            /** @description waiting 待批准、in_force 生效、refused 已退回、replaced 已被取代、withdrawn 已废止 */
            state: components["schemas"]["StandardState"];
        };
        /**
         * StandardState
         * @enum {string}
         */
        StandardState: "waiting" | "in_force" | "refused" | "replaced" | "withdrawn";
        /**
         * StandardView
         * @description 一项数据标准：术语、数据元或代码表（的一个版本）。
         */
        StandardView: {
            /**
             * Code
             * @description 标识
             */
            code: string;
            /**
             * Codetable
             * @description 数据元取值的代码表
             */
            codeTable?: string | null;
            /** Definition */
            definition: string;
            /**
             * Format
             * @description 数据元的表示格式，如 an18、n..20,4
             */
            format?: string | null;
            /**
             * Holds
             * @description 内容识别为此类的列可能是它
             * @default []
             */
            holds: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "term" | "element" | "code_table";
            /**
             * Label
             * @description 代码表的版本
             */
            label?: string | null;
            /**
             * Since
             * @description 该版本生效的日期，至下一版本生效止
             */
            since?: string | null;
            /**
             * Source
             * @description 出处
             */
            source: string;
            /** Synonyms */
            synonyms: string[];
            /**
             * Term
             * @description 数据元所说的术语
             */
            term?: string | null;
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /**
             * Unit
             * @description 计量单位代码
             */
            unit?: string | null;
        };
        /**
         * Standing
         * @description Why a value stands, or why another goes before it.
         * @enum {string}
         */
        Standing: "undisputed" | "fresher" | "later_delivery" | "survivor" | "first_by_code" | "joined";
        /** StandingRuleView */
        StandingRuleView: {
            /** @description 最新版本没有全部符合时的结果 */
            broken: components["schemas"]["BrokenRuleView"] | null;
            /** @description 最近一次生效的改动 */
            change: components["schemas"]["RuleChangeView"] | null;
            /**
             * Off
             * @description 已停用
             */
            off: boolean;
            /**
             * Origin
             * @description code 平台自带、declared 登记时声明、page 在页面上新增
             * @enum {string}
             */
            origin: "code" | "declared" | "page";
            rule: components["schemas"]["RuleView"];
            /** @description 待确认的改动 */
            waiting: components["schemas"]["RuleChangeView"] | null;
        };
        /**
         * State
         * @description Only a `certified` source delivers; `expired`: its authorisation or its certification has ended.
         * @enum {string}
         */
        State: "registered" | "certified" | "expired" | "suspended";
        /** StatementWanted */
        StatementWanted: {
            /**
             * Statement
             * @description 一条 SELECT 语句（Spark SQL）；数据集写作“库.名称”，如 base.enterprise
             */
            statement: string;
        };
        /**
         * Status
         * @enum {string}
         */
        Status: "waiting" | "running" | "done" | "failed";
        /** StepComment */
        StepComment: {
            /** Comment */
            comment?: string | null;
        };
        /** StepReportView */
        StepReportView: {
            after: components["schemas"]["SizeView"];
            before: components["schemas"]["SizeView"];
            /**
             * Changed
             * @description 留下的样本中改动的数量
             */
            changed: {
                [key: string]: number;
            };
            /**
             * Dropped
             * @description 按原因去掉的篇数
             */
            dropped: {
                [key: string]: number;
            };
            /** Examples */
            examples: components["schemas"]["ExampleView"][];
            /** Seconds */
            seconds: number;
            /** Step */
            step: string;
        };
        /** StepTaken */
        StepTaken: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** StepView */
        StepView: {
            /** Name */
            name: string;
            /** Needsreason */
            needsReason: boolean;
            /** Title */
            title: string;
        };
        /** StrengthView */
        StrengthView: {
            /**
             * Grade
             * @enum {string}
             */
            grade: "strong" | "medium" | "weak" | "missing";
            /** Parts */
            parts: components["schemas"]["industry_brain__PartView"][];
            /** Score */
            score: number;
            /** Sentence */
            sentence: string;
            /** Sentenceen */
            sentenceEn: string;
        };
        /** SummedShape */
        SummedShape: {
            /** Column */
            column: string;
            /** High */
            high: number;
            /**
             * Low
             * @description 不看数据而定的下限
             */
            low: number;
        };
        /** Suspension */
        Suspension: {
            /**
             * Reason
             * @description 停用原因
             */
            reason: string;
        };
        /** SuspicionReasonView */
        SuspicionReasonView: {
            /** Confidence */
            confidence: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "disguised_missing" | "format" | "merged" | "spelling" | "corrupted" | "dependency" | "pattern" | "outlier";
            /** Text */
            text: string;
        };
        /** SuspicionsDecided */
        SuspicionsDecided: {
            /**
             * Decision
             * @description repair 采纳建议、dismiss 无误、ask 向数据源核实
             * @enum {string}
             */
            decision: "repair" | "dismiss" | "ask";
            /** Ids */
            ids: number[];
            /** Reason */
            reason: string;
        };
        /**
         * SuspicionState
         * @enum {string}
         */
        SuspicionState: "open" | "repaired" | "dismissed" | "asked";
        /** SuspicionView */
        SuspicionView: {
            /** Column */
            column: string;
            /**
             * Confidence
             * @description 多大把握是错的，0–1
             */
            confidence: number;
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /**
             * Foundat
             * Format: date-time
             */
            foundAt: string;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "disguised_missing" | "format" | "merged" | "spelling" | "corrupted" | "dependency" | "pattern" | "outlier";
            /** Reason */
            reason: string | null;
            /**
             * Reasons
             * @description 依据；涉及您无权查看的列的不列出
             */
            reasons: components["schemas"]["SuspicionReasonView"][];
            /**
             * Repair
             * @description 建议的取值；空文本为应当为空，null 为没有建议
             */
            repair: string | null;
            /**
             * Repairable
             * @description 可以在这里改正
             */
            repairable: boolean;
            /** @description open 待处理、repaired 已改正、dismissed 无误、asked 待数据源答复 */
            state: components["schemas"]["SuspicionState"];
            /** Value */
            value: string | null;
            /**
             * Values
             * @description 这一行，您无权查看的已脱敏或为空
             */
            values: {
                [key: string]: string | null;
            };
            /** Version */
            version: number;
        };
        /** TablesInForceView */
        TablesInForceView: {
            /** Categories */
            categories: components["schemas"]["CategoryView"][];
            /** Marks */
            marks: components["schemas"]["MarkView"][];
            /** Matrix */
            matrix: string;
            /**
             * Provisional
             * @description 没有公开依据、须由主管部门或使用单位确定的部分
             */
            provisional: string[];
            /** Revisions */
            revisions: components["schemas"]["TablesRevisionView"][];
            /** Taxonomy */
            taxonomy: string;
            /** Version */
            version: string;
            /** @description 待确认的修订 */
            waiting: components["schemas"]["TablesWanted"] | null;
        };
        /** TablesRevisionView */
        TablesRevisionView: {
            /** Decidedat */
            decidedAt: string | null;
            /** Decidedby */
            decidedBy: string | null;
            /** Note */
            note: string;
            /**
             * Proposedat
             * Format: date-time
             */
            proposedAt: string;
            /** Proposedby */
            proposedBy: string;
            /** Reason */
            reason: string | null;
            /** Revision */
            revision: number;
            state: components["schemas"]["TablesState"];
        };
        /**
         * TablesState
         * @enum {string}
         */
        TablesState: "waiting" | "confirmed" | "refused" | "replaced";
        /** TablesWanted */
        TablesWanted: {
            /**
             * Matrix
             * @description 影响矩阵（CSV）：影响对象、无危害、一般危害、严重危害、特别严重危害
             */
            matrix: string;
            /**
             * Note
             * @description 依据与说明
             */
            note: string;
            /**
             * Taxonomy
             * @description 分类表（CSV）：代码、名称；代码以上级代码加点开头
             */
            taxonomy: string;
        };
        /** TaughtView */
        TaughtView: {
            /**
             * Columns
             * @description 同名同类的列，人工已定级
             */
            columns: string[];
            /**
             * Level
             * @description 1–4 一般数据，5 重要数据，6 核心数据
             */
            level: number;
        };
        /** TestCheckView */
        TestCheckView: {
            /** Expectedcode */
            expectedCode: string;
            /** Expectedstatus */
            expectedStatus: number;
            /** Group */
            group: string;
            /** Id */
            id: string;
            /** Milliseconds */
            milliseconds: number;
            /** Observed */
            observed: string;
            /** Passed */
            passed: boolean;
            /** Requestids */
            requestIds: string[];
            /** Title */
            title: string;
        };
        /**
         * TestFindingView
         * @description 待整改的一项：本地所见与省级能力中心的意见。
         */
        TestFindingView: {
            /** Centre */
            centre: string | null;
            /** Id */
            id: string;
            /** Observed */
            observed: string | null;
            /** Title */
            title: string;
        };
        /** TestRunsView */
        TestRunsView: {
            /** Items */
            items: components["schemas"]["TestRunView"][];
        };
        /** TestRunView */
        TestRunView: {
            /** Applicationid */
            applicationId: number;
            /** Checks */
            checks: components["schemas"]["TestCheckView"][];
            /** Comment */
            comment: string | null;
            /** Countersignedat */
            countersignedAt: string | null;
            /** Findings */
            findings: components["schemas"]["TestFindingView"][];
            /** Finishedat */
            finishedAt: string | null;
            /** Id */
            id: number;
            /** Problem */
            problem: string | null;
            /**
             * Startedat
             * Format: date-time
             */
            startedAt: string;
            /** Startedby */
            startedBy: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "passed" | "failed" | "broken";
            /** Total */
            total: number;
        };
        /** TokenView */
        TokenView: {
            /**
             * Token
             * @description 只显示这一次；以 Authorization: Bearer 携带
             */
            token: string;
        };
        /** TotalsView */
        TotalsView: {
            /**
             * Changedat
             * @description 最近一次更新的时间
             */
            changedAt: string | null;
            /** Enterprises */
            enterprises: number;
            /** Honours */
            honours: number;
            /** Investments */
            investments: number;
            /** Patents */
            patents: number;
            /** Trademarks */
            trademarks: number;
        };
        /** TracedView */
        TracedView: {
            /** Column */
            column: string;
            /**
             * Direct
             * @description 直接来自
             */
            direct: components["schemas"]["OriginView"][];
            /**
             * Impact
             * @description 影响：由它计算的全部列
             */
            impact: components["schemas"]["OriginView"][];
            /**
             * Sources
             * @description 最初来自：不再由其他列计算的列
             */
            sources: components["schemas"]["OriginView"][];
        };
        /** TrademarkView */
        TrademarkView: {
            /**
             * Applicationdate
             * @description 申请日期
             */
            applicationDate: string | null;
            /**
             * Name
             * @description 商标名称
             */
            name: string;
            /**
             * Niceclass
             * @description 国际分类
             */
            niceClass: string;
            /**
             * Registrationdate
             * @description 注册日期
             */
            registrationDate: string | null;
            /**
             * Registrationnumber
             * @description 注册号
             */
            registrationNumber: string;
            /**
             * Trademarkstatus
             * @description 商标状态
             */
            trademarkStatus: string | null;
            /**
             * Validto
             * @description 专用期至
             */
            validTo: string | null;
        };
        /** TrainingRecipe */
        TrainingRecipe: {
            /** Columns */
            columns: string[];
            /** Contact */
            contact: string;
            /**
             * Dataset
             * @description 取自哪个数据集，如 industry.tyre_capacity
             */
            dataSet: string;
            /**
             * Groups
             * @description 同组的行在同一划分，如企业
             * @default []
             */
            groups: string[];
            /**
             * Label
             * @description 标签：模型要回答的列
             */
            label?: string | null;
            /**
             * Licence
             * @description 许可：谁可以怎样使用
             */
            licence: string;
            /**
             * Limits
             * @description 不适合做什么、已知的偏差
             */
            limits: string;
            /**
             * Name
             * @description 名称：小写字母、数字与下划线，登记后不变
             */
            name: string;
            /**
             * Purpose
             * @description 为什么做、用来训练什么
             */
            purpose: string;
            /**
             * Shares
             * @description 各划分的比例，合起来为 1
             */
            shares: {
                [key: string]: number;
            };
            /**
             * Time
             * @description 按先后划分：早的训练，晚的测试
             */
            time?: string | null;
            /** Title */
            title: string;
        };
        /** TrainingSetView */
        TrainingSetView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Createdby */
            createdBy: string;
            /** Id */
            id: number;
            recipe: components["schemas"]["TrainingRecipe"];
            /**
             * Releases
             * @description 最新在前
             */
            releases: components["schemas"]["ReleaseView"][];
        };
        /** Trial */
        Trial: {
            /**
             * Collectionid
             * @description 沿用它已存的密钥
             */
            collectionId?: number | null;
            /** Dataset */
            dataset: string;
            /** Secret */
            secret?: string | null;
            /** Settings */
            settings: components["schemas"]["FolderSettings"] | components["schemas"]["SqlSettings"] | components["schemas"]["RestSettings"] | components["schemas"]["SftpSettings"] | components["schemas"]["S3Settings"] | components["schemas"]["WebSettings"] | components["schemas"]["SharedSettings"];
        };
        /**
         * TrialView
         * @description 试连取到的内容；没有留存。
         */
        TrialView: {
            /** Filename */
            fileName: string;
            /**
             * Findings
             * @description 各列疑似含有的标识，与 headers 同序
             */
            findings: (components["schemas"]["ColumnFindingView"] | null)[];
            /** Headers */
            headers: string[];
            /**
             * Kind
             * @description 按内容识别的格式
             */
            kind: string;
            /**
             * Mapping
             * @description 建议的列对应关系
             */
            mapping: components["schemas"]["ColumnShape"][];
            /**
             * Remembered
             * @description 是否沿用了上次的对应关系
             */
            remembered: boolean;
            /**
             * Rows
             * @description 前若干行
             */
            rows: (string | null)[][];
            /** Rowstotal */
            rowsTotal: number | null;
        };
        /**
         * Type
         * @enum {string}
         */
        Type: "text" | "integer" | "decimal" | "number" | "date" | "time" | "boolean";
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * Verdict
         * @description How a written part stands to the registered one.
         * @enum {string}
         */
        Verdict: "same" | "similar" | "left_out" | "added" | "different";
        /** VersionRateView */
        VersionRateView: {
            /** Rate */
            rate: number;
            /** Version */
            version: number;
        };
        /** WaitingDataSet */
        WaitingDataSet: {
            /**
             * Declaredat
             * Format: date-time
             */
            declaredAt: string;
            /** Declaredby */
            declaredBy: string;
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
        };
        /**
         * WebSettings
         * @description 网上公开的文件，或 RSS、Atom 订阅。
         */
        WebSettings: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "web";
            /** Url */
            url: string;
        };
        /** WholeDataSetView */
        WholeDataSetView: {
            /**
             * About
             * @description 每行是什么，从哪里来
             */
            about: string;
            /**
             * Attempts
             * @description 最近的构建，最新在前
             */
            attempts: components["schemas"]["AttemptView"][];
            /** Columns */
            columns: components["schemas"]["ColumnView"][];
            /**
             * Decisions
             * @description 人工确定的级别，最新在前
             */
            decisions: components["schemas"]["DecisionView"][];
            /**
             * Declarations
             * @description 登记的各次修订，最新在前；平台自带的没有
             */
            declarations: components["schemas"]["DeclarationView"][];
            /**
             * Deliveries
             * @description 数据源的交付，日期最新在前
             */
            deliveries: components["schemas"]["DeliveryView"][];
            /**
             * Gathered
             * @description 由数据源交付时：每次交付是全部（true），或同键的行以较新的为准（false）
             */
            gathered: boolean | null;
            /**
             * Head
             * @description 前若干行，与 columns 同序
             */
            head: unknown[][];
            /**
             * Inputs
             * @description 由哪些数据集构建
             */
            inputs: string[];
            /**
             * Level
             * @description 级别：各列从高（就高从严）
             */
            level: number;
            /** Name */
            name: string;
            /**
             * Owner
             * @description 责任部门；平台自带的没有
             */
            owner: string | null;
            /**
             * Rules
             * @description 质量规则
             */
            rules: {
                [key: string]: unknown;
            }[];
            /**
             * Statement
             * @description 由其他数据集计算时的构建语句
             */
            statement: string | null;
            /**
             * Tier
             * @description base 基础库、industry 行业库、scenario 场景库
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /**
             * Users
             * @description 哪些数据集由它构建
             */
            users: string[];
            /** @description 最新版本；还没有构建时为空 */
            version: components["schemas"]["DataSetVersionView"] | null;
        };
        /** WholeGradedView */
        WholeGradedView: {
            /**
             * Changed
             * @description 确认之后发现更高级别内容的列数
             */
            changed: number;
            /** Columngrades */
            columnGrades: components["schemas"]["GradedColumnView"][];
            /** Columns */
            columns: number;
            facts: components["schemas"]["FactsShape"];
            /**
             * Level
             * @description 就高从严的级别：各列、要素与关联之高
             */
            level: number;
            /** Name */
            name: string;
            /**
             * Path
             * @description 分类路径
             */
            path: string;
            /**
             * Reasons
             * @description 为什么是这一级，严的在前
             */
            reasons: components["schemas"]["GradeReasonView"][];
            /** Rows */
            rows: number | null;
            /** Rulesversion */
            rulesVersion: string;
            state: components["schemas"]["BookState"];
            /**
             * Tier
             * @enum {string}
             */
            tier: "base" | "industry" | "scenario";
            /** Title */
            title: string;
            /** Titleen */
            titleEn: string;
            /** Toldat */
            toldAt: string | null;
            /** Toldby */
            toldBy: string | null;
            /**
             * Unconfirmed
             * @description 没有人确认的列数
             */
            unconfirmed: number;
        };
        /** WholeIssueView */
        WholeIssueView: {
            /** Accepteduntil */
            acceptedUntil: string | null;
            /**
             * Allowed
             * @description 现在可以怎样办理
             */
            allowed: components["schemas"]["IssueAct"][];
            /**
             * Assignee
             * @description 办理人
             */
            assignee: string | null;
            /** Closedat */
            closedAt: string | null;
            /**
             * Dataset
             * @description 数据集的查询用名
             */
            dataSet: string;
            /**
             * Due
             * Format: date
             * @description 期限：停止发布 1 天、隔离行 3 天、提醒 10 天
             */
            due: string;
            /** Id */
            id: number;
            /**
             * Message
             * @description 规则
             */
            message: string;
            /**
             * Openedat
             * Format: date-time
             */
            openedAt: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Owner
             * @description 责任部门；平台自带的数据集没有，由运营人员办理
             */
            owner: string | null;
            /** Rows */
            rows: number;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "warn" | "quarantine" | "stop";
            /** @description open 待办理、in_work 办理中、waiting 等待他人、resolved 已解决、accepted 已接受 */
            state: components["schemas"]["IssueState"];
            /**
             * Steps
             * @description 经过，最新在前
             */
            steps: components["schemas"]["IssueStepView"][];
            /**
             * Times
             * @description 第几次出现
             */
            times: number;
            /**
             * Version
             * @description 在哪个版本中；没有能发布的为空
             */
            version: number | null;
            /**
             * Violations
             * @description 最近一次核对中不符合的行数
             */
            violations: number;
        };
        /** WholeNameView */
        WholeNameView: {
            /**
             * Candidates
             * @description 此刻的候选企业，由近及远
             */
            candidates: components["schemas"]["MatchCandidateView"][];
            /**
             * History
             * @description 历次认定，最近的在前
             */
            history: components["schemas"]["NameDecisionView"][];
            name: components["schemas"]["WrittenNameView"];
            /**
             * Next
             * @description 下一个待确认的名称
             */
            next: number | null;
            /**
             * Sightings
             * @description 出现在哪里
             */
            sightings: components["schemas"]["SightingView"][];
        };
        /** WholeStandardView */
        WholeStandardView: {
            /**
             * History
             * @description 最新的在前
             */
            history: components["schemas"]["StandardRevisionView"][];
            /** Inforce */
            inForce: boolean;
            /** @description 生效的；没有生效的时为最新的修订 */
            standard: components["schemas"]["StandardView"];
            /**
             * Users
             * @description 引用它的数据元
             */
            users: components["schemas"]["StandardView"][];
        };
        /** WithdrawalView */
        WithdrawalView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Reason */
            reason: string;
        };
        /** WithdrawalWanted */
        WithdrawalWanted: {
            /** Reason */
            reason: string;
        };
        /** WrittenNameView */
        WrittenNameView: {
            /**
             * Ambiguous
             * @description 前两名过于接近
             */
            ambiguous: boolean;
            /**
             * Bestcode
             * @description 第一候选的统一社会信用代码
             */
            bestCode: string | null;
            /**
             * Bestname
             * @description 第一候选的名称
             */
            bestName: string | null;
            /**
             * Creditcode
             * @description 认定的统一社会信用代码
             */
            creditCode: string | null;
            /**
             * Datasets
             * @description 出现在哪些数据集
             */
            datasets: string[];
            /**
             * Firstseenat
             * Format: date-time
             * @description 首次出现的时间
             */
            firstSeenAt: string;
            /**
             * How
             * @description 最近一次比对第一候选的依据；空为没有候选
             */
            how: ("exact" | "normalised" | "former" | "decided" | "fuzzy") | null;
            /** Id */
            id: number;
            /**
             * Region
             * @description 所写地址所在的行政区划代码
             */
            region: string | null;
            /**
             * Rows
             * @description 这样写的行数
             */
            rows: number;
            /**
             * Score
             * @description 第一候选的相似度
             */
            score: number;
            /** @description waiting 正在比对、open 待确认、deferred 暂不决定、same 已认定、unknown 不是已知企业 */
            state: components["schemas"]["NameState"];
            /**
             * Written
             * @description 所写的名称
             */
            written: string;
        };
        /** YearFigureView */
        YearFigureView: {
            /** Capital */
            capital: string;
            /** Enterprises */
            enterprises: number;
            /** Year */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listed_api_corpora_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ListedCorpusView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_api_corpora_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipeShape"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpusView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_corpora__corpus_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpus_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpusView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amend_api_corpora__corpus_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpus_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipeShape"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpusView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    builds_api_corpora__corpus_id__builds_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpus_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpusBuildView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    build_api_corpora__corpus_id__builds_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpus_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpusBuildView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description source_refused · nothing_to_build */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    documents_of_api_corpora__corpus_id__documents_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path: {
                corpus_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CorpusDocumentView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    datasheet_api_corpora__corpus_id__versions__number__datasheet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpus_id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_corpora__corpus_id__versions__number__exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpus_id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_for_this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    look_api_corpora__corpus_id__versions__number__samples_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path: {
                corpus_id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SampleView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_document_api_corpora_documents_post: {
        parameters: {
            query: {
                /** @description 内容截止日期，文档自己没有写明时用 */
                asOf: string;
                /** @description 文档，或人工给出的问答与偏好 */
                material?: "texts" | "pairs";
                /** @description 文件名 */
                name: string;
                /** @description 数据源编号 */
                source: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpusDocumentView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description source_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unreadable_document · invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_data_quality_issues_get: {
        parameters: {
            query?: {
                dataSet?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
                severity?: ("warn" | "quarantine" | "stop") | null;
                /** @description 状态；unresolved 未解决、overdue 逾期 */
                state?: ("unresolved" | "overdue" | "open" | "in_work" | "waiting" | "accepted" | "resolved") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_IssueView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_data_quality_issues__issue_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issue_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeIssueView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    act_api_data_quality_issues__issue_id__steps_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issue_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueStepWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_data_quality_issues_export_get: {
        parameters: {
            query?: {
                dataSet?: string | null;
                format?: "csv" | "xlsx";
                /** @description 查找的文字 */
                q?: string | null;
                severity?: ("warn" | "quarantine" | "stop") | null;
                /** @description 状态；unresolved 未解决、overdue 逾期 */
                state?: ("unresolved" | "overdue" | "open" | "in_work" | "waiting" | "accepted" | "resolved") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    overview_api_data_quality_overview_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityStandingView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_overview_api_data_quality_overview_export_get: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    report_api_data_quality_report_get: {
        parameters: {
            query: {
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityReportView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_report_api_data_quality_report_export_get: {
        parameters: {
            query: {
                format?: "csv" | "xlsx";
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    trend_api_data_quality_trend__tier___name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityPointView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_api_data_sets_get: {
        parameters: {
            query?: {
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    declare_api_data_sets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDataSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_data_sets__tier___name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDataSetView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_data_sets__tier___name__access_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    confirm_api_data_sets__tier___name__confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_data_sets__tier___name__conformance_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetConformanceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    looks_api_data_sets__tier___name__detections_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_api_data_sets__tier___name__detections_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    choose_api_data_sets__tier___name__elements_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElementWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    ask_api_data_sets__tier___name__erasures_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    told_api_data_sets__tier___name__following_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    follow_api_data_sets__tier___name__following_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unfollow_api_data_sets__tier___name__following_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_grade_api_data_sets__tier___name__grades_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GradeWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_data_sets__tier___name__held_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                state?: components["schemas"]["HeldState"];
            };
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_HeldRowView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hold_api_data_sets__tier___name__holds_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    kept_api_data_sets__tier___name__keeping_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeepingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    lineage_api_data_sets__tier___name__lineage_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TracedView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_data_sets__tier___name__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retain_api_data_sets__tier___name__retention_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    retire_api_data_sets__tier___name__retirement_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_api_data_sets__tier___name__rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_api_data_sets__tier___name__rules_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleChangeWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleChangeView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    proposals_api_data_sets__tier___name__rules_proposals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleProposalView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    attempt_api_data_sets__tier___name__rules_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleTrialWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrialView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_data_sets__tier___name__suspicions_get: {
        parameters: {
            query?: {
                column?: string | null;
                kind?: ("disguised_missing" | "format" | "merged" | "spelling" | "corrupted" | "dependency" | "pattern" | "outlier") | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                repairable?: boolean;
                state?: components["schemas"]["SuspicionState"] | null;
            };
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SuspicionView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    evidence_api_data_sets__tier___name__suspicions__suspicion_id__evidence_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                suspicion_id: number;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string | null;
                    }[];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_api_data_sets__tier___name__suspicions_decision_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspicionsDecided"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_data_sets__tier___name__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetVersionView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    difference_api_data_sets__tier___name__versions_difference_get: {
        parameters: {
            query: {
                newer: number;
                older: number;
            };
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_data_sets_access_get: {
        parameters: {
            query?: {
                /** @description 只要对这个数据集的 */
                dataSet?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccessView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    grant_api_data_sets_access__access_id__grant_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_data_sets_access__access_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_api_data_sets_access__access_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    dcat_api_data_sets_catalogue_jsonld_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/ld+json": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_data_sets_conformance_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DataSetStandingView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_api_data_sets_conformance_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_data_sets_conformance_export_get: {
        parameters: {
            query?: {
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    waiting_api_data_sets_declarations_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingDataSet"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    withdraw_api_data_sets_deliveries__delivery_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    stop_api_data_sets_detections__detection_id__stop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                detection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    holding_api_data_sets_elements__element__columns_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                element: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingColumnView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_api_data_sets_erasures__erasure_id__approval_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refuse_api_data_sets_erasures__erasure_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    accept_api_data_sets_held__held_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                held_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    correct_api_data_sets_held__held_id__correction_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                held_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    discard_api_data_sets_held__held_id__discard_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                held_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    release_api_data_sets_holds__hold_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    open_lineage_api_data_sets_open_lineage_ndjson_get: {
        parameters: {
            query: {
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    propose_api_data_sets_proposals_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedColumnView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    ask_api_data_sets_queries_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_data_sets_queries_export_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.arrow.stream": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refresh_api_data_sets_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    confirm_api_data_sets_rules_changes__change_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refuse_api_data_sets_rules_changes__change_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    search_api_data_warehouse_enterprises_get: {
        parameters: {
            query?: {
                /** @description 注册资本（元）不低于 */
                capitalFrom?: number | string | null;
                /** @description 注册资本（元）不高于 */
                capitalTo?: number | string | null;
                /** @description 行业代码，含其下级 */
                industry?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 行政区划代码，含其下级 */
                region?: string | null;
                /** @description 登记状态 */
                status?: string | null;
                /** @description 企业名称的一部分，或统一社会信用代码 */
                text?: string | null;
                /** @description 成立年份自 */
                yearFrom?: number | null;
                /** @description 成立年份至 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EnterpriseView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    by_code_api_data_warehouse_enterprises__credit_code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    families_api_data_warehouse_enterprises__credit_code__families_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamiliesView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    history_api_data_warehouse_enterprises__credit_code__history_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsHistoryView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_data_warehouse_enterprises_export_get: {
        parameters: {
            query?: {
                /** @description 注册资本（元）不低于 */
                capitalFrom?: number | string | null;
                /** @description 注册资本（元）不高于 */
                capitalTo?: number | string | null;
                /** @description 文件格式 */
                format?: "csv" | "xlsx";
                /** @description 行业代码，含其下级 */
                industry?: string | null;
                /** @description 行政区划代码，含其下级 */
                region?: string | null;
                /** @description 登记状态 */
                status?: string | null;
                /** @description 企业名称的一部分，或统一社会信用代码 */
                text?: string | null;
                /** @description 成立年份自 */
                yearFrom?: number | null;
                /** @description 成立年份至 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_many_to_export */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    by_name_api_data_warehouse_enterprises_lookup_get: {
        parameters: {
            query: {
                /** @description 企业名称 */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameLookupView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    figures_api_data_warehouse_figures_get: {
        parameters: {
            query?: {
                /** @description 注册资本（元）不低于 */
                capitalFrom?: number | string | null;
                /** @description 注册资本（元）不高于 */
                capitalTo?: number | string | null;
                /** @description 行业代码，含其下级 */
                industry?: string | null;
                /** @description 行政区划代码，含其下级 */
                region?: string | null;
                /** @description 登记状态 */
                status?: string | null;
                /** @description 企业名称的一部分，或统一社会信用代码 */
                text?: string | null;
                /** @description 成立年份自 */
                yearFrom?: number | null;
                /** @description 成立年份至 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseFiguresView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    industries_api_data_warehouse_industries_get: {
        parameters: {
            query?: {
                /** @description 上级行业代码；空为门类 */
                parent?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeListView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    industry_search_api_data_warehouse_industries_search_get: {
        parameters: {
            query: {
                /** @description 名称中的文字或代码的开头 */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeListView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    regions_api_data_warehouse_regions_get: {
        parameters: {
            query?: {
                /** @description 上级行政区划代码；空为省级 */
                parent?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeListView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sources_api_data_warehouse_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisionsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    totals_api_data_warehouse_totals_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotalsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    applications_api_exchange_client_applications_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    create_api_exchange_client_applications_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnApplicationForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    application_api_exchange_client_applications__application_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rotate_api_exchange_client_applications__application_id__credential_rotations_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialCollection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description centre_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    collect_api_exchange_client_applications__application_id__credentials_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialCollection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description centre_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    edit_api_exchange_client_applications__application_id__draft_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnApplicationForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_application_not_editable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refresh_api_exchange_client_applications__application_id__refreshes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description centre_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    renew_api_exchange_client_applications__application_id__renewals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepComment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description centre_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    submit_api_exchange_client_applications__application_id__submissions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationSubmission"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description centre_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    runs_api_exchange_client_applications__application_id__test_runs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRunsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_api_exchange_client_applications__application_id__test_runs_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepComment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRunView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_run_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    connection_state_api_exchange_client_connection_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreConnectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    discard_api_exchange_client_dead_letters__part_id__discards_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentPartView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_not_dead */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    edit_api_exchange_client_dead_letters__part_id__edits_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentPartView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_not_dead */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    records_api_exchange_client_dead_letters__part_id__records_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRecordsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_not_dead */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resend_api_exchange_client_dead_letters__part_id__resends_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentPartView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_not_dead */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    distributions_api_exchange_client_distributions_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReceivedDistributionView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    enterprise_api_exchange_client_enterprises__family__get: {
        parameters: {
            query: {
                creditCode?: string | null;
                name?: string | null;
                /** @description 用途场景（规范 4 a） */
                scene: string;
            };
            header?: never;
            path: {
                family: components["schemas"]["EnterpriseFamily"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseLookupView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_not_connected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    options_api_exchange_client_options_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeOptionsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    ledger_api_exchange_client_parts_get: {
        parameters: {
            query?: {
                /** @description 批次号 */
                batchId?: string | null;
                /** @description 排队日期起（北京时间） */
                firstDay?: string | null;
                /** @description 排队日期止（北京时间） */
                lastDay?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 场景 */
                scene?: string | null;
                /** @description 状态 */
                state?: ("queued" | "accepted" | "dead" | "discarded") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SentPartView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    part_api_exchange_client_parts__part_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentPartView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    attempts_api_exchange_client_parts__part_id__attempts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendAttemptsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_exchange_client_parts_export_get: {
        parameters: {
            query?: {
                /** @description 批次号 */
                batchId?: string | null;
                /** @description 排队日期起（北京时间） */
                firstDay?: string | null;
                format?: "csv" | "xlsx";
                /** @description 排队日期止（北京时间） */
                lastDay?: string | null;
                /** @description 场景 */
                scene?: string | null;
                /** @description 状态 */
                state?: ("queued" | "accepted" | "dead" | "discarded") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pulls_api_exchange_client_pulls_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    add_api_exchange_client_pulls_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPull"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    remove_api_exchange_client_pulls__pull_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pull_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_api_exchange_client_pulls__pull_id__runs_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pull_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reconciliations_api_exchange_client_reconciliations_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OwnReconciliationView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reconcile_api_exchange_client_reconciliations__day__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 北京时间日期 */
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReconciliationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description exchange_not_connected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description centre_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    run_api_exchange_client_test_runs__run_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRunView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    report_api_exchange_client_test_runs__run_id__report_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    alarms_api_exchange_alarms_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AlarmView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    handle_alarm_api_exchange_alarms__alarm_id__handled_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_applications_api_exchange_applications_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 状态 */
                state?: components["schemas"]["ApplicationState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApplicationBrief_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_api_exchange_applications__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_limits_api_exchange_applications__number__limits_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Limits"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    take_step_api_exchange_applications__number__steps__step__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepTaken"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description wrong_state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    void_credentials_api_exchange_applications__number__void_credentials_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_collectable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_clients_api_exchange_clients_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClientView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    distributions_api_exchange_distributions_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DistributionView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    publish_api_exchange_distributions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDistribution"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    enrolments_api_exchange_enrolments_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EnrolmentView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    enrol_api_exchange_enrolments_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEnrolment"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentCode"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    ledger_api_exchange_ledger_get: {
        parameters: {
            query?: {
                /** @description 批次号 */
                batch?: string | null;
                /** @description 标识码 */
                client?: string | null;
                /** @description 返回码 */
                code?: string | null;
                /** @description 起始日期（北京时间） */
                from?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 场景英文名 */
                scene?: string | null;
                /** @description 截止日期，含当日 */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PartView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_exchange_ledger_export_get: {
        parameters: {
            query?: {
                /** @description 批次号 */
                batch?: string | null;
                /** @description 标识码 */
                client?: string | null;
                /** @description 返回码 */
                code?: string | null;
                form?: "xlsx" | "csv";
                /** @description 起始日期（北京时间） */
                from?: string | null;
                /** @description 场景英文名 */
                scene?: string | null;
                /** @description 截止日期，含当日 */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    overview_api_exchange_overview_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    reconciliations_api_exchange_reconciliations_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReconciliationView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    match_api_governance_enterprise_matches_get: {
        parameters: {
            query: {
                /** @description 候选数上限 */
                limit?: number;
                /** @description 所写的企业名称，可为简称或有错字 */
                name: string;
                /** @description 企业所在行政区划代码，用于区分同名 */
                region?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameMatchView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    golden_api_governance_golden_records__credit_code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoldenRecordView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_api_governance_identity_links_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 状态；空为全部 */
                state?: components["schemas"]["LinkState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_IdentityLinkView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    propose_api_governance_identity_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIdentityLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityLinkView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_governance_identity_links__link_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityLinkView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_api_governance_identity_links__link_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refuse_api_governance_identity_links__link_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    split_api_governance_identity_links__link_id__split_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    search_api_governance_identity_links_search_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_governance_industry_codings_get: {
        parameters: {
            query?: {
                /** @description 只要核定或建议在这个行业之内的 */
                industry?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description unsure 没有把握到小类且未核定、all 全部、corrected 已核定 */
                state?: "unsure" | "all" | "corrected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_IndustryCodingView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    one_api_governance_industry_codings__credit_code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndustryCodingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    correct_api_governance_industry_codings__credit_code__correction_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIndustryCorrection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndustryCodingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_governance_written_names_get: {
        parameters: {
            query?: {
                /** @description 只要出现在这个数据集的 */
                dataset?: string | null;
                /** @description 第一候选的相似度不低于 */
                leastScore?: number | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
                /** @description 状态；空为全部 */
                state?: components["schemas"]["NameState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WrittenNameView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    one_api_governance_written_names__name_id__get: {
        parameters: {
            query?: {
                /** @description 只要出现在这个数据集的 */
                dataset?: string | null;
            };
            header?: never;
            path: {
                name_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeNameView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_api_governance_written_names__name_id__decisions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNameDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    acceptable_api_governance_written_names_acceptable_get: {
        parameters: {
            query: {
                /** @description 只要出现在这个数据集的 */
                dataset?: string | null;
                /** @description 相似度不低于 */
                leastScore: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptableNames"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_all_api_governance_written_names_acceptance_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAcceptance"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptableNames"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    datasets_api_governance_written_names_data_sets_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeenDataSetsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_governance_written_names_export_get: {
        parameters: {
            query?: {
                /** @description 只要出现在这个数据集的 */
                dataset?: string | null;
                /** @description 第一候选的相似度不低于 */
                leastScore?: number | null;
                /** @description 查找的文字 */
                q?: string | null;
                /** @description 状态；空为全部 */
                state?: components["schemas"]["NameState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_grading_data_sets_get: {
        parameters: {
            query?: {
                /** @description 至少的级别 */
                leastLevel?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
                /** @description unconfirmed 有未确认的列、changed 有更高的发现 */
                state?: components["schemas"]["BookState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GradedDataSetView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    one_api_grading_data_sets__tier___name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeGradedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_api_grading_data_sets__tier___name__columns_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnGradeWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeGradedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    confirm_rest_api_grading_data_sets__tier___name__confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeGradedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    tell_api_grading_data_sets__tier___name__facts_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                tier: "base" | "industry" | "scenario";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactsShape"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeGradedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_grading_export_get: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                /** @description 至少的级别 */
                leastLevel?: number;
                /** @description 查找的文字 */
                q?: string | null;
                /** @description unconfirmed 有未确认的列、changed 有更高的发现 */
                state?: components["schemas"]["BookState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    now_api_grading_important_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportantNowView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    produce_api_grading_important_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportantCatalogueView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    seal_api_grading_important__number__confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    file_api_grading_important__number__file_get: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx" | "json";
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_grading_important__number__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    in_force_api_grading_tables_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablesInForceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    propose_api_grading_tables_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TablesWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablesRevisionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    confirm_api_grading_tables_confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refuse_api_grading_tables_refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accounts_api_identity_accounts_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_account_api_identity_accounts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    enable_account_api_identity_accounts__account_id__enabled_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enabled"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reset_password_api_identity_accounts__account_id__password_resets_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_roles_api_identity_accounts__account_id__roles_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Roles"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description administrators_meet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    organisations_api_identity_organisations_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrganisationView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_organisation_api_identity_organisations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    enable_organisation_api_identity_organisations__organisation_id__enabled_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enabled"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    roles_api_identity_roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    builds_api_industry_graph_builds_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BuildView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rebuild_api_industry_graph_builds_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    choices_api_industry_graph_choices_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoicesView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    contradictions_api_industry_graph_contradictions_get: {
        parameters: {
            query?: {
                /** @description 矛盾类别 */
                kind?: ("name_without_scope" | "listing_without_scope" | "correction_outdated" | "opposed_edges") | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 看已处理的 */
                resolved?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ContradictionView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resolve_api_industry_graph_contradictions__contradiction_id__resolve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contradiction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolution"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContradictionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description already_resolved · conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    corrections_api_industry_graph_corrections_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 看已撤销的 */
                revoked?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CorrectionView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    correct_api_industry_graph_corrections_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCorrection"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description already_corrected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    revoke_api_industry_graph_corrections__correction_id__revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                correction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description already_corrected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    definition_api_industry_graph_definition_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    install_api_industry_graph_definition_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDefinition"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    edge_api_industry_graph_edges__upstream___downstream__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 产品编码 */
                downstream: string;
                /** @description 产品编码 */
                upstream: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EdgeView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    enterprises_api_industry_graph_enterprises_get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 环节编码 */
                link?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 产品编码 */
                product?: string | null;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 阶段编码 */
                stage?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EnterpriseLineView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    card_api_industry_graph_enterprises__credit_code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_industry_graph_enterprises_export_get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 环节编码 */
                link?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 产品编码 */
                product?: string | null;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 阶段编码 */
                stage?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    figures_api_industry_graph_figures_get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 环节编码 */
                link?: string | null;
                /** @description 产品编码 */
                product?: string | null;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 阶段编码 */
                stage?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainFiguresView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    flows_api_industry_graph_flows_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainFlowView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    whole_api_industry_graph_graph_get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    around_enterprise_api_industry_graph_graph_enterprises__credit_code__get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
                credit_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    path_api_industry_graph_graph_path_get: {
        parameters: {
            query: {
                /** @description 节点，如 product:tyre、enterprise:91… */
                end: string;
                /** @description 节点，如 product:tyre、enterprise:91… */
                start: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    walk_api_industry_graph_graph_products__product__get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 上游、下游或两者 */
                direction?: "up" | "down" | "both";
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 步数 */
                hops?: number;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path: {
                /** @description 产品编码 */
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    group_api_industry_graph_graph_products__product__groups_get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 市代码；空为地区不详 */
                city?: string;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path: {
                /** @description 产品编码 */
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    search_api_industry_graph_graph_search_get: {
        parameters: {
            query: {
                /** @description 产品或企业名称、信用代码的一部分 */
                text: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    growth_api_industry_graph_growth_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrowthView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    import_listed_products_api_industry_graph_imports_listed_products_post: {
        parameters: {
            query: {
                company?: string;
                companyCode?: string;
                companyName?: string;
                /** @description 可信度 */
                confidence: number;
                product?: string;
                /** @description 来源的日期 */
                statedOn: string;
                /** @description 来源名称 */
                title: string;
                weight?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_listed_products_api_industry_graph_imports_listed_products_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    import_supply_edges_api_industry_graph_imports_supply_edges_post: {
        parameters: {
            query: {
                /** @description 可信度 */
                confidence: number;
                downstream?: string;
                relation?: string | null;
                /** @description 来源的日期 */
                statedOn: string;
                /** @description 来源名称 */
                title: string;
                upstream?: string;
                weight?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_supply_edges_api_industry_graph_imports_supply_edges_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    overview_api_industry_graph_overview_get: {
        parameters: {
            query?: {
                /** @description 在这一天有效的归属；不填为现在 */
                asOf?: string | null;
                /** @description 荣誉名称 */
                honour?: string | null;
                /** @description 只看重点企业（上市、有荣誉、规模以上） */
                keyOnly?: boolean;
                /** @description 按这一时刻的认识；不填为现在 */
                knownAt?: string | null;
                /** @description 行政区划代码，含下级 */
                region?: string | null;
                /** @description 企业规模 */
                scale?: string | null;
                /** @description 成立年份不早于 */
                yearFrom?: number | null;
                /** @description 成立年份不晚于 */
                yearTo?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    one_api_ingestion_collections__collection_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amend_api_ingestion_collections__collection_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCollection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description collection_busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    backfill_api_ingestion_collections__collection_id__backfill_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description collection_busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_api_ingestion_collections__collection_id__decision_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict · source_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    pause_api_ingestion_collections__collection_id__pause_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resume_api_ingestion_collections__collection_id__pause_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    runs_api_ingestion_collections__collection_id__runs_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RunView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    run_now_api_ingestion_collections__collection_id__runs_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description collection_busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    files_api_ingestion_collections__collection_id__runs__run_id__files_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collection_id: number;
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectedView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    try_out_api_ingestion_collections_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid · not_collected · not_allowed · unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    declare_api_ingestion_data_sets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDataSetForFile"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid · unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    upload_api_ingestion_files_post: {
        parameters: {
            query: {
                /** @description 文件名 */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    preview_api_ingestion_files__digest__preview_get: {
        parameters: {
            query: {
                dataset: string;
            };
            header?: never;
            path: {
                /** @description 文件摘要 */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    proposal_api_ingestion_files__digest__proposal_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 文件摘要 */
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unreadable_file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    newest_api_ingestion_imports_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ImportView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_api_ingestion_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewImport"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description source_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_import_api_ingestion_imports__import_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    problems_api_ingestion_imports__import_id__problems_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 看拒收的行（true）或有疑问的行（false） */
                rejected?: boolean;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProblemView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rejected_api_ingestion_imports__import_id__rejected_csv_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_layouts_api_ingestion_layouts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_ingestion_sources_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RegisteredSourceView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    register_api_ingestion_sources_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredSourceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_ingestion_sources__source_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredSourceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amend_api_ingestion_sources__source_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredSourceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    certify_api_ingestion_sources__source_id__certification_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCertification"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredSourceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    of_source_api_ingestion_sources__source_id__collections_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_up_api_ingestion_sources__source_id__collections_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCollection"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    history_api_ingestion_sources__source_id__history_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceEventView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suspend_api_ingestion_sources__source_id__suspension_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Suspension"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredSourceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resume_api_ingestion_sources__source_id__suspension_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredSourceView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    node_facts_api_node_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    counts_api_portal_counts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountsView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    menu_api_portal_menu_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MenuView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    messages_api_portal_messages_get: {
        parameters: {
            query?: {
                /** @description 只看已办/已读（true）或未办/未读（false） */
                done?: boolean | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
                /** @description 排序字段，前加 - 为降序 */
                sort?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ItemView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_one_api_portal_messages__notice_id__read_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_all_api_portal_messages_read_all_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    todos_api_portal_todos_get: {
        parameters: {
            query?: {
                /** @description 只看已办/已读（true）或未办/未读（false） */
                done?: boolean | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
                /** @description 排序字段，前加 - 为降序 */
                sort?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ItemView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    choices_api_security_choices_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChoicesView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    entries_api_security_entries_get: {
        parameters: {
            query?: {
                /** @description 操作 */
                action?: string | null;
                /** @description 起始日期（北京时间） */
                firstDay?: string | null;
                /** @description 对象类别 */
                kind?: string | null;
                /** @description 截止日期，含当日 */
                lastDay?: string | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 用户名 */
                person?: string | null;
                /** @description 人员、对象、来源地址或追踪号 */
                q?: string | null;
                /** @description 结果：done 完成，refused 被拒绝 */
                result?: ("done" | "refused") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditEntryView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_security_entries_export_get: {
        parameters: {
            query?: {
                /** @description 操作 */
                action?: string | null;
                /** @description 起始日期（北京时间） */
                firstDay?: string | null;
                format?: "xlsx" | "csv";
                /** @description 对象类别 */
                kind?: string | null;
                /** @description 截止日期，含当日 */
                lastDay?: string | null;
                /** @description 用户名 */
                person?: string | null;
                /** @description 人员、对象、来源地址或追踪号 */
                q?: string | null;
                /** @description 结果：done 完成，refused 被拒绝 */
                result?: ("done" | "refused") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid · too_many_to_export */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    standing_api_security_standing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStandingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    verify_api_security_verifications_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerificationView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    current_session_api_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description 没有登录 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description account_locked */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    change_password_api_session_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    answer_api_shared__sharing_id__answers_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string | null;
            };
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharedQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedAnswerView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    receipt_api_shared__sharing_id__receipts_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string | null;
            };
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    rows_api_shared__sharing_id__rows_get: {
        parameters: {
            query?: {
                format?: "json" | "arrow";
                page?: number;
                pageSize?: number;
            };
            header?: {
                authorization?: string | null;
            };
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedRowsView"];
                    "application/vnd.apache.arrow.stream": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_sharing_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
                state?: components["schemas"]["SharingState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SharingView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    propose_api_sharing_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileShape-Input"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_sharing__sharing_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_api_sharing__sharing_id__approval_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict · not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    end_api_sharing__sharing_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingEnding"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict · not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    file_api_sharing__sharing_id__file_get: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
            };
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.parquet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    receipts_api_sharing__sharing_id__receipts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_sharing__sharing_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingEnding"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict · not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    give_token_api_sharing__sharing_id__token_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sharing_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_shared */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_api_sharing_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileShape-Input"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_standards_get: {
        parameters: {
            query?: {
                /** @description term 术语、element 数据元、code_table 代码表 */
                kind?: "term" | "element" | "code_table";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StandardView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    one_api_standards__kind___code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
                /** @description term 术语、element 数据元、code_table 代码表 */
                kind: "term" | "element" | "code_table";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeStandardView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_api_standards__kind___code__confirmation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
                /** @description term 术语、element 数据元、code_table 代码表 */
                kind: "term" | "element" | "code_table";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refuse_api_standards__kind___code__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
                /** @description term 术语、element 数据元、code_table 代码表 */
                kind: "term" | "element" | "code_table";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandardReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    withdraw_api_standards__kind___code__withdrawal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
                /** @description term 术语、element 数据元、code_table 代码表 */
                kind: "term" | "element" | "code_table";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandardReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    declare_code_table_api_standards_code_tables_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCodeTable"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardRevisionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    compare_api_standards_code_tables__code__comparison_get: {
        parameters: {
            query: {
                /** @description 代码表的版本 */
                after: string;
                /** @description 代码表的版本 */
                before: string;
                /** @description 只要这种变化；不给时是未变之外的全部 */
                change?: ("same" | "renamed" | "exact" | "split" | "merged" | "dropped" | "added") | null;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    entries_api_standards_code_tables__code__versions__label__entries_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
                /** @description 代码表的版本 */
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CodeEntryView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_standards_code_tables__code__versions__label__export_get: {
        parameters: {
            query?: {
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path: {
                /** @description 标识 */
                code: string;
                /** @description 代码表的版本 */
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_api_standards_code_tables_reading_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeEntryView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    declare_element_api_standards_elements_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewElement"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardRevisionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_api_standards_export_get: {
        parameters: {
            query?: {
                /** @description term 术语、element 数据元、code_table 代码表 */
                kind?: "term" | "element" | "code_table";
                /** @description 查找的文字 */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    declare_term_api_standards_terms_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTerm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardRevisionView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    waiting_api_standards_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardRevisionView"][];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    listed_api_training_sets_get: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数 */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TrainingSetView_"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_api_training_sets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingRecipe"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSetView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    one_api_training_sets__set_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSetView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amend_api_training_sets__set_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingRecipe"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSetView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    build_api_training_sets__set_id__releases_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    datasheet_api_training_sets_releases__release_id__datasheet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown; charset=utf-8": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_api_training_sets_releases__release_id__download_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    publish_api_training_sets_releases__release_id__publication_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    refuse_api_training_sets_releases__release_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    withdraw_api_training_sets_releases__release_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
        };
    };
}

/** Words of recognition, at a factory, a brain and the centre. */
export default {
  provisional: '暂行：正式的晨星工厂认定程序和指标还没有公布，程序、期限与证书编号以正式文件为准',
  states: {
    submitted: '已提交', reviewing: '审核中', supplementing: '待工厂补充', reviewed: '材料已审', checking: '待现场核查', checked: '已现场核查', recommended: '已推荐', recognised: '已认定', refused: '未获认定', withdrawn: '已撤回', revoked: '已撤销',
    waiting: '等待决定', returned: '已退回',
  },
  steps: {
    submit: '提交申请', accept: '受理', ask_supplement: '要求补充', supplement: '补充材料', review: '完成材料审核', arrange_check: '安排现场核查', record_check: '记录现场核查', recommend: '推荐到能力中心', decline: '不予推荐',
    return: '能力中心退回', recognise: '能力中心认定', refuse: '能力中心不予认定', withdraw: '撤回', revoke: '撤销认定',
  },
  factory: '工厂', set: '指标集', total: '自评得分', level: '自评等级', state: '状态', recheckOf: '年度复核', submittedAt: '提交时间', changedAt: '最近变动', brain: '推荐的大脑', recommendedAt: '推荐时间', certificate: '证书', search: '工厂名称或信用代码', certificateSearch: '工厂、编号或信用代码',
  progress: '办理过程', progressHint: '每一步谁何时办了什么', step: '步骤', at: '时间', by: '谁', words: '说明', on: '核查日期',
  content: { title: '申请材料', hint: '自评提交时的回答与依据；佐证文件留在工厂，现场按摘要核对', statement: '申请说明', digest: '自评摘要（SM3）', submittedAt: '自评提交', unanswered: '未回答的指标', dimension: '维度', weight: '权重', points: '得分', answers: '逐项回答', indicator: '指标', answer: '回答', basis: '依据', reason: '与事实不同的原因', proofs: '佐证', verdict: '大脑的意见', confirmed: '认可', questioned: '存疑' },
  own: {
    title: '晨星工厂认定', one: '一份申请', subtitle: '以一次提交的自评申请；大脑审核、现场核查并推荐，省级能力中心决定', apply: '申请认定', recheck: '申请年度复核', assessment: '用哪次自评', assessmentHint: '只列已提交的评测', statement: '申请说明', statementHint: '写明工厂的基本情况、愿意接受现场核查等', preview: '看看会送出什么', previewTitle: '申请会送出这些', leaves: '将送出 {answers} 项回答、{proofs} 条佐证的名称与摘要；文件不离厂',
    empty: '还没有申请', emptyHint: '先在“数字化评测”里完成并提交一次自评', assess: '去评测', by: '申请人', at: '申请时间', number: '证书编号', validUntil: '有效期至', sending: '正在送往大脑', waiting: '已送出，等大脑答复：{kind}',
    supplement: '补充材料', supplementMessage: '写明补充了什么；文件请在现场出示', withdraw: '撤回申请', withdrawMessage: '省级能力中心决定之前都可以撤回', sent: '已送出', certificate: '晨星工厂证书（暂行）', issuer: '签发', download: '下载证书', verified: '签名已核对', firstOn: '首次认定',
    next: '大脑要求补充，请查看下方说明后补充材料',
  },
  cases: { title: '晨星工厂认定', one: '一份申请', subtitle: '工厂的认定申请：受理、审核、现场核查、推荐；工厂随时看得到办到哪一步', empty: '还没有申请', emptyHint: '接通的工厂在网关“晨星工厂认定”里申请', next: '下一步', findings: '逐项意见', findingsHint: '不选即认可；存疑的请写明', remark: '意见', done: '已办，工厂已收到', look: '工厂的链接' },
  centre: {
    title: '晨星工厂认定', one: '一份推荐', subtitle: '各大脑推荐的工厂；认定即发证书，一年内有效，到期前复核', empty: '还没有推荐', emptyHint: '大脑审核、现场核查后推荐到这里', decide: '决定', recognise: '认定', refuse: '不予认定', return: '退回大脑', message: '结论和理由会送给大脑与工厂', done: '已送出',
    decision: '结论', decidedBy: '决定人', decidedAt: '决定时间', certificates: '证书', number: '编号', firstOn: '首次认定', validUntil: '有效期至', status: '状态', statuses: { valid: '有效', due: '该复核了', expired: '已过期', revoked: '已撤销' }, noCertificates: '还没有证书', revoke: '撤销', revokeMessage: '撤销后大脑与工厂随即收到', byBrain: '各大脑的晨星工厂', waiting: '等待决定', noBrains: '还没有认定过',
  },
}

/** Words of corrections. */
export default {
  title: '企业信息更正', subtitle: '企业通过工厂网关附凭据提出的更正。采纳的写入主数据，此后一年内优先于其他来源，并报省级能力中心', one: '一项更正',
  enterprise: '企业', attribute: '项目', value: '改为', held: '现有的值', state: '状态', centre: '省级能力中心', askedBy: '提出人', askedAt: '提出时间', from: '报送的大脑', decision: '结论', decidedBy: '核实人', decidedAt: '核实时间',
  search: '企业名称或信用代码', empty: '没有更正', emptyHint: '企业在网关的“大脑的服务—本企业的信息”里提出',
  states: { waiting: '等待核实', accepted: '已采纳', refused: '未采纳' },
  asked: '企业怎么说', reason: '依据', evidence: '凭据', download: '下载（记入审计）', noFile: '没有附件', look: '企业名片',
  said: '各来源现在怎么说', saidHint: '同一项目各来源最新的说法，哪一个生效', provider: '来源', saidValue: '说法', asOf: '数据日期', standing: '是否生效', noneSaid: '没有来源说过这一项',
  standings: { holds: '生效', agrees: '相同', outranked: '优先级较低', stale: '过旧', fresher: '不如生效的新', later_delivery: '同日先到' },
  accept: '采纳', refuse: '不采纳', acceptMessage: '“{name}”的“{title}”改为“{value}”，写入主数据。请写明核对了什么', refuseMessage: '不采纳要说明原因，企业会收到', done: '已处理',
}

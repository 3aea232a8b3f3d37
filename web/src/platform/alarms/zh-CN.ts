/** Words of alarms. */
export default {
  title: '报警', subtitle: '现在要人处置的在前；与大脑断开时照常工作', now: '现在的报警', nowDefinition: '按 IEC 62682（ISA-18.2）的状态。来了又走、没有人确认过的也留着，直到有人看到', showAll: '全部规则', showOnly: '要处置的',
  importance: { critical: '紧急', high: '高', medium: '中', low: '低' },
  standings: { unacknowledged: '报警中', acknowledged: '报警中，已确认', returned: '已恢复，未确认', shelved: '已搁置', out_of_service: '已退出服务', normal: '正常' },
  entries: { raised: '报警', returned: '恢复', acknowledged: '确认', shelved: '搁置', unshelved: '取消搁置', taken_out: '退出服务', put_back: '恢复服务', retired: '停用规则' },
  alarm: '报警', level: '优先级', state: '状态', value: '取值', where: '设备', point: '测点', since: '何时起', doing: '怎样处置', actions: '操作', until: '到 {at}', within: '须在 {minutes} 分钟内处置',
  empty: '没有要处置的报警', emptyHint: '一切正常，或还没有规则：工程师可以在“报警规则”里设置',
  acknowledge: '确认', acknowledgeAll: '全部确认', acknowledged: '已确认', remark: '备注', remarkTitle: '确认这些报警', shelve: '搁置', shelveTitle: '搁置“{title}”', minutes: '多久', hours: '{count} 小时', minutesOf: '{count} 分钟', reason: '原因', shelved: '已搁置，到时自动恢复', unshelve: '取消搁置', unshelved: '已取消搁置',
  takeOut: '退出服务', takeOutAsk: '让“{title}”退出服务？', takeOutMessage: '直到有人恢复，不再提醒；日志照记', takenOut: '已退出服务', putBack: '恢复服务', hasPutBack: '已恢复服务',
  journal: '日志', journalDefinition: '只增不改', journalSearch: '按报警名称或备注查找', at: '时间', what: '发生了什么', by: '谁', noJournal: '还没有日志',
  load: '报警负荷', loadDefinition: '最近 7 天。IEC 62682：平均每十分钟不多于 1 条，操作人员才处置得过来；十分钟多于 10 条是泛滥', raised: '7 天报警', perTen: '平均每十分钟', most: '十分钟最多', floods: '泛滥的十分钟', stale: '超过一天没有消失', frequent: '最频繁的', times: '次数', share: '占比', chattered: '一分钟内第三次', last: '最近',
  rules: {
    title: '报警规则', one: '报警规则', subtitle: '什么时候报警、为什么、怎样处置；更改一秒内生效', create: '新增规则', empty: '还没有规则', emptyHint: '选一个测点，写明限值与怎样处置', name: '名称', nameHint: '一看就懂，如“3 号硫化机内温过高”', point: '测点', pointHint: '按名称或编码查找', condition: '条件', limit: '限值', limitHint: '测点的单位', rateHint: '每分钟变化多少，升降都算', words: '哪些状态', wordsHint: '几个之间用逗号分开；是非的测点填“是”或“否”', seconds: '多少秒没有数据', deadBand: '死区', deadBandHint: '回到限值以内这么多才算恢复，免得来回报', onDelay: '延时报警（秒）', onDelayHint: '持续这么久才报', offDelay: '延时恢复（秒）', level: '优先级', levelHint: '紧急与高的会成为待办', cause: '可能的原因', consequence: '不处置会怎样', action: '怎样处置', respond: '须在多少分钟内处置',
    conditions: { high: '高于限值', low: '低于限值', rate: '变化过快', discrete: '处于某状态', silent: '失去数据' }, told: { high: '高于 {limit} {unit}', low: '低于 {limit} {unit}', rate: '每分钟变化超过 {limit} {unit}', discrete: '处于 {words}', silent: '{seconds} 秒没有数据' },
    save: '保存', saved: '规则已保存', added: '规则已生效', retire: '停用', retireAsk: '停用这条规则？', retireMessage: '此后不再报警；日志与历史留着', retired: '规则已停用', changed: '最近更改', history: '改过什么', historyDefinition: '每次更改都留着', settings: '规则',
  },
}

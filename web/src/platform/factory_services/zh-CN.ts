/** Words of the services, at a factory and at the brain. */
export default {
  title: '大脑的服务', subtitle: '大脑能为本厂做什么、问过什么、答了什么；连不上大脑时，调用先在本机等着', refresh: '刷新目录', refreshed: '已请大脑再说一次，几秒就到', comma: '、',
  empty: '还没有服务目录', emptyHint: '与大脑接通之后自动取来；也可以点“刷新目录”', calls: '调用记录', noCalls: '还没有调用过', noCallsHint: '选一项服务，填好后点“调用”',
  service: '服务', state: '状态', message: '说明', by: '谁调用的', askedAt: '调用时间', answeredAt: '答复时间', last: '上次的结果', ask: '调用', version: '版本 {version} · 目录取于 {at}',
  missing: '还没有为“{purpose}”同意共享：{quantities}。不同意就得不到这项服务的结果', consent: '去同意', regularly: '自动调用', never: '不自动', due: '{by} 设置 · 下次 {at}', subscribed: '已订阅', cancelled: '已取消订阅',
  every: { day: '每天', week: '每周一', month: '每月一日' },
  states: { waiting: '等答复', done: '有结果', refused: '没有办成', failed: '没有办成' },
  purposes: { monitoring: '产业监测', benchmark: '同行对标', maintenance: '设备运维', scheduling: '排产协同', quality: '质量改进', finance: '金融服务', recognition: '认定评审' },
  quantities: { planned_busy_time: '计划作业时间', actual_production_time: '实际生产时间', planned_run_time: '计划加工时间', produced_quantity: '完成数', good_quantity: '合格数', energy: '电量' },
  inputs: { period: '时间', attribute: '更正哪一项', value: '正确的值', reason: '依据', file: '凭据', correction: '更正号', state: '状态' },
  choices: { day: '昨天', week: '上周', month: '上月', waiting: '等待核实', accepted: '已采纳', refused: '未采纳' },
  call: { title: '一次调用', asked: '问了什么', waiting: '正在等大脑答复', waitingHint: '一般几秒；大脑连不上时，调用在本机等着，连上之后自动送出。有结果会发消息', result: '结果' },
  record: {
    title: '大脑掌握的本企业信息', definition: '每一项的值、来源与日期，以大脑回答时为准。有误的可以附凭据更正：大脑核实后写入主数据并报省级能力中心，此后一年内优先于其他来源', attribute: '项目', value: '现有的值', source: '来源', asOf: '数据日期', others: '其他来源怎么说', none: '空缺', sample: '示例',
    correct: '更正', newValue: '正确的值', reason: '依据', reasonHint: '哪份文件、何时变更', file: '凭据', fileHint: 'PDF、PNG 或 JPEG，至多 150 KB；不要附身份证件', send: '提出更正', tooLarge: '凭据不能大于 150 KB',
    families: '其他信息', family: '类别', total: '条数', newest: '最近的', names: { patent: '专利', trademark: '商标', investment: '对外投资', honour: '荣誉' }, noFamilies: '没有专利、商标、对外投资或荣誉的记录',
    corrections: '提出过的更正', correction: '改为', state: '大脑', centre: '省级能力中心', asked: '提出时间', decision: '说明', noCorrections: '还没有提出过更正', states: { waiting: '等待核实', accepted: '已采纳', refused: '未采纳' }, withheld: '法定代表人姓名属个人信息，不经此送出',
  },
  peers: {
    title: '本厂与同行', definition: '圆点是同行各档的平均数，方块是本厂，越靠右越好。每个平均数除本厂外至少含 {least} 家企业，看不出任何一家；一个时段的同行数字第一次给出之后不再变', span: '{begin} 至 {end} · 观察到本厂计划作业 {hours} 小时',
    next: '看本厂的时间丢在哪里', none: '本厂数据不足', place: '第 {place} 档，共 {parts} 档', few: '目前只有 {count} 家企业的数字，满 {least} 家才给出同行平均数', part: '第 {place} 档 {count} 家，平均 {mean}', source: '来源：大脑按各企业同意共享的全厂小时数字计算，截至 {at}',
  },
  offered: {
    title: '给工厂的服务', subtitle: '大脑给工厂哪些服务、谁在用、哪些还没有答复', asyncapi: '下载接口约定', catalogue: '服务目录', none: '没有房间提供服务',
    service: '服务', gives: '工厂得到什么', version: '版本', factories: '用过的工厂', count: '调用次数', lastAt: '最近一次',
    calls: '调用', callsDefinition: '结果只送给工厂，这里不显示', factory: '工厂', state: '状态', message: '说明', by: '谁调用的', askedAt: '调用时间', finishedAt: '答复时间',
    waiting: '等答复', done: '已答复', refused: '没有办成', failed: '没有办成', noCalls: '还没有工厂调用', noCallsHint: '工厂接通之后，在网关的“大脑的服务”里调用',
  },
}

/** Words of production performance. */
export default {
  title: '生产绩效', subtitle: '设备开了多久、多快、合格多少，时间丢在哪里；按 ISO 22400-2，由设备自己的数据算出', span: '时间范围', today: '今天', yesterday: '昨天', week: '近 7 天', month: '近 30 天',
  export: '导出', shiftsButton: '班次', showAll: '显示全部 {count} 台', asOf: '算到 {at}', measured: '{measured} / {all} 台设备已测算',
  oee: '设备综合效率 OEE', oeeDefinition: '可用率 × 性能率 × 质量率。全厂的可用率与性能率按各设备的时间合计，质量率是出成品的设备的合格数 ÷ 完成数；完成不足 10 件时不给',
  availability: '可用率', availabilityDefinition: '实际生产时间 ÷ 观察到的计划作业时间', effectiveness: '性能率', effectivenessDefinition: '计划节拍 × 完成数 ÷ 实际生产时间；大于 100% 说明计划节拍偏长；完成不足 10 件时不给',
  quality: '质量率', qualityDefinition: '合格数 ÷ 完成数；没有不合格计数的设备说不出', energy: '单件电量', energyDefinition: '全部设备的电量 ÷ 成品完成数', output: '成品', outputNote: '合格 {good}',
  coverage: '观察到', coverageDefinition: '计划时间里知道设备状态的比例；其余时间网关没有运行，或设备没有说', losses: '时间用在哪里', lossesDefinition: '全部设备的计划作业时间合计，小时',
  production: '生产', setup: '换产', delay: '等待', down: '停机', unknown: '不知道', hours: '小时', trend: '逐段变化', trendDefinition: '一两天之内逐小时，更长则逐日',
  units: '各台设备', unitsDefinition: '默认 OEE 低的在前；说不出的排在最后', machine: '设备', process: '工序', state: '现在', produced: '完成数', good: '合格数', cycle: '单件时间', down_hours: '停机（小时）',
  empty: '还没有设备设置测算', emptyHint: '可以按测点的名称自动设置，再逐台核对', noFigures: '这段时间还没有算出数字', noFiguresHint: '每五分钟算一次',
  propose: '按测点名称自动设置', proposed: '设置了 {setUp} 台，{left} 台看不出状态测点', left: '还有 {count} 台设备没有测算', leftOnes: '没有测算的设备',
  board: { title: '车间看板', open: '车间看板', output: '今天的合格产量', running: '在运行', stale: '没有新数据，截至 {at}', unknown: '不知道' },
  elements: { production: '生产', setup: '换产', delay: '等待', down: '停机' },
  unit: {
    one: '设备绩效', figures: '绩效', measure: '怎样测算', measureDefinition: '从当前这个小时起按新的设置算；已算出的不改', save: '保存', saved: '已保存', stop: '停止测算', stopped: '已停止',
    statePoint: '状态的测点', states: '状态的取值', statesHint: '一行一个：取值 = 生产、换产、等待或停机；没有写的取值算作不知道', producedPoint: '完成数的测点', counterHint: '只增不减的计数；归零后自动接着算', rejectedPoint: '不合格数的测点',
    rejectedHint: '没有则说不出质量率与 OEE', energyPoint: '电量的测点', energyHint: '累计的 kWh', runTime: '计划节拍', runTimeHint: '每件计划几秒；没有则说不出性能率', isOutput: '出成品', isOutputHint: '它完成的计入全厂的成品与质量率', none: '没有', wrongLine: '第 {line} 行读不懂：{text}',
    noPoints: '这台设备还没有测点', noPointsHint: '到“设备来源”里选点，并归到这台设备', live: '设备与测点', proposal: '以下是按测点名称的建议，核对后保存', changed: '{by} 于 {at} 设置',
  },
  shifts: {
    title: '班次', subtitle: '计划作业时间只在班次之内；没有班次则全天连续生产', add: '加一个班次', name: '名称', weekdays: '星期', begin: '开始', end: '结束', endHint: '不晚于开始则为次日', remove: '去掉', save: '保存', saved: '已保存',
    empty: '没有班次：按全天连续生产算', definition: '北京时间；保存后从当前这个小时起算',
  },
  weekdays: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' },
}

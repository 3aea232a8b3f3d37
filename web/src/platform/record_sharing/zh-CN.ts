/** Words of sharing business records, both sides. */
export default {
  title: '业务记录的共享', subtitle: '订单、批次、质量、库存、能耗等记录：哪些字段、以什么形式、为了什么离开工厂；随时可以撤回',
  purposes: { monitoring: '产业运行监测', benchmark: '同行对标', maintenance: '设备维护建议', scheduling: '排产与产能共享', quality: '质量分析', finance: '融资增信', recognition: '晨星工厂认定' },
  forms: { raw: '原样', masked: '遮盖', aggregated: '汇总' },
  formsLong: { raw: '原样：逐条，只送选定的字段', masked: '遮盖：文字成摘要，数字取两位，时间到日', aggregated: '汇总：周期过完，只送条数与合计' },
  periods: { day: '按日', week: '按周', month: '按月' },
  levels: { 1: '1 级 可公开', 2: '2 级 内部', 3: '3 级 敏感', 4: '4 级 商业秘密' },
  kind: '记录', purpose: '用途', form: '形式', period: '周期', fields: '字段', since: '从何时的记录起', until: '到何时', noEnd: '未定期限', state: '状态', level: '级别', rows: '条数', at: '时间', key: '编号', records: '合计条数', count: '{count} 个', actions: '操作',
  states: { inForce: '有效', withdrawn: '已撤回', expired: '已到期', ended: '已结束' },
  today: '今天有 {rows} 条业务记录（{size} KB）离开工厂。', nothing: '今天还没有业务记录离开工厂。',
  list: '同意书', listDefinition: '没有同意书的记录不会离厂；更改会撤回旧的、另立一份', empty: '还没有同意共享任何业务记录', emptyHint: '没有同意书，就没有记录离厂',
  left: '已离厂', waiting: '待送出', tooLarge: '过大未送', givenBy: '同意人', withdrawnAt: '撤回', download: '导出离厂内容',
  give: '同意共享', change: '更改', giveDefinition: '先看看会送出什么，再同意；撤回后还没送出的不再送出', purposeHint: '大脑只能为这一用途读取；“产业运行监测”的会进入大脑的数据仓', fieldsHint: '4 级的永不离厂，3 级的只能遮盖或汇总；级别在下面改', sinceHint: '不填则从此刻起', untilHint: '到期自动停止', note: '备注',
  preview: '看看会送出什么', previewTitle: '会这样离厂', previewDefinition: '最近几条按所选形式处理后的样子；这里什么也没有送出', previewEmpty: '还没有这类记录可作例子',
  withdraw: '撤回', withdrawAsk: '撤回这份同意？', withdrawMessage: '立即停止：还没送出的不再送出，大脑不再收，也不能再看已收到的', hasWithdrawn: '已撤回', given: '已同意，一分钟内开始送出',
  grades: '字段的敏感级别', gradesDefinition: '由本厂自己定；调高后不能再以原来形式离厂的字段，立即不再离厂', grade: '{field}的级别', graded: '级别已改', keyField: '编号（随每条记录）',
  brain: {
    title: '工厂的业务记录', one: '一份同意书', subtitle: '工厂同意共享的订单、批次、质量、库存与能耗；只能按同意的用途看，工厂会看到谁为什么看了', factory: '工厂', received: '最近收到', refused: '未收', waiting: '待入仓', notLanded: '不进数据仓',
    empty: '还没有工厂共享业务记录', emptyHint: '工厂负责人在网关的“业务记录的共享”里同意之后，这里就有了', facts: '同意书', givenBy: '同意人', givenAt: '同意时间', why: '用来做什么', whyHint: '原样告知工厂，如“核对十一月订单完成情况”', read: '查看记录', readDefinition: '每看一页，工厂都会被告知', ended: '这份同意书已结束，凭它收到的记录不再提供查看', dataSet: '数据仓中的数据集', land: '现在存入数据仓', landing: '已安排存入',
    withdrawn: '来源已撤销',
  },
}

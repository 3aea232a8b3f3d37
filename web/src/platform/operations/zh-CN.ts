/** Words of business records. */
export default {
  from: '来自', at: '时间', keptAt: '收到', unknownMachine: '还没有对应到设备', spans: { today: '今天', week: '近 7 天', month: '近 30 天', year: '近一年' }, span: '时间范围', all: '全部', fields: '字段',
  emptyHint: '接上业务系统，或填报、导入', connect: '接业务系统', fill: '填报与导入',
  orders: {
    title: '订单与批次', subtitle: '要做什么、做到哪了、由什么做成；来自业务系统与填报', which: '类别', running: '进行中的订单', overdue: '过了交期', overdueDefinition: '过了交期还没有完成或取消的生产订单', released: '已下达未开工', work: '进行中的工单',
    asOrders: '按状态数生产订单', search: '查编号、产品、客户订单号', empty: '还没有记录', done: '完成率', state: '状态', lots: '批次的来龙去脉',
  },
  record: { one: '业务记录', facts: '内容', revisions: '修订', revisionsDefinition: '同一编号的每一次新内容，新的在前；旧的一直留着', number: '修订号', withdraw: '撤回', withdrawHint: '记录不再算数，修订留着', withdrawn: '已撤回', old: '已有更新的修订', trace: '看批次', own: '由本厂填报或导入', what: '变了什么' },
  lot: {
    one: '批次的来龙去脉', find: '批号', search: '查批次', hint: '输入批号，看它由什么做成、用到了哪里', facts: '这个批次', up: '由哪些批次制成', upDefinition: '由近到远，最多 30 步', down: '用到了哪些批次里', downDefinition: '出了问题要追回的范围，由近到远',
    steps: '第几步', lot: '批号', unknown: '没有登记', results: '检验结果', moves: '出入库', none: '没有', cut: '批次太多，只列出 500 个', material: '物料', quantity: '数量', noLot: '没有这个批次',
  },
  quality: {
    title: '质量', subtitle: '一次做对了多少，主要坏在哪里', yield: '直通率', yieldDefinition: '全部项目首次检验即合格的批次 ÷ 检验过的批次（ISO 22400-2 首次通过率）', lots: '检验过的批次', failed: '首次没有通过的批次', rejected: '不合格的结果',
    defects: '缺陷排列', defectsDefinition: '不合格的结果按缺陷代码数，没有代码的按检验项目；累计占比到 80% 的先解决', share: '累计 {share}', characteristics: '检验项目', characteristic: '项目', results: '结果数', first: '首检合格率', list: '检验结果', empty: '这段时间没有检验结果',
  },
  stock: { title: '库存', subtitle: '各物料的结存，由出入库记录算出', balance: '结存', balanceDefinition: '收货与产出减去发料、报废与发货；没有期初数的，从接上业务系统算起', material: '物料', unknown: '批号没有登记', amount: '结存', came: '收入', went: '发出', lots: '批次数', lastAt: '最近变动', moves: '出入库记录', empty: '还没有出入库记录', short: '结存为负', search: '查物料' },
  energy: { title: '能耗', subtitle: '哪台设备用了多少能', of: '各设备的{carrier}', definition: '表底数取前后之差，换表归零自动接上；用量直接相加；按同类单位换算', machine: '设备', used: '用量', readings: '读数', lastAt: '最近一次', list: '明细', empty: '这段时间没有能源读数', total: '合计' },
  entry: {
    title: '填报与导入', subtitle: '没有业务系统的数据，在这里填一条，或用 Excel 一次导入', kind: '填哪一类', one: '填一条', oneDefinition: '同一编号再填就是修订，旧的留着；只填人数，不填姓名', save: '保存', saved: '已保存：{key}', keyHint: '不填则自动编号',
    sheet: '导入 Excel 或 CSV', template: '下载模板', templateHint: '模板里有填写说明；也可以用自己的表，再对应各列', tryIt: '试读', headings: '列的对应', headingsDefinition: '按名称认出的可以改；不对应的列不导入', ignored: '不导入', rows: '{right} / {rows} 行可以导入', missing: '还没有列对应必填的：{fields}',
    wrong: '不能导入的行', row: '第几行', problem: '原因', take: '导入 {right} 行', taken: '收下 {kept} 条，{unchanged} 条没有变化，{refused} 行没有导入', past: '导入记录', pastDefinition: '撤销：带来的记录撤回，被改过的恢复原样；此后又有更新的不动', file: '文件', kept: '收下', unchanged: '没有变化', refused: '没有导入', by: '导入人', undo: '撤销', undoHint: '这次导入的 {kept} 条记录将撤回或恢复原样', undone: '已撤销', undoneLeft: '已撤销，{left} 条此后又有更新，没有动', stands: '有效', empty: '还没有导入过', status: '状态',
  },
  systems: {
    title: '业务系统', subtitle: '从 ERP、MES、WMS、QMS 等只读地取记录；出错的排在前面', one: '业务系统', create: '接一个业务系统', name: '名称', kind: '方式', database: '数据库', folder: '文件目录', state: '状态', states: { new: '还没读过', running: '正常', lost: '连不上', refused: '要处理', off: '停用' },
    problem: '问题', kept: '收下', refused: '不能用的行', lookedAt: '最近一次', empty: '还没有接业务系统', course: '读得怎样', since: '从何时起', counts: '现有记录', changed: '修改', edit: '修改设置', switchOn: '启用', switchOff: '停用', remove: '删除', removeHint: '还没有记录的才能删除', removed: '已删除', saved: '已保存',
    aside: '不能用的行', asideDefinition: '业务系统给的、读不成记录的行；那边改好后自动收下', key: '编号', preset: '从模板开始', none: '不用模板', way: '方式', engine: '数据库', engines: { sqlite: 'SQLite 文件', postgresql: 'PostgreSQL', mysql: 'MySQL / MariaDB' }, host: '主机', port: '端口', base: '库名', file: '文件的绝对路径',
    fileHint: '只读；须在运维人员放行的目录之内', user: '用户', secret: '密码', secretKept: '已保存，不填则不变', every: '隔几秒读一次', folderPath: '目录的绝对路径', pattern: '文件名', patternHint: '如 *.xlsx、订单*.csv', recordKind: '记录类别', tryIt: '试连', answered: '连上了，有 {count} 张表', read: '{name}：{right} / {rows} 行读得成', save: '保存',
    tables: '读哪些表', tablesDefinition: '每张表读成一类记录；“增量列”只增不减，据此只取新的', table: '表', growing: '增量列', add: '加一张表', drop: '去掉', column: '取自列', constant: '固定为', untold: '没有', columnsHint: '列写作“=值”就是固定的值', words: '设备的叫法', wordsDefinition: '业务系统里对设备的叫法各是哪台；对应之后，此前与此后的记录都照此', word: '叫法', machine: '是哪台设备', records: '记录数', unmapped: '{count} 种叫法还没有对应', noWords: '记录里还没有提到设备', first: '先试连，才知道有哪些表和列',
  },
  design: {
    title: '设计数据', subtitle: '产品由什么做成、怎样做，按版本；来自 PLM、ERP 与填报', one: '产品的设计数据', which: '看什么', products: '产品', documents: '技术文件', product: '产品', revisions: '版本数', latest: '最近生效', search: '查产品、子件、工序', empty: '还没有设计数据',
    made: '由什么做成、怎样做', madeDefinition: '物料清单与工艺路线，一个版本一套', revision: '版本', items: '物料清单', steps: '工艺路线', noItems: '这个版本没有物料清单', noSteps: '这个版本没有工艺路线',
    compare: '与另一个版本比较', compareDefinition: '子件按编码对，工序按工序号对；只列不同的', with: '与哪个版本比', same: '没有不同', item: '子件', step: '工序', what: '差别', came: '增加', gone: '去掉', changed: '改变', before: '原来', after: '现在', noDocuments: '没有这个产品的技术文件',
  },
  kinds: { production_order: '生产订单', work_order: '工单', material_lot: '批次', quality_result: '检验结果', stock_movement: '出入库', energy_reading: '能源读数', equipment_event: '设备事件', head_count: '在岗人数', bom_item: '物料清单', routing_step: '工艺路线', design_document: '技术文件' },
}

/** Words of versions. */
export default {
  title: '版本',
  definition: '每个版本发布后不再改动；查询过去的写 VERSION AS OF 版本号，或 TIMESTAMP AS OF \'时间\'',
  size: '大小',
  ask: '查询',
  all: '全部 {count} 个版本',
  older: '较早的版本',
  newer: '较晚的版本',
  compare: '比较',
  between: '版本 {older} → {newer}',
  added: '新增',
  gone: '消失',
  changed: '变化',
  byColumn: '变化最多的列',
  kind: '变化',
  values: '行（各举最多 30 行）',
  same: '除来源外，两个版本的行完全相同。',
}

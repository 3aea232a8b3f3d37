/** 软件升级的用语，两侧。 */
export default {
  title: '软件升级', subtitle: '只装所信任的发布者签名的版本，装不装由本厂决定；试用不好自动退回',
  now: '现在', version: '正在运行', slot: '在哪一槽', phase: '状态', publisher: '信任的发布者', size: '大小', megabytes: '{count} MB',
  phases: { settled: '正常', installing: '正在装进另一槽，采集不停', switching: '正在切换', trial: '试用中', returning: '正在退回' },
  trialGood: '试用中，目前一切正常；满时间后转正', trialBad: '试用中：{problem}', noSlots: '本网关不是用安装包装的，没有两个槽，不能在这里升级', noSlotsHint: '示例与开发用的网关就是这样；怎样用安装包装，见接入指南“装网关”',
  back: '退回上一版本', backAsk: '退回上一版本？', backMessage: '几秒后重新启动；新版本才有的表连同里面的内容一起去掉，采集的数据不受影响', backDone: '正在退回', upload: '上传安装包', uploadDefinition: '连不上大脑的工厂用：与大脑送来的一样核对签名与每个文件，还不会安装', check: '核对', uploading: '已传 {percent}', brought: '核对无误，可以升级了',
  releases: '收到的版本', releasesDefinition: '签名不对、比现在旧、不是给这台电脑的，都不列在这里，只在审计日志与消息里', origin: '从哪里来', fromBrain: '大脑', notes: '有什么不同', state: '到哪一步', fetched: '已取到', at: '收到', decided: '谁定的', why: '说明', actions: '操作', empty: '还没有收到过新版本', emptyHint: '大脑送来后这里会有，负责人会有待办；也可以上传安装包',
  states: { offered: '等决定', declined: '暂不升级', waiting: '已同意，正在取', ready: '已取好，等时段', ordered: '正在升级', kept: '已升级', returned: '已退回', failed: '没有装成' },
  agree: '升级…', decline: '暂不升级', declineAsk: '暂不升级到 {version}？', declineMessage: '以后还可以再升级', declined: '已记下',
  when: '升级到 {version}', whenTitle: '什么时候', inWindow: '在维护时段（{window}）里', atOnce: '取到就升级', whenMessage: '切换时停采约半分钟，停采的时段记为缺测；之后试用几分钟，设备或链接没有恢复就自动退回', agreeDone: '已同意', ok: '同意升级',
  window: '维护时段', windowDefinition: '同意之后，只在这段时间里切换；北京时间', start: '从', end: '到', automatic: '以后的版本不再问，在时段里自动升级', save: '保存', saved: '已保存',
  brain: {
    title: '网关版本', subtitle: '发布者签名的网关软件：大脑只转送，装不装由各家工厂决定', upload: '上传安装包', uploadDefinition: '用 brain release pack 签名的安装包；每个文件与清单核对', added: '已上传，可以送给工厂', list: '上传过的版本', version: '版本', requires: '最低从', madeFor: '适用', key: '签名公钥', notes: '有什么不同', addedAt: '上传', sent: '送给', kept: '已升级', failed: '没有成功', empty: '还没有上传过', emptyHint: '用 scripts/gateway-wheels 与 brain release pack 打包',
    factories: '各工厂', factoriesOf: '{version}：各工厂', choose: '选一个版本看各工厂', factory: '工厂', running: '正在运行', state: '对这一版', notOffered: '没有送', told: '最近一次报告', why: '说明', offer: '送给选中的 {count} 家', offerAll: '选中没有送过的', offered: '已送出，等工厂决定', withdraw: '撤下', withdrawn: '已撤下', available: '可送', withdrawAsk: '撤下 {version}？', withdrawMessage: '不再送给别的工厂；已收到的工厂自己决定', noFactories: '还没有接通的工厂', select: '选', show: '看各工厂',
  },
}

/** Words of remote configuration, both sides. */
export default {
  title: '远程配置', one: '一份配置', subtitle: '只认本厂管理员签名的配置；大脑只能转送，不能写也不能改；不能给出或放宽同意',
  outcomes: { applied: '已应用', refused: '没有应用', undone: '已撤销', waiting: '等待网关答复' }, number: '编号', author: '谁写的', reason: '为什么', signer: '谁签的', broughtBy: '送来的', carried: '大脑转送', at: '时间', outcome: '结果', refusal: '为什么没有应用',
  journal: '收到过的配置', journalDefinition: '登记过的密钥签名的，应用的与拒绝的都留着；别人签的只记入审计日志', empty: '还没有收到过配置', emptyHint: '在管理员的电脑上用 brain configuration sign 写好、签名，再送来',
  keys: '配置管理员的公钥', keysDefinition: '私钥只在管理员自己的电脑上：brain configuration new-key 做一对，把公钥登记在这里', holder: '谁保管私钥', publicKey: '公钥', publicKeyHint: '43 个字符', fingerprint: '指纹', addedAt: '登记', state: '状态', inUse: '有效', revoked: '已吊销', addKey: '登记公钥', keyAdded: '已登记，请与保管人核对指纹', revoke: '吊销', revokeAsk: '吊销“{holder}”的公钥？', revokeMessage: '立即生效，不能恢复；它以前签的也不再接受', keyRevoked: '已吊销', noKeys: '还没有登记公钥', noKeysHint: '没有登记公钥，就不接受任何远程配置', actions: '操作',
  draft: '下载底稿', upload: '上传配置', uploadDefinition: '与经大脑送来的一样核对：签名、编号、有效期、写它之后有没有变过', document: '签名的配置', documentHint: '把文件的全文贴在这里', bring: '核对并应用', brought: '已处理',
  alterations: '改了什么', thing: '对象', kind: '种类', was: '之前', became: '之后', kinds: { sources: '来源', points: '测点', store: '采集缓存' }, undo: '撤销', undoAsk: '撤销这份配置？', undoMessage: '改回原样；它新加的来源与测点停用，它撤回的同意不恢复。它改过的地方后来又变了，就不能撤销', undoneBy: '撤销',
  brain: { title: '送往工厂的配置', subtitle: '转送工厂管理员签名的配置：大脑不能写，也不能改，是否有效由网关判断', send: '转送', sendTitle: '转送一份配置', sendDefinition: '工厂管理员签好的文件；密码只有那台网关解得开', sent: '已送出，等网关答复', factory: '工厂', changes: '几项改动', fingerprint: '签名的密钥', sentAt: '送出', answeredAt: '答复', list: '送过的配置', search: '按工厂、编写人查找', empty: '还没有送过配置' },
}

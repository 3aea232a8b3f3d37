/** Words of Asset Administration Shells. */
export default {
  title: '资产管理壳', back: '设备', machine: '设备实时数据', plate: '铭牌', plateDefinition: '按 IDTA 02006 数字铭牌；没有填的，导出时也没有', edit: '填写铭牌', cancel: '不填了', save: '保存', saved: '已保存',
  nothing: '还没有填写铭牌', nothingHint: '照着设备上的铭牌填写，知道多少填多少',
  maker: '制造商', designation: '产品名称', designationHint: '如“液压硫化机”', family: '产品系列', model: '型号', orderCode: '订货号', articleNumber: '物料号', serial: '出厂编号', year: '制造年份',
  madeOn: '制造日期', country: '原产国', countryHint: '两位代码，如 CN、DE', hardware: '硬件版本', firmware: '固件版本', software: '软件版本', productUri: '产品链接',
  productUriHint: '铭牌二维码里的网址（IEC 61406），只指这一台设备；填了就用作它的全球标识',
  yearWrong: '请填四位年份', countryWrong: '请填两位大写字母',
  export: '导出', exportDefinition: '给数字孪生、资产管理等系统读取的文件：铭牌、上下级、测点和取值地址、生产绩效。4 级测点不带，也不带来源的网络地址', reach: '范围', unit: '只这一台', branch: '连同全部下级',
  span: '生产绩效', none: '不带', days: '近 {count} 天', contents: '{shells} 个壳，{points} 个测点', withheld: '4 级测点 {count} 个不带', asset: '全球标识', aasx: '导出 AASX', json: '导出 JSON',
  history: '铭牌的历史', historyDefinition: '每次填写都留着，新的在前', noHistory: '还没有填写过', toldAt: '时间', toldBy: '填写人',
}

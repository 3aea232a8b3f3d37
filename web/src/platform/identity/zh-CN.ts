/** Words of signing in. */
export default {
  login: {
    title: '登录',
    username: '账号',
    password: '密码',
    submit: '登录',
    locked: '账号已锁定，请 {minutes} 分钟后再试',
  },
  password: {
    title: '修改密码',
    first: '首次登录须修改初始密码。',
    old: '原密码',
    fresh: '新密码',
    again: '确认新密码',
    submit: '修改密码',
    done: '密码已修改',
    mismatch: '两次输入的新密码不一致',
    rules: '密码要求',
    length: '至少 12 个字符',
    kinds: '大写字母、小写字母、数字、符号中至少三种',
    name: '不含账号名',
    different: '与原密码不同',
    met: '已满足',
    unmet: '未满足',
    broken: '新密码不符合要求',
    later: '暂不修改',
  },
}

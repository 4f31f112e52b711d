import type { signInEn } from './sign-in.en'

export const signInZh: typeof signInEn = {
  signIn: {
    title: '登录',
    lede: '仅供维护本记录的人员使用；阅读无需账户。',
    submit: '登录',
    lost: '忘记密码？请向管理员索取重设链接。',
  },
  code: {
    title: '第二步',
    lede: '密码正确。请输入应用显示的六位数字，或一个恢复码。',
    submit: '登录',
    again: '重新开始',
  },
  prove: {
    title: '仍是您本人吗？',
    lede: '更改角色、规则与令牌以及遮蔽内容，须在最近一刻钟内确认过身份。',
    submit: '继续',
    codeHint: '未设置两步验证者可留空。',
    link: '去确认',
    back: '返回',
  },
  welcome: {
    'first-administrator': {
      title: '设立首位管理员',
      lede: '本记录尚无人管理。填写此表者即成为首位管理员。',
      submit: '创建账户',
    },
    invitation: {
      title: '加入编辑',
      lede: '您受邀担任{role}，账户邮箱为 {email}。',
      submit: '创建账户',
    },
    reset: {
      title: '设置新密码',
      lede: '账户：{email}。设置后，已登录该账户的浏览器将全部退出。',
      submit: '设置密码',
    },
    expires: '此链接仅能使用一次，{time} 前有效。',
    voidTitle: '此链接已失效',
    voidText: '它可能已被使用、已经过期，或已由新的链接取代。请向给您链接的人再要一个。',
  },
}

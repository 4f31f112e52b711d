import { accountZh } from './account.zh'
import { answerZh } from './answer.zh'
import type { DeskMessages } from './desk.en'
import { failureZh } from './failure'
import { logZh } from './log.zh'
import { peopleZh } from './people.zh'
import { signInZh } from './sign-in.zh'

/** 登录与人员各页的全部文字（简体中文）。 */
export const deskZh: DeskMessages = {
  site: '砸锅卖铁',
  desk: '编辑台',
  skip: '跳到正文',
  nav: {
    label: '编辑台导航',
    records: '记录',
    account: '我的账户',
    people: '人员',
    rules: '规则',
    log: '日志',
    signOut: '退出',
    language: 'English',
    languageLabel: '本页英文版',
  },
  fields: {
    email: '电子邮箱',
    password: '密码',
    code: '应用显示的验证码，或恢复码',
    current: '当前密码',
    next: '新密码',
    repeat: '再输一次新密码',
    name: '公开署名',
    role: '角色',
  },
  hints: {
    password: '至少 12 个字符，不限种类。几个互不相干的词连在一起就很好。',
    name: '您发布的每一版都会向读者显示这个署名，不必是真实姓名。',
  },
  link: {
    label: '链接（仅显示这一次）',
    hint: '请通过可信的途径转交；谁先打开，谁就能使用。',
  },
  copy: { label: '复制链接', done: '已复制' },
  summary: '操作未成功',
  pending: '正在提交……',
  ...signInZh,
  ...accountZh,
  ...peopleZh,
  ...answerZh,
  log: logZh,
  failure: failureZh,
}

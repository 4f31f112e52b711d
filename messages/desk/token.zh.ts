import type { TokenMessages } from './token.en'

/** 个人令牌的全部文字（简体中文）。 */
export const tokenZh: TokenMessages = {
  title: '令牌',
  lede: '脚本可凭令牌以您的名义提交文件，无需密码。它的权限不会超过您本人。',
  none: '暂无令牌。',
  name: '用途',
  scope: '权限',
  scopes: { propose: '仅可提议', publish: '可以发布（以您的角色为限）' },
  days: '有效期',
  daysOf: '{n} 天',
  make: '生成令牌',
  secret: '令牌（仅显示这一次）',
  secretHint: '请像密码一样妥善保管，持有者即可使用。',
  expires: '有效期至',
  used: '上次使用',
  never: '从未',
  action: '操作',
  ended: '已失效',
  revoke: '撤销',
  revokeNamed: '撤销“{name}”',
}

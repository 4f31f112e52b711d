import type { DeskHomeMessages } from './home.en'

/** 编辑台首页的全部文字（简体中文）。 */
export const deskHomeZh: DeskHomeMessages = {
  waiting: '待您处理',
  waitingNone: '没有待您处理的内容。',
  open: '您的未决提案',
  gaps: '有待补正',
  gapsLede: '现有记录中缺少或存疑之处。每份清单都通往可以补正的表单。',
  checks: '不相符的合计',
  records: '全部记录',
  kinds: {
    overdue: '应有新数据而未录的序列',
    weak: '仅有一个弱来源的记录',
    untranslated: '只有一种语言的名称与标题',
    unarchived: '没有存档副本的来源',
  },
  ledes: {
    overdue: '按发布节奏，这些官方序列的下一个数据应已公布。表单将按上一个数据预先填好。',
    weak: '只有一条引用，可信度为 C。补充更好的来源或第二个来源即可。',
    untranslated: '另一种语言的名称须由人撰写，不用机器翻译。',
    unarchived: '网页一旦消失，便无从证明其内容。',
  },
  columns: {
    overdue: ['序列', '最近时期'],
    weak: ['记录', '来源'],
    untranslated: ['记录', '缺少'],
    unarchived: ['来源', '网址'],
  },
  count: '共 {count} 条',
  none: '没有：此处一切妥当。',
  next: '下一页',
  previous: '上一页',
  noun: '类别',
  like: '表单已按 {id} 填好，请填写新的时期与数值。',
}

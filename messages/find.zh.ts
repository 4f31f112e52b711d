import type { findEn } from './find.en'

export const findZh: typeof findEn = {
  facet: {
    year: '年份',
    add: '{value}：{rows}条',
    remove: '去掉{value}：{rows}条',
    hint: '可勾选多项后按“显示”，也可直接点数字。',
  },
  table: {
    copy: '复制表格',
    quoted: '出处与引文',
    wide: '表格可左右滑动',
  },
}

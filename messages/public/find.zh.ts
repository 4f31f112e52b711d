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
  },
  dateControl: {
    older: '前一日期',
    newer: '后一日期',
    known: '截至目前所知',
    joined: '已列入{count}个',
    named: '点名{count}个',
    left: '已退出{count}个',
  },
  timeline: {
    forms: '显示方式',
    table: '表格',
    timeline: '时间线',
    title: '{page}时间线',
    key: '圆点表示某一天；横条表示某月或某年之内；左端开放的横条表示“不晚于”其末端。',
    undated: '无日期：{count}条，见表格。',
    none: '以上记录均无日期。',
  },
  searching: {
    placeholder: '璧山、Bishan、47号文……',
    example: '例如',
    kinds: '检索结果',
    allOf: '查看全部{count}条：{page}',
    keyOn: '按“/”键打开检索：开',
    keyOff: '按“/”键打开检索：关',
    noneHint: '检索按记录原文进行，中英文均可。请试试更短的词或另一种语言的名称，也可浏览以下列表：',
  },
  search: {
    label: '检索本记录',
    submit: '检索',
    prompt: '输入地名、词句、文号或发布机构。在任意页面按“/”键即可到此。',
    none: '记录中没有包含“{q}”的内容。可以少输入几个字，或改用另一种语言。',
    found: '有{total}条记录包含“{q}”。',
    all: '全部{count}条',
  },
}

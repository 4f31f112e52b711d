import type { BulletinMessages } from './bulletin.en'

/** 录入公报的全部文字（简体中文）。 */
export const bulletinZh: BulletinMessages = {
  title: '公报',
  lede: '在一张表上录入一份公报的全部数字。先说明这些数字的共同事项，再逐格填写或粘贴。',
  headTitle: '共同事项',
  source: '来源（编号）',
  sourceHint: '输入名称或编号的一部分，再从列表中选择。',
  area: '地区',
  period: '期间',
  periodHint: '月度与累计填 2026-05，余额填 2026-05-31，年度填 2026',
  frequency: '频率',
  open: '打开表格',
  wrong: '请选择记录中已有的来源和地区，并填写与频率相符的期间。',
  sheet: '数字',
  sheetHint:
    '方向键与回车键的用法与电子表格相同，从电子表格复制的区域或财政部公报的一段文字可粘贴到任意一格。426,098 以该指标的单位计，也可填写 4.2万亿元、426098亿元。',
  placed: '已从粘贴的内容读出 {count} 个数字，请在表中核对。',
  indicator: '指标',
  columns: { total: '合计', general: '一般', special: '专项' },
  cell: '{indicator}，{column}',
  understood: '即 {value} {unit}',
  published: '现为 {value}',
  units: { CNY: '亿元', percent: '个百分点', years: '年' },
  problems: { decimal: '这不是数字。', unit: '无法识别这个单位。', other: '填写有误。' },
  identities: '数字是否对得上',
  identitiesNone: '填写足够的数字后，此处将核对合计与各项。',
  nothing: '尚未填写任何数字。',
  reason: '发布理由',
  review: '先请他人审阅',
}

import type { WarningMessages } from './warning.en'

/** 存疑提示的全部文字（简体中文）。 */
export const warningZh: WarningMessages = {
  title: '不同寻常之处',
  asProposed: '以本提案发布后的记录为准。',
  language: '此项只有另一种语言的文字。',
  weak: '唯一的来源可靠性最低（{source}）。如有更可靠的来源，请一并注明。',
  identity: {
    sum: '{parts}，与{total}不符，相差 {difference}。',
    most: '{parts}，比{total}多 {difference}。',
    ytd: '{parts}，与{total}不符，相差 {difference}。',
  },
  far: {
    aboveBoth: '{value} 超过前后两期数值的三倍：{neighbours}。',
    belowBoth: '{value} 不足前后两期数值的三分之一：{neighbours}。',
    aboveOne: '{value} 超过唯一相邻一期数值的十倍：{neighbours}。',
    belowOne: '{value} 不足唯一相邻一期数值的十分之一：{neighbours}。',
  },
  counts: {
    identity: '合计或限额对不上：{count} 处',
    far: '与前后两期相差悬殊的数字：{count} 个',
    weak: '仅有一个可靠性最低来源的记录：{count} 条',
    language: '仅有一种语言的文字：{count} 处',
  },
  more: '另有 {count} 处',
  figure: '{name}（{period}）{value}',
  neighbour: '{period}为 {value}',
  comma: '，',
  note: '对不同寻常之处的说明',
  noteHint: '请说明为何仍然无误。说明将附在发布理由之后一并公开，两者合计最多 500 个字符。',
}

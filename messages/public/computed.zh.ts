import type { ComputedMessages } from './computed.en'

export const computedZh: ComputedMessages = {
  choose: '由数据计算',
  none: '原始数据',
  name: {
    share: '占全国比重',
    change: '同比变动',
    use: '限额使用率',
    refinancing: '再融资占比',
  },
  formula: {
    share: '计算值：该数据÷同一指标、同一时期、同一提出方的全国数据，以百分数表示。',
    change: '计算值：（该数据－上年同期）÷上年同期，以百分数表示。',
    use: '计算值：同一地区、同一提出方的年末债务余额÷当年债务限额，以百分数表示。',
    refinancing: '计算值：同一地区、同一时期、同一提出方的再融资债券发行额÷债券发行总额，以百分数表示。',
  },
  needs: {
    share: '需要某地以元计的金额，以及同期的全国数据。',
    change: '需要以元计的金额，以及上年同期的数据。',
    use: '需要年末债务余额和当年的债务限额。',
    refinancing: '需要同一时期的再融资债券发行额和债券发行总额。',
  },
  title: '{measure}：{indicator}',
  column: '{measure}（计算值）',
  from: {
    share: '{of}÷{against}',
    change: '{of}，上年同期{against}',
    use: '{of}÷{against}',
    refinancing: '{of}÷{against}',
  },
  missingOne: '当前条件下有1个数据算不出此值：记录中没有与之对应的数据。',
  missing: '当前条件下有{count}个数据算不出此值：记录中没有与之对应的数据。',
  withIndicator: '可用于以下指标：',
  meaning: '计算所得，并非公布数据',
  percentMeaning: '计算值（百分数，保留两位小数）',
  fromMeaning: '据以计算的数据编号：前者与后者相比',
}

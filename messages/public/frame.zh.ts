import type { FrameMessages } from './frame.en'

export const frameZh: FrameMessages = {
  menu: {
    home: '总览',
    debt: '债务数据',
    provinces: '重点省份',
    'task-forces': '工作专班',
    mentions: '提法',
    areas: '地区',
    compare: '比较',
    documents: '文件',
    indicators: '指标',
    sources: '来源',
    checks: '核对',
    editions: '版次',
    about: '关于',
  },
  lid: '菜单',
  foot: '关于本站',
  contents: '本页目录',
}

import type { pagesEn } from './pages.en'

export const pagesZh: typeof pagesEn = {
  home: { title: '总览', lede: '地方政府欠了多少债，数字由谁给出，官方又在哪些场合提到“砸锅卖铁”。' },
  debt: { title: '债务数据', lede: '逐项列明地区、时期、数据提出方和来源。' },
  indicators: { title: '指标', lede: '统计的是什么、以什么为单位、名称作何解释。' },
  'task-forces': { title: '工作专班', lede: '各地为“砸锅卖铁”化债而成立的工作专班。' },
  mentions: { title: '“砸锅卖铁”提法', lede: '官方在何时、何种文件或场合使用了“砸锅卖铁”一词。' },
  provinces: { title: '重点省份', lede: '47号文所列的地方债务重点省份，以及目前已知的退出情况。' },
  areas: { title: '地区', lede: '全国、各省级地区，以及本记录涉及的地级和县级地区。' },
  compare: { title: '地区比较', lede: '至多四个地区并列：债务多少、限额用去几成、官方有何提法。' },
  accessibility: { title: '无障碍说明', lede: '为使人人都能使用本记录，做了什么、如何测试，以及目前已知的不足。' },
  documents: { title: '文件', lede: '政策文件与官方报告及其摘要。' },
  sources: { title: '来源', lede: '由谁发布、何时发布、在何处发布，以及可信程度如何。' },
  claimants: { title: '数据提出方', lede: '数字由谁提出。' },
  lists: { title: '名单', lede: '各类地区名单。' },
  reports: { title: '退出动向', lede: '据报道，各地申请退出、承诺退出和已经退出的情况。' },
  editions: { title: '版次', lede: '历次发布的内容逐版在列，一经发布，不再覆盖。' },
  search: { title: '检索', lede: '检索地区、引文、文件、工作专班、指标和来源，中英文均可。' },
  checks: { title: '数字是否对得上', lede: '把已公布的数字相互核对：部分与合计、当月与累计、余额与限额。' },
  about: { title: '关于本记录', lede: '本记录如何编成、用语作何解释、应当怎样引用。' },
}

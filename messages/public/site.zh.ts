import type { siteEn } from './site.en'

export const siteZh: typeof siteEn = {
  site: {
    name: '砸锅卖铁',
    tagline: '中国地方债务困境公开记录',
    skip: '跳到正文',
    menu: '页面导航',
    otherLanguage: 'English',
    otherLanguageTitle: '本页英文版',
    edit: '编辑',
    signIn: '登录',
    footer: '每个数字都注明出自何方，每个版次发布后都原样保留。',
    licence: '事实与数据按CC BY 4.0许可使用，引用请注明版次；引文版权归原作者所有。',
    edition: '第{n}版',
    editionOf: '第{n}版，{date}发布',
    written: '原文为{language}',
    gap: '',
  },
  languages: { en: '英文', zh: '中文' },
  languageMarks: { en: '英', zh: '中' },
  notFound: {
    title: '没有这个页面',
    text: '此网址在本记录中没有对应的页面，或者所指的版次尚未发布。凡曾有效的网址都会保留，请检查是否输入有误。',
    home: '前往总览',
  },
  unavailable: {
    title: '暂时无法读取记录',
    text: '数据库没有响应。此前打开过的页面仍可浏览，请过一分钟再试本页。',
  },
}

import type { Language } from '@/domain/field'

/** Where the desk has nothing to show. These words travel to the browser, so they stand apart from all others. */
export const failureEn = {
  title: 'This page could not be drawn',
  text: 'The database may not be answering. Nothing you published is lost. Try again in a moment.',
  retry: 'Try again',
  lost: 'There is no such record',
  lostHint: 'Nothing was ever published under this address. Capital and small letters differ.',
  records: 'Records',
}

export type FailureMessages = typeof failureEn

export const failureZh: FailureMessages = {
  title: '此页暂时无法显示',
  text: '数据库可能没有响应。已发布的内容不会丢失，请稍后再试。',
  retry: '重试',
  lost: '没有这条记录',
  lostHint: '此地址下从未发布过任何内容。请注意区分大小写。',
  records: '记录',
}

export function getFailureMessages(language: Language): FailureMessages {
  return language === 'zh' ? failureZh : failureEn
}

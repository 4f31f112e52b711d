import type { Language } from '@/domain/field'
import { type TokenMessages, tokenEn } from './token.en'
import { tokenZh } from './token.zh'

/** The words of personal tokens. */
export function getTokenMessages(language: Language): TokenMessages {
  return language === 'zh' ? tokenZh : tokenEn
}

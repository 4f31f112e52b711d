import type { Language } from '@/domain/field'
import { type WarningMessages, warningEn } from './warning.en'
import { warningZh } from './warning.zh'

/** The words for what is doubtful about a record. */
export function getWarningMessages(language: Language): WarningMessages {
  return language === 'zh' ? warningZh : warningEn
}

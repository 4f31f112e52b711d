import type { Language } from '@/domain/field'
import { type RedactionMessages, redactionEn } from './redaction.en'
import { redactionZh } from './redaction.zh'

/** The words of asking for and confirming redactions. */
export function getRedactionMessages(language: Language): RedactionMessages {
  return language === 'zh' ? redactionZh : redactionEn
}

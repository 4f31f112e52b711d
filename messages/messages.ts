import type { Language } from '@/domain/field'
import { en, type Messages } from './en'
import { zh } from './zh'

/** The words of a language. */
export function getMessages(language: Language): Messages {
  return language === 'zh' ? zh : en
}

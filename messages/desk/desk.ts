import type { Language } from '@/domain/field'
import { type DeskMessages, deskEn } from './desk.en'
import { deskZh } from './desk.zh'

/** The words of signing in and of the pages about people. */
export function getDeskMessages(language: Language): DeskMessages {
  return language === 'zh' ? deskZh : deskEn
}

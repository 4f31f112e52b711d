import type { Language } from '@/domain/field'
import { type DeskHomeMessages, deskHomeEn } from './home.en'
import { deskHomeZh } from './home.zh'

/** The words of the page the desk opens with. */
export function getDeskHomeMessages(language: Language): DeskHomeMessages {
  return language === 'zh' ? deskHomeZh : deskHomeEn
}

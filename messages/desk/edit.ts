import type { Language } from '@/domain/field'
import { type EditMessages, editEn } from './edit.en'
import { editZh } from './edit.zh'

/** The words of the forms in which the record is kept. */
export function getEditMessages(language: Language): EditMessages {
  return language === 'zh' ? editZh : editEn
}

import type { Language } from '@/domain/field'
import { type ImportMessages, importEn } from './import.en'
import { importZh } from './import.zh'

/** The words of importing files. */
export function getImportMessages(language: Language): ImportMessages {
  return language === 'zh' ? importZh : importEn
}

import type { Language } from '@/domain/field'
import { type EvidenceMessages, evidenceEn } from './evidence.en'
import { evidenceZh } from './evidence.zh'

/** The words of files that prove something. */
export function getEvidenceMessages(language: Language): EvidenceMessages {
  return language === 'zh' ? evidenceZh : evidenceEn
}

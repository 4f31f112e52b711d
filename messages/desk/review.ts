import type { Language } from '@/domain/field'
import { type ReviewMessages, reviewEn } from './review.en'
import { reviewZh } from './review.zh'

/** The words of proposals, reviewing and undoing. */
export function getReviewMessages(language: Language): ReviewMessages {
  return language === 'zh' ? reviewZh : reviewEn
}

import type { Language } from '@/domain/field'
import { type BulletinMessages, bulletinEn } from './bulletin.en'
import { bulletinZh } from './bulletin.zh'

/** The words of entering a bulletin. */
export function getBulletinMessages(language: Language): BulletinMessages {
  return language === 'zh' ? bulletinZh : bulletinEn
}

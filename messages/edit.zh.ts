import { type EditMessages, editEn } from './edit.en'

export const editZh: EditMessages = editEn

import { markup } from '@/components/picture/markup'

export const EMBED_WIDTH = 720
export const EMBED_HEIGHT = 720

/** The tag another site puts in its page to show a view in a frame. */
export function formatEmbedCode(src: string, title: string, width = EMBED_WIDTH, height = EMBED_HEIGHT): string {
  return markup`<iframe src="${src}" title="${title}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`
    .text
}

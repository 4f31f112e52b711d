import { getMessages } from '@/messages/messages'

export const dynamic = 'force-dynamic'

/** What is answered while the database is silent: plain HTML in both languages that needs nothing else to be there. */
export function GET(): Response {
  const parts = (['en', 'zh'] as const).map((language) => {
    const { title, text } = getMessages(language).unavailable
    return `<section lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><h1>${title}</h1><p>${text}</p></section>`
  })
  const style =
    'body{font:1rem/1.5 system-ui;max-width:36rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}h1{font-size:1.25rem}'
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>503 · Pot &amp; Iron</title><style>${style}</style><main>${parts.join('')}</main></html>`
  return new Response(html, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '30' },
  })
}

export const HEAD = GET

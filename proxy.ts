import { createHash } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { type CurrentEdition, getCurrentEdition, getEditionHash } from '@/db/current-edition'
import {
  type Address,
  formatAddress,
  formatEditionSegment,
  isViewShortEnough,
  parseAddress,
  toViewSegment,
} from '@/domain/address'
import { parseInternalPath } from '@/domain/internal-address'
import { getOwnOrigins, getSiteOrigin } from '@/domain/origin'
import { isDrawn } from '@/domain/picture'
import { holdRenderSlot, isKept, isUnavailable } from './view-memory'

const NO_STORE = { 'Cache-Control': 'no-store' }
const SHARED_CACHES = 'max-age=1, stale-while-revalidate=60, stale-if-error=86400'
const VARY = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding'
const SESSION_COOKIES = ['next-auth.session-token', '__Secure-next-auth.session-token']
/** Deeper pages of a table and free text would let anyone fill the memory: they are drawn each time. */
const KEPT_PAGES_MOST = 10
/** The index, or one part of it: `/sitemap-debt-3.xml`. */
const SITEMAP = /^\/sitemap(?:-[a-z-]+-[1-9]\d{0,3})?\.xml$/

/** A public file of a source, by its hash. */
const EVIDENCE = /^\/evidence\/[0-9a-f]{64}$/

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (!isDecodable(pathname + search)) return answerProblem(400, 'malformed-address')
  if (request.method === 'OPTIONS') return answerOptions()
  const refused = request.method === 'POST' ? refusePost(request) : null
  if (refused) return refused
  if (pathname.startsWith('/api/')) return NextResponse.next({ headers: NO_STORE })
  const desk = toDeskPath(pathname)
  if (desk) return openDesk(request, desk)
  if (request.method === 'POST') return answerProblem(405, 'method', { Allow: 'GET, HEAD, OPTIONS' })
  if (pathname === '/oembed' || pathname === '/robots.txt')
    return NextResponse.next({ headers: { ...SAFE, ...NO_STORE } })
  if (EVIDENCE.test(pathname)) return NextResponse.next({ headers: SAFE })
  if (SITEMAP.test(pathname)) return readSitemap(request)
  const typedByHand = parseInternalPath(pathname)
  if (typedByHand) return redirect(request, formatAddress(typedByHand))
  return readPublic(request)
}

export const config = { matcher: ['/((?!_next/|favicon.ico$|icon.svg$).*)'] }

async function readPublic(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl
  const address = parseAddress(pathname, searchParams)
  if (!address) return rewriteToMissing(request, pathname)
  if (!isViewShortEnough(formatAddress(address)) || !isViewShortEnough(search)) return refuseTooLong(request, address)
  if (address.format && address.view.ignored.length > 0) {
    return answerProblem(400, 'not-understood', {}, { ignored: address.view.ignored })
  }
  const canonical = formatAddress(address)
  if (canonical !== pathname + search) return redirect(request, canonical)
  const current = await getCurrentEdition(address.pinned).catch(() => null)
  if (!current || current.n === 0) return rewriteToUnavailable(request)
  const edition = address.pinned ?? current.n
  if (edition > current.n || (await isLost(edition, current.n))) return rewriteToMissing(request, pathname)
  return address.format
    ? rewriteToFile(request, address, edition, current.redactions)
    : rewriteToPage(request, address, edition, current)
}

/** Whether a number below the current one names no edition: a restored backup may not reach as far as what was published. */
async function isLost(edition: number, current: number): Promise<boolean> {
  if (edition === current) return false
  return (await getEditionHash(edition).catch(() => null)) === ''
}

/** The map of the site as of the current edition. It takes no query. */
async function readSitemap(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (search !== '') return redirect(request, pathname)
  const current = await getCurrentEdition().catch(() => null)
  if (!current || current.n === 0) return rewriteToUnavailable(request)
  const segment = formatEditionSegment({
    edition: current.n,
    current: current.n,
    pinned: false,
    redactions: current.redactions,
  })
  return rewriteTagged(request, `/sitemaps/${segment}/${pathname.slice(1)}`, current.n)
}

async function rewriteToPage(
  request: NextRequest,
  address: Address,
  edition: number,
  { n: current, redactions }: CurrentEdition,
): Promise<NextResponse> {
  const { language, page, id } = address
  const unkept = isUnkept(address.view)
  const segment = formatEditionSegment({ edition, current, pinned: address.pinned !== undefined, redactions })
  const parts = [
    language,
    ...(unkept ? ['unkept'] : []),
    segment,
    page,
    toViewSegment(address),
    ...(id === undefined ? [] : [id]),
  ]
  const path = `/${parts.join('/')}`
  if (unkept || !isKept(path)) {
    if (!(await canRead()) || !(await holdRenderSlot())) return rewriteToUnavailable(request)
  }
  return NextResponse.rewrite(toLocal(request, path), { headers: getPublicHeaders(edition) })
}

/** Asks the database itself before a page is drawn from it: a page that finds out on its own answers 500. */
async function canRead(): Promise<boolean> {
  if (isUnavailable()) return false
  await getCurrentEdition(Number.POSITIVE_INFINITY).catch(() => null)
  return !isUnavailable()
}

function isUnkept(view: Address['view']): boolean {
  return view.q !== undefined || Number(view.page ?? 1) > KEPT_PAGES_MOST
}

function rewriteToFile(
  request: NextRequest,
  address: Address,
  edition: number,
  redactions: number,
): Promise<NextResponse> {
  return rewriteTagged(request, toFilePath(address, edition, redactions), edition, getDrawnPolicy(address))
}

/** Answers 304 where the reader has the file already: it follows from its internal path, its edition and the build. */
async function rewriteTagged(
  request: NextRequest,
  path: string,
  edition: number,
  more: Record<string, string> = {},
): Promise<NextResponse> {
  const hash = await getEditionHash(edition).catch(() => null)
  if (hash === null) return NextResponse.rewrite(toLocal(request, path), { headers: NO_STORE })
  const content = `${hash} ${path} ${process.env.BUILD_STAMP ?? ''}`
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
  const headers = { ...getPublicHeaders(edition), ...more, ETag: tag }
  if (
    request.headers
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(tag)
  )
    return new NextResponse(null, { status: 304, headers })
  return NextResponse.rewrite(toLocal(request, path), { headers })
}

function toFilePath(address: Address, edition: number, redactions: number): string {
  const { language, page, id, format, look, view } = address
  const rest = `${page}/${toViewSegment(address)}${id === undefined ? '' : `/${id}`}`
  const same = formatEditionSegment({ edition, current: edition, pinned: false, redactions })
  const own = formatEditionSegment({ edition, current: edition, pinned: address.pinned !== undefined, redactions })
  if (format === 'xlsx') return `/workbooks/${language}/${same}/${rest}`
  if (format === 'atom') return `/feeds/${language}/${own}/${rest}`
  if (!isDrawn(format)) return `/files/${same}/${format}/${rest}`
  const folder = `${format === 'embed' ? 'embeds' : 'pictures'}${isUnkept(view) ? '/unkept' : ''}`
  const segment = format === 'embed' ? own : same
  return `/${folder}/${language}/${segment}/${format}-${look?.theme}-${look?.size}/${rest}`
}

/** A picture runs and loads nothing; only a view made for frames may stand in one of another site. */
function getDrawnPolicy({ format }: Address): Record<string, string> {
  if (!isDrawn(format)) return {}
  const frames = format === 'embed' ? '*' : "'none'"
  const policy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors ${frames}`
  return { 'Content-Security-Policy': policy }
}

/** What leaves for a page of the record, live or pinned: browsers ask each time, shared caches may hold it a second. */
function getPublicHeaders(edition: number): Record<string, string> {
  return {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'CDN-Cache-Control': SHARED_CACHES,
    'X-Accel-Expires': '1',
    Vary: VARY,
    'X-Edition': String(edition),
    'Content-Security-Policy': getPolicy("'unsafe-inline'"),
    ...SAFE,
  }
}

const SAFE = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

function getPolicy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** `/edit`, `/sign-in` and `/welcome/…` in either language, as the desk's internal path; null for every other. */
function toDeskPath(pathname: string): string | null {
  const [, language = 'en', rest] = /^(?:\/(zh))?(\/(?:edit|sign-in|welcome)(?:\/.*)?)$/.exec(pathname) ?? []
  return rest === undefined ? null : `/${language}${rest}`
}

/** A page of the desk is drawn from the database; while that is silent, those who only look get the page that says so. */
async function openDesk(request: NextRequest, path: string): Promise<NextResponse> {
  if (request.method === 'POST') return rewriteToDesk(request, path)
  await getCurrentEdition().catch(() => null)
  return isUnavailable() ? rewriteToUnavailable(request) : rewriteToDesk(request, path)
}

function rewriteToDesk(request: NextRequest, path: string): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = getPolicy(`'nonce-${nonce}' 'strict-dynamic'`)
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('x-nonce', nonce)
  const url = toLocal(request, path)
  url.search = request.nextUrl.search
  return NextResponse.rewrite(url, {
    request: { headers },
    headers: { ...NO_STORE, ...SAFE, 'Content-Security-Policy': policy },
  })
}

/** A POST comes from our own pages, and to the desk only from a browser with a session cookie. */
function refusePost(request: NextRequest): NextResponse | null {
  const { pathname } = request.nextUrl
  if (isFromScript(request)) return null
  if (!getOwnOrigins(process.env).includes(request.headers.get('origin') ?? ''))
    return answerProblem(403, 'foreign-origin')
  const isEdit = /^(\/zh)?\/edit(\/|$)/.test(pathname)
  if (isEdit && !SESSION_COOKIES.some((name) => request.cookies.has(name))) return answerProblem(401, 'signed-out')
  if (!isEdit && !pathname.startsWith('/api/')) return answerProblem(405, 'method', { Allow: 'GET, HEAD, OPTIONS' })
  return null
}

/** A script shows a token and no cookie, so no page of another site can have it ask in somebody's name. */
function isFromScript({ nextUrl, headers }: NextRequest): boolean {
  return nextUrl.pathname === '/api/proposals' && !headers.has('cookie')
}

function rewriteToMissing(request: NextRequest, pathname: string): NextResponse {
  const language = pathname === '/zh' || pathname.startsWith('/zh/') ? 'zh' : 'en'
  return NextResponse.rewrite(toLocal(request, `/${language}/missing`), {
    status: 404,
    headers: { ...NO_STORE, ...SAFE, Vary: VARY, 'Content-Security-Policy': getPolicy("'unsafe-inline'") },
  })
}

function rewriteToUnavailable(request: NextRequest): NextResponse {
  return NextResponse.rewrite(toLocal(request, '/unavailable'), { headers: NO_STORE })
}

function refuseTooLong(request: NextRequest, address: Address): NextResponse {
  if (address.format) return answerProblem(400, 'too-long')
  const { view: _view, ...path } = address
  return redirect(request, formatAddress({ ...path, view: { ignored: ['other'] } }))
}

function redirect(request: NextRequest, address: string): NextResponse {
  const location = new URL(address, getSiteOrigin(process.env))
  const host = toLocal(request, '/')
  return new NextResponse(null, {
    status: 307,
    headers: {
      ...NO_STORE,
      Vary: VARY,
      Location: host.host === location.host ? location.href : location.pathname + location.search,
    },
  })
}

/** Next would answer a handler's OPTIONS itself, and keep that answer in the place of the file. */
function answerOptions(): NextResponse {
  const headers = { ...NO_STORE, ...SAFE, Allow: 'GET, HEAD, POST, OPTIONS' }
  return new NextResponse(null, { status: 204, headers })
}

/** RFC 9457. The words stand in both languages, since nobody has said which is read. */
function answerProblem(
  status: number,
  code: string,
  headers: Record<string, string> = {},
  more: object = {},
): NextResponse {
  return NextResponse.json(
    { type: `about:blank#${code}`, title: code, status, ...more },
    { status, headers: { ...NO_STORE, ...SAFE, ...headers, 'Content-Type': 'application/problem+json' } },
  )
}

function toLocal(request: NextRequest, path: string): URL {
  return new URL(path, request.nextUrl)
}

function isDecodable(text: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(text.replaceAll('+', ' ')))
  } catch {
    return false
  }
}

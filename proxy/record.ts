import { type NextRequest, NextResponse } from 'next/server'
import { getCurrentEdition, getEditionHash } from '@/db/current-edition'
import { type Address, formatAddress, isViewShortEnough, listUnknown, namesFile, parseAddress } from '@/domain/address'
import { formatFilePath, formatPagePath, isUnkept, type ReadFrom } from '@/domain/internal-address'
import { isDrawn } from '@/domain/picture'
import { VIEW_MOST } from '@/domain/view'
import { answerProblem, redirect, rewriteToMissing, rewriteToUnavailable, toLocal } from './answers'
import { getPublicHeaders } from './headers'
import { rewriteTagged } from './tagged'
import { holdRenderSlot, isKept, isUnavailable } from './view-memory'

const NAMES_MOST = 10
const NAME_MOST = 40

/** A page or a file of the record: its address in its one spelling, its edition, and the internal path it is drawn at. */
export async function readRecord(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl
  const address = parseAddress(pathname, searchParams)
  if (!address) return namesFile(pathname) ? answerProblem(404, 'not-here') : rewriteToMissing(request, pathname)
  if (!isViewShortEnough(formatAddress(address)) || !isViewShortEnough(search)) return refuseTooLong(request, address)
  if (address.format && address.view.ignored.length > 0) {
    return refuseView(address, searchParams)
  }
  const canonical = formatAddress(address)
  if (canonical !== pathname + search) return redirect(request, canonical)
  const current = await getCurrentEdition(address.pinned).catch(() => null)
  if (!current || current.n === 0) return rewriteToUnavailable(request)
  const edition = address.pinned ?? current.n
  if (edition > current.n || (await isLost(edition, current.n))) {
    if (!address.format) return rewriteToMissing(request, pathname)
    return answerProblem(404, 'no-edition', { values: { n: edition, newest: current.n } })
  }
  const from = { edition, current: current.n, redactions: current.redactions }
  return address.format ? rewriteToFile(request, address, from) : rewriteToPage(request, address, from)
}

/** Keys that the page does not have are `other` for programs; people are told how they were spelled. */
function refuseView(address: Address, query: URLSearchParams): NextResponse {
  const { ignored } = address.view
  const unknown = listUnknown(address, query).map((key) => key.slice(0, NAME_MOST))
  const keys = [...ignored.filter((key) => key !== 'other'), ...unknown].slice(0, NAMES_MOST).join(', ')
  return answerProblem(400, 'not-understood', { values: { keys: keys || 'other' }, more: { ignored } })
}

function refuseTooLong(request: NextRequest, address: Address): NextResponse {
  if (address.format) return answerProblem(400, 'too-long', { values: { most: VIEW_MOST } })
  const { view: _view, ...path } = address
  return redirect(request, formatAddress({ ...path, view: { ignored: ['other'] } }))
}

/** Whether a number below the current one names no edition: a restored backup may not reach as far as what was published. */
async function isLost(edition: number, current: number): Promise<boolean> {
  if (edition === current) return false
  return (await getEditionHash(edition).catch(() => null)) === ''
}

async function rewriteToPage(request: NextRequest, address: Address, from: ReadFrom): Promise<NextResponse> {
  const path = formatPagePath(address, from)
  if (isUnkept(address.view) || !isKept(path)) {
    if (!(await canRead()) || !(await holdRenderSlot())) return rewriteToUnavailable(request)
  }
  return NextResponse.rewrite(toLocal(request, path), { headers: getPublicHeaders(from.edition) })
}

/** Asks the database itself before a page is drawn from it: a page that finds out on its own answers 500. */
async function canRead(): Promise<boolean> {
  if (isUnavailable()) return false
  await getCurrentEdition(Number.POSITIVE_INFINITY).catch(() => null)
  return !isUnavailable()
}

function rewriteToFile(request: NextRequest, address: Address, from: ReadFrom): Promise<NextResponse> {
  return rewriteTagged(request, formatFilePath(address, from), from.edition, getDrawnPolicy(address))
}

/** A picture runs and loads nothing; only a view made for frames may stand in one of another site. */
function getDrawnPolicy({ format }: Address): Record<string, string> {
  if (!isDrawn(format)) return {}
  const frames = format === 'embed' ? '*' : "'none'"
  const policy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors ${frames}`
  return { 'Content-Security-Policy': policy }
}

/**
 * Preloaded into the server (`node --import ./scripts/guard/guard.mjs …/next start`): stands before every request, so that what is
 * malformed or forged never reaches Next, which answers some of it with a 500 and believes the rest.
 *
 * Every request runs inside an AsyncLocalStorage, at `globalThis[Symbol.for('pot-and-iron.request')]`, whose store is
 * `{ onClose: (() => void)[], isDatabaseAway?: true }`: the functions in it are called once each when the response is done or
 * its connection gone, and `db/client.ts` says there that a query of this request was not answered.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { answerAgain } from './guard-answers.mjs'
import { holdBody } from './guard-body.mjs'
import { cleanHeaders } from './guard-headers.mjs'
import { unwrapHeaders } from './guard-headers-out.mjs'
import { keepFailuresOut, refuse, refuseConnect } from './guard-refuse.mjs'
import { isGoodTarget } from './guard-target.mjs'
import '../lifeline.mjs'

// A long file is written in objects that outlive a minor collection. Left alone, the heap doubles before it is cleared of
// them, and after 3,000 views the server takes 670 MB; where it may grow by a quarter alone, each new picture waits 20 ms for
// the collector. So it may grow by three fifths: 410 MB, and no wait to be seen.
setFlagsFromString('--heap-growing-percent=60')

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
const ALLOW = { Allow: METHODS.join(', ') }
/** Next serves these before `proxy.ts`, and takes a POST to them for a form it cannot read: a 500. */
const FILES = /^\/(_next(\/|$)|[^/]+\.(ico|svg|png|txt|xml|webmanifest)$)/

const trustedProxies = Number(process.env.TRUSTED_PROXIES || 0)
const requests = new AsyncLocalStorage()
globalThis[Symbol.for('pot-and-iron.request')] = requests

const emit = Server.prototype.emit
const on = Server.prototype.on

Server.prototype.emit = function guarded(event, ...rest) {
  if (event === 'listening') on.call(this, 'connect', (_request, socket) => refuseConnect(socket, ALLOW))
  if (event !== 'request') return emit.call(this, event, ...rest)
  const [request, response] = rest
  receive(request, response, () => emit.call(this, 'request', request, response))
  return true
}

/** Without a listener Node serves a request for an upgrade (WebSocket, h2c) as the plain request it also is. */
Server.prototype.on = function withoutUpgrade(event, listener) {
  return event === 'upgrade' ? this : on.call(this, event, listener)
}
Server.prototype.addListener = Server.prototype.on

function receive(request, response, serve) {
  if (!METHODS.includes(request.method)) return refuse(request, response, 405, ALLOW)
  if (request.method === 'OPTIONS' && request.url === '*') return refuse(request, response, 204, ALLOW)
  if (request.method === 'POST' && FILES.test(pathOf(request.url))) {
    return refuse(request, response, 405, { Allow: 'GET, HEAD, OPTIONS' })
  }
  if (!isGoodTarget(request.url) || !cleanHeaders(request, trustedProxies)) return refuse(request, response, 400)
  if (answerAgain(request, response)) return
  const store = watch(response)
  unwrapHeaders(response)
  keepFailuresOut(response, store)
  holdBody(request, response, () => requests.run(store, serve))
}

/** Decoded where it can be: Next looks at it so too. */
function pathOf(target) {
  const path = target.split('?', 1)[0]
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** @returns {{ onClose: (() => void)[], isDatabaseAway?: true }} the store of this request */
function watch(response) {
  const store = { onClose: [] }
  const close = () => {
    for (const done of store.onClose.splice(0)) {
      try {
        done()
      } catch (error) {
        console.error(error)
      }
    }
  }
  response.once('finish', close)
  response.once('close', close)
  return store
}

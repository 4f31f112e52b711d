/** The web server: Next behind the guard. */
import { request } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { startNode } from './processes.mjs'

const READY_DEADLINE = 60_000
/** A server whose launcher was killed needs a moment to notice. */
const PORT_DEADLINE = 6_000

/** @throws Error in one line when something else listens there */
export async function refuseTakenPort({ HOST, PORT }) {
  const deadline = Date.now() + PORT_DEADLINE
  while (true) {
    const problem = await tryPort(addressToBind(HOST), PORT)
    if (!problem) return
    if (problem !== 'EADDRINUSE' || Date.now() > deadline) throw new Error(describePortProblem(problem, HOST, PORT))
    await sleep(200)
  }
}

function tryPort(host, port) {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', (error) => done(error.code))
    probe.listen(port, host, () => probe.close(() => done(null)))
  })
}

function describePortProblem(problem, host, port) {
  if (problem === 'EADDRINUSE') return `PORT ${port} is taken by another program. Set PORT to a free one.`
  if (problem === 'EACCES') return `PORT ${port} may not be opened by this account. Set PORT to one above 1023.`
  return `HOST ${host} with PORT ${port} cannot be opened (${problem}).`
}

/** IPv4 first: «localhost» is 127.0.0.1 also where the system names ::1 before it. */
const addressToBind = (host) => (host === 'localhost' ? '127.0.0.1' : host)

/**
 * Starts the server and waits until it answers.
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, address: string }>}
 * @throws Error when it ends before
 */
export async function serve({ HOST, PORT }, env) {
  const early = []
  let ready = false
  const child = startNode(
    [
      '--dns-result-order=ipv4first',
      ...['--import', new URL('./guard/guard.mjs', import.meta.url).href],
      'node_modules/next/dist/bin/next',
      ...['start', '-H', HOST, '-p', String(PORT)],
    ],
    { env, onLine: (line) => (ready ? console.log(line) : early.push(line)) },
  )
  const deadline = Date.now() + READY_DEADLINE
  while (!(await answers(HOST, PORT))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new Error(`The server did not start:\n${early.join('\n')}`)
    }
    await sleep(50)
  }
  ready = true
  const shown = ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST
  return { child, address: `http://${shown.includes(':') ? `[${shown}]` : shown}:${PORT}` }
}

/** Whether the first page is served: an answer that is no error of the server's own. */
function answers(host, port) {
  const target = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? addressToBind(host)
  return new Promise((done) => {
    const asked = request({ host: target, port, path: '/', headers: { host: `localhost:${port}` }, timeout: 10_000 })
    asked.once('response', (response) => {
      response.resume()
      done(response.statusCode < 500)
    })
    asked.once('timeout', () => asked.destroy())
    asked.once('error', () => done(false))
    asked.end()
  })
}

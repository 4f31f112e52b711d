import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const text = readFileSync(new URL('./first-intent.js', import.meta.url), 'utf8')

/** A window with as much of a browser as the script asks for; `timeouts` end what is only for a time. */
function open({ isTranslated = false } = {}) {
  const brought = []
  const scripts = []
  const timeouts = []
  const target = new EventTarget()
  const window = {
    addEventListener: target.addEventListener.bind(target),
    document: {
      documentElement: { matches: () => isTranslated },
      currentScript: { src: 'https://example.org/_next/static/chunks/first-intent-1.js' },
      createElement: () => ({ remove() {} }),
      head: {
        append: (script) => {
          scripts.push(script)
          brought.push(script.src)
        },
      },
    },
    URL,
    setTimeout: (run) => timeouts.push(run),
    AbortSignal: {
      timeout: () => {
        const ends = new AbortController()
        timeouts.push(() => ends.abort())
        return ends.signal
      },
    },
  }
  window.window = window
  runInNewContext(text.replace('/* scripts */ []', '["a.js","b.js"]'), window)
  const act = (kind, more = {}) => {
    const event = Object.defineProperties(
      new Event(kind, { cancelable: true }),
      Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value }])),
    )
    target.dispatchEvent(event)
    return event
  }
  return { window, brought, scripts, timeouts, act }
}

test.each(['pointermove', 'pointerdown', 'click', 'keydown', 'focusin'])('%s brings the scripts, once', (kind) => {
  const { brought, act } = open()
  expect(brought).toEqual([])
  act(kind)
  act(kind)
  expect(brought).toEqual(['/_next/static/chunks/a.js', '/_next/static/chunks/b.js'])
})

test('a mouse that rests where a page appears brings nothing until it moves', () => {
  const { brought, act } = open()
  act('pointermove', { movementX: 0, movementY: 0 })
  expect(brought).toEqual([])
  act('pointermove', { movementX: 1, movementY: 0 })
  expect(brought).toHaveLength(2)
})

test.each(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'])('%s alone means nothing yet', (key) => {
  const { window, brought, act } = open()
  act('keydown', { key })
  expect(brought).toEqual([])
  act('keydown', { key: '/' })
  expect(brought).toHaveLength(2)
  expect(window.firstIntent).toMatchObject({ key: '/' })
})

test('a page that a browser translated is left as it is', () => {
  const { brought, act } = open({ isTranslated: true })
  act('pointerdown')
  expect(brought).toEqual([])
})

test('what brought them is kept for the script it was meant for', () => {
  const { window, act } = open()
  act('keydown', { key: '/' })
  expect(window.firstIntent).toMatchObject({ key: '/' })
})

test('a touch on a chart that is not alive yet follows no link, for as long as scripts take to come', () => {
  const { act, timeouts } = open()
  const click = (isOnChart) => act('click', { target: { closest: () => isOnChart || null } }).defaultPrevented
  act('pointerdown', { pointerType: 'touch' })
  expect(click(true)).toBe(true)
  expect(click(false)).toBe(false)
  for (const end of timeouts) end()
  expect(click(true)).toBe(false)
})

test('a script that did not come is asked for again after a while, alone, with what is done then', () => {
  const { brought, scripts, timeouts, act } = open()
  act('pointerdown')
  scripts[1].onerror()
  act('keydown', { key: 'a' })
  expect(brought).toHaveLength(2)
  for (const end of timeouts) end()
  expect(brought).toHaveLength(2)
  act('keydown', { key: 'b' })
  expect(brought.slice(2)).toEqual(['/_next/static/chunks/b.js'])
})

test('where none comes, a second touch on a chart follows its link', () => {
  const { scripts, timeouts, act } = open()
  act('pointerdown', { pointerType: 'touch' })
  for (const script of scripts) script.onerror()
  for (const end of timeouts) end()
  act('pointerdown', { pointerType: 'touch' })
  expect(scripts).toHaveLength(4)
  expect(act('click', { target: { closest: () => true } }).defaultPrevented).toBe(false)
})

test('a mouse follows links at once', () => {
  const { act } = open()
  act('pointermove', { pointerType: 'mouse' })
  expect(act('click', { target: { closest: () => true } }).defaultPrevented).toBe(false)
})

import { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { unwrapHeaders } from './guard-headers-out.mjs'

function open() {
  const response = new ServerResponse({ method: 'GET' })
  unwrapHeaders(response)
  return response
}

test.each([
  'application/json; charset=utf-8',
  'application/problem+json',
  'application/atom+xml; charset=utf-8',
  'image/svg+xml; charset=utf-8',
  'text/html; charset=utf-8',
])('%s is a word, so that it is compressed', (type) => {
  const response = open()
  response.setHeader('content-type', [type])
  expect(response.getHeader('Content-Type')).toBe(type)
})

test.each(['text/csv; charset=utf-8; header=present', 'image/png', 'application/jsonl'])(
  '%s is left as it is',
  (type) => {
    const response = open()
    response.setHeader('Content-Type', [type])
    expect(response.getHeader('content-type')).toEqual([type])
  },
)

test('other lists of one are the one, longer lists stay, and words stay words', () => {
  const response = open()
  response.setHeader('X-Nextjs-Cache', ['HIT'])
  response.setHeader('Vary', ['rsc', 'Accept-Encoding'])
  response.setHeader('Content-Type', 'text/csv')
  const headers = ['X-Nextjs-Cache', 'Vary', 'Content-Type'].map((name) => response.getHeader(name))
  expect(headers).toEqual(['HIT', ['rsc', 'Accept-Encoding'], 'text/csv'])
})

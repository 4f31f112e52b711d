import { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { nameContent } from './guard-content.mjs'

function open() {
  const response = new ServerResponse({ method: 'GET' })
  nameContent(response)
  return response
}

test.each([
  'application/json; charset=utf-8',
  'application/problem+json',
  'application/atom+xml; charset=utf-8',
  'image/svg+xml; charset=utf-8',
  'text/html; charset=utf-8',
])('%s is named in words, so that it is compressed', (type) => {
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

test('other headers keep their lists, and words stay words', () => {
  const response = open()
  response.setHeader('Vary', ['text/html'])
  response.setHeader('Content-Type', 'text/html')
  expect([response.getHeader('Vary'), response.getHeader('Content-Type')]).toEqual([['text/html'], 'text/html'])
})

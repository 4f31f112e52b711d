import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { getName, toName, toReading } from '@/components/view/reading'
import { getFields } from '@/domain/record'
import { FieldValue } from './field-value'
import { RedactionNotice } from './redaction-notice'

const english = toReading('en', { edition: 4, current: 9, pinned: true, redactions: 1 }, new Date(0))
const chinese = toReading('zh', { edition: 9, current: 9, pinned: false, redactions: 1 }, new Date(0))

function draw(reading: typeof english, key: string, value: string): string {
  const field = getFields('source').find((one) => one.key === key)
  if (!field) throw new Error(`a source has no ${key}`)
  return renderToStaticMarkup(<FieldValue reading={reading} noun="source" field={field} value={value} fields={{}} />)
}

test('a mark is read as words, in each language, and an address as no link', () => {
  expect(draw(english, 'note', '[redacted]')).toBe('<span class="text-muted">Redacted for privacy</span>')
  expect(draw(chinese, 'note', '[redacted]')).toBe('<span class="text-muted">为保护隐私已隐去</span>')
  expect(draw(english, 'url', 'https://redacted.invalid/')).toBe('<span class="text-muted">Redacted for privacy</span>')
  expect(draw(english, 'url', 'https://example.org/')).toContain('href="https://example.org/"')
  expect(toName('[redacted]', 'zh')).toEqual({ text: '为保护隐私已隐去' })
  expect(getName('document', 'd', { titleEn: '[redacted]', titleZh: '通知' }, english)).toEqual({
    text: 'Redacted for privacy',
  })
})

test('a pinned page says what was redacted since, and leads to the edition that did it, live', () => {
  const redactions = [{ edition: 7, keys: ['note', 'reason'], summary: 'A private person' }]
  const markup = renderToStaticMarkup(<RedactionNotice reading={english} redactions={redactions} />)
  expect(markup).toContain(
    '<li>Note, Reason of the withdrawal · <a href="/editions/7">Edition 7</a> · A private person</li>',
  )
  expect(renderToStaticMarkup(<RedactionNotice reading={english} redactions={[]} />)).toBe('')
})

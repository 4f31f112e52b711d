import { expect, test } from 'vitest'
import { parseEmail, parsePublicName } from '@/domain/person'

test('one address has one spelling', () => {
  expect(parseEmail(' Li.Wei@Example.ORG ')).toBe('li.wei@example.org')
  expect(parseEmail('ｌｉ＠ｅｘａｍｐｌｅ．ｏｒｇ')).toBe('li@example.org')
  for (const wrong of ['', 'li', 'li@', 'a@b', 'li@example.org\0', `${'a'.repeat(250)}@b.cn`])
    expect(parseEmail(wrong)).toBeNull()
})

test('a public name is one visible line of at most 80 characters', () => {
  expect(parsePublicName(' 李伟 ')).toEqual({ ok: true, name: '李伟' })
  expect(parsePublicName('   ')).toEqual({ ok: false, error: 'name-missing' })
  expect(parsePublicName('李'.repeat(81))).toEqual({ ok: false, error: 'name-long' })
  for (const hidden of ['a\nb', 'a\u202eb', 'a\u200bb', 'a\0b']) {
    expect(parsePublicName(hidden)).toEqual({ ok: false, error: 'name-control' })
  }
})

import { expect } from '@playwright/test'
import { getForm, giveReason, PASSWORD, publish, signIn, test } from './testing/desk'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('signs in, changes a figure, signs out; a copied cookie opens nothing then', async ({
      page,
      browser,
      baseURL,
      makePerson,
    }) => {
      const person = await makePerson('Lin Wei')
      const figure = `general_transfer.CN-${javaScriptEnabled ? 'HE' : 'SX'}.2024.A.official`
      await page.goto(`/edit/observation/${figure}`)
      await expect(page).toHaveURL(/\/sign-in\?to=/)
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByLabel('Password').fill(`${PASSWORD}?`)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('alert').first()).toContainText('do not match')
      await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL(`/edit/observation/${figure}`)
      await page.getByLabel('Value').fill('４２００')
      await giveReason(page, 'Typed full-width')
      await publish(page)
      await expect(page).toHaveURL(`/debt/${figure}`)
      await expect(page.locator('dd[data-field=value]')).toContainText('4,200')

      const thief = await browser.newContext(baseURL ? { baseURL } : {})
      await thief.addCookies(await page.context().cookies())
      const copied = await thief.newPage()
      await copied.goto('/edit')
      await expect(copied).toHaveURL('/edit')
      await copied.goto('/edit/area/CN-JX')
      await copied.getByLabel('Note').fill('Typed before the session ended')
      await page.goto('/edit')
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('You are signed out.')).toBeVisible()
      await page.goto('/edit')
      await expect(page).toHaveURL(/\/sign-in/)
      expect((await copied.request.get('/edit/options?noun=area&q=a')).status()).toBe(401)
      await giveReason(copied, 'Late')
      await publish(copied)
      await expect(getForm(copied).getByRole('alert')).toContainText('You are signed out')
      await expect(copied.getByLabel('Note')).toHaveValue('Typed before the session ended')
      await copied.goto('/edit')
      await expect(copied).toHaveURL(/\/sign-in/)
    })
  })
}

test('signed out in another tab, signed in again, and what was typed is published', async ({ editor, makePerson }) => {
  await editor.goto('/edit/area/CN-SX')
  await getForm(editor).getByLabel('Note').fill('Typed before')
  await giveReason(editor, 'Before and after')
  const tab = await editor.context().newPage()
  await tab.goto('/edit')
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await expect(tab.getByText('You are signed out.')).toBeVisible()
  await publish(editor)
  await expect(getForm(editor).getByRole('alert')).toContainText('Sign in in another tab')
  await expect(getForm(editor).getByLabel('Note')).toHaveValue('Typed before')
  await signIn(editor.context(), await makePerson('Mei Zhao'))
  await publish(editor)
  await expect(editor.locator('dd[data-field=note]')).toHaveText('Typed before')
})

test('after ten wrong tries strangers are refused even with the right password, a known browser is not', async ({
  browser,
  baseURL,
  makePerson,
}) => {
  const options = baseURL ? { baseURL } : {}
  const person = await makePerson('Lin Wei')
  const known = await browser.newContext(options)
  await signIn(known, person)
  const page = await known.newPage()
  await page.goto('/edit')
  await page.getByRole('button', { name: 'Sign out' }).click()

  const stranger = await (await browser.newContext(options)).newPage()
  const tryWith = async (password: string) => {
    await stranger.goto('/sign-in')
    await stranger.getByLabel('E-mail address').fill(person.email)
    await stranger.getByLabel('Password').fill(password)
    await stranger.getByRole('button', { name: 'Sign in' }).click()
    return stranger.getByRole('alert').first().innerText()
  }
  for (let at = 1; at < 10; at++) {
    const answer = await stranger.request.post('/api/sign-in', {
      form: { email: person.email, password: `wrong ${at}`, language: 'en', to: '' },
      headers: { Origin: baseURL ?? '' },
      maxRedirects: 0,
    })
    expect(answer.headers().location).toContain('/sign-in')
  }
  expect(await tryWith('wrong 10')).toContain('do not match')
  expect(await tryWith(PASSWORD)).toContain('Too many failed attempts')
  await signIn(known, person)
})

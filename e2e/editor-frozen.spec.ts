import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { getEdition, getForm, giveReason, publish, test } from './testing/desk'

test('while the database is frozen publishing fails clearly and keeps the text; then it goes through', async ({
  editor,
  site,
}) => {
  const edition = await getEdition(editor)
  await editor.goto('/edit/area/CN-SC')
  await getForm(editor).getByLabel('Note').fill('Typed before the database froze')
  await giveReason(editor, 'Frozen')
  const processes = listProcesses(site.postgresPidFile)
  signal(processes, 'SIGSTOP')
  try {
    await publish(editor)
    const refusal = getForm(editor).getByRole('alert')
    await expect(refusal).toContainText('The database does not answer at the moment')
    await expect(refusal).toBeFocused()
    await expect(getForm(editor).getByLabel('Note')).toHaveValue('Typed before the database froze')
    await expect(getForm(editor).getByLabel('Why is this published?')).toHaveValue('Frozen')
    const drawn = await editor.request.get('/edit/area/CN-SC')
    expect(drawn.status()).toBe(503)
    expect(drawn.headers()['retry-after']).toBeTruthy()
  } finally {
    signal(processes, 'SIGCONT')
  }
  await expect(async () => {
    if (editor.url().includes('/edit/')) await publish(editor)
    await expect(editor).toHaveURL('/areas/CN-SC', { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expect(editor.locator('dd[data-field=note]')).toHaveText('Typed before the database froze')
  expect(await getEdition(editor)).toBe(edition + 1)
})

/** The server and everything it has started: a connection is a process of its own. */
function listProcesses(pidFile: string): number[] {
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
  return [postmaster, ...children.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]))]
}

function signal(processes: readonly number[], name: 'SIGSTOP' | 'SIGCONT') {
  for (const pid of processes) {
    try {
      process.kill(pid, name)
    } catch {
      // A connection may have ended by itself.
    }
  }
}

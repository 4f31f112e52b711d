/** Chromium for the browser journeys: one that is there, or one that can be had. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The one without windows first: a page costs it half as long as one that has them. */
const ON_THE_MACHINE = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {string | null} the path of a Chromium: Playwright's own, then PLAYWRIGHT_CHROMIUM, then the machine's */
export function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  return [chromium.executablePath(), named, ...ON_THE_MACHINE].find((path) => path && canRun(path)) ?? null
}

/**
 * Finds a Chromium, and where there is none gets one: from Playwright, or on Debian as root from its packages.
 * @returns {string} its path
 * @throws Error that says what to do
 */
export function ensureBrowser() {
  return findBrowser() ?? fromPlaywright() ?? fromDebian() ?? refuse()
}

function fromPlaywright() {
  const parameters = ['node_modules/@playwright/test/cli.js', 'install', 'chromium', '--no-shell']
  spawnSync(process.execPath, parameters, { stdio: 'ignore', timeout: 240_000 })
  return findBrowser()
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env, timeout: 180_000 })
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const parameters = ['install', '-qy', '--no-install-recommends', name]
    spawnSync('apt-get', parameters, { stdio: 'ignore', env, timeout: 400_000 })
    if (findBrowser()) break
  }
  return findBrowser()
}

function refuse() {
  throw new Error('No Chromium for the browser tests: install one and name it in PLAYWRIGHT_CHROMIUM.')
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

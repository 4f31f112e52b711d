import { type Browser, chromium } from '@playwright/test'
import { ensureBrowser } from '@/scripts/browser.mjs'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium that calls nobody; with a port, others may lead it by the DevTools protocol. */
export function openBrowser(port?: number): Promise<Browser> {
  const args = port === undefined ? FLAGS : [...FLAGS, `--remote-debugging-port=${port}`]
  return chromium.launch({ executablePath: ensureBrowser(), args })
}

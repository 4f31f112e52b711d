import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A bare server with its address and end. */
export type Bare = { address: string; tag: string; stop: () => void }

/** Serves the bytes of an answer from a bare node:http server in a process of its own. */
export async function startBare(body: Buffer, type: string): Promise<Bare> {
  const folder = mkdtempSync(join(tmpdir(), 'pot-and-iron-bench-'))
  const file = join(folder, 'body')
  const tag = '"bare"'
  writeFileSync(file, body)
  const { child, port } = await startScript('bare-server.mjs', [file, type, tag])
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${port}/`, tag, stop }
}

/** Starts a script of this folder that says its port in its first line. */
export async function startScript(
  name: string,
  parameters: readonly string[],
): Promise<{ child: ChildProcess; port: number }> {
  const script = fileURLToPath(new URL(name, import.meta.url))
  const child = spawn(process.execPath, [script, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, port: Number(String(line)) }
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page with nothing on it</title>
<meta name="description" content="One heading and one sentence.">
<link rel="icon" href="data:,">
<h1>One heading</h1>
<p>And one sentence.</p>
</html>`

/** A page of one heading and one sentence, without style or script: no page can be lighter in this browser. */
export async function startBarePage(): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createServer(({ url }, response) => {
    if (url === '/') response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

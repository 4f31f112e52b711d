/** A bare node:http server that answers with what `psql` copies out of a table: the floor under a whole table as a file. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'

const [database, query] = process.argv.slice(2)

const server = createServer((_request, response) => {
  const copy = spawn('psql', [database, '-qXc', `copy (${query}) to stdout (format csv)`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' })
  copy.stdout.pipe(response)
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))

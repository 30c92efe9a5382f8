import { request } from 'node:http'
import autocannon from 'autocannon'
import { sessionCookie } from '#app/accounts/auth.server.ts'
import { inTurn, type Row, rate } from './measure.ts'
import { serveBytes, serveDemo } from './server.ts'

const seconds = 5
const connections = 20
/** As a browser asks. */
export const asked = { 'Accept-Encoding': 'gzip, deflate, br', 'Accept-Language': 'en' }

/** Public pages of the demonstration event: from memory against bare `node:http`, and rendered anew. */
export async function benchPages(): Promise<Row[]> {
  const demo = await serveDemo()
  const rows: Row[] = []
  for (const page of ['', '/agenda', '/exhibition', '/exhibition/map']) {
    const address = `${demo.visitor}${page}`
    const bytes = await compressed(address)
    const bare = await serveBytes(bytes.body, bytes.headers)
    const [ours, theirs] = await inTurn(
      () => load(address, asked),
      () => load(bare.url, asked),
    )
    await bare.stop()
    // A session makes the front pass the page to Remix each time.
    const rendered = await load(address, { ...asked, Cookie: `${sessionCookie}=nobody` })
    const size = `${(bytes.body.length / 1024).toFixed(1)} KB compressed`
    const name = page.slice(1) || 'event'
    rows.push(
      {
        name: `${name} page from memory, ${size}`,
        figure: rate(ours),
        against: `${rate(theirs)} bare node:http, same bytes`,
        ratio: ours / theirs,
      },
      {
        name: `${name} page rendered and compressed anew`,
        figure: rate(rendered),
        against: `${rate(ours)} from memory`,
        ratio: rendered / ours,
      },
    )
  }
  await demo.stop()
  return rows
}

export async function load(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds, headers })
  if (result.non2xx || result.errors)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return result.requests.average
}

/** The page's bytes as they go over the wire, and the headers they bear. */
export function compressed(address: string) {
  return new Promise<{ body: Uint8Array; headers: Record<string, string> }>((resolve, reject) => {
    request(address, { headers: asked }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const {
          date: _,
          connection: __,
          'keep-alive': ___,
          'transfer-encoding': ____,
          ...headers
        } = response.headers
        resolve({ body: Buffer.concat(chunks), headers: headers as Record<string, string> })
      })
    })
      .on('error', reject)
      .end()
  })
}

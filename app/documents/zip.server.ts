import { Zip, ZipPassThrough } from 'fflate'

type Entry = { name: string; bytes: Uint8Array }

/**
 * A zip of files that are as small as they get, such as PDFs and pictures: they are stored as they are. One file is in
 * memory at a time, and is read when the one before it has been taken.
 */
export function zipStream(entries: AsyncIterable<Entry>): ReadableStream<Uint8Array> {
  const files = entries[Symbol.asyncIterator]()
  let zip: Zip
  return new ReadableStream({
    start(controller) {
      zip = new Zip((error, chunk, isLast) => {
        if (error) controller.error(error)
        else controller.enqueue(chunk)
        if (isLast) controller.close()
      })
    },
    async pull() {
      const next = await files.next()
      if (next.done) return zip.end()
      const file = new ZipPassThrough(next.value.name)
      zip.add(file)
      file.push(next.value.bytes, true)
    },
    async cancel() {
      await files.return?.()
    },
  })
}

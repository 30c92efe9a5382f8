import { pathToFileURL } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where uploaded bytes lie: a folder, or whatever else flydrive has a driver for. */
export type FileStore = {
  /** Keeps `bytes` under `key`, e.g. `{file}/960.webp`. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** What lies under `key`; null when nothing does. */
  get(key: string): Promise<Uint8Array | null>
  /** Keeps everything that lies below `folder` below `to` as well. */
  copy(folder: string, to: string): Promise<void>
  /** Removes everything that lies below `folder`, the first step of its keys. Nothing there is no error. */
  remove(folder: string): Promise<void>
}

/** A store in a folder of this machine, made when the first file comes. */
export function openFolder(path: string): FileStore {
  return storeOver(new Disk(new FSDriver({ location: pathToFileURL(path), visibility: 'private' })))
}

function storeOver(disk: Disk): FileStore {
  return {
    put: (key, bytes, contentType) => disk.put(key, bytes, { contentType }),
    async get(key) {
      try {
        return await disk.getBytes(key)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async copy(folder, to) {
      const [from, into] = [folderOf(folder), folderOf(to)]
      const { objects } = await disk.listAll(from, { recursive: true })
      for (const { isFile, name } of objects) if (isFile) await disk.copy(from + name, into + name)
    },
    async remove(folder) {
      await disk.deleteAll(folderOf(folder))
    },
  }
}

/** An empty prefix would mean the whole store. */
function folderOf(folder: string): string {
  if (!/^[\w-]+$/.test(folder)) throw new Error(`Not a folder of the store: ${folder}`)
  return `${folder}/`
}

function isMissing(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error && ('code' in cause ? cause.code === 'ENOENT' : cause.name === 'NoSuchKey')
}

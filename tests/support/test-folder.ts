import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { newFolder } from './folder.ts'

/** A folder of this test alone, gone when it is over. */
export function aFolder(): string {
  const folder = newFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

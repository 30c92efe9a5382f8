/** The version of an item that its editor had before them; left out by what knows no other editors (import, demo). */
export type Seen = { seen?: number | undefined }

/** Whether somebody else has changed the item since. */
export function isStale(item: { version: number }, seen: number | undefined): boolean {
  return seen !== undefined && seen !== item.version
}

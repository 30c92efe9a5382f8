/**
 * Headers of a page that is the same for everyone. The front keeps its bytes until the event's revision rises, and
 * clients may keep it too but ask each time (ETag).
 */
export const publicPageHeaders = { 'Cache-Control': 'public, no-cache' }

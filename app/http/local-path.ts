/** A path on this site to go back to; anything that could leave it (`//evil`, `/\evil`, control characters) becomes `/`. */
export function localPath(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise
  return wanted
}

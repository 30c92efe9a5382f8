/**
 * A path on this site to go back to, fit for a header; anything that could leave it (`//evil`, `/\\evil`, control
 * characters) becomes `otherwise`.
 */
export function localPath(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise
  return wanted.toWellFormed().replace(/[^!-~]+/gu, encodeURIComponent)
}

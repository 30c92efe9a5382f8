/** The form in which a part of the document is written, by its path. */
export function wayTo(path: string): string {
  const [list = '', id = ''] = path.split('/')
  if (list === 'blocks') return `?block=${id}#at-${id}`
  if (list === 'pictures') return `?picture=${id}#pictures`
  return list === 'links' ? '?open=facts#facts' : '?open=texts#texts'
}

const ofTexts = ['title', 'summary', 'organisationName']

/** The form in which a part of the document is written, by its path. */
export function wayTo(path: string): string {
  const [list = '', id = ''] = path.split('/')
  if (list === 'blocks') return `?block=${id}#at-${id}`
  if (list === 'pictures') return `?picture=${id}#pictures`
  if (list === 'blocks#') return '#blocks'
  if (list === 'pictures#' || list === 'coverPicture') return '#pictures'
  return ofTexts.includes(list) ? '?open=texts#texts' : '?open=facts#facts'
}

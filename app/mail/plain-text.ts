/** Plain text of the HTML that our Markdown writer makes: its few elements only, links with their address behind them. */
export function htmlToText(html: string): string {
  const counters: (number | null)[] = []
  const marked = html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_, href, label) => linkText(href, label))
    .replace(
      /\n?<(\/?)(ol|ul|li|p|h[1-6]|blockquote|pre|table|thead|tbody|tr|td|th|br|hr)\b([^>]*)>\n?/g,
      (_, end, name, rest) => block(`${end}${name}`, rest, counters),
    )
    .replace(/<[^>]*>/g, '')
  return decode(marked)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function linkText(href: string, label: string): string {
  const address = href.replace(/^mailto:/, '')
  return label === href || label === address ? label : `${label} (${address})`
}

function block(element: string, attributes: string, counters: (number | null)[]): string {
  switch (element) {
    case 'ol':
      counters.push(Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1))
      return counters.length > 1 ? '' : '\n'
    case 'ul':
      counters.push(null)
      return counters.length > 1 ? '' : '\n'
    case '/ol':
    case '/ul':
      counters.pop()
      return counters.length ? '' : '\n\n'
    case 'li':
      return `\n${'  '.repeat(Math.max(0, counters.length - 1))}${nextMark(counters)} `
    case 'br':
      return '\n'
    case 'hr':
      return '\n\n––––\n\n'
    case '/td':
    case '/th':
      return '\t'
    case '/tr':
      return '\n'
    case '/li':
    case 'td':
    case 'th':
    case 'tr':
    case 'thead':
    case '/thead':
    case 'tbody':
    case '/tbody':
      return ''
    default:
      return '\n\n'
  }
}

function nextMark(counters: (number | null)[]): string {
  const number = counters.at(-1)
  if (number === null || number === undefined) return '-'
  counters[counters.length - 1] = number + 1
  return `${number}.`
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

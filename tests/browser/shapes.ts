import type { Page } from 'playwright-core'

/** What a text came to be in a document: its elements in order, each with the names of its attributes. */
export type Shape = {
  elements: string[]
  /** What became of a writer's Markdown, in which elements are meant to come into being. */
  prose: string[]
  /** Whatever could run, and every address that is none of the web's. */
  live: string[]
  /** What is said for machines, read by them; throws in the browser where it cannot be. */
  said: unknown[]
}

/** Reads HTML or XML as a browser does that runs nothing. Throws for XML that is not well formed. */
export function shapeOf(page: Page, text: string, type: 'text/html' | 'application/xml'): Promise<Shape> {
  return page.evaluate(
    ([given, kind]) => {
      const document = new DOMParser().parseFromString(given, kind)
      const broken = document.querySelector('parsererror')
      if (broken) throw new Error(broken.textContent ?? '')
      const shape: { elements: string[]; prose: string[]; live: string[]; said: unknown[] } = {
        ...{ elements: [], prose: [], live: [], said: [] },
      }
      for (const element of document.querySelectorAll('*')) {
        const names = element.getAttributeNames().toSorted()
        const isProse = element.parentElement?.closest('.prose')
        ;(isProse ? shape.prose : shape.elements).push(`${element.localName} ${names.join(' ')}`.trim())
        for (const name of names) {
          const value = element.getAttribute(name) ?? ''
          const isAddress = /^((xlink:)?href|src|action|formaction|poster|data)$/.test(name)
          const isOfTheWeb = /^(https?:\/\/|mailto:|tel:|\/|\?|#|\.|data:image\/|$)/.test(value.trim())
          if (name.startsWith('on') || name === 'srcdoc' || (isAddress && !isOfTheWeb))
            shape.live.push(`${element.localName} ${name}=${value}`)
        }
        if (element.matches('script[type="application/ld+json"]'))
          shape.said.push(JSON.parse(element.textContent ?? ''))
      }
      return shape
    },
    [text, type] as const,
  )
}

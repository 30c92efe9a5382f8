import type { MetaDescriptor } from '@remix-run/node'

type Shared = {
  title: string
  description?: string
  /** Whole address, width and height of the picture that goes with a shared link. */
  image?: { url: string; width: number; height: number; alt: string } | null
}

/** Title, description and picture of a public page, for the tab, search engines and whoever it is shared with. */
export function siteMeta({ title, description, image }: Shared): MetaDescriptor[] {
  const described = description
    ? [
        { name: 'description', content: description },
        { property: 'og:description', content: description },
      ]
    : []
  const pictured = image
    ? [
        { property: 'og:image', content: image.url },
        { property: 'og:image:width', content: String(image.width) },
        { property: 'og:image:height', content: String(image.height) },
        ...(image.alt ? [{ property: 'og:image:alt', content: image.alt }] : []),
      ]
    : []
  return [{ title }, { property: 'og:title', content: title }, ...described, ...pictured]
}

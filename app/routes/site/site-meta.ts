import type { MetaDescriptor } from '@remix-run/node'

/** Title and description of a public page, for the tab, search engines and whoever it is shared with. */
export function siteMeta({ title, description }: { title: string; description?: string }): MetaDescriptor[] {
  const described = description
    ? [
        { name: 'description', content: description },
        { property: 'og:description', content: description },
      ]
    : []
  return [{ title }, { property: 'og:title', content: title }, ...described]
}

/** What search engines may read of the page (schema.org), as a module's `…JsonLd` wrote it; nothing where it wrote nothing. */
export function Listing({ text }: { text: string | null }) {
  if (!text) return null
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: those who write it leave no `<` in it.
      dangerouslySetInnerHTML={{ __html: text }}
    />
  )
}

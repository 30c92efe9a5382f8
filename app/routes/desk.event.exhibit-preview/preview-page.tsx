import { ExhibitPage } from '../site.exhibit/exhibit-page.tsx'

export function PreviewPage() {
  return <ExhibitPage />
}

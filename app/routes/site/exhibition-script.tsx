import script from '#app/ui/scripts/exhibition.js?url'

/** Small, ours, and nothing is missing without it: what a visitor keeps stays on the device. */
export function ExhibitionScript() {
  return <script src={script} defer />
}

/** What a document may be: by what its bytes say, never by its name. */
export const documentKinds = [
  { mediaType: 'application/pdf', extension: 'pdf' },
  { mediaType: 'image/jpeg', extension: 'jpg' },
  { mediaType: 'image/png', extension: 'png' },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
  },
] as const

export type DocumentKind = (typeof documentKinds)[number]
export type DocumentRefusal = 'noDocument' | 'tooLargeDocument' | 'notADocument'

/** For `<input type="file" accept>`. */
export const documentsAccepted = documentKinds.map(({ extension }) => `.${extension}`).join(',')

/** What visitors can take along. A photograph belongs among an exhibit's pictures, where its position is taken off. */
export const handoutKinds = documentKinds.filter(({ mediaType }) => !mediaType.startsWith('image/'))
export const handoutsAccepted = handoutKinds.map(({ extension }) => `.${extension}`).join(',')

/** The largest document taken, in bytes: a letter of thirty scanned pages. */
export const largestDocument = 10 * 1024 * 1024

/**
 * The name under which a document is downloaded: ASCII, with the ending that its bytes deserve. Names in other scripts
 * have been seen to lose their way in mail and in old browsers; they fall back to `fallback`.
 */
export function downloadName(name: string, mediaType: string, fallback = 'document'): string {
  const extension = documentKinds.find((kind) => kind.mediaType === mediaType)?.extension ?? 'bin'
  const stem = asciiName(name.replace(/\.[^.]{1,5}$/, '')) || fallback
  return `${stem}.${extension}`
}

/** Words of a name in lower-case ASCII with hyphens between; `''` when none is left. At most 80 characters. */
export function asciiName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\dA-Za-z]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
}

import type { Reader } from '#db/client.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { mergePdfs } from '../../documents/merge-pdfs.server.ts'
import type { PdfDocument } from '../../documents/pdf.server.ts'
import { labelsOn, type PosterChoice } from './choice.ts'
import { exhibitionPoster, exhibitPosters, labelDocument, type PosterPrint } from './posters.ts'
import { eachPosters, firstPoster, type Poster } from './read.server.ts'

type Printed = PosterPrint & { choice: PosterChoice }

/** How many posters are set as one document: Typst takes ever more time and memory for each further one. */
const together = 10

/** The posters that the choice names as one PDF, made while it is read; null when there is none. */
export function printPosters(
  read: Reader,
  scope: EventScope,
  print: Printed,
): Promise<ReadableStream<Uint8Array> | null> {
  return mergePdfs(setOf(inGroups(eachPosters(read, scope, print.choice), together), exhibitPosters, print))
}

/** Their labels, one for each; of one exhibit as many as the sheet holds. Null when there is none. */
export function printLabels(
  read: Reader,
  scope: EventScope,
  print: Printed,
): Promise<ReadableStream<Uint8Array> | null> {
  const places = labelsOn(print.choice.sheet)
  const labels = labelsIn(eachPosters(read, scope, print.choice), print.choice)
  return mergePdfs(setOf(inGroups(labels, places), labelDocument, print))
}

/** What a poster will look like: that of the first exhibit chosen, else of the entrance. */
export async function posterToSee(read: Reader, scope: EventScope, print: Printed): Promise<PdfDocument> {
  const first = await firstPoster(read, scope, print.choice)
  return first ? exhibitPosters(print, [first]) : exhibitionPoster(print)
}

async function* setOf<Item>(
  groups: AsyncIterable<Item[]>,
  make: (print: PosterPrint, items: Item[]) => PdfDocument,
  print: PosterPrint,
): AsyncGenerator<PdfDocument, void> {
  for await (const group of groups) yield make(print, group)
}

/** After the places that are used up; nothing where there is no exhibit. */
async function* labelsIn(
  posters: AsyncIterable<Poster[]>,
  { exhibit, sheet, used }: PosterChoice,
): AsyncGenerator<(Poster | null)[], void> {
  let isFirst = true
  for await (const some of posters) {
    if (isFirst) yield Array.from({ length: used }, () => null)
    isFirst = false
    yield exhibit ? some.flatMap((one) => Array.from({ length: labelsOn(sheet) - used }, () => one)) : some
  }
}

/** The same items, `size` at a time. */
async function* inGroups<Item>(items: AsyncIterable<Item[]>, size: number): AsyncGenerator<Item[], void> {
  let group: Item[] = []
  for await (const some of items) {
    group.push(...some)
    for (; group.length >= size; group = group.slice(size)) yield group.slice(0, size)
  }
  if (group.length) yield group
}

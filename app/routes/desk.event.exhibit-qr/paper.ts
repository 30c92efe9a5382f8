export const papers = ['a4', 'a5'] as const
export type Paper = (typeof papers)[number]

/** The paper asked for by `?paper=a5`; A4 when nothing else is. */
export function paperIn(request: Request): Paper {
  const asked = new URL(request.url).searchParams.get('paper')
  return papers.find((paper) => paper === asked) ?? 'a4'
}

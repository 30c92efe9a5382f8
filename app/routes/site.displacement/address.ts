/** The page's address for a dataset and round; the first dataset and the latest round need not be said. */
export function displacementAddress(
  page: string,
  { dataset, round }: { dataset: string | null; round: string | null },
) {
  const query = new URLSearchParams()
  if (dataset) query.set('dataset', dataset)
  if (round) query.set('round', round)
  return query.size ? `${page}?${query}` : page
}

const robots = /bot|crawl|spider|slurp|preview|scan|fetch|monitor|curl|wget|python|headless/i

/** Whether a person opens this: not a search engine, a link scanner, or a browser that only reads ahead. */
export function isOpenedBySomebody({ method, headers }: Request): boolean {
  const purpose = `${headers.get('Sec-Purpose') ?? ''}${headers.get('Purpose') ?? ''}`
  return method === 'GET' && !robots.test(headers.get('User-Agent') ?? 'bot') && !/prefetch/i.test(purpose)
}

/** The colours a track may have; the stylesheet knows each by night too, and always with the track's name beside it. */
export const trackColours = ['teal', 'blue', 'violet', 'rose', 'amber', 'green'] as const
export type TrackColour = (typeof trackColours)[number]

/** A colour of ours for what is stored or was read from elsewhere. */
export function trackColour(colour: string): TrackColour {
  return trackColours.find((known) => known === colour) ?? 'teal'
}

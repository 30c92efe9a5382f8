/** The largest file that goes with a mail, in bytes: as mail it takes a third more, and many hosts take 10 MB in all. */
export const largestEnclosure = 7 * 1024 * 1024

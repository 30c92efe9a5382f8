/** How many pictures and documents one exhibit keeps, those of older versions among them, and how many bytes. */
export const mostMedia = 60
export const mostBytes = 100 * 1024 * 1024

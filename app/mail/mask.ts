/** The text with the secret part of personal links taken out, for readers who may not act for a guest. */
export function maskLinks(text: string): string {
  return text.replace(/(\/(?:r|o|s|b|u|reset)\/)[\w-]{16,}/g, '$1…')
}

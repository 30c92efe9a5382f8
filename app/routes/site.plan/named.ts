/** What makes a group of shapes one picture with a name, for those who hear the drawing. Without a name it is decoration. */
export function named(name: string) {
  return name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true }
}

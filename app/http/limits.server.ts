/** How often something may be tried, per key. */
export type Limits = {
  /** Counts one attempt; false when there were too many. */
  signIn(key: string): Promise<boolean>
  passwordReset(key: string): Promise<boolean>
  answer(key: string): Promise<boolean>
}

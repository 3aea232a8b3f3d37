/** What a colour means, everywhere: never the only sign. */
export type Tone = 'neutral' | 'primary' | 'good' | 'warn' | 'bad'

// What a command is given and what it answers: the shape all commands share.

export interface Call {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** What a command did: `data` for `--json`, `sentence` for people. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

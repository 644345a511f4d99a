// The part of papaparse that is used, typed here because the published types need a DOM and Node, which this room has not.
declare module 'papaparse' {
  interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    readonly row?: number;
  }
  interface StepResult<T> {
    readonly data: T;
    readonly errors: readonly ParseError[];
    readonly meta: { readonly cursor: number };
  }
  interface ParseOptions<T> {
    readonly delimiter?: string;
    readonly preview?: number;
    readonly step?: (result: StepResult<T>) => void;
  }
  interface Parser {
    parse<T>(text: string, options: ParseOptions<T> & { step: (result: StepResult<T>) => void }): void;
    parse<T>(
      text: string,
      options: ParseOptions<T>,
    ): { readonly data: readonly T[]; readonly errors: readonly ParseError[] };
  }
  const Papa: Parser;
  export default Papa;
}

// What is typed of a node in one line: its name, and of the link it comes with a weight and whether it is necessary.
import { typedNumber } from './series-paste.ts';

export interface TypedNode {
  readonly title: string;
  /** Per cent, as typed; it may lie outside 0 to 100, which whoever asks must say. */
  readonly weight?: number;
  readonly necessary?: true;
}

const WEIGHT_THEN_SIGN = /^(.*\S)\s+([-−]?[\d٠-٩۰-۹][\d٠-٩۰-۹.,٫]*)\s*[%٪]$/;
const SIGN_THEN_WEIGHT = /^(.*\S)\s+[%٪]\s?([-−]?[\d٠-٩۰-۹][\d٠-٩۰-۹.,٫]*)$/;

/** 'Shorter waits 40 %', 'Shorter waits 40% !', 'مواعيد أقرب ٤٠٪', 'مواعيد أقرب ٪40'. A mark of exclamation at the end means necessary. */
export function typedNode(text: string): TypedNode {
  let rest = text.trim();
  const necessary = /\s!$/.test(rest);
  if (necessary) rest = rest.slice(0, -1).trimEnd();
  // in Arabic the sign of per cent is typed on either side of the number
  const weighed = WEIGHT_THEN_SIGN.exec(rest) ?? SIGN_THEN_WEIGHT.exec(rest);
  const weight = weighed ? typedNumber(weighed[2] as string) : undefined;
  return {
    title: weight === undefined ? rest : (weighed?.[1] as string),
    ...(weight !== undefined && { weight }),
    ...(necessary && { necessary }),
  };
}

// What went wrong, where, and what to do about it.
export const problems = {
  'problem.unknown': 'Something went wrong ({{code}}).',
} as const;

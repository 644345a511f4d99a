// What went wrong, where, and what to do about it.
export const problems = {
  'problem.unknown': 'حدث خطأ ({{code}}).',
} as const;

// الحوكمة في ملف اللجنة.
export const decisionDeck: Readonly<Record<string, string>> = {};

// شاشات الحوكمة: الجهات والصلاحيات والقرارات والاجتماعات ولوحة العمل.
export const boards: Readonly<Record<string, string>> = {};

// جمل سطر الأوامر.
export const cli = {
  'cli.noFile': 'حدد ملفاً. الاستعمال: {{usage}}',
  'cli.noOut': 'حدد مكان الكتابة بالخيار ‎--out.',
  'cli.noSuchFile': 'لا يوجد ملف {{file}}. تحقق من المسار.',
  'cli.noFolder': 'لا يوجد مجلد {{folder}}. أنشئه أولاً أو حدد مكاناً آخر.',
  'cli.isFolder': '{{file}} مجلد. حدد اسم ملف داخله.',
  'cli.badDate': '«{{text}}» ليس تاريخاً. اكتبه هكذا 2023-03-31.',
  'cli.badFormat': '«{{format}}» ليست صيغة. اختر من: {{known}}.',
  'cli.badLanguage': '«{{text}}» ليست من لغات الملف. اختر en أو ar.',
  'cli.exportKind': 'حدد بالخيار ‎--out الملف المطلوب: اسم ينتهي بـ ‎.xlsx أو ‎.json.',
  'cli.failed': 'تعذر تنفيذ الأمر: {{detail}}',
  'cli.noBrowser':
    'لا يوجد PDF: لا متصفح من عائلة Chromium على هذا الجهاز. ثبّت واحداً أو حدد مساره في MIZAN_BROWSER. كُتبت بقية الملفات.',
  'cli.printFailed': 'لا يوجد PDF: تعذرت الطباعة بالبرنامج {{browser}}. كُتبت بقية الملفات.',
  'cli.exported': 'كُتب: {{file}}',
  'cli.imported_zero':
    '{{book}} فيه {{n}} من المكوّنات الحالية (و{{past}} لم تعد تُنشر): التكلفة الكلية {{cost}}، والمنافع المعلنة {{benefit}}.',
  'cli.imported_one':
    '{{book}} فيه {{n}} من المكوّنات الحالية (و{{past}} لم تعد تُنشر): التكلفة الكلية {{cost}}، والمنافع المعلنة {{benefit}}.',
  'cli.imported_two':
    '{{book}} فيه {{n}} من المكوّنات الحالية (و{{past}} لم تعد تُنشر): التكلفة الكلية {{cost}}، والمنافع المعلنة {{benefit}}.',
  'cli.imported_few':
    '{{book}} فيه {{n}} من المكوّنات الحالية (و{{past}} لم تعد تُنشر): التكلفة الكلية {{cost}}، والمنافع المعلنة {{benefit}}.',
  'cli.imported_many':
    '{{book}} فيه {{n}} من المكوّنات الحالية (و{{past}} لم تعد تُنشر): التكلفة الكلية {{cost}}، والمنافع المعلنة {{benefit}}.',
  'cli.imported_other':
    '{{book}} فيه {{n}} من المكوّنات الحالية (و{{past}} لم تعد تُنشر): التكلفة الكلية {{cost}}، والمنافع المعلنة {{benefit}}.',
  'cli.checked_zero': '{{file}} سليم: {{n}} من التغييرات، و{{current}} من المكوّنات الحالية، و{{past}} لم تعد تُنشر.',
  'cli.checked_one': '{{file}} سليم: {{n}} من التغييرات، و{{current}} من المكوّنات الحالية، و{{past}} لم تعد تُنشر.',
  'cli.checked_two': '{{file}} سليم: {{n}} من التغييرات، و{{current}} من المكوّنات الحالية، و{{past}} لم تعد تُنشر.',
  'cli.checked_few': '{{file}} سليم: {{n}} من التغييرات، و{{current}} من المكوّنات الحالية، و{{past}} لم تعد تُنشر.',
  'cli.checked_many': '{{file}} سليم: {{n}} من التغييرات، و{{current}} من المكوّنات الحالية، و{{past}} لم تعد تُنشر.',
  'cli.checked_other': '{{file}} سليم: {{n}} من التغييرات، و{{current}} من المكوّنات الحالية، و{{past}} لم تعد تُنشر.',
  'cli.packed_zero': 'كُتبت {{n}} من الشرائح: {{files}}',
  'cli.packed_one': 'كُتبت {{n}} من الشرائح: {{files}}',
  'cli.packed_two': 'كُتبت {{n}} من الشرائح: {{files}}',
  'cli.packed_few': 'كُتبت {{n}} من الشرائح: {{files}}',
  'cli.packed_many': 'كُتبت {{n}} من الشرائح: {{files}}',
  'cli.packed_other': 'كُتبت {{n}} من الشرائح: {{files}}',
  'cli.calc':
    'صافي القيمة الحالية {{npv}} بمعدل {{rate}} والتدفقات في {{timing}} السنة؛ معدل العائد الداخلي {{irr}}؛ الاسترداد {{payback}}.',
  'cli.timing.start': 'بداية',
  'cli.timing.mid': 'منتصف',
  'cli.timing.end': 'نهاية',
  'cli.irrSeveral': 'غير وحيد: استعمل MIRR',
  'cli.irrNone': 'لا يوجد: لا معدل يجعل صافي القيمة صفراً',
  'cli.paybackYears': '{{years}} سنة من أول إنفاق',
  'cli.payback.never': 'لا يُسترد ضمن المدة',
  'cli.payback.nothingSpent': 'لا إنفاق',
  'cli.badFlow': 'التدفق {{place}} («{{text}}») ليس رقماً. اكتب ‎--cashflow=-1000,300,400 بفاصلة بين السنوات.',
  'cli.badRate': '«{{text}}» ليس معدلاً. اكتب نسبة مثل 0.10 أو uk.',
  'cli.badTiming': '«{{text}}» ليس توقيتاً. اختر start أو mid أو end.',
  'cli.evaluated':
    'حتى {{date}}، عدد المنافع: {{benefits}}. الإجمالي ← المنسوب ← المعدّل بالمخاطر: {{classes}}. حالة القيمة: {{status}}.',
  'cli.status': '{{status}} عند {{ratio}}، {{why}}',
  'cli.statusPlain': '{{status}}، {{why}}',
  'cli.rateUk': 'معدلات المملكة المتحدة الحقيقية المتناقصة',
  'cli.appraised':
    'المكوّنات المقيَّمة: {{appraised}} من {{of}}. التكلفة {{cost}}؛ صافي القيمة الحالية {{npv}} بمعدل {{rate}}، {{perspective}}؛ نسبة المنفعة إلى التكلفة {{bcr}}؛ معدل العائد الداخلي {{irr}}؛ الاسترداد {{payback}}.',
  'cli.notAppraised': 'لم يُقيَّم أي مكوّن. {{why}}',
  'cli.overClaimed': 'نِسب تتجاوز 100 ‎%: {{overClaims}}؛ وتحتسب المجاميع كل حصة بنسبتها.',
  'cli.leftOut': 'مؤشرات قياس خارج كل المجاميع المالية: {{measures}}.',
};

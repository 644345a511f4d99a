// ما الذي تم، كما يظهر في السجل وزر التراجع.
export const acts = {
  'act.editField': 'تعديل',
  'act.addRecord': 'إضافة',
  'act.deleteRecord': 'حذف',
  'act.importFile': 'استيراد نشرة',
  'act.stateBenefit': 'إعلان منفعة',
  'act.undo': 'تراجع',
  'act.redo': 'إعادة',
  'act.saveProfile': 'حفظ نموذج استيراد',
  'act.restore': 'استرجاع',
};

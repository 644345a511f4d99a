// What was done, as history and the undo button say it.
export const acts = {
  'act.editField': 'Edited',
  'act.addRecord': 'Added',
  'act.deleteRecord': 'Deleted',
  'act.importFile': 'Imported a publication',
  'act.stateBenefit': 'Stated a benefit',
  'act.undo': 'Undone',
  'act.redo': 'Redone',
  'act.saveProfile': 'Saved an import profile',
  'act.restore': 'Restored',
} as const;

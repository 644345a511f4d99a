// The screens of governance: bodies, rights, decisions, meetings, board of work.
export const boards = {} as const;

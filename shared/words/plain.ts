// Text without the marks that keep a name's direction on screen: no help in a terminal, a spreadsheet or a file's name.

export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

// Letters open in any mail program: plain headers, words in UTF-8, the workbook attached byte for byte.
import { describe, expect, test } from 'vitest';
import { emlOf, isAddress } from '#shared/collect/mail.ts';
import { collecting } from '#test/kit/collecting.ts';

const decoded = (text: string) => Buffer.from(text.replace(/\r\n/g, ''), 'base64');
const words = (header: string) =>
  header.replace(/\r\n /g, '').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text) => Buffer.from(text, 'base64').toString());

describe('a letter', () => {
  const subject = 'إفادة القيمة 2027-Q1: ليلى المنصوري، مديرة التحول الرقمي في وزارة الصحة';
  const eml = emlOf({
    from: { name: 'Value Office', address: 'office@example.org' },
    to: [
      { name: 'ليلى المنصوري', address: 'laila@example.org' },
      { name: 'O"Neill, James', address: 'james@example.org' },
    ],
    subject,
    text: 'السلام عليكم\nسطر ثان',
    date: Date.UTC(2027, 3, 2, 9, 5, 7),
    language: 'ar',
    attachment: {
      name: '2027-Q1 ليلى.xlsx',
      type: 'application/x',
      bytes: Uint8Array.from({ length: 200 }, (_, at) => at),
    },
  });
  const [head = '', ...parts] = eml.split(/\r\n--=_mizan_[0-9a-f]+(?:--)?\r\n/);

  test('has lines a mail program takes: ASCII, short, ended by CRLF', () => {
    expect(eml.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(eml).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(Math.max(...eml.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(90);
    for (const [word] of head.matchAll(/=\?UTF-8\?B\?[^?]*\?=/g)) expect(word.length).toBeLessThanOrEqual(75);
  });

  test('says who, whom, what and when', () => {
    expect(words(/^Subject: (.*(?:\r\n .*)*)/m.exec(head)?.[1] ?? '')).toBe(subject);
    expect(words(/^To: (.*(?:\r\n .*)*)/m.exec(head)?.[1] ?? '')).toBe(
      'ليلى المنصوري <laila@example.org>,"O\\"Neill, James" <james@example.org>',
    );
    expect(head).toContain('Date: Fri, 2 Apr 2027 09:05:07 +0000');
    expect(head).toContain('From: "Value Office" <office@example.org>');
  });

  test('carries its words and the workbook whole', () => {
    const body = (part: string | undefined) => decoded((part ?? '').split('\r\n\r\n')[1] ?? '');
    expect(body(parts[0]).toString()).toBe('السلام عليكم\r\nسطر ثان');
    expect([...body(parts[1])]).toEqual(Array.from({ length: 200 }, (_, at) => at));
    expect(parts[1]).toContain("filename*=UTF-8''2027-Q1%20%D9%84");
  });

  test('goes to addresses only', async () => {
    expect(['a@b.org', 'x', 'a@b', 'a b@c.org', undefined].map(isAddress)).toEqual([true, false, false, false, false]);
    const { parcels } = await collecting(4, 'owner', 'ar');
    const none = parcels.find(({ who }) => who === 'ليلى المنصوري');
    expect(none?.to).toEqual([]);
    expect(none?.eml).not.toMatch(/^To:/m);
    for (const { letter } of parcels) expect(`${letter.subject}${letter.text}`).not.toMatch(/\{\{|undefined|collect\./);
  });
});

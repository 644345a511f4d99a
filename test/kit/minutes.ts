// Minutes as a committee would sign them, in either language: eight seats, six items, a dissent, an exception, a deferral.
import type { MinutesLook } from '#shared/deck/minutesPaper.ts';
import type { Minutes } from '#shared/govern/minutes.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Records } from './books.ts';

const day = (text: string) => text as Day;

export const EVIDENCE = '3f2a91bc04de77aa51c08e1f22b94d6a3f2a91bc04de77aa51c08e1f22b94d6a';
export const HASH = 'c0ffee12ab34cd56ef7890c0ffee12ab34cd56ef7890c0ffee12ab34cd56ef78';

/** A picture of 40 pixels by 16. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAQCAIAAADrtar6AAAAIElEQVR42mPgjk8bEMQwavGoxaMWj1o8avGoxaMWwxAA1zMIH2g1/j0AAAAASUVORK5CYII=';

export const closedLook = (language: 'en' | 'ar'): MinutesLook => ({
  organisation: language === 'en' ? 'Ministry of Roads' : 'وزارة الطرق',
  logo: LOGO,
  classification: language === 'en' ? 'Restricted' : 'مقيّد',
  colour: '#0b5f66',
  hash: HASH,
  day: day('2027-03-18'),
});

const SEATS = [
  ['Chair', 'chair', 'Amina Haddad', 'Amina Haddad', 'present', 'رئيس اللجنة', 'أمينة حداد', 'أمينة حداد'],
  ['Finance', 'member', 'Tom “TJ” Jones', 'Tom “TJ” Jones', 'present', 'المالية', 'Tom Jones', 'Tom Jones'],
  ['Operations', 'member', 'Li Wei', 'Sara O’Neil', 'delegate', 'العمليات', 'خالد العتيبي', 'سارة الشمري'],
  ['Strategy', 'member', 'Olu Adeyemi', '', 'apology', 'الاستراتيجية', 'نورة القحطاني', ''],
  ['Benefit owners', 'member', 'Maria Silva', 'Peter Novak', 'delegate', 'مالكو المنافع', 'فهد الدوسري', 'بدر الحربي'],
  ['Delivery', 'member', '', '', 'vacant', 'التنفيذ', '', ''],
  ['Secretary', 'secretary', 'Ruth Cohen', 'Ruth Cohen', 'present', 'أمين السر', 'ريم السبيعي', 'ريم السبيعي'],
  ['Internal audit', 'observer', 'Jan de Vries', '', 'absent', 'المراجعة الداخلية', 'ماجد العنزي', ''],
] as const;

export function sampleMinutes(language: 'en' | 'ar'): Minutes {
  const say = (english: string, arabic: string) => (language === 'en' ? english : arabic);
  const attendance = SEATS.map(
    ([seat, role, member, sat, presence, arabicSeat, arabicMember, arabicSat]): Minutes['attendance'][number] => ({
      seat: say(seat, arabicSeat),
      role,
      votes: role === 'chair' || role === 'member',
      member: say(member, arabicMember),
      sat: say(sat, arabicSat),
      presence,
    }),
  );
  return {
    organisation: say('Ministry of Roads', 'وزارة الطرق'),
    board: say('Value & Benefits Committee', 'لجنة القيمة والمنافع'),
    title: say('Ordinary meeting, March 2027', 'الاجتماع العادي لشهر مارس 2027'),
    on: day('2027-03-18'),
    at: '09:30',
    place: say('Room 4 <North wing>', 'القاعة 4، الجناح الشمالي'),
    attendance: [
      ...attendance,
      {
        seat: '',
        role: 'guest',
        votes: false,
        member: '',
        sat: say('Dana Whitfield', 'Dana Whitfield'),
        presence: 'present',
      },
    ],
    quorum: { voting: 6, needed: 4, present: 3, isMet: false, expired: [say('Peter Novak', 'بدر الحربي')] },
    items: [
      {
        kind: 'decision',
        title: say('Fund the second stage of the eastern link', 'تمويل المرحلة الثانية من الوصلة الشرقية'),
        said: say(
          'The committee asked for a quarterly reading of journey times.\nFinance confirmed the source of funds.',
          'طلبت اللجنة قراءة ربع سنوية لزمن الرحلة.\nوأكدت المالية مصدر التمويل.',
        ),
        decision: {
          number: '2027-014',
          outcome: 'agreedWithConditions',
          resolution: say(
            'The committee funds the second stage of the eastern link with £12,500,000, released in two parts; the second part is released when journey times fall by 8 % against the baseline.',
            'تموّل اللجنة المرحلة الثانية من الوصلة الشرقية بمبلغ 12,500,000 ريال يُصرف على دفعتين؛ وتُصرف الدفعة الثانية متى انخفض زمن الرحلة بنسبة 8 % عن خط الأساس.',
          ),
          rationale: say(
            'The value to go exceeds the cost to go by 2.3 to 1, and doing nothing leaves the first stage without its benefit.',
            'القيمة المتبقية تفوق الكلفة المتبقية بنسبة 2.3 إلى 1، وترك العمل على حاله يُبقي المرحلة الأولى بلا منفعتها.',
          ),
          dissent: say(
            'Tom “TJ” Jones: the traffic forecast rests on one survey.',
            'Tom Jones: تستند توقعات الحركة إلى مسح واحد.',
          ),
          conditions: say(
            'A second traffic survey before the second part is released.',
            'إجراء مسح ثانٍ للحركة قبل صرف الدفعة الثانية.',
          ),
          reviewOn: day('2027-12-15'),
          exceptions: [
            {
              code: 'noQuorum',
              args: { present: 3, count: 4 },
              reason: say('The contractor’s offer ended on that day.', 'انتهت صلاحية عرض المقاول في ذلك اليوم.'),
            },
          ],
          evidence: EVIDENCE,
        },
      },
      {
        kind: 'decision',
        title: say('Stop the toll-tag pilot', 'إيقاف تجربة بطاقات الرسوم'),
        said: '',
        decision: {
          number: '2027-015',
          outcome: 'agreed',
          resolution: say(
            'The toll-tag pilot stops on 30 June 2027; its team moves to the eastern link.',
            'تتوقف تجربة بطاقات الرسوم في 30 يونيو 2027، وينتقل فريقها إلى الوصلة الشرقية.',
          ),
          rationale: say('Two of three benefits are not expected any more.', 'لم تعد اثنتان من ثلاث منافع متوقعتين.'),
          dissent: '',
          conditions: '',
          exceptions: [],
          evidence: EVIDENCE.replace('3f2a', '9b1c'),
        },
      },
      {
        kind: 'decision',
        title: say('Re-baseline the depot programme', 'إعادة ضبط خط الأساس لبرنامج المستودعات'),
        said: '',
        decision: {
          resolution: say(
            'The depot programme is re-baselined to its forecast of February.',
            'يُعاد ضبط خط الأساس لبرنامج المستودعات على توقع فبراير.',
          ),
          rationale: '',
          dissent: '',
          conditions: '',
          exceptions: [],
          evidence: '',
          deferredUntil: day('2027-04-22'),
          deferredBecause: say('The cost report is due on 2 April.', 'تقرير الكلفة مستحق في 2 أبريل.'),
        },
      },
      {
        kind: 'gate',
        title: say('Gate 2 of the depot programme', 'البوابة 2 لبرنامج المستودعات'),
        said: say(
          'Three of four questions answered yes; the owner of one benefit is still to be named.',
          'أُجيب عن ثلاثة أسئلة من أربعة بنعم؛ وما زال مالك إحدى المنافع غير مسمّى.',
        ),
      },
      {
        kind: 'risk',
        title: say('Price of steel', 'سعر الحديد'),
        said: say('Accepted at this level until June.', 'قُبل عند هذا المستوى حتى يونيو.'),
      },
      { kind: 'topic', title: say('Calendar for the next quarter', 'مواعيد الربع القادم'), said: '' },
    ],
    actions: [
      action(
        say('Order the second traffic survey', 'طلب المسح الثاني للحركة'),
        say('Li Wei', 'خالد العتيبي'),
        '2027-04-05',
      ),
      action(
        say('Report journey times each quarter', 'رفع زمن الرحلة كل ربع سنة'),
        say('Maria Silva', 'فهد الدوسري'),
        '2027-06-30',
      ),
      action(
        say('Tell the pilot’s users that it ends', 'إبلاغ مستخدمي التجربة بانتهائها'),
        say('Tom “TJ” Jones', 'Tom Jones'),
        '2027-04-15',
      ),
      action(
        say('Name the owner of the remaining benefit', 'تسمية مالك المنفعة المتبقية'),
        say('Amina Haddad', 'أمينة حداد'),
        '2027-04-01',
      ),
      action(say('Bring the cost report to the next meeting', 'عرض تقرير الكلفة في الاجتماع القادم'), '', undefined),
    ],
  };
}

const action = (title: string, person: string, due: string | undefined): Minutes['actions'][number] => ({
  title,
  person,
  ...(due ? { due: day(due) } : {}),
});

/** A board of the book with one meeting, closed with these words or still open. */
export const meetingRecords = (text: { readonly minutes: string; readonly hash: string } | undefined): Records => [
  { kind: 'board', id: 'board', fields: { title: 'Board of today', form: 'board' } },
  {
    kind: 'meeting',
    id: 'm',
    fields: {
      board: 'board',
      title: 'March meeting',
      on: '2027-03-18',
      ...(text && { closed: { on: '2027-03-19', by: 'Ruth Cohen', ...text } }),
    },
  },
];

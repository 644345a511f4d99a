// What the lint finds about those who hold rights: benefit owners not at the table, delegations that ran out, seats nobody fills.
import { isVoting } from '#shared/domain/body.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Part } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { seatsOn } from './bodies.ts';
import { delegateOf, type Party, type RightWithParties } from './rights.ts';
import { found, type RightsFinding } from './rights-finding.ts';

/** Parts in which somebody is heard before it is decided; who performs is told afterwards. */
export const HEARD = ['recommend', 'agree', 'input', 'decide'] as const satisfies readonly Part[];

export function lintBodies(book: Book, rights: readonly RightWithParties[], on: Day): RightsFinding[] {
  const having = (parts: readonly Part[]) => bodiesIn(book, rights, parts, on);
  const absent = [...having(['decide'])].flatMap(([board, held]) => unseated(book, board, held, on));
  // who must speak there and is not there: told once, as that
  const told = new Set(absent.map(({ seat }) => seat));
  return [
    ...rights.flatMap((each) => unheard(each)),
    ...absent,
    ...rights.flatMap(({ right }) =>
      right.delegate && right.delegateUntil && right.delegateUntil < on
        ? [
            found({
              rule: 'delegationExpired',
              severity: 'warning',
              type: right.type,
              right: right.id,
              board: right.delegate,
              args: { until: right.delegateUntil },
            }),
          ]
        : [],
    ),
    ...[...having(['recommend', 'agree', 'input', 'decide', 'perform']).keys()].flatMap((board) =>
      expired(book, board, on),
    ),
    ...[...having(['decide', 'agree'])]
      .flatMap(([board, held]) => vacant(book, board, held, on))
      .filter(({ seat }) => seat === undefined || !told.has(seat)),
  ];
}

/** Bodies with one of the parts, each with the rights it has it in; whoever a right is delegated to decides as well. */
function bodiesIn(
  book: Book,
  rights: readonly RightWithParties[],
  parts: readonly Part[],
  on: Day,
): Map<RecordId, RecordId[]> {
  const bodies = new Map<RecordId, RecordId[]>();
  for (const { right, parties } of rights) {
    const delegate = parts.includes('decide') ? book.get('board', delegateOf(right, on))?.id : undefined;
    for (const body of [...parts.flatMap((part) => parties[part].map((party) => party.body)), delegate]) {
      const held = body && (bodies.get(body) ?? []);
      if (body && held && !held.includes(right.id)) bodies.set(body, [...held, right.id]);
    }
  }
  return bodies;
}

const isBenefitOwner = ({ role }: Party): boolean => role === 'benefitOwner';

/** DOMAIN: the benefit owner always gives Input; who agrees, recommends or decides is heard all the more. */
const unheard = ({ right, parties }: RightWithParties): RightsFinding[] =>
  HEARD.some((part) => parties[part].some(isBenefitOwner))
    ? []
    : [found({ rule: 'benefitOwnerAbsent', wording: 'benefitOwnerUnheard', type: right.type, right: right.id })];

/** … and is seated where a body decides: somebody sits there for benefit owners, and votes. */
function unseated(book: Book, board: RecordId, rights: readonly RecordId[], on: Day): RightsFinding[] {
  const form = book.get('board', board)?.form;
  if (form !== 'board' && form !== 'committee') return [];
  const owners = seatsOn(book, board, on).filter(({ seat }) => seat.speaksFor === 'benefitOwner');
  const voting = owners.filter(({ seat }) => isVoting(seat));
  if (voting.some(({ membership }) => membership !== undefined)) return [];
  const seat = (voting[0] ?? owners[0])?.seat.id;
  const wording = !seat ? 'benefitOwnerUnseated' : voting[0] ? 'benefitOwnerSeatVacant' : 'benefitOwnerWithoutVote';
  return [found({ rule: 'benefitOwnerAbsent', wording, board, rights, ...(seat && { seat }) })];
}

const expired = (book: Book, board: RecordId, on: Day): RightsFinding[] =>
  seatsOn(book, board, on).flatMap(({ seat, membership, delegateExpired }) =>
    delegateExpired && membership?.delegateUntil
      ? [
          found({
            rule: 'delegationExpired',
            wording: 'seatDelegationExpired',
            severity: 'warning',
            board,
            seat: seat.id,
            args: {
              until: membership.delegateUntil,
              person: book.get('person', membership.delegate)?.name ?? '—',
            },
          }),
        ]
      : [],
  );

function vacant(book: Book, board: RecordId, rights: readonly RecordId[], on: Day): RightsFinding[] {
  const voting = seatsOn(book, board, on).filter(({ seat }) => isVoting(seat));
  if (voting.length === 0) return [found({ rule: 'vacancy', wording: 'noSeat', board, rights })];
  const empty = voting.filter(({ membership }) => membership === undefined);
  // where others still sit the body can act; where nobody does, nobody can
  const severity = empty.length === voting.length ? 'error' : 'warning';
  return empty.map(({ seat }) => found({ rule: 'vacancy', severity, board, seat: seat.id, rights }));
}

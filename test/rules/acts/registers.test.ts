// Objectives form a tree, and nobody leaves the book while something answers to them.
import { expect, test } from 'vitest';
import { addRecord } from '#shared/acts/add-record.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { Book, type Kind } from '#shared/domain/book.ts';
import { originOf } from '#shared/domain/origin.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { createWords } from '#shared/words/words.ts';
import { act, emptyBook, importInto, must } from '#test/kit/book.ts';
import { testContext } from '#test/kit/context.ts';

async function desk() {
  const open = await emptyBook();
  const ctx = testContext();
  const add = async (kind: Kind, values: Record<string, unknown>) => {
    const record = newRecordId(ctx);
    must(await act(open, ctx, addRecord, { kind, record, values }));
    return record;
  };
  return { open, ctx, add };
}

test('an objective is never part of itself, however long the way round', async () => {
  const { open, ctx, add } = await desk();
  const vision = await add('objective', { name: 'Vision' });
  const pillar = await add('objective', { name: 'Pillar', parent: vision });
  const aim = await add('objective', { name: 'Aim', parent: pillar });
  for (const parent of [vision, pillar, aim]) {
    const refused = await act(open, ctx, editField, { kind: 'objective', record: vision, values: { parent } });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'act.objectiveInsideItself', path: 'parent' } });
  }
  must(await act(open, ctx, editField, { kind: 'objective', record: aim, values: { parent: vision } }));
});

test('a person who holds something is not deleted, and the sentence says what and where', async () => {
  const { open, ctx, add } = await desk();
  const sara = await add('person', { name: 'Sara Ali' });
  const metro = await add('component', { name: 'Metro', sponsor: sara });
  const benefit = await add('benefit', { title: 'Shorter journeys', component: metro, owner: sara });
  const gone = () => act(open, ctx, deleteRecord, { kind: 'person', record: sara });
  const sentence = async (language: 'en' | 'ar') => {
    const result = await gone();
    return result.ok ? '' : createWords({ language }).problem(result.problem);
  };
  expect(await sentence('en')).toBe(
    'Sara Ali is named as Sponsor of “Metro” and in 1 more place. Name someone else there first, then delete.',
  );
  expect(await sentence('ar')).toContain('«الراعي» في «Metro» وفي موضع آخر');
  must(await act(open, ctx, editField, { kind: 'component', record: metro, values: { sponsor: null } }));
  expect(await sentence('en')).toContain('Owner of “Shorter journeys · Metro”.');
  must(await act(open, ctx, editField, { kind: 'benefit', record: benefit, values: { owner: null } }));
  must(await gone());
  expect(new Book(open.state).get('person', sara)).toBeUndefined();
});

test('a value names the publication it came with, or the desk it was written at', async () => {
  const { open, ctx } = await desk();
  const csv = 'Project Name,Whole Life Cost (£m)\nMetro,120\nPort,80\n';
  await importInto(open, ctx, 'list-2023.csv', new TextEncoder().encode(csv));
  const book = new Book(open.state);
  const metro = [...book.all('component')].find(({ name }) => name === 'Metro');
  if (!metro) throw new Error('the row was not read');
  expect(originOf(book, 'component', metro.id, 'wholeLifeCost')?.source?.file).toBe('list-2023.csv');
  ctx.tick(60_000);
  must(await act(open, ctx, editField, { kind: 'component', record: metro.id, values: { name: 'Metro 2' } }));
  const after = new Book(open.state);
  expect(originOf(after, 'component', metro.id, 'name')).toEqual({ source: undefined, at: ctx.now() });
  expect(originOf(after, 'component', metro.id, 'stage')).toBeUndefined();
});

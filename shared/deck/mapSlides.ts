// A benefits map as slides: one where it fits, else its chains over several, each saying which objectives it shows.
import type { BenefitMap } from '#shared/domain/benefit-map.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type MapFinding, marksOf } from '#shared/map/finding.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { typeNamesOf } from '#shared/map/presets.ts';
import { findingText } from '#shared/sight/finding-text.ts';
import { findingsIn } from '#shared/sight/findings.ts';
import { tidied } from '#shared/words/measure.ts';
import { madeUp } from './ledgerTable.ts';
import { messageOf, slidesSaid, standsTwice, titleOf } from './mapSaid.ts';
import { MAP_AREA, type MapLook, roomOf, type SlideScene, slideScene, withOwners } from './mapScene.ts';
import { splitMap } from './mapSplit.ts';
import { unlinkedSlides } from './mapUnlinked.ts';
import type { MapBlock } from './model.ts';
import { type Draft, slide } from './slide.ts';
import type { Story } from './story.ts';

/** Where a map's slides stand in their deck. */
export interface MapPlaceInDeck {
  /** Beginning of its slides' ids. */
  readonly id: string;
  /** Number of its first slide. */
  readonly first: number;
}

/** @param map undefined: every record and link of the book */
export function mapSlides(story: Story, map: RecordId | undefined, place: MapPlaceInDeck): Draft[] {
  const { book, words } = story;
  const settings: Partial<BenefitMap> = book.get('benefitMap', map) ?? {};
  const graph = map ? mapGraph(book, map) : wholeGraph(book);
  const findings = findingsIn(book, graph, settings.preset);
  const look: MapLook = {
    settings,
    words,
    book,
    marks: marksOf(findings),
    hasWeights: graph.links.some(({ weight }) => weight !== undefined),
  };
  const all = withBandsOrNot(look, graph);
  // what is linked to nothing needs no drawing of its own: it is listed behind the drawings
  const isList = ({ part }: DrawnPart) => all.length > 1 && part.links.length === 0;
  const drawn = all.filter((part) => !isList(part));
  const listed = all.filter(isList).flatMap(({ part }) => [...part.nodes.values()]);
  const parts = drawn.map(({ part }) => part);
  const name = tidied(settings.title ?? '') || words.say('mapDeck.wholeBook');
  const twice = standsTwice(parts);
  const told = new Set<string>();
  const pictures = drawn.map((own, at) => {
    const { part } = own;
    const here = findings.filter((finding) => isOn(part, finding));
    const title = titleOf(story, name, messageOf(story, part, here), {
      shown: part,
      page: at + 1,
      pages: drawn.length,
    });
    const elsewhere = new Map<RecordId, string>();
    for (const id of part.nodes.keys()) {
      const others = (twice.get(id) ?? []).filter((other) => other !== at).map((other) => place.first + other);
      if (others.length > 0) elsewhere.set(id, slidesSaid(words, others));
    }
    const block: MapBlock = {
      kind: 'map',
      area: MAP_AREA,
      altText: words.say('mapDeck.alt', { name, nodes: part.nodes.size, count: part.links.length }),
      scene: withOwners(own.scene, elsewhere),
      ...typeNamesOf(words, settings.preset),
      elsewhere: Object.fromEntries(elsewhere),
    };
    // a finding is told once, on the first slide that shows its place
    const fresh = here.filter(({ key }) => !told.has(key));
    for (const { key } of fresh) told.add(key);
    return slide(story, {
      id: `${place.id}-${at + 1}`,
      title,
      blocks: part.nodes.size > 0 ? [block] : [],
      source: [words.say(drawn.length > 1 ? 'mapDeck.legendOfPart' : 'mapDeck.legend'), madeUp(story)]
        .filter(Boolean)
        .join(' · '),
      notes: notesOf(story, settings, own, fresh, elsewhere),
    });
  });
  return [...pictures, ...unlinkedSlides(story, { id: place.id, name, preset: settings.preset, nodes: listed })];
}

/** Maps marked for the pack, in the order they came into the book. */
export function packMapSlides(story: Story, first: number): Draft[] {
  const drafts: Draft[] = [];
  const maps = [...story.book.all('benefitMap')].filter(
    ({ id, inPack }) => inPack === true && where(story.book, 'mapPlace', 'map', id).length > 0,
  );
  maps.forEach(({ id }, at) => {
    drafts.push(...mapSlides(story, id, { id: `map-${at + 1}`, first: first + drafts.length }));
  });
  return drafts;
}

interface DrawnPart extends SlideScene {
  readonly part: MapGraph;
}

/** Bands take rows of their own: they are kept while they cost one slide more at most. */
function withBandsOrNot(look: MapLook, graph: MapGraph): DrawnPart[] {
  const drawn = partsOf(look, graph);
  if (!look.settings.group || drawn.length === 1) return drawn;
  const { group: _, ...settings } = look.settings;
  const plain = partsOf({ ...look, settings }, graph);
  return plain.length + 1 < drawn.length ? plain : drawn;
}

/** Split so that each part fits as it is drawn: lines that go round boxes may ask for more than was reckoned. */
function partsOf(look: MapLook, graph: MapGraph): DrawnPart[] {
  let drawn: DrawnPart[] = [];
  for (const share of [1, 0.94, 0.88, 0.8, 0.7]) {
    drawn = splitMap(graph, roomOf(look, share)).map((part) => ({ part, ...slideScene(look, part) }));
    if (drawn.every(({ fits }) => fits)) break;
  }
  return drawn;
}

/** About a link that is shown; else about a node that is, the one the finding speaks of. */
function isOn(part: MapGraph, { nodes, links }: MapFinding): boolean {
  if (links.length > 0 && part.links.some(({ id }) => links.includes(id))) return true;
  return links.length === 0 && nodes[0] !== undefined && part.nodes.has(nodes[0]);
}

function notesOf(
  { words }: Story,
  settings: Partial<BenefitMap>,
  { part, scene, cut }: DrawnPart,
  fresh: readonly MapFinding[],
  elsewhere: ReadonlyMap<RecordId, string>,
): string[] {
  const titleOfNode = (id: RecordId) => tidied(part.nodes.get(id)?.title ?? '');
  return [
    words.say('mapDeck.note.reading'),
    ...(settings.group && scene.lanes.length === 0 ? [words.say('mapDeck.note.noBands')] : []),
    ...fresh.map(
      (finding) =>
        `${words.sayAny(`severity.${finding.severity}`)}${words.say('deck.colon')}${findingText(finding, settings.preset, words)}`,
    ),
    ...[...elsewhere].map(([id, slides]) => words.say('mapDeck.note.elsewhere', { name: titleOfNode(id), slides })),
    ...cut.map(titleOfNode),
  ];
}

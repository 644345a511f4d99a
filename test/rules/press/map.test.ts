// A benefits map on slides is native and stays glued; on paper and as a picture it is the same map, whole and well-formed.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Deck } from '#shared/deck/model.ts';
import { NODE_TYPES } from '#shared/map/model.ts';
import type { Rect, Scene, SceneNode } from '#shared/map/scene.ts';
import { pressHtml } from '#shared/press/html.ts';
import { connectorsOf } from '#shared/press/mapConnector.ts';
import { drawnMap } from '#shared/press/mapDrawn.ts';
import { MAP_PALETTE, MAP_TYPE } from '#shared/press/mapLook.ts';
import { mapSvg } from '#shared/press/mapSvg.ts';
import { pressPptx } from '#shared/press/pptx.ts';
import { textWidth } from '#shared/words/measure.ts';
import { lacks } from '#test/kit/lacks.ts';
import { bandedScene, contraryScene, mapBlock, mapDeck, mapPlace, mapScene } from '#test/kit/maps.ts';
import { NO_SCHEMAS, schemaFaults, schemasHere } from '#test/kit/office.ts';
import { asOpenDocument, connectorsIn, formFaults, type Place, shapesOf } from '#test/kit/slides.ts';

const LANGUAGES = ['en', 'ar'] as const;
const slideOf = async (deck: Deck, number = 1): Promise<string> =>
  strFromU8(unzipSync(await pressPptx(deck))[`ppt/slides/slide${number}.xml`] as Uint8Array);
const allMaps = (language: 'en' | 'ar') =>
  mapDeck(
    language,
    [mapScene, bandedScene, contraryScene].map((scene) => mapBlock(language, scene(language))),
  );

/** The sites of the presets used, as ISO 29500 counts them: top, left, bottom, right. */
const sites = ({ x, y, width, height }: Place) => [
  { x: x + width / 2, y },
  { x, y: y + height / 2 },
  { x: x + width / 2, y: y + height },
  { x: x + width, y: y + height / 2 },
];

const HOSTILE = 'A <b> & "c" \'d\' \u0001\u0008\ufffe]]> $& $1 Map stand-in 0';
const hostile = (): Scene => {
  const scene = mapScene('en');
  const [first, ...rest] = scene.nodes as [SceneNode, ...SceneNode[]];
  return {
    ...scene,
    columns: scene.columns.map((column) => ({ ...column, label: HOSTILE })),
    nodes: [{ ...first, title: HOSTILE, lines: [HOSTILE], caption: HOSTILE }, ...rest],
    links: scene.links.map((link) => ({ ...link, label: link.label && { ...link.label, text: HOSTILE } })),
  };
};
const EMPTY: Scene = { width: 0, height: 0, reading: 'ltr', columns: [], lanes: [], nodes: [], links: [] };

describe.each(LANGUAGES)('a map on slides: %s', (language) => {
  test('is valid against ISO 29500, and the same bytes twice', async (ctx) => {
    const pptx = await pressPptx(allMaps(language));
    expect(Buffer.compare(await pressPptx(allMaps(language)), pptx)).toBe(0);
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(schemaFaults(pptx)).toEqual([]);
  });
  test.each([1, 2, 3])('slide %i: each link ends at the sites of the boxes it is glued to', async (number) => {
    const slide = await slideOf(allMaps(language), number);
    const shapes = new Map(shapesOf(slide).map((shape) => [shape.id, shape]));
    const connectors = connectorsIn(slide);
    expect(connectors.length).toBe((number === 3 ? contraryScene : mapScene)(language).links.length);
    for (const { start, end } of connectors) {
      expect(sites(shapes.get(end.shape) as Place)[end.site]).toEqual({ x: end.x, y: end.y });
      const site = sites(shapes.get(start.shape) as Place)[start.site] ?? { x: 0, y: 0 };
      // two ends level with each other stand a point apart, as PowerPoint has them
      expect([0, 12_700]).toContain(Math.abs(start.x - site.x) + Math.abs(start.y - site.y));
    }
    const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('glues each link to the boxes it names, from the side one reads from', async () => {
    const slide = await slideOf(mapDeck(language));
    const shapes = new Map(shapesOf(slide).map((shape) => [shape.id, shape]));
    const scene = mapScene(language);
    const title = (id: string) => scene.nodes.find((node) => node.id === id)?.title ?? '?';
    for (const [at, { start, end }] of connectorsIn(slide).entries()) {
      const link = scene.links[at] as (typeof scene.links)[number];
      expect(shapes.get(start.shape)?.description).toContain(title(link.from));
      expect(shapes.get(end.shape)?.description).toContain(title(link.to));
      if (link.from[0] !== link.to[0]) expect([start.site, end.site]).toEqual(language === 'ar' ? [1, 3] : [3, 1]);
    }
  });
  test('reaches what lies behind from behind, and goes straight down a column where the map does', async () => {
    const connectors = connectorsIn(await slideOf(allMaps(language), 3));
    const [toStart, toEnd] = language === 'ar' ? [3, 1] : [1, 3];
    expect(connectors.map(({ start, end }) => [start.site, end.site])).toEqual([
      [toStart, toEnd],
      [toStart, toEnd],
      [2, 0],
      [toEnd, toStart],
      [toStart, toEnd],
    ]);
    expect(connectors[2]?.xml).toContain('prst="straightConnector1"');
    // boxes stand between the two level ends: the line goes round them
    expect(connectors[3]?.xml).toContain('prst="curvedConnector5"');
  });
  test('says each title whole in one paragraph, at eleven points or more, in its own direction', async () => {
    const slide = await slideOf(mapDeck(language));
    for (const node of mapScene(language).nodes) {
      const shape = shapesOf(slide).find(({ description }) => description.includes(node.title));
      const paragraphs = shape?.xml.match(/<a:p>.*?<\/a:p>/gs) ?? [];
      expect(paragraphs.length).toBe(2);
      expect(paragraphs[1]).toContain(`<a:t>${node.title}</a:t>`);
      expect(paragraphs[1]?.includes('rtl="1"')).toBe(language === 'ar');
    }
    expect([...slide.matchAll(/ sz="(\d+)"/g)].filter(([, size]) => Number(size) < 1100)).toEqual([]);
  });
  test.each([mapScene, bandedScene])('names its columns on one line each, apart from one another', (scene) => {
    const block = mapBlock(language, scene(language));
    const { heads, box } = drawnMap(block, mapPlace(block), language);
    const inOrder = [...heads].sort((a, b) => a.x - b.x);
    for (const [at, { label, x, width }] of inOrder.entries()) {
      expect(textWidth(label, { size: MAP_TYPE.head, bold: true })).toBeLessThanOrEqual(width);
      expect(x + width).toBeLessThanOrEqual((inOrder[at + 1]?.x ?? box.x + box.width) + 1e-6);
    }
  });
  test('keeps weights clear of boxes and of each other', () => {
    const block = mapBlock(language);
    const map = drawnMap(block, mapPlace(block), language);
    const labels = connectorsOf(map).flatMap(({ label }) => label ?? []);
    // where no place on its line is free a weight is left to the line's description
    expect(labels.length).toBeGreaterThanOrEqual(block.scene.links.filter(({ label }) => label).length - 1);
    const apart = (a: Rect, b: Rect) =>
      a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
    for (const [at, label] of labels.entries())
      for (const other of [...map.nodes, ...labels.slice(at + 1)]) expect(apart(label, other)).toBe(true);
  });
  test('stays glued in LibreOffice, to the same sides', () => {
    if (lacks('soffice')) {
      console.warn('Skipped: LibreOffice (soffice) is not installed, so it is not seen whether maps stay glued there.');
      return;
    }
    return pressPptx(mapDeck(language)).then(async (pptx) => {
      const kept = asOpenDocument(pptx).match(/<draw:connector [^>]*>/g) ?? [];
      const glued = connectorsIn(await slideOf(mapDeck(language)));
      expect(kept.length).toBe(glued.length);
      // LibreOffice counts top, right, bottom, left
      const theirs = (site: number) => [0, 3, 2, 1][site];
      for (const [at, xml] of kept.entries()) {
        expect(xml).toMatch(/draw:start-shape="\w+".*draw:end-shape="\w+"/);
        const [start, end] = [/start-glue-point="(\d)"/, /end-glue-point="(\d)"/].map((one) => one.exec(xml)?.[1]);
        expect([Number(start), Number(end)]).toEqual([
          theirs(glued[at]?.start.site ?? 9),
          theirs(glued[at]?.end.site ?? 9),
        ]);
      }
    });
  }, 60_000);
});

describe('a map of awkward texts, and one of nothing', () => {
  const decks = {
    hostile: mapDeck('en', [mapBlock('en', hostile()), mapBlock('en', hostile())]),
    empty: mapDeck('en', [mapBlock('en', EMPTY)]),
  };
  test.each(Object.keys(decks) as (keyof typeof decks)[])('%s: is valid and whole', async (name) => {
    const deck = decks[name];
    const pptx = await pressPptx(deck);
    if (schemasHere && !lacks('xmllint')) expect(schemaFaults(pptx)).toEqual([]);
    const slide = await slideOf(deck);
    expect(slide).not.toMatch(/NaN|Infinity|undefined/);
    expect(slide).not.toContain('name="Map stand-in');
    expect(connectorsIn(slide).length).toBe(
      deck.slides[0]?.blocks.flatMap((b) => (b.kind === 'map' ? b.scene.links : [])).length,
    );
    const html = pressHtml(deck);
    expect(html).not.toMatch(/NaN|Infinity|<b>/);
  });
  test('are well-formed as pictures', (ctx) => {
    const picture = { ...mapBlock('en'), title: HOSTILE, description: HOSTILE, titleSize: 0.15, captionSize: 0.15 };
    const drawn = (['light', 'dark'] as const).flatMap((palette) =>
      [hostile(), EMPTY, mapScene('ar'), bandedScene('en')].map((scene) => mapSvg(scene, { ...picture, palette })),
    );
    for (const svg of drawn) expect(svg).not.toMatch(/NaN|Infinity|undefined|href|<b>/);
    if (lacks('xmllint')) ctx.skip();
    for (const svg of drawn) expect(formFaults(svg)).toBe('');
  });
  test('a link that is loose, or of a node to itself, is not drawn', async () => {
    const scene = mapScene('en');
    const [first, second] = scene.links as [Scene['links'][0], Scene['links'][0]];
    const links = [
      { ...first, to: 'gone' as typeof first.to },
      { ...second, to: second.from },
    ];
    expect(connectorsIn(await slideOf(mapDeck('en', [mapBlock('en', { ...scene, links })])))).toEqual([]);
  });
});

describe('a map on paper and as a picture', () => {
  test('names every node for who does not see it', () => {
    const svg = mapSvg(mapScene('ar'), {
      ...mapBlock('ar'),
      palette: 'light',
      title: 'خريطة',
      description: '',
      titleSize: 0.15,
      captionSize: 0.15,
    });
    for (const { title } of mapScene('ar').nodes)
      expect(svg).toMatch(new RegExp(`<g role="img" aria-label="[^"]*${title.replace(/[()]/g, '.')}`));
    expect(svg).toContain('direction="rtl"');
    expect(pressHtml(mapDeck('ar')).match(/<g role="img"/g)?.length).toBe(mapScene('ar').nodes.length);
  });
  test('an English title in an Arabic map keeps its own direction and stands at the right', () => {
    const scene = mapScene('ar');
    const nodes = scene.nodes
      .slice(0, 1)
      .map((node) => ({ ...node, title: 'ERP (phase 2)', lines: ['ERP (phase 2)'] }));
    const svg = mapSvg(
      { ...scene, nodes, links: [] },
      { ...mapBlock('ar'), palette: 'light', title: '', description: '', titleSize: 0.15, captionSize: 0.15 },
    );
    expect(svg).toMatch(/text-anchor="end"[^>]*direction="ltr"[^>]*>ERP \(phase 2\)</);
  });
  test.each(['light', 'dark'] as const)('is legible: %s', (name) => {
    const palette = MAP_PALETTE[name];
    for (const type of NODE_TYPES) {
      const { fill, stroke } = palette.types[type];
      for (const ink of [palette.ink, palette.quiet, palette.error, palette.warning])
        expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(stroke, palette.paper)).toBeGreaterThanOrEqual(3);
    }
    for (const line of [palette.line, palette.error, palette.warning])
      for (const ground of [palette.paper, palette.band]) expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });
});

function contrast(a: string, b: string): number {
  const light = (colour: string) =>
    [0, 2, 4]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] as number), 0);
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

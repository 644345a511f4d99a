// Nothing leaves, nothing else opens: navigation, pop-ups, frames, network, permissions; and app:// serves only the bundle.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
beforeAll(async () => {
  started = await startProgram();
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

const askPage = (pathname: string, host = 'bundle') =>
  started.program.evaluate(
    async ({ session }, [place, path]) => {
      // the class Request would tidy the address up before our handler could judge it
      const handler = Reflect.get(session.defaultSession.protocol, 'handlers').get('app');
      const response = await handler({ url: `app://${place}${path}`, method: 'GET' });
      return {
        status: response.status,
        policy: response.headers.get('content-security-policy'),
        text: await response.text(),
      };
    },
    [host, pathname] as const,
  );

test('the page comes with its policy', async () => {
  const { status, policy } = await askPage('/');
  expect(status).toBe(200);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
});

test.each([
  ['/%', 400],
  ['/%e0%a4%a', 400],
  ['/a%00b', 400],
  ['/a\\..\\b', 400],
  ['/assets//x.js', 400],
  ['/..%2fmain/main.js', 403],
  ['/../main/main.js', 403],
  ['/%2e%2e/%2e%2e/package.json', 403],
  ['/nothing.js', 404],
  ['/assets', 404],
])('app://bundle%s is answered with %i', async (path, status) => {
  expect((await askPage(path)).status).toBe(status);
});

test('another host of our scheme is not answered', async () => {
  expect((await askPage('/index.html', 'elsewhere')).status).toBe(403);
});

test('the page stays where it is', async () => {
  const { page, program } = started;
  const address = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.evaluate(() => window.open('https://example.org/') === null);
  await page.evaluate(() => window.open('about:blank'));
  await expect.poll(() => program.pages().length).toBe(1);
  expect(page.url()).toBe(address);
});

test('the network is shut: by the page policy and by the session', async () => {
  const reach = await started.page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(reach).toBe('refused');
  const verdicts = await started.program.evaluate(async ({ session }) => {
    const { before } = Reflect.get(session.defaultSession, 'asked');
    const judge = (url: string) => new Promise((settle) => before({ url }, settle));
    return Promise.all(
      ['https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'app://bundle/x'].map(judge),
    );
  }, null);
  expect(verdicts).toEqual([{ cancel: true }, { cancel: true }, { cancel: true }, { cancel: false }]);
  expect(await started.program.evaluate(({ hand }) => hand.leaked, null)).toEqual([]);
});

test('permissions: full screen and clipboard write for our main frame, nothing else, in both handlers', async () => {
  const answers = await started.program.evaluate(({ session }) => {
    const { request, check } = Reflect.get(session.defaultSession, 'asked');
    const names = [
      'fullscreen',
      'clipboard-sanitized-write',
      'clipboard-read',
      'media',
      'geolocation',
      'openExternal',
      'notifications',
    ];
    const asked = (name: string, requestingUrl: string, isMainFrame: boolean) => {
      let granted = false;
      request(null, name, (answer: boolean) => (granted = answer), { requestingUrl, isMainFrame });
      return granted;
    };
    return {
      requested: names.filter((name) => asked(name, 'app://bundle/', true)),
      checked: names.filter((name) => check(null, name, 'app://bundle/')),
      foreign: names.filter(
        (name) => asked(name, 'https://example.org/', true) || check(null, name, 'https://example.org'),
      ),
      inside: names.filter((name) => asked(name, 'app://bundle/', false)),
    };
  }, null);
  const allowed = ['fullscreen', 'clipboard-sanitized-write'];
  expect(answers).toEqual({ requested: allowed, checked: allowed, foreign: [], inside: [] });
});

test('a frame inside the page has no bridge', async () => {
  const seen = await started.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>preview</p>';
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    return frame.contentWindow !== null && 'bridge' in frame.contentWindow;
  });
  expect(seen).toBe(false);
});

test('the menu holds roles only, none of them reload or developer tools', async () => {
  const roles = await started.program.evaluate(
    ({ Menu }) => JSON.stringify(Menu.getApplicationMenu()?.items).match(/"role":"(\w+)"/g),
    null,
  );
  expect(roles).toContain('"role":"editMenu"');
  expect(roles?.join()).not.toMatch(/reload|devtools/i);
});

// Builds a site of each host into a folder each: node build.mjs INTO
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { Liquid, Tag } from 'liquidjs';

const here = import.meta.dirname;
const into = resolve(process.argv[2]);
const packages = join(here, 'node_modules');

/** The page without an article. A host whose pages need something in their head has its own. */
const addElsewhere = (host) => cp(join(here, 'elsewhere.html'), join(into, host, 'elsewhere.html'));

/** Pages as they are, with a script of a package beside them. */
const withScript = (script, name) => async (host) => {
  await addElsewhere(host);
  await cp(join(here, host), join(into, host), { recursive: true });
  if (script) await cp(join(packages, script), join(into, host, name));
};

/** The section as Shopify's templates are rendered; its settings have the schema's own values. */
async function shopify(host) {
  let schema;
  const engine = new Liquid();
  engine.registerTag('schema', class extends Tag {
    constructor(token, remaining, liquid) {
      super(token, remaining, liquid);
      let text = '';
      for (let next; (next = remaining.shift()) && next.name !== 'endschema'; ) text += next.getText();
      schema = JSON.parse(text);
    }
    * render() {}
  });
  const template = engine.parse(await readFile(join(here, host, 'qari-article.liquid'), 'utf8'));
  const settings = Object.fromEntries(schema.settings.map((setting) => [setting.id, setting.default]));
  const section = await engine.render(template, { section: { id: 'article', settings } });
  await mkdir(join(into, host), { recursive: true });
  await writeFile(join(into, host, 'section.html'), section);
  const page = await readFile(join(here, host, 'index.html'), 'utf8');
  await writeFile(join(into, host, 'index.html'), page.replace('{% section %}', () => section));
  await addElsewhere(host);
}

/** A theme is XML: what is not well-formed is refused, as Blogger does when it is saved. */
async function blogger(host) {
  const onError = (level, message) => { throw Error(`theme.xml: ${level}: ${message}`); };
  const theme = new DOMParser({ onError }).parseFromString(await readFile(join(here, host, 'theme.xml'), 'utf8'), 'text/xml');
  const html = new XMLSerializer().serializeToString(theme.documentElement);
  const page = html.replace(/<(script)([^>]*)\/>/g, '<$1$2></$1>').replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  await mkdir(join(into, host), { recursive: true });
  await writeFile(join(into, host, 'index.html'), '<!doctype html>\n' + page);
  await addElsewhere(host);
  await cp(join(packages, 'jquery/dist/jquery.min.js'), join(into, host, 'jquery.js'));
}

const node = (script, args, cwd) =>
  execFileSync('node', [join(packages, script), ...args], {
    cwd: join(here, cwd),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });

async function next(host) {
  node('next/dist/bin/next', ['build'], host);
  await cp(join(here, host, 'out'), join(into, host), { recursive: true });
}

async function astro(host) {
  node('astro/astro.js', ['build', '--silent', '--outDir', join(into, host)], host);
}

const HOSTS = {
  turbo: withScript('@hotwired/turbo/dist/turbo.es2017-umd.js', 'turbo.js'),
  htmx: withScript('htmx.org/dist/htmx.min.js', 'htmx.js'),
  'tag-manager': withScript(),
  shopify,
  blogger,
  astro,
  next,
};

await rm(into, { recursive: true, force: true });
for (const [host, build] of Object.entries(HOSTS)) await build(host);

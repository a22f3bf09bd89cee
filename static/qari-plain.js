// The plain view's title and text where the loader's own look at the JSON finds none: out of graphs and lists of several,
// Apple News, home-made JSON, scripts and articles of the page. Loaded only then.

const LISTS = ['@graph', 'items', 'posts', 'pages', 'mainEntity'];
const BODIES = ['body', 'content', 'content_html', 'html', 'articleBody', 'content_text', 'plaintext', 'components'];
const NAMES = ['id', '@id', 'slug', 'url', 'link'];

const list = (value) => (value == null ? [] : [].concat(value));
const first = (node, names) => names.map((name) => node[name]).find(Boolean);
/** Everything that may be an article, from the outside in. */
const nodes = (value) =>
  list(value).flatMap((node) => (node && typeof node === 'object' ? [node, ...LISTS.flatMap((name) => nodes(node[name]))] : []));
/** What stands at a dotted path; `*` is each item. */
const at = (node, path) =>
  path
    .split('.')
    .reduce((found, step) => found.flatMap((one) => (step === '*' ? Object.values(Object(one)) : [Object(one)[step]])), [node])
    .flatMap(list);

/**
 * The article of a source as the loader's look understands it; nothing where it is not clear which is meant. `setting`
 * gives an attribute, `parse` an inert body of HTML.
 */
export const simple = (setting, { texts, page }, parse) => {
  const text = (html) => parse(String(html)).textContent;
  const paragraphs = (html) => {
    const body = parse(String(html));
    const found = Array.from(body.querySelectorAll('p,h2,h3,li,pre'));
    return (found[0] ? found : [body]).map((one) => ({ text: one.textContent }));
  };
  const map = Object.fromEntries(setting('map').split(';').map((entry) => entry.split(/:(.*)/).map((part) => part.trim())));
  const mapped = (node, name) => map[name] && map[name].split('|').map((path) => at(node, path.trim())).find((found) => found[0]);
  const all = texts.flatMap((json) => {
    try {
      const value = JSON.parse(json);
      return nodes(mapped(value, 'items') || value);
    } catch (_) {
      return [];
    }
  });
  const item = setting('item');
  for (const node of all) {
    const title = first(node, ['title', 'headline']) || mapped(node, 'title');
    if (!title || (item && !NAMES.some((name) => node[name] == item))) continue;
    let body = first(node, BODIES) || mapped(node, 'body') || '';
    if (body === node.body && body.map) return node; // blocks, as the loader knows them
    body = list(body.rendered || body).flatMap((part) =>
      nodes(part)[0] ? nodes(part).flatMap(({ text, components }) => [text, ...list(components).map((one) => one.text)]) : part,
    );
    if (!body[0] && page) body = Array.from(page.querySelectorAll('p'), (p) => p.textContent);
    return {
      title: text(title.rendered || title),
      language: node.language || node.inLanguage,
      url: node.url || node.link,
      // A blank: where there is no text the title shows alone.
      body: [...body.filter((part) => part && part !== title).flatMap(paragraphs), { text: ' ' }],
    };
  }
};

// In front of every script that a scenario runs: ways to look into a reader by the names of its parts.
const reader = (n = 0) => document.querySelectorAll('qari-reader')[n];
const inside = (n = 0) => reader(n)?.shadowRoot;
const parts = (name, n = 0) => [...(inside(n)?.querySelectorAll(`[part~="${name}"]`) ?? [])];
const part = (name, n = 0) => parts(name, n)[0];
// The body's blocks: those of a long article stand in stretches.
const blocks = (n = 0) => [...inside(n).querySelectorAll('[part=body] > :not(.stretch), .stretch > *')];
const tidy = (words) => words.replace(/\s+/g, ' ').trim();
const seenText = (node) => tidy(node?.innerText ?? '');
const text = (name, n = 0) => part(name, n) ? tidy(part(name, n).textContent) : null;
const style = (name, property, n = 0) => getComputedStyle(part(name, n))[property];
const rect = (node) => { const { top, bottom, left, right, width, height } = node.getBoundingClientRect(); return { top, bottom, left, right, width, height }; };
// Brings an element to the middle of the screen; done when it has the same place in two frames. A frame that is never
// painted (an engine spares itself those of pages out of view) counts as well after a while.
const still = async (node) => {
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 200); });
    for (let before, now = JSON.stringify(rect(node)); now !== before; ) {
        before = now;
        await frame();
        now = JSON.stringify(rect(node));
    }
};
const isSeen = (node) => Boolean(node?.getClientRects().length) && getComputedStyle(node).visibility === 'visible';
const state = (n = 0) => reader(n)?.dataset.state ?? null;
const shown = (n = 0) => {
    // What a person sees of the reader, slots included: text nodes whose element is laid out.
    const words = [];
    const walk = (node) => {
        if (node.nodeType === 3) { if (isSeen(node.parentElement ?? node.getRootNode().host)) words.push(node.data); return; }
        if (node.localName === 'style' || node.localName === 'script') return;
        const children = node.localName === 'slot' && node.assignedNodes().length ? node.assignedNodes() : node.childNodes;
        for (const child of children) walk(child);
    };
    if (inside(n)) walk(inside(n)); else if (reader(n)) walk(reader(n));
    return tidy(words.join(' '));
};
const roles = { a: 'link', button: 'button', nav: 'navigation', article: 'article', img: 'img', ul: 'list', ol: 'list', li: 'listitem',
    h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', table: 'table', blockquote: 'blockquote', figure: 'figure' };
const tree = (node) => {
    if (node.nodeType === 3) return tidy(node.data) || null;
    if (node.nodeType !== 1 || ['style', 'script', 'svg', 'link'].includes(node.localName)) return null;
    const kept = { tag: node.localName, role: node.getAttribute('role') ?? roles[node.localName] };
    for (const name of ['part', 'aria-label', 'aria-current', 'href', 'src', 'alt', 'dir', 'lang', 'datetime', 'data-network', 'disabled']) {
        if (node.hasAttribute(name)) kept[name] = node.getAttribute(name);
    }
    const children = [...node.childNodes].map(tree).filter((child) => child !== null);
    return children.length ? { ...kept, children } : kept;
};
// Adds rules to a reader's own sheets.
const addRules = (css, n = 0) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    inside(n).adoptedStyleSheets = [...inside(n).adoptedStyleSheets, sheet];
};
// Lays out what is off screen too: an engine may tell guesses of what it skips.
const layOutAll = (n = 0) => addRules(':is([part="body"], .stretch) > * { content-visibility: visible !important }', n);
const mediaRules = (feature, n = 0) => inside(n).adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media?.mediaText.includes(feature));
// Makes the rules for a medium (dark, print, forced colours) hold, where no engine-independent command can.
const switchOn = (feature, n = 0) => mediaRules(feature, n).map((rule) => { rule.media.mediaText = 'all'; }).length;
// All that takes the focus by keyboard, in the order of the tree.
const stops = (n = 0) => [...inside(n).querySelectorAll('a[href], button, summary, input, select, textarea, iframe, [tabindex]')].filter((el) => isSeen(el) && !el.disabled && el.tabIndex >= 0);
// The size's button begins with the size, which it changes.
const named = (el) => `${el.localName}.${el.getAttribute('part') ?? el.dataset.choice ?? el.className} «${tidy(el.getAttribute('aria-label') ?? el.textContent).replace(/^\d /, '').slice(0, 30)}»`;
// The page as HTML, open shadow roots included.
const wholePage = () => {
    const shadowRoots = [];
    const collect = (root) => {
        for (const el of root.querySelectorAll('*')) {
            if (el.shadowRoot) { shadowRoots.push(el.shadowRoot); collect(el.shadowRoot); }
        }
    };
    collect(document);
    const [start, end] = document.documentElement.cloneNode(false).outerHTML.split('</');
    return `<!doctype html>\n${start}${document.documentElement.getHTML({ shadowRoots })}</${end}\n`;
};

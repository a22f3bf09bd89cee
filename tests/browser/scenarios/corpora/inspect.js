// What FORMATS' «What may remain» means in a live page, and the outline that is compared with the native one.
const SCHEMES = /^(https?|mailto|tel):$/;
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'background', 'poster', 'cite', 'ping', 'data', 'longdesc',
    'xlink:href', 'manifest', 'srcdoc', 'lowsrc', 'dynsrc', 'codebase', 'usemap', 'classid', 'profile', 'archive', 'icon'];
/** The scheme an address has in this page. */
const scheme = (address) => { try { return new URL(address, document.baseURI).protocol; } catch (_) { return 'unreadable:'; } };
/** The addresses of a `srcset`. */
const candidates = (srcset) => (srcset ?? '').split(/,\s+/).map((one) => one.trim().split(' ')[0]).filter(Boolean);
const XHTML = 'http://www.w3.org/1999/xhtml';
/** Whether an element is of the language that it must be of: MathML in a formula of the body, else HTML. */
const isOfItsLanguage = (el) => el.namespaceURI === (el.closest('[part=body] math') ? 'http://www.w3.org/1998/Math/MathML' : XHTML);
/** What an element of a formula may say of itself. */
const OF_FORMULAS = /^(dir|display|displaystyle|mathvariant|accent|accentunder|align|columnalign|rowalign|columnspan|rowspan|fence|form|largeop|linethickness|lspace|movablelimits|rspace|separator|stretchy|width)$/;
/** Part of a poster, which is the view's own. */
const ours = (el) => el.matches('button.poster, button.poster *');

/** Breaks of the promises below `root`, one sentence each; with `tags`, no other elements than these may be there. */
const breaks = (root, tags) => {
    const found = [];
    for (const el of root.querySelectorAll('*')) {
        const say = (what) => found.push(`${what}: ${el.cloneNode(false).outerHTML.slice(0, 200)}`);
        if (/^(script|style|iframe|frame|object|embed|form|template|link|meta|base|noscript)$/.test(el.localName)) say('element');
        if (el.localName === 'math' && !el.closest('[part=body]')) say('element');
        if (tags && !ours(el) && !(tags.includes(el.localName) && isOfItsLanguage(el))) say('element');
        for (const { name, value } of el.attributes) {
            if (/^on/.test(name)) say('handler');
            if (el.namespaceURI !== XHTML && el.closest('math') && !OF_FORMULAS.test(name)) say('attribute');
            if (/^(id|name|style|form|is|slot|nonce|http-equiv|target)$/.test(name) && !(name === 'target' && value === '_blank')) say('attribute');
            if (ADDRESSES.includes(name) && !SCHEMES.test(scheme(value)) && !/^sms:/.test(value)) say('scheme');
            if (name === 'srcset' && candidates(value).some((one) => !/^https?:$/.test(scheme(one)))) say('scheme');
        }
        // What the element itself makes of the address must agree.
        if (el.protocol !== undefined && !SCHEMES.test(el.protocol) && el.protocol !== 'sms:') say('scheme');
        if (el.shadowRoot) say('shadow root');
    }
    return found;
};

/** What handlers of payloads wait for, at every element: events that mean nothing to the reader, and images that fail. */
const provoke = (root) => {
    const types = ['error', 'load', 'focus', 'blur', 'mouseover', 'mouseenter', 'toggle', 'animationstart', 'transitionend', 'scroll', 'begin'];
    for (const el of root.querySelectorAll('*')) {
        if (el.localName === 'img') el.loading = 'eager';
        for (const type of types) el.dispatchEvent(new Event(type, { bubbles: true }));
    }
};

/** A node as [name, {attribute: value}, ...children], a text as a text; neighbouring texts are one. */
const outline = (node) => {
    if (node.nodeType === 3) return node.data;
    // An image that did not come is hidden by the reader afterwards, and how wide the column is only a page knows.
    const own = [...node.attributes].filter(({ name }) => !(node.localName === 'img' && /^(hidden|sizes)$/.test(name)));
    const attributes = Object.fromEntries(own.map(({ name, value }) => [name, value]));
    const made = [node.localName, attributes];
    if (node.localName === 'svg') return ['svg', {}];
    for (const child of node.childNodes) {
        if (child.nodeType !== 1 && child.nodeType !== 3) continue;
        const part = outline(child);
        if (typeof part === 'string' && typeof made.at(-1) === 'string') made.push(made.pop() + part);
        else if (part !== '') made.push(part);
    }
    return made;
};

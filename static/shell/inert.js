// Where a page's Trusted Types refuse even the one policy: HTML becomes text without a parser.

/** The loader's inert parser; failing that, the lines of the text as paragraphs. */
export const inert = (parse) => (html) => {
  try {
    return parse(html);
  } catch (_) {
    const { body } = document.implementation.createHTMLDocument('');
    for (const line of html.replace(/<(script|style)[^]*?<\/\1>/gi, '').split(/<\/?(?:p|h\d|li|div|br|t[dhr]|d[dt]|pre|(?:fig)?caption|blockquote|summary)\b[^>]*>/i))
      body.appendChild(document.createElement('p')).textContent = line
        .replace(/<[^>]*>/g, '')
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
    return body;
  }
};

// The barest script: the article's text as plain paragraphs, and nothing else.

const script = document.currentScript;
fetch(script.dataset.src)
  .then((answer) => answer.json())
  .then(({ title, body }) => {
    const lines = new DOMParser().parseFromString(body, 'text/html').querySelectorAll('p, h2');
    const add = (tag, text) => {
      const element = document.createElement(tag);
      element.textContent = text;
      return element;
    };
    const article = document.createElement('article');
    article.append(add('h1', title), ...[...lines].map(({ localName, textContent }) => add(localName, textContent)));
    script.after(article);
  });

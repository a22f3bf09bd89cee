// What a tag manager does with a tag of custom HTML: the HTML is parsed where no script runs, and each script is made anew, with its text
// and without attributes of its own.
fetch('/tag.html').then((answer) => answer.text()).then((html) => {
  var parsed = document.createElement('div');
  parsed.innerHTML = html;
  [].forEach.call(parsed.querySelectorAll('script'), function (written) {
    var script = document.createElement('script');
    script.text = written.text;
    document.body.appendChild(script);
  });
});

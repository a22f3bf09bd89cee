document.addEventListener("qari:share", (event) => {
  event.preventDefault();
  myShare(event.detail.network, event.detail.url);
});

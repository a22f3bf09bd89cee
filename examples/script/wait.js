customElements.whenDefined("qari-reader").then(() => qari.mount("#story", { src: "42.json" }));

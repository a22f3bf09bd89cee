const reader = qari.mount("#story", { src: "42.json", textSize: 4, share: "whatsapp copy" });

// A stand-in for the device's speech: headless engines have no voices, and none says what it was asked to say. It keeps
// the Web Speech API's rules that matter: one queue, `cancel` ends what is spoken with an error event, later.
(() => {
    const listeners = [];
    const speech = {
        voices: [],
        now: null,
        said: [],
        cancelled: 0,
        pending: false,
        get speaking() { return Boolean(this.now); },
        getVoices() { return this.voices; },
        addEventListener(name, listener) { listeners.push(listener); },
        removeEventListener(name, listener) { listeners.splice(listeners.indexOf(listener), 1); },
        arrive(...tags) {
            this.voices = tags.map((lang) => ({ lang, name: lang, localService: true }));
            for (const listener of [...listeners]) listener();
        },
        speak(utterance) {
            const { text, lang, rate, voice } = utterance;
            if (!text) return; // over at once
            this.said.push({ text, lang, rate, voice: voice && voice.lang });
            this.now = utterance;
        },
        cancel() {
            const { now } = this;
            this.cancelled += 1;
            this.now = null;
            if (now) queueMicrotask(() => now.onerror && now.onerror({ error: 'canceled' }));
        },
        finish() {
            const { now } = this;
            this.now = null;
            now.onend();
        },
        heard() { return listeners.length; },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();

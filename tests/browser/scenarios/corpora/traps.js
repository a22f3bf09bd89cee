// In the head of a page of hostile articles: whatever a payload would do is kept in `__ran` instead of done.
(() => {
    const ran = [];
    Object.defineProperty(window, '__ran', { value: ran });
    const record = (name) => function (...parts) { ran.push(`${name}(${parts.map(String).join(', ').slice(0, 80)})`); };
    const calls = {
        window: ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'close', 'xss', 'makePopups', 'WebSocket', 'EventSource',
            'Worker', 'SharedWorker', 'XMLHttpRequest', 'RTCPeerConnection'],
        document: ['write', 'writeln', 'open', 'close', 'execCommand'],
        navigator: ['sendBeacon', 'registerProtocolHandler'],
        history: ['pushState', 'replaceState', 'back', 'go'],
    };
    for (const [owner, names] of Object.entries(calls)) {
        for (const name of names) Object.defineProperty(window[owner], name, { value: record(`${owner}.${name}`), configurable: true });
    }
    for (const type of ['message', 'hashchange', 'popstate', 'beforeunload', 'submit']) {
        addEventListener(type, () => ran.push(`event ${type}`), true);
    }
    // A parser error of a script in a payload would come here, and so would anything a payload throws.
    addEventListener('error', (event) => { if (event.message !== undefined) ran.push(`error ${event.message}`); }, true);
})();

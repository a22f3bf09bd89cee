// The first script of every partner page: keeps what the reader must not cause (uncaught errors, console errors,
// refusals by the page's policy, moves of the host's layout) and what it must tell (its events).
(() => {
    // What somebody took charge of while the event went round (`preventDefault`) was caught after all.
    const failures = [];
    const uncaught = () => failures.filter(({ event }) => !event.defaultPrevented).map(({ words }) => words);
    const seen = { get uncaught() { return uncaught(); }, errors: [], warnings: [], refused: [], events: [], clicks: [], shift: 0, shifts: [], globals: [], tasks: new Set() };
    Object.defineProperty(window, '__seen', { value: seen });
    addEventListener('error', (event) => {
        // An event without a message is a resource that did not load, which is the scenario's own doing.
        if (event.message !== undefined) failures.push({ event, words: `${event.message} (${event.filename}:${event.lineno})` });
    }, true);
    addEventListener('unhandledrejection', (event) => {
        failures.push({ event, words: `unhandled rejection: ${event.reason?.stack ?? event.reason}` });
    });
    addEventListener('securitypolicyviolation', (event) => {
        seen.refused.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample ?? ''}`);
    });
    const keep = (name, list) => {
        const original = console[name];
        console[name] = (...parts) => {
            list.push(parts.map((part) => String(part?.stack ?? part)).join(' '));
            original.apply(console, parts);
        };
    };
    keep('error', seen.errors);
    keep('warn', seen.warnings);
    for (const type of ['ready', 'error', 'share', 'settings', 'progress']) {
        addEventListener(`qari:${type}`, (event) => {
            const detail = event.detail && JSON.parse(JSON.stringify(event.detail));
            seen.events.push({ type, detail, bubbles: event.bubbles, composed: event.composed,
                target: event.target?.localName ?? null, prevented: event.defaultPrevented });
        });
    }
    // Tasks that begin at once: Yew renders for 16 ms, then goes on in such a task, with the page half of the old state
    // and half of the new.
    const { setTimeout: later, clearTimeout: never } = window;
    window.setTimeout = (work, delay, ...given) => {
        if (delay > 0 || typeof work !== 'function') return later(work, delay, ...given);
        const task = later(() => { try { work(...given); } finally { seen.tasks.delete(task); } });
        seen.tasks.add(task);
        return task;
    };
    window.clearTimeout = (task) => { seen.tasks.delete(task); never(task); };
    // Where clicks fell, for the message of a failure.
    addEventListener('click', (event) => {
        const [target] = event.composedPath();
        seen.clicks.push(`${event.clientX},${event.clientY} ${target.getAttribute?.('part') ?? target.localName}`);
    }, true);
    if (PerformanceObserver.supportedEntryTypes?.includes('layout-shift')) {
        new PerformanceObserver((list) => {
            for (const { value, startTime, sources } of list.getEntries()) {
                seen.shift += value;
                // For the message of a failure. What is in a shadow root has no node here, but its places.
                const place = ({ x, y, width, height }) => [x, y, width, height].join(' ');
                const moves = sources.map(({ node, previousRect, currentRect }) => `${node?.localName ?? 'text'} ${place(previousRect)} → ${place(currentRect)}`);
                seen.shifts.push(`${value} after ${Math.round(startTime)} ms: ${moves.join('; ')}`);
            }
        }).observe({ type: 'layout-shift', buffered: true });
    }
    seen.globals = Object.getOwnPropertyNames(window);
})();

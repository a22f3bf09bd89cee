// What the device can do for a reader: speak, copy, play.

/** The device's voice for a language, one of the same region first. Android writes `ar_EG`. */
export const voice = (lang) => {
  const tag = (one) => one.lang.replace('_', '-').toLowerCase();
  const wanted = lang.toLowerCase();
  const all = (window.speechSynthesis && speechSynthesis.getVoices()) || [];
  const fit = all.filter((one) => one.lang && tag(one).split('-')[0] === wanted.split('-')[0]);
  return fit.find((one) => tag(one) === wanted) || fit[0];
};

/** Copies a text; the old way, by selection, works in frames and on plain http. */
export const copy = async (text, mount) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (_) {
    const field = mount.appendChild(document.createElement('textarea'));
    const focused = mount.getRootNode().activeElement;
    field.className = 'offscreen';
    field.readOnly = true;
    field.value = text;
    field.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch (_) {
      /* refused too: the address is shown instead */
    }
    field.remove();
    if (focused) focused.focus();
    return done;
  }
};

/** A poster's place is taken by the player it stands for. */
export const play = (poster) => {
  const { player, title } = poster.dataset;
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: player, title, allow: 'autoplay; fullscreen; encrypted-media' });
  poster.hidden = true;
  poster.after(frame);
  frame.focus();
};

// Prints what Node's ICU says about languages, regions, digits, dates and plurals, as one line of JSON a tag.
// `tests/locale.rs` compares the tables of `src/locale` with it. `tests/icu-78.json` is its output with ICU 78:
//   node tests/icu.mjs > tests/icu-78.json

/** Tags whose dates, digits and plurals Qari has tables for. */
const dated = [
  'ar ar-EG ar-SA ar-AE ar-QA ar-KW ar-BH ar-OM ar-YE ar-MA ar-DZ ar-TN ar-LY ar-SY ar-IQ ar-LB ar-JO ar-PS ar-MR',
  'ar-SD ar-SO ar-DJ ar-KM ar-TD ar-ER ar-IL ar-SS ar-EH ar-001 fa fa-IR fa-AF ur ur-PK ur-IN he he-IL',
  'fr fr-FR fr-BE fr-CH fr-CA fr-MA fr-DZ fr-TN en en-US en-GB en-IE en-CA en-AU en-NZ en-IN en-ZA en-MA en-150 en-001',
  'es es-ES es-MX es-US es-AR es-CO es-419 es-PE',
].join(' ').split(' ');

/** Tags of which only digits, script and direction matter. */
const others = [
  'ps ckb sd ug ks dv yi ku ku-Arab az az-Arab az-IR uz uz-Arab uz-AF pa pa-Arab pa-PK mzn lrc bgn syr nqo kk-CN',
  'kk ar-Latn ur-Latn ms ms-Arab ff ff-Adlm de zgh tzm zh ru hi am',
].join(' ').split(' ');

/** Every month, as a date only. */
const days = Array.from({ length: 12 }, (_, month) => [2019, month + 1, 29 - month]);

/** The first of a month, midnight, noon, morning and afternoon. */
const moments = [
  [2019, 9, 1, 0, 5],
  [2024, 2, 29, 12, 0],
  [2024, 12, 31, 23, 59],
  [2024, 5, 10, 8, 7],
  [2024, 1, 11, 15, 30],
];

/** Where the plural rules of the seven languages change. */
const counts = [...Array(27).keys(), 98, 99, 100, 101, 102, 103, 110, 111, 112, 120, 199, 200, 202, 203, 1000, 1011];

const icu = (tag, { plural }) => {
  const locale = new Intl.Locale(tag);
  const calendar = `${tag}-u-ca-gregory`;
  const options = { dateStyle: 'long', timeZone: 'UTC' };
  const day = new Intl.DateTimeFormat(calendar, options);
  const time = new Intl.DateTimeFormat(calendar, { ...options, timeStyle: 'short' });
  const at = ([y, m, d, h = 0, min = 0]) => Date.UTC(y, m - 1, d, h, min);
  const rules = new Intl.PluralRules(tag);
  return {
    tag,
    script: locale.maximize().script,
    digits: new Intl.NumberFormat(tag).resolvedOptions().numberingSystem,
    ...(plural && {
      dates: [
        ...days.map((stamp) => [stamp, day.format(at(stamp))]),
        ...moments.map((stamp) => [stamp, time.format(at(stamp))]),
      ],
      plurals: counts.map((n) => [n, rules.select(n)]),
    }),
  };
};

const lines = [
  JSON.stringify({ icu: process.versions.icu }),
  ...dated.map((tag) => JSON.stringify(icu(tag, { plural: true }))),
  ...others.map((tag) => JSON.stringify(icu(tag, { plural: false }))),
];
console.log(`[\n${lines.join(',\n')}\n]`);

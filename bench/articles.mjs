// The articles that are measured: our own words, the same in every run, and no easier to compress than news is.

/** Begins the first paragraph: by it the probe knows the article's text from everything else on the page. */
export const OPENING = 'انطلقت صباح اليوم أشغال تهيئة الطريق الساحلية';

const WORDS = (
  'أوضح المتحدث أن الورش سيتواصل خلال الأسابيع المقبلة وفق البرنامج الذي اتفقت عليه الأطراف السكان الخدمات الجديدة ' +
  'تدريجيا قبل نهاية السنة المدينة العتيقة الميناء الشباب المدرسة الجماعة المجلس المشروع الماء الكهرباء القرية الجبل ' +
  'الساحل الصناع التقليديون المكتبة القطار المحطة المسافرون الفلاحون الموسم الزيتون الأركان التعاونية النساء الأطفال ' +
  'وأضاف المصدر ذاته حسب ما أكدته من جهة أخرى بعد أن كانت في إطار على مستوى منذ سنوات حيث يرتقب أن تنتهي ' +
  'الدراسات التقنية التمويل الشركاء الجهة الإقليم العمالة الحي الشارع الساحة السوق التجار الزوار السياح الفنادق ' +
  'مليون درهم 2024 120 كيلومترا مترا مربعا في المائة iPhone ONCF'
).split(' ');
const SENTENCE = 12;
const SENTENCES = 4;
/** A heading stands before each of so many paragraphs. */
const SECTION = 5;

/** Small numbers that look random and are the same in every run (Numerical Recipes' generator). */
function numbers(seed) {
  return (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

/** An article of about `words` words, or of about `characters`; `blocks` says how many paragraphs and headings it has. */
export function article({ words = Infinity, characters = Infinity }) {
  const pick = numbers(8);
  const some = (count) => Array.from({ length: count }, () => WORDS[pick(WORDS.length)]);
  const blocks = [];
  let [hasWords, hasCharacters] = [0, 0];
  for (let n = 0; hasWords < words && hasCharacters < characters; n++) {
    if (n % SECTION === SECTION - 1) blocks.push(`<h2>${some(4).join(' ')}</h2>`);
    const sentences = Array.from({ length: SENTENCES }, () => some(SENTENCE));
    hasWords += SENTENCES * SENTENCE;
    hasCharacters += sentences.flat().join(' ').length;
    // What news has in its paragraphs: something strong, something linked.
    sentences[1][3] = `<strong>${sentences[1][3]}</strong>`;
    sentences[2][5] = `<a href="/news/${n}">${sentences[2][5]}</a>`;
    const text = sentences.map((sentence) => sentence.join(' ') + '.').join(' ');
    blocks.push(`<p>${n ? '' : OPENING + '. '}${text}</p>`);
  }
  const fields = {
    url: 'https://news.example/road',
    language: 'ar-MA',
    title: 'الطريق الساحلية تفتح قبل الصيف',
    authors: [{ name: 'سلمى العلوي' }],
    published: '2026-03-05T14:07:00+01:00',
    body: blocks.join('\n'),
  };
  return { json: JSON.stringify(fields), fields, blocks: blocks.length, paragraphs: blocks.filter((block) => block.startsWith('<p>')).length };
}

import assert from 'node:assert/strict';
import { encoderFor } from './encoders';
import { archiveOf } from './packages';
import { bytesOf, noted, read, refuses } from './reading';

/** A paragraph of news each. */
const texts = {
  fr: 'Le ministre des Affaires étrangères a déclaré mercredi que la Corée du Nord devait respecter les résolutions. « C’est une menace pour la paix », a-t-il ajouté à Genève, où l’été s’achève.',
  de: 'Die Außenministerin erklärte am Mittwoch, Nordkorea müsse die Resolutionen einhalten. „Das ist eine Gefahr für den Frieden“, fügte sie in Zürich hinzu. Größere Übungen seien nicht geplant.',
  pl: 'Minister spraw zagranicznych oświadczył w środę, że Korea Północna musi przestrzegać rezolucji. To zagrożenie dla pokoju, dodał. Większe ćwiczenia się nie odbędą.',
  cs: 'Ministr zahraničí ve středu prohlásil, že Severní Korea musí dodržovat rezoluce. Je to hrozba pro mír, dodal. Příští týden začnou další jednání v Ženevě.',
  ru: 'Министр иностранных дел заявил в среду, что Северная Корея должна соблюдать резолюции. Это угроза миру, добавил он. Новые переговоры начнутся на следующей неделе в Женеве.',
  uk: 'Міністр закордонних справ заявив у середу, що Північна Корея має дотримуватися резолюцій. Це загроза миру, додав він. Нові переговори розпочнуться наступного тижня. Її позиція є ґрунтовною.',
  el: 'Ο υπουργός Εξωτερικών δήλωσε την Τετάρτη ότι η Βόρεια Κορέα πρέπει να τηρεί τα ψηφίσματα. Είναι απειλή για την ειρήνη, πρόσθεσε. Νέες συνομιλίες θα αρχίσουν την επόμενη εβδομάδα.',
  tr: "Dışişleri Bakanı çarşamba günü Kuzey Kore'nin kararlara uyması gerektiğini açıkladı. Bu barışa yönelik bir tehdittir, dedi. Yeni görüşmeler gelecek hafta başlayacak, ancak güç olacak.",
  ar: 'قال وزير الخارجية يوم الأربعاء إن كوريا الشمالية يجب أن تلتزم بالقرارات. وأضاف أن هذا تهديد للسلام في المنطقة. وستبدأ محادثات جديدة في الأسبوع المقبل في جنيف.',
  he: 'שר החוץ הצהיר ביום רביעי כי צפון קוריאה חייבת לקיים את ההחלטות. זהו איום על השלום באזור, הוסיף. שיחות חדשות יתחילו בשבוע הבא.',
  ja: '外務大臣は水曜日、北朝鮮は決議を守らなければならないと述べた。これは地域の平和に対する脅威だと付け加えた。新しい協議は来週ジュネーブで始まる予定である。',
  ko: '외교부 장관은 수요일 북한이 결의를 준수해야 한다고 밝혔다. 이는 지역 평화에 대한 위협이라고 덧붙였다. 새로운 회담은 다음 주 제네바에서 시작될 예정이다.',
  tw: '外交部長週三表示，北韓必須遵守決議。他補充說，這是對地區和平的威脅。新一輪會談將於下週在日內瓦開始，但是前景並不樂觀。',
  cn: '外交部长周三表示，朝鲜必须遵守决议。他补充说，这是对地区和平的威胁。新一轮会谈将于下周在日内瓦开始，但是前景并不乐观。',
  th: 'รัฐมนตรีต่างประเทศกล่าวเมื่อวันพุธว่าเกาหลีเหนือต้องปฏิบัติตามมติ นี่เป็นภัยคุกคามต่อสันติภาพ การเจรจาครั้งใหม่จะเริ่มในสัปดาห์หน้า',
};

const encodings: readonly (readonly [keyof typeof texts, ...string[]])[] = [
  ['fr', 'windows-1252', 'macintosh'],
  ['de', 'windows-1252'],
  ['pl', 'windows-1250', 'iso-8859-2'],
  ['cs', 'windows-1250', 'iso-8859-2'],
  ['ru', 'windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
  ['uk', 'windows-1251', 'koi8-u'],
  ['el', 'windows-1253', 'iso-8859-7'],
  ['tr', 'windows-1254'],
  ['ar', 'windows-1256', 'iso-8859-6'],
  ['he', 'windows-1255', 'iso-8859-8'],
  ['ja', 'shift_jis', 'euc-jp'],
  ['ko', 'euc-kr'],
  ['tw', 'big5'],
  ['cn', 'gb18030'],
  ['th', 'windows-874'],
];

const GUESS = /^texts read as /;

describe('A plain text as an article', () => {
  it('in UTF-8 and UTF-16 is taken without a note: without its mark, with LF', async () => {
    const text = 'Ä\r\n\r\nb\re\u0301 😀\r\n';
    const wide = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    const little = Uint8Array.from([0xff, 0xfe, ...wide.flatMap((unit) => [unit & 0xff, unit >> 8])]);
    const big = Uint8Array.from([0xfe, 0xff, ...wide.flatMap((unit) => [unit >> 8, unit & 0xff])]);
    for (const bytes of [bytesOf(text), bytesOf(`\ufeff${text}`), little, big]) {
      assert.deepEqual(await read(bytes, 'a.txt'), { text: 'Ä\n\nb\ne\u0301 😀\n', info: {}, notes: [] });
    }
  });

  for (const [language, ...labels] of encodings) {
    for (const label of labels) {
      it(`in ${label} is recognized, which is noted: ${language}`, async () => {
        const text = texts[language];
        const article = await read(encoderFor(label)(text), 'a.txt');
        assert.equal(article.text, text);
        assert.equal(noted(article, GUESS), 1);
      });
    }
  }

  it('in UTF-16 without a mark is recognized', async () => {
    for (const text of [texts.de, texts.ru, 'The minister said that North Korea must respect the resolutions.']) {
      const wide = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
      const little = Uint8Array.from(wide.flatMap((unit) => [unit & 0xff, unit >> 8]));
      assert.equal((await read(little, 'a.txt')).text, text);
    }
  });

  it('is recognized by what comes after a long start in ASCII', async () => {
    const text = `${'Only plain letters here. '.repeat(20_000)}\n${texts.ru}`;
    assert.equal((await read(encoderFor('windows-1251')(text), 'a.txt')).text, text);
  });

  it('with angle brackets in it stays as it is', async () => {
    const text = 'If a < b and <i>c</i>: text.\n';
    assert.equal((await read(text, 'a.md')).text, text);
  });
});

describe('What is no article', () => {
  const start = (...codes: readonly number[]): Uint8Array => Uint8Array.from([...codes, ...new Uint8Array(600)]);
  const png = start(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + (index >> 3)) & 0xff);

  it('is refused: pictures, noise, nothing', async () => {
    await refuses(png, 'a.png', /^a\.png: This is not text\.$/);
    await refuses(noise, 'a.txt', /This is not text/);
    await refuses(start(), 'a.txt', /This is not text/);
    await refuses(' \n', 'a.txt', /The file has no text/);
  });

  it('is refused with what to do: old Word documents, RTF, other packages', async () => {
    await refuses(
      start(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      'a.doc',
      /old kind \(\.doc\), or one with a password: save it as DOCX/,
    );
    await refuses('{\\rtf1 x}', 'a.rtf', /RTF isn’t read: save it as DOCX/);
  });

  it('is refused with what to do: packages of other programs', async () => {
    const refusesPackage = (path: string, message: RegExp): Promise<void> =>
      refuses(archiveOf({ [path]: '' }), 'a.zip', message);
    await refusesPackage('xl/workbook.xml', /^a\.zip: A spreadsheet isn’t read as an article\.$/);
    await refusesPackage('ppt/presentation.xml', /save it as PDF/);
    await refusesPackage('content.xml', /OpenDocument isn’t read: save it as DOCX/);
    await refusesPackage('a.txt', /neither a Word document \(DOCX\) nor an electronic book \(EPUB\)/);
    await refusesPackage('../content.xml', /leads out of its folder/);
  });
});

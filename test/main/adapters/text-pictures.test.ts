import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { openTextPictures, type PicturedText } from '../../../src/main/adapters/text-pictures.ts';

const NAME: PicturedText = { text: '福满楼', bold: false, large: false, align: 'left' };

/** An engine that draws the same dots for everything, and fonts that name what they were asked for. */
function openPictures(greys: number[] = [0]) {
  const pages: string[] = [];
  const png = new PNG({ width: greys.length, height: 1 });
  for (const [at, grey] of greys.entries()) png.data.set([grey, grey, grey, 255], at * 4);
  const pdf = {
    picture(html: string) {
      pages.push(html);
      return Promise.resolve(PNG.sync.write(png));
    },
  };
  return { pages, pictures: openTextPictures(pdf, { cssFor: (text) => `/* fonts for ${text.length} */` }) };
}

test('greys become black or white, eight dots to a byte, the left one first', async () => {
  const { pictures } = openPictures([0, 255, 149, 150, 0, 0, 255, 255, 0]);
  expect(await pictures.draw(NAME, 9)).toEqual({ width: 9, height: 1, bytes: Uint8Array.of(0b10101100, 0b10000000) });
});

test('a name is drawn once, as long as it is remembered', async () => {
  const { pages, pictures } = openPictures();
  const first = await pictures.draw(NAME, 576);
  expect(await pictures.draw({ ...NAME }, 576)).toBe(first);
  await pictures.draw({ ...NAME, bold: true }, 576);
  await pictures.draw(NAME, 384);
  expect(pages).toHaveLength(3);
  for (let customer = 0; customer < 500; customer += 1) await pictures.draw({ ...NAME, text: `${customer}` }, 576);
  await pictures.draw(NAME, 576);
  expect(pages).toHaveLength(3 + 500 + 1);
});

test('a failure is not remembered', async () => {
  let tries = 0;
  const pictures = openTextPictures(
    {
      picture() {
        tries += 1;
        return Promise.reject(new Error(`try ${tries}`));
      },
    },
    { cssFor: () => '' },
  );
  await expect(pictures.draw(NAME, 576)).rejects.toThrow('try 1');
  await expect(pictures.draw(NAME, 576)).rejects.toThrow('try 2');
});

test('a name is text on the page, whatever it holds', async () => {
  const { pages, pictures } = openPictures();
  await pictures.draw({ ...NAME, text: `</style><script>"a" & 'b'`, right: '<b>1</b>' }, 576);
  const body = pages[0]?.slice(pages[0].indexOf('<body>'));
  expect(body).toBe(
    '<body><p class=""><span class="left">&lt;/style&gt;&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;</span>' +
      '<span class="right">&lt;b&gt;1&lt;/b&gt;</span></p></body></html>',
  );
});

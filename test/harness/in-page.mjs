// What is read inside the page. A function here is sent there as text: it can use nothing from outside of itself.
// Plain JavaScript, so that the compiler needs to know the browser nowhere else.

/**
 * Finds a text in the visible lines of the active editor, also where it runs over wrapped lines, and what paints it.
 * @param {{ text: string, nth: number }} wanted `nth` counts from 0, from the top of what is visible
 */
export function findInEditor({ text, nth }) {
  const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
  if (editor === null) return null;
  const top = (/** @type {Element} */ element) => element.getBoundingClientRect().top;
  const lines = [...editor.querySelectorAll('.view-lines .view-line')].sort((a, b) => top(a) - top(b));
  /** @type {{ node: Text, start: number }[]} */
  const pieces = [];
  let all = '';
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      pieces.push({ node: /** @type {Text} */ (node), start: all.length });
      all += (node.nodeValue ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200b', ' ');
    }
  }
  let start = all.indexOf(text);
  for (let skipped = 0; skipped < nth && start >= 0; skipped++) start = all.indexOf(text, start + 1);
  if (start < 0) return null;
  const end = start + text.length;

  const touched = pieces.filter(({ node, start: at }) => at < end && at + node.length > start);
  const boxes = touched.map(({ node, start: at }) => {
    const range = document.createRange();
    range.setStart(node, Math.max(0, start - at));
    range.setEnd(node, Math.min(node.length, end - at));
    const { left, right, top: upper, bottom } = range.getBoundingClientRect();
    return { left, right, top: upper, bottom };
  });
  /** @param {Element} element */
  const styleOf = (element) => {
    const style = getComputedStyle(element);
    return {
      className: element.className,
      text: element.textContent ?? '',
      color: style.color,
      backgroundColor: style.backgroundColor,
      border: `${style.borderBottomWidth} ${style.borderBottomStyle} ${style.borderBottomColor}`,
      outline: `${style.outlineWidth} ${style.outlineStyle} ${style.outlineColor}`,
      textDecoration: `${style.textDecorationLine} ${style.textDecorationStyle} ${style.textDecorationColor}`,
      opacity: style.opacity,
      fontStyle: style.fontStyle,
      fontWeight: style.fontWeight,
    };
  };
  const spans = touched.map(({ node }) => node.parentElement).filter((element) => element !== null);
  // Backgrounds and borders are painted by elements of their own, which lie under the text.
  const behind = [...editor.querySelectorAll('.view-overlays .cdr')].filter((element) => {
    const box = element.getBoundingClientRect();
    return boxes.some(
      ({ left, right, top: upper, bottom }) =>
        box.left < right - 1 && box.right > left + 1 && box.top < bottom - 1 && box.bottom > upper + 1,
    );
  });
  return { boxes, spans: spans.map(styleOf), behind: behind.map(styleOf) };
}

/** The rows of a list or tree, as far as they are drawn. @param {Element} list */
export function rowsOf(list) {
  const index = (/** @type {Element} */ row) => Number(row.getAttribute('data-index') ?? 0);
  return [...list.querySelectorAll('.monaco-list-row')]
    .sort((a, b) => index(a) - index(b))
    .map((row) => {
      const text = (/** @type {string} */ selector) => (row.querySelector(selector)?.textContent ?? '').trim();
      const expanded = row.getAttribute('aria-expanded');
      return {
        label: text('.label-name') || (row.textContent ?? '').trim(),
        description: text('.label-description'),
        detail: text('.quick-input-list-row:nth-child(2)') || text('.quick-input-label-meta'),
        aria: row.getAttribute('aria-label') ?? '',
        level: Number(row.getAttribute('aria-level') ?? 1),
        focused: row.classList.contains('focused'),
        selected: row.classList.contains('selected'),
        ...(expanded === null ? {} : { expanded: expanded === 'true' }),
      };
    });
}

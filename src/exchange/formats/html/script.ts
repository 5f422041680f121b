/** The page's script, as it runs in a browser: it shows cards at the text, and filters. Without it the page is whole: marks lead to
 * their cards and cards to their marks. It asks for nothing from elsewhere, and makes no HTML of texts. */
export const script = `'use strict';
(() => {
  const FEW = 5;
  const peek = document.getElementById('peek');
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const cards = [...document.querySelectorAll('.card')];
  const pieces = [...document.querySelectorAll('.m')];
  const cardOf = new Map(cards.map((card) => [card.id.slice(1), card]));
  const numbersOf = (piece) => piece.dataset.a.split(' ');
  const piecesOf = new Map();
  for (const piece of pieces) {
    if (piece.localName === 'a') {
      // A browser selects no text from within a link.
      piece.removeAttribute('href');
      piece.setAttribute('role', 'button');
      piece.tabIndex = 0;
    }
    for (const number of numbersOf(piece)) {
      if (!piecesOf.has(number)) piecesOf.set(number, []);
      piecesOf.get(number).push(piece);
    }
  }
  document.documentElement.classList.add('js');
  // For those who go by Tab, contents come before the articles, as they are seen.
  const contents = document.querySelector('.contents');
  if (contents) document.querySelector('main').before(contents);

  // What is lit, and the card at the text.
  let lit = [];
  let at;
  let isPinned = false;
  let timer = 0;

  function light(numbers) {
    for (const one of lit) one.classList.remove('lit', 'on');
    lit = numbers.flatMap((number) => piecesOf.get(number) || []);
    for (const piece of lit) piece.classList.add('lit');
    const on = numbers.map((number) => cardOf.get(number)).filter(Boolean);
    for (const card of on) card.classList.add('on');
    lit = lit.concat(on);
  }

  function visible(piece) {
    return numbersOf(piece).filter((number) => cardOf.has(number) && !cardOf.get(number).hidden);
  }

  // The narrowest first: it is what the pointer means.
  const width = (number) => piecesOf.get(number).reduce((sum, piece) => sum + piece.textContent.length, 0);

  function show(piece, x) {
    const numbers = visible(piece).sort((a, b) => width(a) - width(b));
    if (numbers.length === 0) return;
    clearTimeout(timer);
    if (at && at !== piece) at.removeAttribute('aria-describedby');
    at = piece;
    const copies = numbers.slice(0, FEW).map((number) => {
      const copy = cardOf.get(number).cloneNode(true);
      copy.removeAttribute('id');
      copy.classList.remove('on');
      const block = document.createElement('div');
      block.className = copy.className;
      block.append(...copy.childNodes);
      return block;
    });
    peek.replaceChildren(...copies);
    if (numbers.length > FEW) {
      const more = document.createElement('p');
      more.className = 'more';
      more.textContent = 'and ' + (numbers.length - FEW) + ' more';
      peek.append(more);
    }
    peek.hidden = false;
    piece.setAttribute('aria-describedby', 'peek');
    light(numbers.slice(0, 1));
    place(piece, x);
  }

  function place(piece, x) {
    const boxes = [...piece.getClientRects()];
    const box = boxes[0] || piece.getBoundingClientRect();
    const last = boxes[boxes.length - 1] || box;
    const { offsetWidth: width, offsetHeight: height } = peek;
    const left = Math.max(12, Math.min((x === undefined ? box.left : x - 40), innerWidth - width - 12));
    const below = last.bottom + 12;
    const top = below + height > innerHeight - 8 && box.top - height - 8 > 8 ? box.top - height - 8 : below;
    peek.style.left = left + 'px';
    peek.style.top = Math.max(8, Math.min(top, innerHeight - height - 8)) + 'px';
  }

  function hide() {
    clearTimeout(timer);
    peek.hidden = true;
    isPinned = false;
    if (at) at.removeAttribute('aria-describedby');
    at = undefined;
    light([]);
  }

  const pieceAt = (target) => (target instanceof Element ? target.closest('.m') : null);
  document.addEventListener('mouseover', ({ target, clientX }) => {
    const piece = pieceAt(target);
    const card = target instanceof Element ? target.closest('.cards > .card') : null;
    if (isPinned) return;
    if (piece && piece !== at) show(piece, clientX);
    else if (piece || peek.contains(target)) clearTimeout(timer);
    else if (card && peek.hidden) light([card.id.slice(1)]);
    else if (!peek.hidden) later();
    else light([]);
  });
  function later() {
    clearTimeout(timer);
    timer = setTimeout(hide, 180);
  }
  document.addEventListener('focusin', ({ target }) => {
    const piece = pieceAt(target);
    if (piece && !isPinned && piece.matches(':focus-visible')) show(piece);
    else if (!piece && !isPinned && !peek.contains(target) && !peek.hidden) hide();
  });
  // A selection that begins before a mark's first letter ends where the mark takes the focus: by the pointer it takes none.
  document.addEventListener('mousedown', ({ target }) => {
    const piece = pieceAt(target);
    if (!piece || piece.localName !== 'a') return;
    const { tabIndex } = piece;
    piece.removeAttribute('tabindex');
    addEventListener('mouseup', () => (piece.tabIndex = tabIndex), { once: true, capture: true });
  });
  document.addEventListener('click', (event) => {
    const piece = pieceAt(event.target);
    const link = event.target instanceof Element ? event.target.closest('a[href^="#n"]') : null;
    if (piece) {
      event.preventDefault();
      const isSelecting = event.detail > 0 && !getSelection().isCollapsed;
      if (isSelecting || visible(piece).length === 0) return;
      show(piece, event.detail === 0 ? undefined : event.clientX);
      isPinned = true;
      const first = visible(piece).sort((a, b) => width(a) - width(b))[0];
      inList(cardOf.get(first));
      if (event.detail === 0) peek.focus();
    } else if (link && cardOf.has(link.getAttribute('href').slice(2))) {
      const card = cardOf.get(link.getAttribute('href').slice(2));
      if (card.hidden) clear();
      hide();
      light([card.id.slice(1)]);
    } else if (!peek.contains(event.target)) hide();
  });
  // Beside the text the list scrolls by itself; below it, the page stays where it is.
  function inList(card) {
    const list = card.closest('aside');
    if (list.scrollHeight > list.clientHeight + 1) card.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('keydown', (event) => {
    const piece = event.target.localName === 'a' ? pieceAt(event.target) : null;
    if (piece && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      piece.click();
    }
    if (event.key !== 'Escape' || peek.hidden) return;
    const back = peek.contains(document.activeElement) ? at : undefined;
    hide();
    // By its own focus the card must not come up again.
    if (back) {
      isPinned = true;
      back.focus();
      isPinned = false;
    }
  });
  addEventListener('resize', hide);
  addEventListener('scroll', (event) => {
    if (event.target === document && at && !peek.hidden) place(at, peek.getBoundingClientRect().left + 40);
  }, { passive: true, capture: true });

  // Filters.
  const value = (name) => form.elements[name].value;
  const types = [...form.querySelectorAll('input[type=checkbox]')];
  const valuesOf = {
    actor: (card) => (card.dataset.actors ? card.dataset.actors.split('\\n') : []),
    topic: (card) => (card.dataset.topic ? [card.dataset.topic] : []),
    stance: (card) => (card.dataset.stance ? [card.dataset.stance] : []),
  };
  for (const name of Object.keys(valuesOf)) {
    const counts = new Map();
    for (const card of cards) for (const one of valuesOf[name](card)) counts.set(one, (counts.get(one) || 0) + 1);
    const select = form.elements[name];
    for (const one of [...counts.keys()].sort((a, b) => a.localeCompare(b))) {
      select.append(new Option(one + ' (' + counts.get(one) + ')', '=' + one));
    }
    if (counts.size === 0) select.closest('label').hidden = true;
  }
  for (const box of types) {
    const count = cards.filter((card) => card.dataset.type === box.value).length;
    box.closest('label').querySelector('.number').textContent = String(count);
    box.closest('label').hidden = count === 0;
  }
  function apply() {
    hide();
    const on = new Set(types.filter((box) => box.checked).map((box) => box.value));
    const chosen = Object.keys(valuesOf).map((name) => [name, value(name)]).filter(([, one]) => one !== '');
    let count = 0;
    for (const card of cards) {
      card.hidden = !(
        on.has(card.dataset.type) && chosen.every(([name, one]) => valuesOf[name](card).includes(one.slice(1)))
      );
      if (!card.hidden) count += 1;
    }
    for (const piece of pieces) {
      const seen = new Set(visible(piece).map((number) => cardOf.get(number).dataset.type));
      piece.classList.toggle('off', seen.size === 0);
      if (piece.localName === 'a') piece.tabIndex = seen.size === 0 ? -1 : 0;
      for (const layer of piece.querySelectorAll('span')) {
        if (layer.className !== 'excluded') layer.classList.toggle('off', !seen.has(layer.classList[0]));
      }
    }
    const all = count === cards.length;
    shown.textContent = all ? count + (count === 1 ? ' annotation' : ' annotations') : count + ' of ' + cards.length + ' shown';
    document.getElementById('clear').hidden = all;
  }
  function clear() {
    form.reset();
    apply();
  }
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('clear').addEventListener('click', () => {
    clear();
    types[0].focus();
  });
  // A browser may keep what was chosen when a page is loaded again.
  clear();
})();
`;

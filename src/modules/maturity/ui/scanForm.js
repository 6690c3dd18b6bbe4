/**
 * Leads through the scan, one statement at a time, and keeps the answers on this device. A file of its own, without a
 * framework: the page is complete without it, and every text is already in the page.
 *
 * @typedef {{ version: string | undefined, day: number, at: string, fields: [string, string][] }} Kept
 */
const found = document.getElementById('scan');
if (found instanceof HTMLFormElement) lead(found);

/** @param {HTMLFormElement} form */
function lead(form) {
  /** @param {string} selector @returns {HTMLElement[]} */
  const all = (selector) => [...form.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
  /** @param {string} selector @param {boolean} shown */
  const reveal = (selector, shown) => all(selector).forEach((one) => (one.hidden = !shown));
  /** @param {string} selector @param {() => void} press */
  const onPress = (selector, press) => document.querySelector(selector)?.addEventListener('click', press);
  const statements = all('[data-statement]');
  /** Where one can be, in order. Everything but a statement is a whole screen. */
  const stops = all('[data-part=about], [data-statement], [data-part=first], [data-part=check]');
  /** @param {HTMLElement | undefined} stop */
  const nameOf = (stop) => stop?.dataset['statement'] ?? stop?.dataset['part'] ?? '';
  /** @param {HTMLElement | undefined} stop @returns {HTMLElement | null} */
  const screenOf = (stop) => stop?.closest('[data-part]') ?? null;
  /** @param {HTMLElement | undefined} stop */
  const partOf = (stop) => screenOf(stop)?.dataset['part'] ?? 'about';
  /** @param {string} name @returns {HTMLInputElement | RadioNodeList | null} */
  const field = (name) => {
    const one = form.elements.namedItem(name);
    return one instanceof HTMLInputElement || one instanceof RadioNodeList ? one : null;
  };
  /** @param {string} name */
  const said = (name) => field(name)?.value ?? '';
  /** @param {string} name @param {string} value */
  const fill = (name, value) => {
    const one = field(name);
    if (one) one.value = value;
  };
  /** @param {HTMLElement} statement */
  const isAnswered = (statement) => said(`answers.${nameOf(statement)}`) !== '';
  /** @param {string | undefined} part */
  const askedIn = (part) => all(`[data-part="${part}"] [data-statement]`);
  const fields = () =>
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const key = form.dataset['keep'] ? `krachtlijn.scan.${form.dataset['keep']}` : '';
  const dayLong = 86_400_000;
  let now = 0;
  let drawn = false;
  let timer = 0;

  /** @param {number} index @param {boolean} [push] */
  function show(index, push = true) {
    now = Math.max(0, Math.min(index, stops.length - 1));
    const stop = stops[now];
    const screen = screenOf(stop);
    const part = partOf(stop);
    const asks = stop?.dataset['statement'] !== undefined;
    all('[data-part]').forEach((one) => (one.hidden = one !== screen));
    statements.forEach((one) => one.toggleAttribute('data-now', one === stop));
    all('[data-for]').forEach((one) => {
      one.hidden = !one.dataset['for']?.split(' ').includes(asks ? 'statements' : part);
    });
    all('[data-nav]').forEach((one) => {
      const here = one.dataset['nav'];
      if (here === part) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
      one.toggleAttribute('data-done', askedIn(here).every(isAnswered));
    });
    reveal('[data-note=tap]', now === 1);
    fill('at', part);
    if (part === 'check') showOpen();
    if (push) history.pushState({ scan: now }, '');
    scrollTo(0, 0);
    // The first answer takes the focus, so that arrows choose and Enter goes on; a screen reader says the statement with it.
    /** @type {HTMLElement | null | undefined} */
    const focused = asks ? stop?.querySelector('input') : screen?.querySelector('h1');
    focused?.focus({ preventScroll: true });
    keep();
  }

  /** The list before sending: statements without an answer, and whether there are enough for a result. */
  function showOpen() {
    const open = statements.filter((one) => !isAnswered(one)).map(nameOf);
    all('[data-open]').forEach((row) => (row.hidden = !open.includes(row.dataset['open'] ?? '')));
    reveal('[data-when=open]', open.length > 0);
    reveal('[data-when=complete]', open.length === 0);
    const known = statements.filter((one) => !['', 'unknown'].includes(said(`answers.${nameOf(one)}`)));
    reveal('[data-when=few]', known.length < Number(form.dataset['fewest']));
  }

  function countAnswers() {
    for (const bar of form.querySelectorAll('progress'))
      bar.value = askedIn(bar.dataset['progress']).filter(isAnswered).length;
  }

  /** A step in either direction; the first picture is shown once, on the way on, when it is there. @param {1 | -1} by */
  function step(by) {
    const passes = nameOf(stops[now + by]) === 'first' && (by < 0 || !drawn);
    show(now + (passes ? 2 * by : by));
  }

  async function goOn() {
    clearTimeout(timer);
    if (nameOf(stops[now + 1]) === 'first' && askedIn('start').every(isAnswered)) await drawPicture();
    step(1);
  }

  /** The server draws the picture; without internet the scan simply goes on. */
  async function drawPicture() {
    const body = fields();
    body.set('at', 'start');
    body.set('go', 'on');
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const picture = page.querySelector('[data-part=first]:not([hidden]) [data-picture]');
      if (picture) all('[data-part=first]')[0]?.replaceChildren(picture);
      drawn = picture !== null;
    } catch {
      drawn = false;
    }
  }

  function keep() {
    if (!key) return;
    /** @type {Kept} */
    const kept = { version: form.dataset['version'], day: Date.now(), at: nameOf(stops[now]), fields: [...fields()] };
    try {
      if (statements.some(isAnswered)) localStorage.setItem(key, JSON.stringify(kept));
      note('saved');
    } catch {
      note('unsaved');
    }
  }

  function forget() {
    try {
      localStorage.removeItem(key);
    } catch {
      // A device that keeps nothing has nothing to forget.
    }
  }

  /** What this device holds; older than thirty days is as if it were not there. @returns {Kept | null} */
  function recall() {
    try {
      /** @type {Kept | null} */
      const kept = key ? JSON.parse(localStorage.getItem(key) ?? 'null') : null;
      return kept && Date.now() - kept.day < 30 * dayLong ? kept : null;
    } catch {
      return null;
    }
  }

  /** @param {string} which */
  function note(which) {
    const shown = navigator.onLine ? which : 'offline';
    for (const one of ['saved', 'unsaved', 'offline']) reveal(`[data-note=${one}]`, one === shown && now > 0);
  }

  /** @param {Kept} kept */
  function offerToResume(kept) {
    const given = kept.fields.filter(([name, value]) => /^answers\.(?!about\.)/.test(name) && value !== '').length;
    for (const text of all('[data-resume-text]'))
      text.textContent = (text.textContent ?? '').replace('§', String(given));
    reveal('[data-resume-version]', kept.version !== form.dataset['version']);
    reveal('[data-resume-panel]', given > 0);
    onPress('[data-resume]', () => {
      for (const [name, value] of kept.fields) if (name !== 'at' && name !== 'version') fill(name, value);
      countAnswers();
      reveal('[data-resume-panel]', false);
      show(
        Math.max(
          1,
          stops.findIndex((stop) => nameOf(stop) === kept.at),
        ),
      );
    });
    onPress('[data-again]', () => {
      forget();
      reveal('[data-resume-panel]', false);
    });
  }

  /** Sends by itself, so that nothing is lost when there is no internet; the server's own page says what is still to mend. */
  async function send() {
    const button = all('.foot [value=send]')[0];
    if (!(button instanceof HTMLButtonElement) || button.ariaBusy === 'true') return;
    reveal('[data-failed]', false);
    button.ariaBusy = 'true';
    try {
      const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
      const answer = await fetch(button.formAction, { method: 'POST', body: fields(), headers });
      const told = await answer.json();
      if (told.type === 'redirect') {
        forget();
        location.assign(told.location);
        return;
      }
      form.action = button.formAction;
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      reveal('[data-failed]', true);
    } finally {
      button.ariaBusy = null;
    }
  }

  form.addEventListener('submit', (event) => {
    const go = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'on';
    const at = said('at');
    // Who has not said a role or a number of people goes by the server, which says what is missing.
    const needsServer =
      at === 'about' &&
      (!said('answers.about.role') || !said('answers.about.workers') || said('answers.about.workersExact'));
    if (go === 'stay' || (go === 'on' && needsServer)) return;
    event.preventDefault();
    clearTimeout(timer);
    const target = stops.findIndex((stop) => stop.dataset['statement'] === go);
    if (go === 'back') step(-1);
    else if (target >= 0) show(target);
    else if (at === 'check') void send();
    else void goOn();
  });

  form.addEventListener('change', () => {
    countAnswers();
    keep();
  });

  // A tap or click chooses and goes on; with the keyboard, arrows choose and Enter goes on.
  form.addEventListener('click', (event) => {
    if (event.detail === 0 || !(event.target instanceof Element) || !event.target.closest('[data-statement] label'))
      return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void goOn(), 220);
  });

  addEventListener('popstate', (event) => {
    clearTimeout(timer);
    show(Number(event.state?.scan ?? 0), false);
  });
  addEventListener('online', () => note('saved'));
  addEventListener('offline', () => note('offline'));

  const later = document.getElementById('later');
  const laterButton = document.querySelector('[data-later]');
  if (key && later instanceof HTMLDialogElement && laterButton instanceof HTMLElement) {
    laterButton.hidden = false;
    laterButton.addEventListener('click', () => later.showModal());
  }

  form.dataset['script'] = '';
  const kept = recall();
  const at = said('at');
  if (at === 'about') {
    history.replaceState({ scan: 0 }, '');
    if (kept) offerToResume(kept);
  } else {
    // The server drew a later part: a language was chosen, or something is still to mend. The address forgets the form's action.
    drawn = at === 'first';
    const joined = new URLSearchParams(
      [...new URLSearchParams(location.search)].filter(([name]) => /^(with|again|change)$/.test(name)),
    );
    history.replaceState({ scan: 0 }, '', joined.size > 0 ? `${location.pathname}?${joined}` : location.pathname);
    const here = stops.findIndex((stop) => partOf(stop) === at);
    const was = stops.findIndex((stop) => partOf(stop) === at && nameOf(stop) === kept?.at);
    show(was >= 0 ? was : here);
  }
}

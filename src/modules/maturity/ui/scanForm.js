/**
 * Leads through the scan, one statement at a time, and keeps the answers on this device. A file of its own, without a
 * framework: the page is complete without it, and every text is already in the page.
 */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('scan'));
if (form) lead(form);

/** @param {HTMLFormElement} form */
function lead(form) {
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => [...form.querySelectorAll(/** @type {'div'} */ (selector))];
  /** @type {(selector: string, shown: boolean) => void} */
  const reveal = (selector, shown) => all(selector).forEach((one) => (one.hidden = !shown));
  const statements = all('[data-statement]');
  /** Where one can be, in order. Everything but a statement is a whole screen. */
  const stops = all('[data-part=about], [data-statement], [data-part=first], [data-part=check]');
  const field = (name) => form.elements.namedItem(name);
  const isAnswered = (id) => field(`answers.${id}`)?.value !== '';
  const partOf = (stop) => stop.closest('[data-part]');
  const key = form.dataset.keep && `krachtlijn.scan.${form.dataset.keep}`;
  let now = 0;
  let drawn = false;
  let timer;

  function show(index, push = true) {
    now = Math.max(0, Math.min(index, stops.length - 1));
    const part = partOf(stops[now]);
    const name = part.dataset.part;
    const asks = stops[now].hasAttribute('data-statement');
    all('[data-part]').forEach((one) => (one.hidden = one !== part));
    statements.forEach((one) => one.toggleAttribute('data-now', one === stops[now]));
    all('[data-for]').forEach((one) => {
      one.hidden = !one.dataset.for.split(' ').includes(asks ? 'statements' : name);
    });
    all('[data-nav]').forEach((one) => {
      const own = all(`[data-part="${one.dataset.nav}"] [data-statement]`);
      if (one.dataset.nav === name) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
      one.toggleAttribute(
        'data-done',
        own.every((statement) => isAnswered(statement.dataset.statement)),
      );
    });
    reveal('[data-note=tap]', asks && now === 1);
    field('at').value = name;
    if (name === 'check') showOpen();
    if (push) history.pushState({ scan: now }, '');
    scrollTo(0, 0);
    // The first answer takes the focus, so that arrows choose and Enter goes on; a screen reader says the statement with it.
    (asks ? stops[now].querySelector('input') : part.querySelector('h1')).focus({ preventScroll: true });
    keep();
  }

  function showOpen() {
    const open = statements.filter((one) => !isAnswered(one.dataset.statement));
    all('[data-open]').forEach((row) => (row.hidden = isAnswered(row.dataset.open)));
    reveal('[data-when=open]', open.length > 0);
    reveal('[data-when=complete]', open.length === 0);
    const known = statements.filter(
      (one) => !['', 'unknown'].includes(field(`answers.${one.dataset.statement}`).value),
    );
    reveal('[data-when=few]', known.length < Number(form.dataset.fewest));
  }

  function countAnswers() {
    for (const bar of all('progress')) {
      const own = all(`[data-part="${bar.dataset.progress}"] [data-statement]`);
      bar.value = own.filter((one) => isAnswered(one.dataset.statement)).length;
    }
  }

  /** A step in either direction; the first picture is shown once, on the way on, when it is there. */
  function step(by) {
    clearTimeout(timer);
    const next = stops[now + by];
    const passes = next?.dataset.part === 'first' && (by < 0 || !drawn);
    show(now + (passes ? 2 * by : by));
  }

  /** The server draws the picture; without internet the scan simply goes on. */
  async function drawPicture() {
    const first = all('[data-part=first]')[0];
    const asked = all('[data-part=start] [data-statement]');
    if (!asked.every((one) => isAnswered(one.dataset.statement))) return;
    const body = fields();
    body.set('at', 'start');
    body.set('go', 'on');
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const picture = page.querySelector('[data-part=first]:not([hidden]) [data-picture]');
      if (picture) first.replaceChildren(picture);
      drawn = picture !== null;
    } catch {
      drawn = false;
    }
  }

  async function goOn() {
    if (stops[now + 1]?.dataset.part === 'first') await drawPicture();
    step(1);
  }

  const fields = () => new URLSearchParams(/** @type {never} */ (new FormData(form)));

  function keep() {
    if (!key) return;
    const at = stops[now].dataset.statement ?? stops[now].dataset.part;
    const saved = { version: form.dataset.version, day: Date.now(), at, fields: [...fields()] };
    try {
      if (statements.some((one) => isAnswered(one.dataset.statement))) localStorage.setItem(key, JSON.stringify(saved));
      note('saved');
    } catch {
      note('unsaved');
    }
  }

  function forget() {
    try {
      localStorage.removeItem(key);
    } catch {
      // There was nothing to forget on a device that keeps nothing.
    }
  }

  /** What this device holds; older than thirty days is as if it were not there. */
  function saved() {
    try {
      const found = key && JSON.parse(localStorage.getItem(key));
      return found && Date.now() - found.day < 30 * 86_400_000 ? found : null;
    } catch {
      return null;
    }
  }

  function note(which = '') {
    const shown = navigator.onLine ? which : 'offline';
    for (const one of ['saved', 'unsaved', 'offline']) reveal(`[data-note=${one}]`, one === shown && now > 0);
  }

  function offerToResume(kept) {
    const given = kept.fields.filter(
      ([name, value]) => name.startsWith('answers.') && !name.startsWith('answers.about.') && value,
    );
    const text = all('[data-resume-text]')[0];
    text.textContent = text.textContent.replace('§', given.length);
    reveal('[data-resume-version]', kept.version !== form.dataset.version);
    reveal('[data-resume-panel]', given.length > 0);
    all('[data-resume]')[0].onclick = () => {
      for (const [name, value] of kept.fields) {
        const one = field(name);
        if (one && !['at', 'version'].includes(name)) one.value = value;
      }
      countAnswers();
      reveal('[data-resume-panel]', false);
      show(stops.findIndex((stop) => (stop.dataset.statement ?? stop.dataset.part) === kept.at));
    };
    all('[data-again]')[0].onclick = () => {
      forget();
      reveal('[data-resume-panel]', false);
    };
  }

  /** Sends by itself, so that nothing is lost when there is no internet; the server's own page says what is still to mend. */
  async function send(button) {
    reveal('[data-failed]', false);
    button.setAttribute('aria-busy', 'true');
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
      button.removeAttribute('aria-busy');
    }
  }

  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    const go = button?.value;
    const at = field('at').value;
    const target = stops.findIndex((stop) => stop.dataset.statement === go);
    // Who has not said a role or a number of people goes by the server, which says what is missing.
    const needsServer =
      at === 'about' && (!isAnswered('about.role') || !isAnswered('about.workers') || isAnswered('about.workersExact'));
    if (go === 'stay' || (go === 'on' && needsServer)) return;
    event.preventDefault();
    if (go === 'back') step(-1);
    else if (at === 'check' && target < 0) void send(all('[value=send]')[0]);
    else if (target >= 0) show(target);
    else void goOn();
  });

  form.addEventListener('change', () => {
    countAnswers();
    keep();
  });

  // A tap or click chooses and goes on; with the keyboard, arrows choose and Enter goes on.
  form.addEventListener('click', (event) => {
    if (event.detail === 0 || !event.target.closest('[data-statement] label')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void goOn(), 220);
  });

  addEventListener('popstate', (event) => show(event.state?.scan ?? 0, false));
  addEventListener('online', () => note('saved'));
  addEventListener('offline', () => note());

  const later = /** @type {HTMLDialogElement | null} */ (document.getElementById('later'));
  const laterButton = /** @type {HTMLElement | null} */ (document.querySelector('[data-later]'));
  if (later && laterButton && key) {
    laterButton.hidden = false;
    laterButton.onclick = () => later.showModal();
  }

  form.dataset.script = '';
  const kept = saved();
  const at = field('at').value;
  if (at === 'about') {
    history.replaceState({ scan: 0 }, '');
    if (kept) offerToResume(kept);
  } else {
    // The server drew a later part: a language was chosen, or something is still to mend.
    drawn = at === 'first';
    const here = stops.findIndex((stop) => partOf(stop).dataset.part === at);
    const was = stops.findIndex((stop) => stop.dataset.statement === kept?.at && partOf(stop).dataset.part === at);
    history.replaceState(
      { scan: 0 },
      '',
      location.pathname + location.search.replace(/\?\/\w+&?(lang=\w+&?)?/, '?').replace(/\?$/, ''),
    );
    show(was >= 0 ? was : here);
  }
}

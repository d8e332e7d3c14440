// The score sheet: each line saves itself on leaving it; what could not be sent stays in the browser, for this person only, and is sent again.
(() => {
  'use strict';

  const page = document.querySelector('[data-drafts]');
  if (!page) return;
  const form = document.getElementById('sheet-form');
  const ofSheet = `thidua.sheet.${page.dataset.user}.${page.dataset.sheet}.`;
  const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const drop = key => { try { localStorage.removeItem(key); } catch { /* nothing kept */ } };
  const made = (name, properties, ...inside) => { const element = Object.assign(document.createElement(name), properties); element.append(...inside); return element; };
  const button = (text, act, kind = 'btn-outline-dark') => { const it = made('button', { type: 'button', className: `btn btn-sm ${kind}`, textContent: text }); it.addEventListener('click', act); return it; };
  const announce = (...inside) => { page.replaceChildren(...inside); page.classList.remove('d-none'); };

  // A sheet that no longer takes entries: what was typed before and never arrived is shown, not lost.
  if (!form) {
    const kept = Object.keys(localStorage).filter(key => key.startsWith(ofSheet)).map(key => ({ key, draft: read(key) })).filter(row => row.draft?.values);
    if (kept.length === 0) return;
    announce(
      made('p', { className: 'mb-1', textContent: 'Nội dung sau được nhập trong trình duyệt này nhưng chưa gửi được khi bảng điểm còn mở:' }),
      made('ul', { className: 'mb-2' }, ...kept.map(({ draft }) => made('li', { textContent: `${draft.code}: ${Object.values(draft.values).filter(value => value && value !== 'false').join('; ')}` }))),
      button('Bỏ nội dung này', () => { kept.forEach(row => drop(row.key)); page.classList.add('d-none'); }));
    return;
  }

  document.querySelector('[data-saves-itself]')?.classList.remove('d-none');
  const rows = [...form.querySelectorAll('tr[data-criterion]')];
  const token = form.querySelector('input[name="__RequestVerificationToken"]');
  const keyOf = row => ofSheet + row.dataset.criterion;
  const shortName = field => field.name.replace(/^Lines\[\d+\]\./, '');
  const fieldsOf = row => [...row.querySelectorAll('input, select, textarea')].filter(field => field.name && !['CriterionId', 'Seen', 'TakesTheirs'].includes(shortName(field)));
  const part = (row, name) => row.querySelector('.' + name);

  const valuesOf = row => {
    const values = {};
    for (const field of fieldsOf(row)) values[shortName(field)] = field.type === 'checkbox' ? String(field.checked) : field.value;
    return values;
  };

  const write = (row, values) => {
    for (const field of fieldsOf(row)) {
      const value = values[shortName(field)];
      if (value === undefined || shortName(field) === 'Version') continue;
      if (field.type === 'checkbox') field.checked = value === 'true'; else field.value = value;
    }
  };

  const plain = ({ Version, ...content }) => JSON.stringify(content);
  const contentOf = row => plain(valuesOf(row));
  // As the portal sent it: somebody quick has typed before this script ran, and that is not saved.
  const sentTo = row => Object.fromEntries(fieldsOf(row).map(field => [shortName(field), field.type === 'checkbox' ? String(field.defaultChecked)
    : field.tagName === 'SELECT' ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? '' : field.defaultValue]));
  const saved = new Map(rows.map(row => [row, plain(sentTo(row))]));
  const failed = new Set(); // lines that could not be sent at first
  const waiting = new Set(); // lines that somebody else changed: the person chooses before anything is sent
  const resent = [];
  let last = Promise.resolve();

  const remember = (row, tried) => {
    try { localStorage.setItem(keyOf(row), JSON.stringify({ code: row.dataset.code, values: valuesOf(row), tried: Boolean(tried) })); } catch { /* a full store: the text is still on the page */ }
  };
  // Only what was acknowledged: another tab may have typed on.
  const forget = (row, sent) => { const kept = read(keyOf(row)); if (kept?.values && plain(kept.values) === sent) drop(keyOf(row)); };

  const isUnsaved = row => contentOf(row) !== saved.get(row);
  const count = () => {
    const unsaved = rows.filter(isUnsaved);
    rows.forEach(row => row.classList.toggle('unsaved', unsaved.includes(row)));
    form.querySelector('[data-unsaved]').textContent = unsaved.length;
  };

  const tell = (row, status, problem) => { part(row, 'line-status').textContent = status; part(row, 'line-problem').textContent = problem || ''; };

  const show = (row, answer) => {
    row.querySelector('[data-version]').value = answer.version;
    part(row, 'line-points').textContent = answer.points;
    part(row, 'line-provisional').classList.toggle('d-none', !answer.isProvisional);
    row.dataset.filled = String(answer.isFilled);
    tell(row, `đã lưu ${answer.savedAt}`, answer.problem);
    const steps = part(row, 'line-steps');
    steps.classList.toggle('d-none', answer.steps.length === 0);
    steps.querySelector('ol').replaceChildren(...answer.steps.map(step => made('li', { textContent: step })));
    form.querySelector('[data-total]').textContent = answer.total;
    const percent = form.querySelector('[data-percent]');
    if (percent) percent.textContent = answer.percent;
    form.querySelector('[data-total-provisional]').classList.toggle('d-none', !answer.isTotalProvisional);
    form.querySelector('[data-filled-count]').textContent = answer.filled;
    for (const [id, points] of Object.entries(answer.sections)) {
      const section = form.querySelector(`[data-section="${id}"]`);
      if (section) section.textContent = points;
    }
  };

  const markFields = (row, problems) => {
    for (const field of fieldsOf(row)) {
      const problem = problems[shortName(field)];
      field.classList.toggle('is-invalid', Boolean(problem));
      const note = row.querySelector(`[data-problem-of="${shortName(field)}"]`);
      if (note) { note.textContent = problem || ''; note.classList.toggle('d-block', Boolean(problem)); }
    }
    return problems[''] || Object.entries(problems).filter(([name]) => !row.querySelector(`[data-problem-of="${name}"]`)).map(([, text]) => text).join(' ');
  };

  const labelOf = (row, name) => {
    const field = fieldsOf(row).find(it => shortName(it) === name);
    return (field && (row.querySelector(`label[for="${field.id}"]`) ?? field.closest('label'))?.childNodes[0].textContent.trim()) || (name === 'HasSecretEvidence' ? 'Minh chứng mật' : 'Giải trình');
  };
  const inWords = (row, values) => {
    const words = Object.entries(values).filter(([name, value]) => name !== 'Version' && value && value !== 'false').map(([name, value]) => {
      const field = fieldsOf(row).find(it => shortName(it) === name);
      const text = value === 'true' ? 'có' : field?.tagName === 'SELECT' ? [...field.options].find(option => option.value === value)?.textContent ?? value : value;
      return `${labelOf(row, name)}: ${text}`;
    });
    return words.join('; ') || 'để trống';
  };

  // Both texts beside each other; nothing of this line is sent until the person has chosen.
  const choose = (row, theirs) => {
    waiting.add(row);
    const mine = valuesOf(row);
    const chosen = () => { waiting.delete(row); row.querySelector('[data-version]').value = theirs.version; };
    part(row, 'line-problem').append(' ', made('span', { className: 'choice' },
      made('span', { className: 'choice-text' }, made('strong', { textContent: 'Bản đã lưu: ' }), inWords(row, theirs.theirs)),
      made('span', { className: 'choice-text' }, made('strong', { textContent: 'Bản của bạn: ' }), inWords(row, mine)),
      button('Giữ bản của tôi', () => { chosen(); save(row, true); }),
      button('Lấy bản đã lưu', () => {
        chosen();
        write(row, theirs.theirs);
        saved.set(row, contentOf(row));
        drop(keyOf(row));
        tell(row, 'đã lấy bản mới', '');
        count();
      })));
  };

  const keepForLater = (row, why, ...more) => {
    failed.add(row);
    remember(row, true);
    tell(row, '', `${why} Nội dung được giữ trong trình duyệt này và sẽ gửi lại. `);
    part(row, 'line-problem').append(...more);
  };

  const sayResent = row => {
    if (!failed.delete(row)) return;
    resent.push(row.dataset.code);
    announce(made('p', { className: 'mb-0', textContent: `Đã gửi lại ${resent.length} dòng nhập khi chưa lưu được: ${resent.join(', ')}.` }));
  };

  // One after the other: the totals that an answer brings are those after its own line, and a later answer must not be overtaken by an earlier one.
  const save = (row, always) => { last = last.then(() => send(row, always)); };

  // The token of a page belongs to the session in which it was made; after a new sign-in the page fetches another, for the same person only.
  const renewToken = async () => {
    const pageNow = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const fresh = pageNow.querySelector('#sheet-form input[name="__RequestVerificationToken"]');
    if (!fresh || pageNow.querySelector('[data-drafts]').dataset.user !== page.dataset.user) return false;
    token.value = fresh.value;
    return true;
  };

  async function send(row, always, isSecond) {
    if (waiting.has(row) || (!always && !isUnsaved(row))) return;
    remember(row, failed.has(row));
    const [sent, values] = [contentOf(row), valuesOf(row)];
    tell(row, 'đang lưu…', '');
    try {
      const response = await fetch(form.dataset.lineUrl + row.dataset.criterion, {
        method: 'POST',
        headers: { RequestVerificationToken: token.value, 'X-Requested-With': 'fetch' },
        body: new URLSearchParams(values),
      });
      if (response.ok) {
        const answer = await response.json();
        saved.set(row, sent);
        if (contentOf(row) === sent) forget(row, sent); else remember(row);
        markFields(row, {});
        show(row, answer);
        sayResent(row);
        tabs?.postMessage({ criterion: row.dataset.criterion, values, answer });
      } else if (response.status === 409) {
        const theirs = await response.json();
        tell(row, '', theirs.message);
        choose(row, theirs);
      } else if (response.status === 422) {
        tell(row, '', markFields(row, (await response.json()).problems));
      } else if (response.status === 401) {
        keepForLater(row, 'Phiên làm việc đã hết.', made('a', { href: '/dang-nhap', target: '_blank', rel: 'noopener', textContent: 'Đăng nhập lại' }), ' rồi trở về thẻ này.');
      } else if (response.status === 400 && !isSecond && await renewToken()) {
        await send(row, true, true);
      } else {
        keepForLater(row, response.status === 400 ? 'Chưa lưu được: có thể người khác đã đăng nhập trên trình duyệt này; hãy tải lại trang.' : 'Chưa lưu được.');
      }
    } catch {
      keepForLater(row, 'Mất kết nối.');
    } finally {
      count();
    }
  }

  // The same person in another tab: a line left alone here follows, one typed here asks.
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(ofSheet) : null;
  tabs?.addEventListener('message', ({ data }) => {
    const row = rows.find(it => it.dataset.criterion === data.criterion);
    if (!row || waiting.has(row)) return;
    if (isUnsaved(row) && contentOf(row) !== plain(data.values)) {
      remember(row);
      tell(row, '', 'Dòng này vừa được lưu ở một thẻ khác của bạn.');
      choose(row, { version: data.answer.version, theirs: data.values });
      return;
    }
    write(row, data.values);
    saved.set(row, contentOf(row));
    show(row, data.answer);
    tell(row, `đã lưu ${data.answer.savedAt} ở thẻ khác`, data.answer.problem);
    count();
  });

  // What an earlier visit typed: tried and failed is sent now, typed and never left is offered, overtaken by somebody is laid beside theirs.
  const offered = [];
  const early = rows.filter(isUnsaved);
  for (const row of rows) {
    const kept = read(keyOf(row));
    if (!kept?.values || isUnsaved(row)) continue;
    if (plain(kept.values) === contentOf(row)) { drop(keyOf(row)); continue; }
    const now = valuesOf(row);
    write(row, kept.values);
    if (!isUnsaved(row)) { drop(keyOf(row)); continue; }
    if (kept.values.Version !== now.Version) {
      tell(row, '', 'Dòng này đã được lưu khác đi sau lần bạn nhập.');
      choose(row, { version: now.Version, theirs: now });
    } else if (kept.tried) {
      failed.add(row);
      save(row);
    } else {
      offered.push(row);
      tell(row, '', 'Nội dung nhập lần trước chưa lưu, nay được đưa lại vào dòng này.');
    }
  }
  if (offered.length > 0) {
    announce(
      made('p', { className: 'mb-2', textContent: `Trình duyệt này còn giữ nội dung bạn nhập dở ở ${offered.length} dòng: ${offered.map(row => row.dataset.code).join(', ')}. Nội dung đã được đưa lại, chưa lưu.` }),
      button('Lưu các dòng này', () => { page.classList.add('d-none'); offered.forEach(row => save(row)); }, 'btn-primary'), ' ',
      button('Bỏ, giữ bản đã lưu', () => {
        page.classList.add('d-none');
        for (const row of offered.filter(isUnsaved)) { write(row, JSON.parse(saved.get(row))); drop(keyOf(row)); tell(row, '', ''); }
        count();
      }));
  }

  form.addEventListener('input', event => { const row = event.target.closest('tr[data-criterion]'); if (row) { remember(row, failed.has(row)); count(); } });
  form.addEventListener('change', event => { if (event.target.matches('select, input[type=checkbox]')) save(event.target.closest('tr[data-criterion]')); });
  form.addEventListener('focusout', event => {
    const row = event.target.closest('tr[data-criterion]');
    if (row && !row.contains(event.relatedTarget)) save(row);
  });

  for (const row of early) {
    remember(row);
    if (!row.contains(document.activeElement)) save(row);
  }

  const sendAll = () => rows.filter(isUnsaved).forEach(row => save(row));
  const sendFailed = () => rows.filter(row => failed.has(row) && isUnsaved(row)).forEach(row => save(row));
  form.addEventListener('submit', event => { event.preventDefault(); event.stopImmediatePropagation(); sendAll(); }, true);
  window.addEventListener('online', sendFailed);
  window.addEventListener('focus', sendFailed);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) sendFailed(); });
  window.addEventListener('beforeunload', event => { if (rows.some(isUnsaved)) event.preventDefault(); });

  const next = form.querySelector('[data-next-empty]');
  next.classList.remove('d-none');
  const nextEmpty = () => {
    const here = rows.indexOf(document.activeElement.closest('tr[data-criterion]'));
    const empty = rows.filter(row => row.dataset.counts === 'true' && row.dataset.filled !== 'true');
    const target = empty.find(row => rows.indexOf(row) > here) || empty[0];
    if (target) { target.scrollIntoView({ block: 'center' }); fieldsOf(target).find(field => field.type !== 'hidden').focus(); }
  };
  next.addEventListener('click', nextEmpty);
  document.addEventListener('keydown', event => { if (event.altKey && event.key.toLowerCase() === 'n') { event.preventDefault(); nextEmpty(); } });
  count();
})();

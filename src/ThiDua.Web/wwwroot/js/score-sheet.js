// The score sheet: each line saves itself on leaving it; what could not be sent stays in the browser and is sent again.
(() => {
  'use strict';

  const form = document.getElementById('sheet-form');
  if (!form) return;
  const rows = [...form.querySelectorAll('tr[data-criterion]')];
  const token = form.querySelector('input[name="__RequestVerificationToken"]').value;
  const keyOf = row => `thidua.sheet.${form.dataset.sheet}.${row.dataset.criterion}`;
  const fieldsOf = row => [...row.querySelectorAll('input, select, textarea')].filter(field => field.name && !['CriterionId', 'Seen'].includes(shortName(field)));
  const shortName = field => field.name.replace(/^Lines\[\d+\]\./, '');
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

  const contentOf = row => { const { Version, ...content } = valuesOf(row); return JSON.stringify(content); };
  const saved = new Map(rows.map(row => [row, contentOf(row)]));
  let last = Promise.resolve();

  const remember = row => { try { localStorage.setItem(keyOf(row), JSON.stringify(valuesOf(row))); } catch { /* a full store: the text is still on the page */ } };
  const forget = row => { try { localStorage.removeItem(keyOf(row)); } catch { /* nothing kept */ } };

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
    steps.querySelector('ol').replaceChildren(...answer.steps.map(step => Object.assign(document.createElement('li'), { textContent: step })));
    form.querySelector('[data-total]').textContent = answer.total;
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

  const choose = (row, theirs) => {
    const problem = part(row, 'line-problem');
    const box = document.createElement('span');
    box.className = 'choice';
    const told = document.createElement('span');
    told.textContent = `Bản của người đó: ${Object.values(theirs.theirs).filter(Boolean).join('; ') || 'để trống'}.`;
    const button = (text, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'btn btn-sm btn-outline-secondary';
      made.textContent = text;
      made.addEventListener('click', act);
      return made;
    };
    const mine = button('Giữ bản của tôi', () => { row.querySelector('[data-version]').value = theirs.version; save(row, true); });
    const other = button('Lấy bản của người đó', () => {
      row.querySelector('[data-version]').value = theirs.version;
      write(row, theirs.theirs);
      saved.set(row, contentOf(row));
      forget(row);
      tell(row, 'đã lấy bản mới', '');
      count();
    });
    box.append(told, mine, other);
    problem.append(' ', box);
  };

  const keepForLater = (row, why) => { remember(row); tell(row, '', `${why} Nội dung được giữ trong trình duyệt này và sẽ gửi lại.`); };

  // One after the other: the totals that an answer brings are those after its own line, and a later answer must not be overtaken by an earlier one.
  const save = (row, always) => { last = last.then(() => send(row, always)); };

  async function send(row, always) {
    if (!always && !isUnsaved(row)) return;
    remember(row);
    const sent = contentOf(row);
    tell(row, 'đang lưu…', '');
    try {
      const response = await fetch(form.dataset.lineUrl + row.dataset.criterion, {
        method: 'POST',
        headers: { RequestVerificationToken: token, 'X-Requested-With': 'fetch' },
        body: new URLSearchParams(valuesOf(row)),
      });
      if (response.ok) {
        saved.set(row, sent);
        if (contentOf(row) === sent) forget(row); else remember(row);
        markFields(row, {});
        show(row, await response.json());
      } else if (response.status === 409) {
        const theirs = await response.json();
        tell(row, '', theirs.message);
        choose(row, theirs);
      } else if (response.status === 422) {
        tell(row, '', markFields(row, (await response.json()).problems));
      } else if (response.status === 401) {
        keepForLater(row, 'Phiên làm việc đã hết: hãy đăng nhập lại ở thẻ khác.');
      } else {
        keepForLater(row, 'Chưa lưu được.');
      }
    } catch {
      keepForLater(row, 'Mất kết nối.');
    } finally {
      count();
    }
  }

  // What an earlier visit could not send is offered again.
  for (const row of rows) {
    const kept = (() => { try { return JSON.parse(localStorage.getItem(keyOf(row))); } catch { return null; } })();
    if (!kept) continue;
    write(row, kept);
    if (isUnsaved(row)) tell(row, '', 'Nội dung nhập lần trước chưa gửi được, nay được đưa lại vào dòng này.'); else forget(row);
  }

  form.addEventListener('input', event => { const row = event.target.closest('tr[data-criterion]'); if (row) { remember(row); count(); } });
  form.addEventListener('change', event => { if (event.target.matches('select, input[type=checkbox]')) save(event.target.closest('tr[data-criterion]')); });
  form.addEventListener('focusout', event => {
    const row = event.target.closest('tr[data-criterion]');
    if (row && !row.contains(event.relatedTarget)) save(row);
  });

  const sendAll = () => rows.filter(isUnsaved).forEach(row => save(row));
  form.addEventListener('submit', event => { event.preventDefault(); event.stopImmediatePropagation(); sendAll(); }, true);
  window.addEventListener('online', sendAll);
  window.addEventListener('focus', sendAll);
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

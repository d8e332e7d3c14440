// The form of a criterion: shows the fields of the chosen method only. Without it all are shown, and only the chosen one's are read.
(() => {
  'use strict';
  const method = document.querySelector('select[name="Rule.Method"]');
  if (!method) return;
  const show = () => document.querySelectorAll('[data-method]').forEach(fields => { fields.hidden = fields.dataset.method !== method.value; });
  method.addEventListener('change', show);
  show();
})();

// The table of a draft: a row is edited in place and saves itself on leaving it; rows are moved by dragging and by keys. Without it the buttons of each row do the same.
(() => {
  'use strict';
  const table = document.querySelector('.scheme-table[data-row-url]');
  const mover = document.getElementById('chuyen');
  if (!table || !mover) return;
  const token = mover.querySelector('input[name="__RequestVerificationToken"]').value;
  const rows = [...table.querySelectorAll('tr[data-criterion]')];
  const codeOf = row => row.dataset.code;
  const keyOf = row => `thidua.scheme.${row.dataset.criterion}`;
  const placesOf = row => [...row.querySelectorAll('[data-edit]')];
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const storedOf = place => place.dataset.value ?? place.textContent;
  const fieldsOf = row => [...row.querySelectorAll('.row-field')];
  const valuesOf = row => Object.fromEntries(fieldsOf(row).map(field => [field.name, field.value]));
  const remember = row => { try { localStorage.setItem(keyOf(row), JSON.stringify(valuesOf(row))); } catch { /* a full store: the text is still on the page */ } };
  const forget = row => { try { localStorage.removeItem(keyOf(row)); } catch { /* nothing kept */ } };
  const isOpen = row => fieldsOf(row).length > 0;
  const isUnsaved = row => fieldsOf(row).some(field => field.value !== storedOf(field.place));

  const noteOf = row => {
    let note = row.querySelector('.row-note');
    if (!note) {
      note = make('div', { className: 'row-note' });
      note.setAttribute('role', 'status');
      row.querySelector('.scheme-name').append(note);
    }
    return note;
  };
  const tell = (row, text, isProblem) => { const note = noteOf(row); note.textContent = text; note.classList.toggle('late', Boolean(isProblem)); };

  const show = (place, value) => {
    if (place.dataset.edit !== 'Max') { place.textContent = value; return; }
    place.dataset.value = value;
    place.textContent = value ? place.dataset.sign + value : place.dataset.none;
  };

  const close = row => fieldsOf(row).forEach(field => { field.place.hidden = false; field.parentElement.remove(); });

  const open = (row, wanted) => {
    if (!isOpen(row)) {
      for (const place of placesOf(row)) {
        const name = place.dataset.edit;
        const field = make(name === 'Max' ? 'input' : 'textarea', { name, value: storedOf(place), className: 'form-control form-control-sm row-field', place });
        if (name === 'Max') field.inputMode = 'decimal'; else field.rows = Math.min(6, Math.max(2, Math.ceil(field.value.length / 40)));
        field.setAttribute('aria-label', `${place.dataset.label} ${codeOf(row)}`);
        const box = make('div', { className: 'row-box' });
        box.append(field, make('div', { className: 'invalid-feedback' }));
        place.hidden = true;
        place.after(box);
      }
      tell(row, '');
    }
    const field = fieldsOf(row).find(one => one.name === wanted) || fieldsOf(row)[0];
    field.focus();
    return field;
  };

  const mark = (row, problems) => {
    for (const field of fieldsOf(row)) {
      const problem = problems[field.name];
      field.classList.toggle('is-invalid', Boolean(problem));
      field.nextElementSibling.textContent = problem || '';
    }
    return Object.entries(problems).filter(([name]) => !fieldsOf(row).some(field => field.name === name)).map(([, text]) => text).join(' ');
  };

  const take = (row, stored) => {
    row.dataset.version = stored.version;
    const byName = { Name: stored.name, Max: stored.max, EvidenceNeeded: stored.evidenceNeeded };
    placesOf(row).forEach(place => show(place, byName[place.dataset.edit]));
    for (const [id, sums] of Object.entries(stored.sections)) {
      const section = document.getElementById(`tc-${id}`);
      if (!section) continue;
      section.querySelector('.scheme-sum').textContent = sums.sum;
      let missing = section.querySelector('.scheme-missing');
      if (!missing) { missing = make('div', { className: 'scheme-missing' }); section.querySelector('td.num').append(missing); }
      missing.textContent = sums.missing;
    }
    document.querySelector('[data-content-sum]').textContent = stored.contentSum;
    document.querySelector('[data-content-missing]').textContent = stored.contentMissing;
    const problems = document.querySelector('[data-problems]');
    if (problems) problems.textContent = stored.problems;
  };

  // Somebody else saved first: the newer text stands beside one's own, and the person chooses.
  const choose = (row, answer) => {
    tell(row, answer.message, true);
    const theirs = answer.theirs;
    const words = [theirs.name, `điểm tối đa ${theirs.max || 'để trống'}`, theirs.evidenceNeeded && `minh chứng: ${theirs.evidenceNeeded}`].filter(Boolean).join('; ');
    const button = (text, act) => { const made = make('button', { type: 'button', className: 'btn btn-sm btn-outline-secondary', textContent: text }); made.addEventListener('click', act); return made; };
    const box = make('div', { className: 'row-choice' });
    box.append(
      make('div', { textContent: `Bản đang lưu: ${words}.` }),
      button('Giữ bản của tôi', () => { row.dataset.version = theirs.version; box.remove(); save(row); }),
      button('Lấy bản đang lưu', () => { close(row); take(row, theirs); forget(row); tell(row, 'đã lấy bản đang lưu'); }));
    noteOf(row).append(box);
  };

  async function save(row) {
    if (!isOpen(row) || row.dataset.saving) return;
    if (!isUnsaved(row)) { close(row); forget(row); tell(row, ''); return; }
    row.dataset.saving = 'yes';
    tell(row, 'đang lưu…');
    try {
      const sent = JSON.stringify(valuesOf(row));
      const response = await fetch(`${table.dataset.rowUrl}${row.dataset.criterion}/dong`, {
        method: 'POST',
        headers: { RequestVerificationToken: token, 'X-Requested-With': 'fetch' },
        body: new URLSearchParams({ ...valuesOf(row), Version: row.dataset.version }),
      });
      if (response.ok) {
        const stored = await response.json();
        const isSame = JSON.stringify(valuesOf(row)) === sent;
        if (isSame) { const had = row.contains(document.activeElement); close(row); forget(row); if (had) handleOf(row).focus(); }
        take(row, stored);
        tell(row, `đã lưu ${stored.savedAt}`);
      } else if (response.status === 409) {
        choose(row, await response.json());
      } else if (response.status === 422) {
        tell(row, mark(row, (await response.json()).problems) || 'Chưa lưu được.', true);
      } else {
        tell(row, response.status === 401 ? 'Phiên làm việc đã hết: hãy đăng nhập lại ở thẻ khác, rồi rời dòng này để lưu.' : 'Chưa lưu được; nội dung được giữ trong trình duyệt này.', true);
      }
    } catch {
      tell(row, 'Mất kết nối; nội dung được giữ trong trình duyệt này và sẽ gửi lại.', true);
    } finally {
      delete row.dataset.saving;
    }
  }

  const handleOf = row => row.querySelector('.scheme-handle');
  const press = (row, name) => { const button = row.querySelector(`button[name="${name}"]`); if (button) button.click(); else tell(row, 'Không chuyển được theo hướng này.', true); };

  for (const row of rows) {
    const handle = make('button', { type: 'button', className: 'btn btn-sm scheme-handle', textContent: '⠿', title: 'Kéo để chuyển; Enter để sửa tại dòng' });
    handle.setAttribute('aria-label', `Dòng ${codeOf(row)}: Enter để sửa tại dòng, Alt với mũi tên lên, xuống để đổi thứ tự, kéo để chuyển`);
    row.querySelector('.scheme-code').prepend(handle);
    placesOf(row).forEach(place => place.classList.add('scheme-editable'));
    row.addEventListener('click', event => { const place = event.target.closest('[data-edit]'); if (place) open(row, place.dataset.edit); else if (event.target === handle) open(row); });
    row.addEventListener('input', event => { if (event.target.matches('.row-field')) remember(row); });
    row.addEventListener('focusout', event => { if (isOpen(row) && !row.contains(event.relatedTarget)) save(row); });
    row.addEventListener('keydown', event => {
      if (event.target.matches('.row-field')) {
        if (event.key === 'Escape') { close(row); forget(row); tell(row, ''); handle.focus(); } else if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); save(row); }
        return;
      }
      const name = event.altKey && { ArrowUp: 'Up', ArrowDown: 'Down', ArrowRight: event.shiftKey && 'In', ArrowLeft: event.shiftKey && 'Out' }[event.key];
      if (name) { event.preventDefault(); press(row, name); }
    });
    const kept = (() => { try { return JSON.parse(localStorage.getItem(keyOf(row))); } catch { return null; } })();
    if (kept) {
      open(row);
      fieldsOf(row).forEach(field => { field.value = kept[field.name] ?? field.value; });
      if (isUnsaved(row)) tell(row, 'Nội dung nhập lần trước chưa lưu, nay được đưa lại vào dòng này.', true); else { close(row); forget(row); }
    }
  }

  window.addEventListener('online', () => rows.filter(isOpen).forEach(save));
  window.addEventListener('beforeunload', event => { if (rows.some(row => isOpen(row) && isUnsaved(row))) event.preventDefault(); });

  // Dragging: the upper part of a row is before it, the lower part after it, the middle of a section into it.
  let drag = null;
  const clear = () => rows.forEach(row => row.classList.remove('drop-before', 'drop-after', 'drop-into', 'dragging'));
  const aim = event => {
    const target = document.elementFromPoint(event.clientX, event.clientY)?.closest('tr[data-criterion]');
    clear();
    drag.row.classList.add('dragging');
    drag.target = null;
    if (!target || target === drag.row) return;
    const box = target.getBoundingClientRect();
    const part = (event.clientY - box.top) / box.height;
    const edge = target.dataset.section ? 0.3 : 0.5;
    drag.place = part < edge ? 'Before' : part > 1 - edge ? 'After' : 'Into';
    drag.target = target;
    target.classList.add(`drop-${drag.place.toLowerCase()}`);
  };
  table.addEventListener('pointerdown', event => {
    const handle = event.target.closest('.scheme-handle');
    if (!handle || event.button !== 0) return;
    drag = { row: handle.closest('tr'), handle, y: event.clientY, isMoving: false };
    handle.setPointerCapture(event.pointerId);
  });
  table.addEventListener('pointermove', event => {
    if (!drag) return;
    drag.isMoving = drag.isMoving || Math.abs(event.clientY - drag.y) > 6;
    if (!drag.isMoving) return;
    aim(event);
    if (event.clientY < 80) window.scrollBy(0, -16); else if (event.clientY > window.innerHeight - 60) window.scrollBy(0, 16);
  });
  const drop = isDone => {
    const { row, target, place, isMoving } = drag || {};
    drag = null;
    clear();
    if (!isMoving) return;
    row.addEventListener('click', event => event.stopImmediatePropagation(), { capture: true, once: true });
    setTimeout(() => row.dispatchEvent(new MouseEvent('click')), 0); // whatever the browser does after a drag, this was no click
    if (!isDone || !target) return;
    const form = document.getElementById('dat');
    form.elements.Moved.value = row.dataset.criterion;
    form.elements.Target.value = target.dataset.criterion;
    form.elements.Place.value = place;
    form.requestSubmit();
  };
  table.addEventListener('pointerup', () => drop(true));
  table.addEventListener('pointercancel', () => drop(false));
  document.addEventListener('keydown', event => { if (drag?.isMoving && event.key === 'Escape') drop(false); });

  document.querySelector('.scheme-keys').hidden = false;
  const here = document.querySelector(location.hash.startsWith('#tc-') ? location.hash : '#tc-');
  if (here) window.addEventListener('load', () => setTimeout(() => handleOf(here)?.focus({ preventScroll: true }), 0)); // after the browser has gone to the place itself
})();

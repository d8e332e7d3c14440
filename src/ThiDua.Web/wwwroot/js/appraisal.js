// The appraisal page: each line saves itself when it is left. All works without it.
(() => {
  'use strict';

  const page = document.querySelector('[data-appraisal]');
  if (!page) return;

  const typed = form => JSON.stringify([...new FormData(form)].filter(([name]) => !name.startsWith('__') && name !== 'Version'));
  const kept = new WeakMap(); // what a form held when it came from the server
  const timers = new WeakMap();
  const sending = new Set();
  const keyOf = form => `tham-dinh:${form.action}`;
  const forms = () => [...page.querySelectorAll('[data-line-form]')];
  const isDirty = form => kept.get(form) !== typed(form);
  const clock = () => new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });

  const say = (form, kind, text) => {
    const status = form.closest('tr').querySelector('[data-status]');
    const words = document.createElement('span');
    words.className = kind;
    words.textContent = text;
    status.replaceChildren(words);
  };

  // What was typed and not yet saved survives a lost session and a closed page, unless the line has moved on meanwhile.
  const remember = form => {
    try { sessionStorage.setItem(keyOf(form), JSON.stringify({ version: form.Version.value, fields: [...new FormData(form)].filter(([name]) => !name.startsWith('__')) })); } catch { /* no room: the page still warns on leaving */ }
  };
  const forget = action => sessionStorage.removeItem(`tham-dinh:${action}`);
  const restore = form => {
    const draft = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? 'null');
    if (!draft || draft.version !== form.Version.value) return;
    for (const [name, value] of draft.fields) if (form.elements[name] && !(form.elements[name] instanceof RadioNodeList)) form.elements[name].value = value;
    if (!isDirty(form)) return;
    form.querySelector('details').open = true;
    say(form, 'unsaved', 'Nội dung nhập dở của lần trước đã được giữ lại, chưa lưu.');
  };

  // As the portal sent it: somebody quick has typed before this script ran.
  const take = form => {
    const sent = form.cloneNode(true);
    sent.reset();
    kept.set(form, typed(sent));
  };

  const show = html => {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    for (const part of answer.querySelectorAll('[data-part]')) {
      const here = document.getElementById(part.id);
      if (!here) continue;
      const focused = here.contains(document.activeElement) ? document.activeElement.id || document.activeElement.name : null;
      here.replaceWith(document.adoptNode(part));
      if (focused) (document.getElementById(focused) ?? part.querySelector('summary, a, button'))?.focus();
      part.querySelectorAll('[data-line-form]').forEach(take);
    }
  };

  const again = form => {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => form.isConnected && save(form), 10000));
  };

  const save = async (form, button) => {
    if (sending.has(form)) return;
    sending.add(form);
    const body = new FormData(form);
    if (button?.name) body.set(button.name, button.value);
    const [action, before] = [form.action, typed(form)];
    say(form, 'text-secondary', 'Đang lưu…');
    try {
      const answer = await fetch(action, { method: 'POST', body, headers: { 'X-Line': '1' }, redirect: 'manual' });
      if (answer.ok || answer.status === 409 || answer.status === 422) {
        const html = await answer.text();
        if (answer.ok && typed(form) !== before) {
          // Typed on while it was saved: keep that text, save it next over the version just written.
          form.Version.value = new DOMParser().parseFromString(html, 'text/html').querySelector('[name=Version]').value;
          kept.set(form, before);
          say(form, 'unsaved', 'Chưa lưu phần vừa nhập thêm.');
          return;
        }
        if (typed(form) !== before) {
          say(form, 'failed', 'Chưa lưu; bấm “Lưu dòng” để xem lý do.');
          return;
        }
        if (answer.ok) forget(action);
        show(html);
        if (!answer.ok) document.querySelector(`form[action="${new URL(action).pathname}"]`)?.closest('tr').querySelector('[data-status]')?.replaceChildren(Object.assign(document.createElement('span'), { className: 'failed', textContent: 'Chưa lưu.' }));
      } else if (answer.status === 401 || answer.type === 'opaqueredirect') {
        say(form, 'failed', 'Phiên làm việc đã hết. Nội dung vẫn còn ở đây: đăng nhập lại ở thẻ khác rồi bấm “Lưu dòng”.');
      } else {
        say(form, 'failed', `Chưa lưu được lúc ${clock()}. Nội dung vẫn còn; hãy tải lại trang rồi lưu lại.`);
      }
    } catch {
      say(form, 'failed', `Mất kết nối lúc ${clock()}; nội dung vẫn còn, sẽ tự lưu lại.`);
      again(form);
    } finally {
      sending.delete(form);
    }
  };

  page.addEventListener('submit', event => {
    if (!event.target.matches('[data-line-form]')) return;
    event.preventDefault();
    save(event.target, event.submitter);
  }, true);

  page.addEventListener('input', event => {
    const form = event.target.closest('[data-line-form]');
    if (!form) return;
    remember(form);
    say(form, 'unsaved', 'Chưa lưu.');
  });

  page.addEventListener('focusout', event => {
    const form = event.target.closest?.('[data-line-form]');
    // A button of the same line saves by itself; a click on nothing keeps the focus in no line.
    if (form && isDirty(form) && !form.closest('tr').contains(event.relatedTarget)) setTimeout(() => form.isConnected && isDirty(form) && !form.contains(document.activeElement) && save(form), 150);
  });

  window.addEventListener('beforeunload', event => { if (forms().some(isDirty)) event.preventDefault(); });
  document.addEventListener('submit', event => {
    // A step takes the page away: what is typed must be saved first.
    if (event.target.matches('[data-line-form]') || !forms().some(isDirty) || event.defaultPrevented) return;
    event.preventDefault();
    const dirty = forms().find(isDirty);
    dirty.closest('tr').scrollIntoView({ block: 'center' });
    say(dirty, 'failed', 'Dòng này chưa lưu; hãy lưu rồi thực hiện tiếp.');
  }, true);

  // The next line without an appraisal after the one that has the focus.
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-next]')) return;
    const left = [...page.querySelectorAll('tr[data-line=left]')];
    const current = document.activeElement.closest?.('tr.appraisal-line') ?? page.querySelector('tr.is-current');
    const next = left.find(row => current && current.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) ?? left[0];
    if (!next) return;
    event.preventDefault();
    page.querySelector('tr.is-current')?.classList.remove('is-current');
    next.classList.add('is-current');
    next.scrollIntoView({ block: 'center' });
    next.querySelector('form button, form summary')?.focus({ preventScroll: true });
  });

  for (const form of forms()) {
    take(form);
    if (isDirty(form)) say(form, 'unsaved', 'Chưa lưu.'); else restore(form);
  }
})();

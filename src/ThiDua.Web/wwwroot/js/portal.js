// Small improvements that every page shares; all works without them.
(() => {
  'use strict';

  const fold = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();

  // <input data-filter-list="id">: shows the items of a list that hold what is typed.
  document.addEventListener('input', event => {
    const id = event.target.dataset?.filterList;
    if (!id) return;
    const wanted = fold(event.target.value);
    for (const item of document.getElementById(id).children) {
      item.hidden = !fold(item.textContent).includes(wanted);
    }
  });

  // <form data-confirm="…">: asks before what cannot be undone.
  document.addEventListener('submit', event => {
    const question = event.target.dataset?.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // <span data-countdown="…" data-now="…">: how long is left by the server's clock, whatever this computer's says.
  for (const place of document.querySelectorAll('[data-countdown]')) {
    const ahead = new Date(place.dataset.now) - Date.now();
    const two = number => String(number).padStart(2, '0');
    const show = () => {
      const seconds = Math.floor((new Date(place.dataset.countdown) - Date.now() - ahead) / 1000);
      const hours = Math.floor(seconds / 3600);
      place.textContent = seconds <= 0 ? 'Đã hết thời hạn.' : hours >= 48 ? `Còn ${Math.floor(hours / 24)} ngày.` : `Còn ${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.`;
      if (seconds > 0) setTimeout(show, 1000);
    };
    show();
  }

  // <button data-copy="id" hidden>: puts the text of a field into the clipboard, and says so; without it the text is marked to be copied by hand.
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        button.nextElementSibling.textContent = 'Đã chép.';
      } catch {
        button.nextElementSibling.textContent = 'Đã chọn nội dung, bấm Ctrl+C để chép.';
      }
    });
  }

  // Two clicks are one submission.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post' || event.target.hasAttribute('hx-post') || event.submitter?.hasAttribute('formtarget')) return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
})();

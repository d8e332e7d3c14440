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

  // Two clicks are one submission.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post' || event.target.hasAttribute('hx-post')) return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
})();

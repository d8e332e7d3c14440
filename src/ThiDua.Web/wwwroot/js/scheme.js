// The form of a criterion: shows the fields of the chosen method only. Without it all are shown, and only the chosen one's are read.
(() => {
  'use strict';
  const method = document.querySelector('select[name="Rule.Method"]');
  if (!method) return;
  const show = () => document.querySelectorAll('[data-method]').forEach(fields => { fields.hidden = fields.dataset.method !== method.value; });
  method.addEventListener('change', show);
  show();
})();

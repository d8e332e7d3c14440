// Shows a file beside the table that links it. Without it the link opens a window of its own, as it does with a modifier key.
(() => {
  'use strict';

  for (const area of document.querySelectorAll('[data-preview-area]')) {
    const pane = area.querySelector('[data-preview-pane]');
    const frame = pane.querySelector('iframe');
    const part = name => pane.querySelector(`[data-preview-${name}]`);
    let from = null;

    const open = link => {
      from = link;
      part('name').textContent = link.dataset.previewName ?? link.textContent.trim();
      part('at').textContent = link.dataset.previewPlace ?? '';
      part('said').textContent = link.dataset.previewNote ?? '';
      part('open').href = link.href;
      // A new frame, so that the way back leads out of the page and not through the files looked at; and the same file at another page is shown there.
      const fresh = frame.cloneNode();
      pane.querySelector('iframe').replaceWith(fresh);
      fresh.src = link.href;
      pane.hidden = false;
      area.classList.add('with-preview');
      (link.closest('tr') ?? link).scrollIntoView({ block: 'nearest' });
      if (window.matchMedia('(max-width: 991.98px)').matches) pane.scrollIntoView({ block: 'start' });
    };

    const close = () => {
      pane.hidden = true;
      area.classList.remove('with-preview');
      pane.querySelector('iframe').removeAttribute('src');
      from?.isConnected && from.focus();
    };

    area.addEventListener('click', event => {
      const link = event.target.closest('[data-preview]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      open(link);
    });
    part('close').addEventListener('click', close);
    document.addEventListener('keydown', event => { if (event.key === 'Escape' && !pane.hidden) close(); });
  }
})();

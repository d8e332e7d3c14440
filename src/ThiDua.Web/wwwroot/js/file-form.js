// A form that sends files: those that are chosen and sent, or dropped on it, reach the script that uploads them as the event "files".
(() => {
  'use strict';

  for (const form of document.querySelectorAll('form[data-pieces], form[data-upload]')) {
    const input = form.querySelector('input[type=file]');
    const give = files => form.dispatchEvent(new CustomEvent('files', { detail: [...files] }));

    form.addEventListener('submit', event => {
      if (input.files.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const files = [...input.files];
      input.value = '';
      give(files);
    }, true);
    form.addEventListener('dragover', event => { event.preventDefault(); form.classList.add('is-over'); });
    form.addEventListener('dragleave', () => form.classList.remove('is-over'));
    form.addEventListener('drop', event => {
      event.preventDefault();
      form.classList.remove('is-over');
      give(event.dataTransfer.files);
    });
  }
})();

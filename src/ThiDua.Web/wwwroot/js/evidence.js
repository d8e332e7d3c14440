// Uploads evidence file by file, each with its progress, and again where it failed; without script the form sends them all at once.
(() => {
  'use strict';

  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  const largest = 50 * 1024 * 1024;
  const list = form.querySelector('[data-progress]');
  const waiting = [];
  let isSending = false;

  const token = () => form.querySelector('input[name="__RequestVerificationToken"]').value;
  const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });

  const lineOf = file => {
    const line = make('li', '');
    const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    bar.setAttribute('aria-label', `Tiến độ tải lên ${file.name}`);
    const [percent, said] = [make('span', 'upload-percent', '0 %'), make('span', 'upload-said')];
    line.append(make('span', 'upload-name', file.name), bar, percent, said);
    list.append(line);
    list.hidden = false;
    return { file, line, bar, percent, said, state: 'waiting' };
  };

  const at = (upload, share) => {
    upload.bar.value = share;
    upload.percent.textContent = `${share} %`;
  };

  const failed = (upload, problem, mayRetry) => {
    upload.state = 'failed';
    upload.bar.value = 0;
    upload.percent.textContent = '';
    upload.said.className = 'upload-said late';
    upload.said.textContent = problem;
    if (!mayRetry) return;
    const again = make('button', 'btn btn-sm btn-outline-primary', 'Gửi lại');
    again.type = 'button';
    again.addEventListener('click', () => { upload.said.replaceChildren(); waiting.push(upload); work(); });
    upload.said.append(again);
  };

  const send = upload => new Promise(resolve => {
    upload.state = 'sending';
    at(upload, 0);
    const request = new XMLHttpRequest();
    request.open('PUT', form.dataset.upload + encodeURIComponent(upload.file.name));
    request.setRequestHeader('RequestVerificationToken', token());
    request.setRequestHeader('X-Requested-With', 'fetch');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => { if (event.lengthComputable) at(upload, Math.min(99, Math.round(100 * event.loaded / event.total))); };
    request.onload = () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText) ?? {}; } catch { /* no sentence came back */ }
      if (request.status === 200) {
        at(upload, 100);
        upload.state = 'done';
        upload.told = answer.told;
        upload.said.className = 'upload-said';
        upload.said.textContent = answer.told ?? 'Đã tải lên.';
      } else if (request.status === 401) failed(upload, 'Phiên làm việc đã hết: đăng nhập lại ở thẻ khác rồi gửi lại tệp này.', true);
      else failed(upload, answer.problem ?? 'Chưa gửi được.', request.status !== 422);
      resolve();
    };
    request.onerror = () => { failed(upload, 'Mất kết nối.', true); resolve(); };
    request.send(upload.file);
  });

  const uploads = [];
  const work = async () => {
    if (isSending) return;
    isSending = true;
    while (waiting.length > 0) await send(waiting.shift());
    isSending = false;
    const done = uploads.filter(upload => upload.state === 'done');
    if (done.length === uploads.length && !done.some(upload => upload.told)) window.location.reload();
    else if (done.length > 0 && !list.querySelector('[data-show]')) {
      // What was said of a file stays until it has been read.
      const line = make('li', '');
      const show = make('button', 'btn btn-sm btn-primary', 'Cập nhật danh sách tệp');
      show.type = 'button';
      show.dataset.show = '';
      show.addEventListener('click', () => window.location.reload());
      line.append(show);
      list.append(line);
    }
  };

  form.addEventListener('files', event => {
    for (const file of event.detail) {
      const upload = lineOf(file);
      uploads.push(upload);
      if (file.size > largest) failed(upload, 'Lớn hơn 50 MB, không gửi được.', false);
      else waiting.push(upload);
    }
    work();
  });

  window.addEventListener('beforeunload', event => { if (isSending) event.preventDefault(); });
})();

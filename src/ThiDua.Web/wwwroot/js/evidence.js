// Uploads evidence file by file with its progress; without script the form sends them all at once.
(() => {
  'use strict';

  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  const largest = 50 * 1024 * 1024;
  const token = form.querySelector('input[name="__RequestVerificationToken"]').value;
  const list = form.querySelector('[data-progress]');

  const send = (file, line) => new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('PUT', form.dataset.upload + encodeURIComponent(file.name));
    request.setRequestHeader('RequestVerificationToken', token);
    request.setRequestHeader('X-Requested-With', 'fetch');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => { line.textContent = `${file.name}: ${Math.round(100 * event.loaded / event.total)} %`; };
    request.onload = () => {
      const ok = request.status === 204;
      let problem = request.status === 401 ? 'phiên làm việc đã hết, hãy đăng nhập lại rồi gửi lại tệp này.' : 'chưa gửi được.';
      try { problem = JSON.parse(request.responseText).problem || problem; } catch { /* no sentence came back */ }
      line.textContent = ok ? `${file.name}: đã tải lên` : `${file.name}: ${problem}`;
      line.className = ok ? '' : 'late';
      resolve(ok);
    };
    request.onerror = () => { line.textContent = `${file.name}: mất kết nối, hãy gửi lại.`; line.className = 'late'; resolve(false); };
    request.send(file);
  });

  form.addEventListener('submit', async event => {
    const files = [...form.querySelector('input[type=file]').files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    list.replaceChildren();
    let all = true;
    for (const file of files) {
      const line = document.createElement('li');
      list.append(line);
      if (file.size > largest) { line.textContent = `${file.name}: lớn hơn 50 MB, không gửi được.`; line.className = 'late'; all = false; continue; }
      all = await send(file, line) && all;
    }
    if (all) window.location.reload();
  }, true);
})();

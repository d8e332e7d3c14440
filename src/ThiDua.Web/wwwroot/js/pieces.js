// Uploads files in pieces, each with its progress. After a lost connection it goes on from the byte up to which the server has it;
// without script the form sends the files at once.
(() => {
  'use strict';

  const piece = 4 * 1024 * 1024;
  const largest = 50 * 1024 * 1024;
  const pauses = [1000, 3000, 9000];
  let open = 0;

  const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });
  const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

  class Stopped extends Error {
    constructor(message, mayRetry, isNetwork = false) {
      super(message);
      Object.assign(this, { mayRetry, isNetwork });
    }
  }

  // One request; progress counts the bytes of its body.
  const ask = (method, url, token, body, onSent) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('RequestVerificationToken', token);
    request.setRequestHeader('X-Requested-With', 'fetch');
    if (body instanceof Blob) request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => { if (onSent) onSent(event.loaded); };
    request.onload = () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText) ?? {}; } catch { /* no sentence came back */ }
      if (request.status === 200 || request.status === 409) resolve({ status: request.status, answer });
      else if (request.status === 401) reject(new Stopped('Phiên làm việc đã hết: đăng nhập lại ở thẻ khác rồi bấm Tải tiếp; phần đã gửi được giữ.', true));
      else if (request.status === 422) reject(new Stopped(answer.problem ?? 'Tệp không được nhận.', false));
      else reject(new Stopped('Máy chủ chưa nhận được.', true, request.status >= 500));
    };
    request.onerror = () => reject(new Stopped('Mất kết nối.', true, true));
    request.send(body);
  });

  class Upload {
    constructor(form, file, list) {
      Object.assign(this, { form, file, state: 'waiting' });
      const line = make('li', '');
      this.bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
      this.bar.setAttribute('aria-label', `Tiến độ tải lên ${file.name}`);
      this.percent = make('span', 'upload-percent', '0 %');
      this.said = make('span', 'upload-said');
      line.append(make('span', 'upload-name', file.name), this.bar, this.percent, this.said);
      list.append(line);
      list.hidden = false;
    }

    get token() { return this.form.querySelector('input[name="__RequestVerificationToken"]').value; }

    show(bytes) {
      const share = Math.min(100, Math.floor(100 * bytes / this.file.size));
      this.bar.value = share;
      this.percent.textContent = `${share} %`;
    }

    async run() {
      this.state = 'sending';
      this.said.className = 'upload-said';
      this.said.textContent = '';
      for (let time = 0; ; time++) {
        try {
          await this.send();
          return;
        } catch (problem) {
          if (problem.isNetwork && time < pauses.length) {
            this.said.textContent = `${problem.message} Tự tải tiếp sau ${pauses[time] / 1000} giây.`;
            await wait(pauses[time]);
          } else {
            this.stop(problem);
            return;
          }
        }
      }
    }

    async send() {
      const url = this.form.dataset.pieces;
      const begin = new URLSearchParams({ ItemId: this.form.dataset.item, Name: this.file.name, Size: this.file.size, Mark: `${this.file.lastModified}` });
      let { answer } = await ask('POST', url, this.token, begin);
      while (!answer.done) {
        const from = answer.received;
        this.show(from);
        const next = await ask('PUT', `${url}/${answer.id}?tu=${from}`, this.token, this.file.slice(from, Math.min(from + piece, this.file.size)), sent => this.show(Math.min(this.file.size - 1, from + sent)));
        if (next.status === 409 && next.answer.received === from) throw new Stopped('Máy chủ đang bận.', true, true);
        answer = next.answer;
      }
      this.show(this.file.size);
      this.state = 'done';
      this.told = answer.told;
      this.said.textContent = answer.told ?? 'Đã tải lên.';
    }

    stop(problem) {
      this.state = 'failed';
      this.said.className = 'upload-said late';
      this.said.textContent = problem.message;
      if (!problem.mayRetry) {
        this.bar.remove();
        this.percent.textContent = '';
        return;
      }
      const again = make('button', 'btn btn-sm btn-outline-primary', 'Tải tiếp');
      again.type = 'button';
      again.addEventListener('click', () => { again.remove(); queue(this.form, [this]); });
      this.said.append(again);
    }
  }

  const queues = new Map();
  const queue = async (form, uploads) => {
    const own = queues.get(form) ?? { waiting: [], all: [], isWorking: false };
    queues.set(form, own);
    own.waiting.push(...uploads);
    for (const upload of uploads) if (!own.all.includes(upload)) own.all.push(upload);
    if (own.isWorking) return;
    own.isWorking = true;
    open++;
    while (own.waiting.length > 0) await own.waiting.shift().run();
    own.isWorking = false;
    open--;
    await finish(form);
  };

  // What is typed elsewhere on the page and not sent yet.
  const isChanged = field => field.name && field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue;
  const unsaved = () => [...document.querySelectorAll('form[data-keep]')].filter(form => form.dataset.unsaved || [...form.elements].some(isChanged));

  // The files are shown where they belong; what is typed on the page and what was said of the uploads stays.
  const showAnew = async () => {
    const answer = await fetch(window.location.pathname, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok || answer.redirected) throw new Error('The page did not come.');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const place of document.querySelectorAll('[data-live]')) {
      const now = page.getElementById(place.id);
      if (now) place.replaceChildren(...now.childNodes);
    }
  };

  const finish = async form => {
    if (open > 0 || ![...queues.values()].flatMap(one => one.all).some(upload => upload.state === 'done')) return;
    try {
      await showAnew();
    } catch {
      offerReload(form);
    }
  };

  const offerReload = form => {
    const list = form.querySelector('[data-progress]');
    if (list.querySelector('[data-show]')) return;
    const line = make('li', '');
    const show = make('button', 'btn btn-sm btn-primary', 'Cập nhật danh sách tệp');
    show.type = 'button';
    show.dataset.show = '';
    show.addEventListener('click', () => window.location.reload());
    line.append(show, make('span', 'upload-said', unsaved().map(one => ` ${one.dataset.keep} Lưu trước khi cập nhật.`).join('')));
    list.append(line);
  };

  for (const form of document.querySelectorAll('form[data-pieces]')) {
    const list = form.querySelector('[data-progress]');
    form.addEventListener('files', event => {
      const uploads = event.detail.map(file => new Upload(form, file, list));
      uploads.filter(upload => upload.file.size > largest).forEach(upload => upload.stop(new Stopped('Lớn hơn 50 MB, không gửi được.', false)));
      const { accept, dataset } = form.querySelector('input[type=file]');
      const isTaken = name => accept.split(',').some(ending => name.toLowerCase().endsWith(ending));
      uploads.filter(upload => upload.state === 'waiting' && !isTaken(upload.file.name)).forEach(upload => upload.stop(new Stopped(`Mục này chỉ nhận ${dataset.takes}.`, false)));
      uploads.filter(upload => upload.file.size === 0).forEach(upload => upload.stop(new Stopped('Tệp rỗng (0 byte).', false)));
      queue(form, uploads.filter(upload => upload.state === 'waiting'));
    });
  }

  // Leaving while files are on their way, or with something typed that another form than its own would drop, asks first.
  let sent = null;
  window.addEventListener('submit', event => { if (!event.defaultPrevented) sent = event.target; });
  window.addEventListener('pageshow', () => { sent = null; });
  window.addEventListener('beforeunload', event => { if (open > 0 || unsaved().some(form => form !== sent)) event.preventDefault(); });
})();
